using PhoneNumbers;

namespace ServiceErp.Platform.Localization;

/// <summary>Telephone numbers are one number however they are typed: read with the country of the branch (REC-1).</summary>
public static class Phones
{
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <summary>The number as it is compared and dialled, in E.164: <c>030 777-0001</c>, <c>0049 30 7770001</c> and <c>+49 (30) 777 0001</c> are <c>+49307770001</c> in Germany.</summary>
    /// <param name="typed">As somebody typed it; nothing gives the empty text.</param>
    /// <param name="country">ISO 3166 code of the country where it was typed; empty reads only what begins with a plus.</param>
    /// <returns>What no country's plan can read keeps its digits.</returns>
    public static string Key(string? typed, string country) => Read(typed, country) is { } number ? Plans.Format(number, PhoneNumberFormat.E164) : Kernel.PhoneNumbers.Normalize(typed);

    /// <summary>The number as people read it, with its country: a number typed in the country's own way gets the code of the country; one that names its country stays as it was typed.</summary>
    /// <param name="typed">As somebody typed it.</param>
    /// <param name="country">ISO 3166 code of the country where it was typed.</param>
    public static string Show(string? typed, string country)
    {
        var text = (typed ?? "").Trim();
        return text.StartsWith('+') || Read(text, country) is not { } number ? text : Plans.Format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    private static PhoneNumber? Read(string? typed, string country)
    {
        if (string.IsNullOrWhiteSpace(typed) || (country.Length == 0 && !typed.TrimStart().StartsWith('+')))
        {
            return null;
        }

        try
        {
            return Plans.Parse(typed, country.Length == 0 ? null : country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
