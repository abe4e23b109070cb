using System.Globalization;

namespace ServiceErp.Kernel;

/// <summary>What counts as a reason: something that tells a stranger who reads it later why. A dot, a dash or a lone word does not.</summary>
public static class Reasons
{
    /// <summary>The fewest letters of a reason; a Hangul syllable counts as two.</summary>
    public const int FewestLetters = 8;

    /// <summary>The fewest words of a reason.</summary>
    public const int FewestWords = 2;

    /// <summary>Whether the text is a sentence in this sense: at least two words that have letters or digits in them, with at least eight letters in all.</summary>
    public static bool IsSentence(string? text)
    {
        var (letters, words, inWord) = (0, 0, false);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var isLetter = System.Text.Rune.IsLetter(rune);
            // Letters such as those of Hangul stand for a whole syllable.
            letters += !isLetter ? 0 : System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter ? 2 : 1;
            if (System.Text.Rune.IsWhiteSpace(rune))
            {
                inWord = false;
            }
            else if (!inWord && System.Text.Rune.IsLetterOrDigit(rune))
            {
                (words, inWord) = (words + 1, true);
            }
        }

        return letters >= FewestLetters && words >= FewestWords;
    }
}
