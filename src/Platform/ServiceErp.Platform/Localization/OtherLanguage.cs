using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ServiceErp.Platform.Localization;

/// <summary>Says something in another language than the reader's: a message or a document for a customer (BIL-6, HOST-5).</summary>
public static class OtherLanguage
{
    /// <summary>Composes words in a language; the reader's own is back afterwards.</summary>
    /// <param name="language">en, ru, es or ko; an unknown one is English.</param>
    /// <param name="words">Asks <see cref="Texts"/> and formats numbers and dates.</param>
    public static T Say<T>(string language, Func<T> words)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(language);
            return words();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    /// <summary>The same page or document, rendered in a language.</summary>
    public static IResult In(this IResult result, string language) => new Spoken(result, language);

    internal static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language is "ru" or "es" or "ko" ? language : "en");

    private sealed class Spoken(IResult result, string language) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            // Flows into the rendering below and not back out of this method.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(language);
            await result.ExecuteAsync(httpContext);
        }
    }
}
