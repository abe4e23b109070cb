using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Ui;

/// <summary>
/// What the address of a list asks for. Everything is read as text, so that a mistyped address shows a list and never an error, and a day of no <see cref="KnownYears"/> is left out like any other that is none;
/// <c>q</c>, <c>sort</c>, <c>dir</c>, <c>cursor</c>, <c>size</c>, <c>from</c>, <c>to</c>, <c>format</c>, <c>columns</c> and <c>saved</c> have a fixed meaning, all else is a filter.
/// </summary>
public sealed record ListQuery
{
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal) { "q", "sort", "dir", "cursor", "size", "from", "to", "format", "columns", "saved" };

    /// <summary>Rows of a page unless the address says otherwise.</summary>
    public const int UsualSize = 25;

    /// <summary>Most rows that the address may ask for at once.</summary>
    public const int LargestSize = 500;

    /// <summary>The list's address without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The searched words; null for none.</summary>
    public string? Search { get; init; }

    /// <summary>The column to sort by; null for the list's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether the largest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>The page, in words only the query understands; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many rows a page has.</summary>
    public int Size { get; init; } = UsualSize;

    /// <summary>First day, inclusive.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The first moment of <see cref="From"/> where the reader is.</summary>
    public Instant? Since => From?.AtStartOfDayInZone(ReaderZone.Current).ToInstant();

    /// <summary>The moment at which <see cref="To"/> is over where the reader is.</summary>
    public Instant? Until => To?.PlusDays(1).AtStartOfDayInZone(ReaderZone.Current).ToInstant();

    /// <summary><c>csv</c> or <c>xlsx</c> when a file is asked for.</summary>
    public string? Format { get; init; }

    /// <summary>The reader keeps a filter that the bare address opens with, so that a link to everything must say so.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The reader sees branches with different currencies: amounts are then not put in order, since 5,000 won are less than 10 euros.</summary>
    public bool MixesCurrencies { get; init; }

    /// <summary>Chosen filters by name, empty ones left out.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    /// <summary>A filter's chosen value, or null.</summary>
    public string? Filter(string name) => Filters.GetValueOrDefault(name);

    /// <summary>A filter's chosen value as an enumeration; null when nothing or nothing known is chosen.</summary>
    public TEnum? Filter<TEnum>(string name)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(Filter(name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Search is not null || From is not null || To is not null || Filters.Count > 0;

    /// <summary>Search, filters and order as they stand in an address, in a fixed sequence and without page and size: what is kept under a name. Empty for the whole list in its own order.</summary>
    public string Narrowing => string.Join('&', Parts().Where(p => !string.IsNullOrEmpty(p.Value)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(Written));

    /// <summary>Reads the address of a request.</summary>
    public static ListQuery Read(HttpRequest request) => Read(request.Path, request.Query) with
    {
        MixesCurrencies = request.HttpContext.RequestServices?.GetService<IBranches>()?.Seen(request.HttpContext.Caller()).Select(branch => branch.Currency).Distinct().Count() > 1,
    };

    /// <summary>Reads an address.</summary>
    /// <param name="path">Without the query.</param>
    /// <param name="query">What stands after the question mark.</param>
    public static ListQuery Read(string path, IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        LocalDate? Day(string name) => KnownYears.Day(Text(name));
        return new()
        {
            Path = path,
            Search = Text("q") is { Length: > 200 } tooLong ? tooLong[..200] : Text("q"),
            Sort = Text("sort"),
            Descending = Text("dir") == "desc",
            Cursor = Text("cursor"),
            Size = int.TryParse(Text("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, LargestSize) : UsualSize,
            From = Day("from"),
            To = Day("to"),
            Format = Text("format"),
            Filters = query.Keys.Where(name => !Fixed.Contains(name) && Text(name) is not null).ToDictionary(name => name, name => Text(name)!, StringComparer.Ordinal),
        };
    }

    /// <summary>The address of this query with some of its parts changed; a null value takes the part out. The page goes back to the first unless changed itself.</summary>
    public string Link(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var parts = Parts();
        parts["size"] = Size == UsualSize ? null : Size.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in changes)
        {
            parts[name] = value;
        }

        var written = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(Written));
        return written.Length > 0 ? $"{Path}?{written}" : Whole;
    }

    /// <summary>The address of the whole list in its own order.</summary>
    public string Whole => HasDefault ? Path + "?saved=none" : Path;

    private static string Written(KeyValuePair<string, string?> part) => $"{Uri.EscapeDataString(part.Key)}={Uri.EscapeDataString(part.Value!)}";

    private Dictionary<string, string?> Parts()
    {
        var parts = Filters.ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal);
        parts["q"] = Search;
        parts["from"] = From is { } from ? LocalDatePattern.Iso.Format(from) : null;
        parts["to"] = To is { } to ? LocalDatePattern.Iso.Format(to) : null;
        parts["sort"] = Sort;
        parts["dir"] = Descending ? "desc" : null;
        return parts;
    }
}

/// <summary>Links to other pages of a list; a null one is drawn disabled.</summary>
/// <param name="First">Cursor of the first page; the empty string stands for "no cursor".</param>
/// <param name="Previous">Cursor of the page before.</param>
/// <param name="Next">Cursor of the page after.</param>
/// <param name="Last">Cursor of the last page.</param>
public sealed record ListPaging(string? First = null, string? Previous = null, string? Next = null, string? Last = null);

/// <summary>One value of a filter or choice.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read, translated.</param>
/// <param name="Count">How many there are; shown beside a filter's label.</param>
/// <param name="Hint">A second line, for cards and search lists.</param>
/// <param name="Icon">A name in <c>Client/icons.txt</c>, for cards.</param>
/// <param name="Disabled">Shown but not to be chosen.</param>
public sealed record Option(string Value, string Label, int? Count = null, string? Hint = null, string? Icon = null, bool Disabled = false);

/// <summary>How a filter is offered.</summary>
public enum FilterStyle
{
    /// <summary>A box that opens.</summary>
    Select,

    /// <summary>One button per value, with counts: for the few states people switch between all day.</summary>
    Chips,
}

/// <summary>A choice that narrows a list.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">Translated; also the text for "any".</param>
/// <param name="Options">The values.</param>
/// <param name="Style">How it is offered.</param>
public sealed record ListFilter(string Name, string Label, IReadOnlyList<Option> Options, FilterStyle Style = FilterStyle.Select)
{
    /// <summary>A filter over all values of an enumeration.</summary>
    public static ListFilter Of<TEnum>(string name, string label, Localization.Texts texts, FilterStyle style = FilterStyle.Select, Func<TEnum, int?>? count = null)
        where TEnum : struct, Enum =>
        new(name, label, [.. Enum.GetValues<TEnum>().Select(value => new Option(value.ToString(), texts.Label(value), count?.Invoke(value)))], style);
}
