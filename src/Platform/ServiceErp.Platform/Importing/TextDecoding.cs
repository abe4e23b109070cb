using System.Text;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Importing;

/// <summary>How the letters of a text file are stored.</summary>
public enum TextEncoding
{
    /// <summary>Found out from the file.</summary>
    Automatic,

    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>windows-1252.</summary>
    Western,

    /// <summary>windows-1251.</summary>
    Cyrillic,

    /// <summary>Code page 949.</summary>
    Korean,

    /// <summary>windows-1250.</summary>
    CentralEuropean,
}

/// <summary>
/// Finds out how a text file is encoded: by its mark, else as UTF-8 when every byte agrees, else by reading it in each encoding in which table programs of our users save and taking the one
/// in which the fewest words look strange. The reader's language decides what that leaves open, and whoever sends the file can say otherwise.
/// </summary>
internal static class TextDecoding
{
    private static readonly Dictionary<TextEncoding, Encoding> Pages = new()
    {
        [TextEncoding.Utf8] = Encoding.UTF8,
        [TextEncoding.Western] = Page(1252),
        [TextEncoding.Cyrillic] = Page(1251),
        [TextEncoding.Korean] = Page(949),
        [TextEncoding.CentralEuropean] = Page(1250),
    };

    // Where nothing decides, the earlier one is taken.
    private static readonly TextEncoding[] Guesses = [TextEncoding.Western, TextEncoding.Cyrillic, TextEncoding.Korean, TextEncoding.CentralEuropean];

