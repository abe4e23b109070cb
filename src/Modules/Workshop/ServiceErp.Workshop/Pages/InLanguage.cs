using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ServiceErp.Workshop.Pages;

/// <summary>Renders in another language than the reader's: documents speak the customer's.</summary>
internal sealed class InLanguage(string language, Func<IResult> document) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        // Set inside an async method, the culture ends with it.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        await document().ExecuteAsync(http);
    }
}
