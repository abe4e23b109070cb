using System.Globalization;
using System.Text;

namespace ServiceErp.Kernel;

/// <summary>Text as it is compared when somebody finds as they type (REC-1). Store the normal form beside the text and compare normal forms.</summary>
public static class SearchText
{
    /// <summary>
    /// Lower case, trimmed, white space collapsed to single spaces, Latin letters without their marks (<c>Müller</c> is <c>muller</c>, <c>Straße</c> is
    /// <c>strasse</c>, <c>Łódź</c> is <c>lodz</c>), full-width forms made plain. Cyrillic (й and ё stay) and Hangul keep their letters.
    /// Invisible characters and broken surrogates are dropped. Normalizing twice changes nothing.
    /// </summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var normal = new StringBuilder(text.Length);
        var afterLatin = false;
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                afterLatin = false;
                if (normal.Length > 0 && normal[^1] != ' ')
                {
                    normal.Append(' ');
                }

                continue;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.Format:
                case UnicodeCategory.NonSpacingMark when afterLatin:
                    continue;
                case not UnicodeCategory.NonSpacingMark:
                    afterLatin = rune.Value is < 0x250 or >= 0x1E00 and < 0x1F00;
                    break;
            }

            normal.Append(Plain(rune));
        }

        return normal.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Letters that are not a plain letter with a mark, and are typed as plain letters all the same.</summary>
    private static string Plain(Rune letter) => letter.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        _ => letter.ToString(),
    };

    private static string WellFormed(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                clean.Append(rune);
            }

            rest = rest[length..];
        }

        return clean.ToString();
    }
}
