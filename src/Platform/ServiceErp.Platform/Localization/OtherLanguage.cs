using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ServiceErp.Platform.Localization;

/// <summary>Says something in another language than the reader's: a message or a document for a customer (BIL-6, HOST-5).</summary>
public static class OtherLanguage
{
    // The one place that says how a language writes. English is that of Britain, since nobody here reads 12/13/2026; months are in letters, so that no reader takes the day for the month.
    private static readonly FrozenDictionary<string, CultureInfo> Cultures = new Dictionary<string, CultureInfo>
    {
        ["en"] = Lettered("en-GB", "d MMM yyyy"),
        ["ru"] = Lettered("ru", "d MMMM yyyy"),
        ["es"] = Lettered("es", "d MMM yyyy"),
        ["ko"] = Lettered("ko", "yyyy'년' M'월' d'일'"),
    }.ToFrozenDictionary();

    /// <summary>Composes words in a language; the reader's own is back afterwards.</summary>
    /// <param name="language">en, ru, es or ko; an unknown one is English.</param>
    /// <param name="words">Asks <see cref="Texts"/> and formats numbers and dates.</param>
    public static T Say<T>(string language, Func<T> words)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            Speak(language);
            return words();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    /// <summary>The same page or document, rendered in a language.</summary>
    public static IResult In(this IResult result, string language) => new Spoken(result, language);

    /// <summary>The same page or document for people outside: in the language at hand, with months in letters.</summary>
    internal static IResult Lettered(this IResult result) => new Spoken(result, null);

    /// <summary>How a language writes numbers and days, months in letters.</summary>
    /// <param name="language">en, ru, es or ko, or a culture of one of them; an unknown one is English.</param>
    internal static CultureInfo Culture(string language) => Cultures[Known(language)];

    /// <summary>Speaks a language for the rest of the present call.</summary>
    internal static void Speak(string language)
    {
        CultureInfo.CurrentCulture = Culture(language);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Known(language));
    }

    private static string Known(string language) => language.Split('-')[0] is var plain && plain is "ru" or "es" or "ko" ? plain : "en";

    private static CultureInfo Lettered(string name, string day)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.ShortDatePattern = day;
        return CultureInfo.ReadOnly(culture);
    }

    private sealed class Spoken(IResult result, string? language) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            // Flows into the rendering below and not back out of this method.
            Speak(language ?? CultureInfo.CurrentUICulture.Name);
            await result.ExecuteAsync(httpContext);
        }
    }
}