    /// <summary>The text, the encoding's name, and a word to the reader when it was guessed.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="chosen">The encoding, where somebody said it.</param>
    /// <param name="language">The reader's, as a culture's name.</param>
    public static (string Text, string Encoding, Error? Notice) Read(byte[] bytes, TextEncoding chosen = TextEncoding.Automatic, string language = "")
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return (Encoding.UTF8.GetString(bytes.AsSpan(3)), "UTF-8", null);
            case [0xFF, 0xFE, ..]: return (Encoding.Unicode.GetString(bytes.AsSpan(2)), "UTF-16", null);
            case [0xFE, 0xFF, ..]: return (Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)), "UTF-16", null);
        }

        if (bytes.AsSpan().Contains((byte)0) || bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).IndexOfAnyInRange((byte)0x0E, (byte)0x1A) >= 0)
        {
            throw new BadSheetException(Error.Invalid("Platform.Import.NotATable", "This is neither a CSV nor an XLSX file. Save the table as CSV (UTF-8) or XLSX."));
        }

        if (chosen == TextEncoding.Automatic)
        {
            try
            {
                return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), "UTF-8", null);
            }
            catch (DecoderFallbackException)
            {
                var found = Pages[Guess(bytes, language)];
                return (found.GetString(bytes), found.WebName, Error.Invalid(
                    "Platform.Import.EncodingGuessed", "The file is not in UTF-8; it was read as {0}. Look whether the letters are right; if not, choose another encoding.", found.WebName));
            }
        }

        var encoding = Pages[chosen];
        return (encoding.GetString(bytes), chosen == TextEncoding.Utf8 ? "UTF-8" : encoding.WebName, null);
    }

    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;

    private static TextEncoding Guess(byte[] bytes, string language)
    {
        // The mother tongue of the file's letters: a Russian reader has "л" for litres where a Frenchman would have "ë".
        var own = language.Split('-')[0] switch { "ru" => TextEncoding.Cyrillic, "ko" => TextEncoding.Korean, "pl" or "cs" or "sk" or "hu" or "hr" or "sl" or "ro" => TextEncoding.CentralEuropean, _ => TextEncoding.Western };
        return Guesses.MinBy(guess => (Strangeness(bytes, guess), guess == own ? 0 : 1, Array.IndexOf(Guesses, guess)));
    }

    /// <summary>How strange a file looks when read in an encoding: 0 for words that somebody might have written.</summary>
    private static int Strangeness(byte[] bytes, TextEncoding encoding)
    {
        var text = Pages[encoding].GetString(bytes);
        var strange = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < '\u0080' && !char.IsAsciiLetter(text[i]))
            {
                i++;
                continue;
            }

            if (!IsLetter(text[i]))
            {
                // Signs such as ° or № stand alone among digits and blanks; where they stand in heaps, or a power sign begins a word, they are letters of something else.
                strange += text[i] is '\uFFFD' or (>= '\u0080' and <= '\u009F') ? 10
                    : i + 1 < text.Length && text[i + 1] >= '\u0080' && !IsLetter(text[i + 1]) ? 2
                    : text[i] is '¹' or '²' or '³' && i + 1 < text.Length && IsLetter(text[i + 1]) ? 3
                    : text[i] is '¿' or '¡' && i > 0 && IsLetter(text[i - 1]) ? 3
                    : 0;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsLetter(text[i]))
            {
                i++;
            }

            strange += encoding switch
            {
                TextEncoding.Korean => Korean(text.AsSpan(start, i - start)),
                TextEncoding.Cyrillic => Cyrillic(text.AsSpan(start, i - start)),
                _ => Latin(text.AsSpan(start, i - start)),
            };
        }

        return strange;
    }

    // The sign of a millionth and the ordinals º and ª stand in every one of these tables.
    private static bool IsLetter(char c) => char.IsLetter(c) && c is not ('µ' or 'º' or 'ª');

    /// <summary>Accents stand among plain letters: a word of nothing else was never one.</summary>
    private static int Latin(ReadOnlySpan<char> word)
    {
        var (accents, strange) = (0, ChangesCase(word));
        foreach (var c in word)
        {
            accents += c >= '\u0080' ? 1 : 0;
            strange += c is 'ð' or 'þ' or 'Ð' or 'Þ' or 'ÿ' or 'ƒ' ? 1 : 0;
        }

        return accents == 0 ? 0
            : accents == word.Length ? strange + (word.Length > 1 ? 2 * word.Length : word[0] switch { 'à' or 'é' or 'ó' or 'è' or 'À' or 'É' or 'Ó' or 'È' => 0, 'ö' or 'å' or 'Å' or 'ø' or 'Ø' => 1, _ => 2 })
            : accents > 2 && accents * 2 > word.Length ? strange + accents
            : strange;
    }

    /// <summary>A word is Cyrillic or it is not.</summary>
    private static int Cyrillic(ReadOnlySpan<char> word)
    {
        var (own, latin, strange) = (0, 0, ChangesCase(word));
        foreach (var c in word)
        {
            own += c >= '\u0400' ? 1 : 0;
            latin += c < '\u0080' ? 1 : 0;
            strange += c is (>= 'А' and <= 'я') or 'ё' or 'Ё' || c < '\u0080' ? 0 : c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' ? 1 : 2;
        }

        return own == 0 ? 0
            : latin > 0 ? strange + (3 * Math.Min(own, latin))
            : strange + (word[0] is 'ъ' or 'ь' or 'ы' or 'Ъ' or 'Ь' or 'Ы' ? 2 : 0);
    }

    /// <summary>Syllables outside the standard's 2,350, which have a byte of plain text as their second half, and Chinese characters are rare.</summary>
    private static int Korean(ReadOnlySpan<char> word)
    {
        var strange = 0;
        foreach (var c in word)
        {
            strange += c < '\u0080' ? 0 : c is >= '\uAC00' and <= '\uD7A3' ? IsCommon(c) ? 0 : 4 : 2;
        }

        return strange;
    }

    private static bool IsCommon(char syllable)
    {
        Span<byte> bytes = stackalloc byte[4];
        return Pages[TextEncoding.Korean].GetBytes([syllable], bytes) == 2 && bytes[0] >= 0xB0 && bytes[1] >= 0xA1;
    }

    private static int ChangesCase(ReadOnlySpan<char> word)
    {
        var changes = 0;
        for (var i = 1; i < word.Length; i++)
        {
            changes += (word[i] >= '\u0080' || word[i - 1] >= '\u0080') && char.IsLower(word[i - 1]) && char.IsUpper(word[i]) ? 2 : 0;
        }

        return changes;
    }
}
