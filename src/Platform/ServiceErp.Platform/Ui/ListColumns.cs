namespace ServiceErp.Platform.Ui;

/// <summary>What a column holds; it decides alignment, format and the cell type in a file.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number, right-aligned.</summary>
    Number,

    /// <summary>A <see cref="Kernel.Money"/>, right-aligned, with its currency; files hold the bare number, and the currency in a column of its own.</summary>
    Money,

    /// <summary>The price or cost of one piece, a <see cref="Kernel.Money"/>: like an amount, but with as many decimals as it has.</summary>
    Price,

    /// <summary>Day and time of an instant, in the reader's zone.</summary>
    Instant,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A state, as a <see cref="Badge"/>.</summary>
    Badge,
}

/// <summary>One column of a list, on the screen and in files.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Header">English key of the heading.</param>
/// <param name="Value">The cell's value; enumerations are put into words.</param>
public sealed record ListColumn<TRow>(string Header, Func<TRow, object?> Value)
{
    /// <summary>The name under which the query sorts by it; null when it does not.</summary>
    public string? Sort { get; init; }

    /// <summary>Where the cell leads.</summary>
    public Func<TRow, string?>? Href { get; init; }

    /// <summary>What it holds.</summary>
    public ColumnKind Kind { get; init; }

    /// <summary>Left out on phones.</summary>
    public bool HideOnPhone { get; init; }

    /// <summary>The row's name: the heading of its card on a phone, the link that a click anywhere on the row follows.</summary>
    public bool Primary { get; init; }

    /// <summary>The colour of a badge.</summary>
    public Func<TRow, Tone>? Tone { get; init; }

    /// <summary>Only in files.</summary>
    public bool FileOnly { get; init; }

    internal bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Money or ColumnKind.Price;

    /// <summary>An order by amounts, which has no meaning where the list has several currencies.</summary>
    internal bool IsMoney => Kind is ColumnKind.Money or ColumnKind.Price;
}

/// <summary>The columns of one list, said once for the table, CSV and XLSX. Build it once and keep it in a static field.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <example>
/// <code>
/// internal static readonly ListColumns&lt;Row&gt; Columns = new ListColumns&lt;Row&gt;()
///     .Add("Number", r => r.Number, sort: "number", href: r => $"/orders/{r.Id}", primary: true)
///     .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State));
/// </code>
/// </example>
public sealed class ListColumns<TRow>
{
    private const string Currency = "Currency";

    private readonly List<ListColumn<TRow>> all = [];

    /// <summary>Every column, those for files only included.</summary>
    public IReadOnlyList<ListColumn<TRow>> All => all;

    /// <summary>The columns of the table.</summary>
    public IEnumerable<ListColumn<TRow>> Shown => all.Where(column => !column.FileOnly);

    /// <summary>The columns of the table without some; the row's name always stays.</summary>
    /// <param name="hidden">English headings.</param>
    public ListColumns<TRow> Without(IReadOnlySet<string> hidden)
    {
        var rest = new ListColumns<TRow>();
        rest.all.AddRange(Shown.Where(column => column.Primary || !hidden.Contains(column.Header)));
        if (rest.all.Count == 0)
        {
            rest.all.AddRange(Shown);
        }

        return rest;
    }

    /// <summary>The names by which the list can be sorted.</summary>
    public IEnumerable<string> SortNames => all.Select(column => column.Sort).OfType<string>();

    /// <summary>Adds a column of amounts: each cell names its currency and has its decimals. Files hold the currency in a column of its own, one for all amounts of a row.</summary>
    /// <param name="header">English key of the heading.</param>
    /// <param name="amount">The amount; null leaves the cell empty.</param>
    /// <param name="currency">Its currency; the same for all amounts of a row.</param>
    /// <param name="sort">The name under which the query sorts by it.</param>
    /// <param name="hideOnPhone">Left out on phones.</param>
    /// <param name="fileOnly">Only in files.</param>
    /// <param name="ofOne">The price or cost of one piece, which may have more decimals than the currency.</param>
    public ListColumns<TRow> Money(
        string header, Func<TRow, decimal?> amount, Func<TRow, string?> currency, string? sort = null, bool hideOnPhone = false, bool fileOnly = false, bool ofOne = false)
    {
        Add(header, r => amount(r) is { } value && currency(r) is { } code && Kernel.Currencies.IsWellFormed(code) ? new Kernel.Money(value, code) : null, sort, kind: ofOne ? ColumnKind.Price : ColumnKind.Money, hideOnPhone: hideOnPhone, fileOnly: fileOnly);
        return all.Any(column => column.Header == Currency) ? this : Add(Currency, r => currency(r), fileOnly: true);
    }

    /// <summary>Adds a column on the right.</summary>
    /// <param name="header">English key of the heading.</param>
    /// <param name="value">The cell's value.</param>
    /// <param name="sort">The name under which the query sorts by it.</param>
    /// <param name="href">Where the cell leads.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="hideOnPhone">Left out on phones.</param>
    /// <param name="primary">The row's name and link; one per list.</param>
    /// <param name="tone">The colour of a badge.</param>
    /// <param name="fileOnly">Only in files.</param>
    public ListColumns<TRow> Add(
        string header,
        Func<TRow, object?> value,
        string? sort = null,
        Func<TRow, string?>? href = null,
        ColumnKind kind = ColumnKind.Text,
        bool hideOnPhone = false,
        bool primary = false,
        Func<TRow, Tone>? tone = null,
        bool fileOnly = false)
    {
        all.Add(new(header, value) { Sort = sort, Href = href, Kind = kind, HideOnPhone = hideOnPhone, Primary = primary, Tone = tone, FileOnly = fileOnly });
        return this;
    }
}
