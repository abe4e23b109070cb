using System.Globalization;

namespace ServiceErp.Platform.Importing;

/// <summary>How the numbers of a file are written.</summary>
public enum NumberFormat
{
    /// <summary>Found out from the file; what stays open is refused.</summary>
    Automatic,

    /// <summary>1,234.56</summary>
    Point,

    /// <summary>1.234,56</summary>
    Comma,

    /// <summary>1 234,56</summary>
    Space,
}

/// <summary>A number as a table program or a person wrote it. What could be a thousand or a decimal is never guessed.</summary>
internal static class ImportNumber
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The written form of a format, for the screen.</summary>
    public static string Example(NumberFormat format) => format switch
    {
        NumberFormat.Point => "1,234.56",
        NumberFormat.Comma => "1.234,56",
        NumberFormat.Space => "1 234,56",
        _ => "",
    };

    /// <summary>The value of a cell that the table program itself took for a number: its mark is a point, and nothing parts thousands.</summary>
    public static decimal? Cell(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest ? number : null;

    /// <summary>A number written in words of a known format, or, for <see cref="NumberFormat.Automatic"/>, one that can be read in one way only; null for all else.</summary>
    public static decimal? Read(string text, NumberFormat format = NumberFormat.Automatic)
    {
        var plain = Plain(text);
        return format switch
        {
            NumberFormat.Automatic => Telling(plain) is { } told ? Parse(plain, told) : HasMark(plain) ? null : Parse(plain, '.'),
            NumberFormat.Point => Parse(plain, '.'),
            NumberFormat.Space when plain.Contains('.', StringComparison.Ordinal) => null,
            _ => Parse(plain, ','),
        };
    }

    /// <summary>Which format a cell gives away: it has a mark and can be read in one way only.</summary>
    public static NumberFormat? Tells(string text) =>
        Plain(text) is var plain && Telling(plain) is { } mark && Parse(plain, mark) is not null ? mark == '.' ? NumberFormat.Point : NumberFormat.Comma : null;

    /// <summary>Whether a cell is a number that can be read in two ways.</summary>
    public static bool IsOpen(string text) => Plain(text) is var plain && HasMark(plain) && Telling(plain) is null && Parse(plain, '.') is not null;

    /// <summary>The decimal mark of a number that has a mark and can be read in one way only; null when either reading would do, or there is no mark.</summary>
    private static char? Telling(string plain)
    {
        var (commas, points) = (plain.Count(c => c == ','), plain.Count(c => c == '.'));
        var hasSpaces = plain.Contains(' ', StringComparison.Ordinal);
        if (commas > 0 && points > 0)
        {
            return plain.LastIndexOf(',') > plain.LastIndexOf('.') ? ',' : '.';
        }

        if (commas + points == 0)
        {
            return null;
        }

        var mark = commas > 0 ? ',' : '.';
        if (commas + points > 1)
        {
            return mark == ',' ? '.' : ','; // several of one kind part thousands, so the other one is the decimal mark
        }

        // "1,234" is a thousand to one reader and little more than one to another; "0,234", "1234,567" and "1 234,567" are not.
        var place = plain.IndexOf(mark, StringComparison.Ordinal);
        var whole = plain[..place].TrimStart('-', '+');
        var couldBeThousand = plain.Length - place - 1 == 3 && plain[(place + 1)..].All(char.IsAsciiDigit) && whole.Length is >= 1 and <= 3 && whole[0] != '0' && !hasSpaces;
        return couldBeThousand ? null : mark;
    }

    private static decimal? Parse(string plain, char mark)
    {
        var cut = plain.IndexOf(mark, StringComparison.Ordinal);
        var whole = cut < 0 ? plain : plain[..cut];
        var rest = cut < 0 ? "" : plain[cut..];
        var other = mark == '.' ? ',' : '.';
        var separators = whole.Where(c => c == other || c == ' ').Distinct().ToArray();
        return separators.Length > 1 || rest.Contains(other, StringComparison.Ordinal) || rest.Contains(' ', StringComparison.Ordinal) || (separators.Length == 1 && !AreGroups(whole, separators[0]))
            ? null
            : Cell(string.Concat(whole.Where(c => c != other && c != ' ')) + rest.Replace(mark, '.'));
    }

    /// <summary>One sign for each kind of space and minus; the apostrophe of the Swiss is a space like any other.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Trim().Select(c => c switch { '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019' => ' ', '\u2212' => '-', _ => c }).Where(c => c is not ('\u200E' or '\u200F')));

    private static bool HasMark(string plain) => plain.AsSpan().IndexOfAny(',', '.') >= 0;

    private static bool AreGroups(string text, char separator)
    {
        var groups = text.TrimStart('-', '+').Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3);
    }
}
