using System.Text;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Importing;

/// <summary>
/// Finds out how a text file is encoded: by its mark, else as UTF-8 when every byte agrees, else by guessing among the encodings in which table programs of our users save,
/// said so to the reader.
/// </summary>
internal static class TextDecoding
{
    public static (string Text, string Encoding, Error? Notice) Read(byte[] bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return (Text(Encoding.UTF8, bytes.AsSpan(3)), "UTF-8", null);
            case [0xFF, 0xFE, ..]: return (Text(Encoding.Unicode, bytes.AsSpan(2)), "UTF-16", null);
            case [0xFE, 0xFF, ..]: return (Text(Encoding.BigEndianUnicode, bytes.AsSpan(2)), "UTF-16", null);
        }

        if (bytes.AsSpan().Contains((byte)0) || bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).IndexOfAnyInRange((byte)0x0E, (byte)0x1A) >= 0)
        {
            throw new BadSheetException(Error.Invalid("Platform.Import.NotATable", "This is neither a CSV nor an XLSX file. Save the table as CSV (UTF-8) or XLSX."));
        }

        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), "UTF-8", null);
        }
        catch (DecoderFallbackException)
        {
            var encoding = Guess(bytes);
            return (encoding.GetString(bytes), encoding.WebName, Error.Invalid("Platform.Import.EncodingGuessed", "The file is not in UTF-8; it was read as {0}. Look whether the letters are right, or save it as CSV UTF-8.", encoding.WebName));
        }
    }

    private static string Text(Encoding encoding, ReadOnlySpan<byte> bytes) => encoding.GetString(bytes);

    private static Encoding Guess(byte[] bytes)
    {
        var pages = CodePagesEncodingProvider.Instance;
        var korean = pages.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        try
        {
            // Korean bytes come in pairs and nearly all become syllables; Cyrillic read in this way becomes Chinese characters.
            var strange = korean.GetString(bytes).Where(c => c > '\u007F').ToArray();
            if (strange.Count(c => c is >= '\uAC00' and <= '\uD7A3') > strange.Length * 0.7)
            {
                return pages.GetEncoding(949)!;
            }
        }
        catch (DecoderFallbackException)
        {
            // Not pairs.
        }

        // Cyrillic words are runs of high bytes; accents of western languages stand alone among plain letters.
        var (high, runs) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0xC0 || bytes[i] is 0xA8 or 0xB8)
            {
                high++;
                runs += i == 0 || bytes[i - 1] < 0x80 ? 1 : 0;
            }
        }

        return pages.GetEncoding(high > runs * 2 ? 1251 : 1252)!;
    }
}
