using NodaTime;
using NodaTime.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Importing;

/// <summary>What an imported row did.</summary>
public enum ImportEffect
{
    /// <summary>Something new came to be.</summary>
    Created,

    /// <summary>Something known was changed.</summary>
    Changed,

    /// <summary>It was there already, the same.</summary>
    Unchanged,
}

/// <summary>One column that an importer understands.</summary>
/// <param name="Name">Its heading, English; the translated one is understood too.</param>
/// <param name="Required">Whether every row needs it.</param>
/// <param name="Example">A value, for the template file.</param>
/// <param name="Aliases">Other headings it goes by.</param>
public sealed record ImportColumn(string Name, bool Required, string Example, IReadOnlyList<string> Aliases)
{
    /// <summary>Whether it holds numbers, so that how they are written matters.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsNumber { get; init; }
}

/// <summary>One fault of a file.</summary>
/// <param name="Line">The line as a table program counts it.</param>
/// <param name="Column">The heading in the file; empty when the whole row is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Problem">What is wrong, translated.</param>
/// <param name="Remedy">What to do, translated.</param>
public sealed record ImportFault(int Line, string Column, string Value, string Problem, string Remedy);

/// <summary>
/// Takes in rows of a CSV or XLSX file (REC-10): checked as a whole first, applied row by row, each in a transaction of its own. A module registers it with
/// <c>builder.RegisterInstance&lt;Importer&gt;(new Importer&lt;PartRow&gt;(…).Text(…).Apply(…))</c>.
/// </summary>
public abstract class Importer
{
    private protected Importer(string name, string title, string permission)
    {
        (Name, Title, Permission) = (name, title, permission);
    }

    /// <summary>Its name in addresses, kebab case with the module first: <c>spare-parts-catalogue</c>.</summary>
    public string Name { get; }

    /// <summary>What it takes in, English: "Parts".</summary>
    public string Title { get; }

    /// <summary>Who may use it; the command of each row asks for its own permission besides.</summary>
    public string Permission { get; }

    /// <summary>The columns it understands.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Reads one row.</summary>
    /// <param name="cells">The text of each column in the order of <see cref="Columns"/>; null for columns that the file does not have.</param>
    /// <param name="numbers">For each column how its numbers are written; null for a cell that the table program itself took for a number.</param>
    /// <param name="texts">For choices in the reader's words.</param>
    internal abstract ReadRow Read(IReadOnlyList<string?> cells, IReadOnlyList<NumberFormat?> numbers, Texts texts);
}

/// <summary>A row as it was understood.</summary>
/// <param name="Key">What identifies it within the file; null when nothing does.</param>
/// <param name="Command">What it asks for; null when there are faults.</param>
/// <param name="Faults">Per fault the index of the column, the problem and the remedy.</param>
internal sealed record ReadRow(string? Key, ICommand<ImportEffect>? Command, IReadOnlyList<(int Column, Error Problem, Error Remedy)> Faults);

/// <summary>An importer whose rows become objects of <typeparamref name="TRow"/> and then commands.</summary>
/// <typeparam name="TRow">A class with a settable property for each column.</typeparam>
/// <param name="name">See <see cref="Importer.Name"/>.</param>
/// <param name="title">See <see cref="Importer.Title"/>.</param>
/// <param name="permission">See <see cref="Importer.Permission"/>.</param>
public sealed class Importer<TRow>(string name, string title, string permission) : Importer(name, title, permission)
    where TRow : class, new()
{
    private static readonly Error TryAgain = Error.Invalid("Platform.Import.Correct", "Correct the value and import the file again.");
    private static readonly LocalDatePattern[] Days = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"), LocalDatePattern.CreateWithInvariantCulture("uuuu.M.d"), LocalDatePattern.CreateWithInvariantCulture("uuuu/M/d")];
    private static readonly string[] Yes = ["yes", "y", "true", "1", "x", "да", "sí", "si", "예", "네"];
    private static readonly string[] No = ["no", "n", "false", "0", "-", "нет", "아니요", "아니오"];

    private readonly List<ImportColumn> columns = [];
    private readonly List<Func<TRow, string, NumberFormat?, Texts, (Error Problem, Error Remedy)?>> setters = [];
    private Func<TRow, string?> key = _ => null;
    private Func<TRow, ICommand<ImportEffect>>? command;

    /// <inheritdoc />
    public override IReadOnlyList<ImportColumn> Columns => columns;

    /// <summary>A column of words.</summary>
    public Importer<TRow> Text(string column, Action<TRow, string> set, bool required = false, int maxLength = 200, string example = "", params string[] aliases) =>
        Add(column, required, example, aliases, (row, text, _, _) =>
        {
            if (text.Length > maxLength)
            {
                return (Error.Invalid("Platform.Import.TooLong", "This has {0} characters; {1} fit.", text.Length, maxLength), Error.Invalid("Platform.Import.Shorten", "Shorten it."));
            }

            set(row, text);
            return null;
        });

    /// <summary>
    /// A column of numbers with decimals. Decimal point and comma are understood; what could be either thousand or decimal is decided by the other rows or by whoever sends the file, or refused.
    /// </summary>
    public Importer<TRow> Number(string column, Action<TRow, decimal> set, bool required = false, string example = "", params string[] aliases) =>
        AddNumber(column, required, example, aliases, (row, number) =>
        {
            if (number is { } value)
            {
                set(row, value);
                return null;
            }

            return (Error.Invalid("Platform.Import.NotANumber", "This is not a number, or it can be read in two ways."), Error.Invalid("Platform.Import.WriteNumber", "Write it without thousands separators, like 1234.50, or say above how the numbers of the file are written."));
        });

    /// <summary>A column of whole numbers.</summary>
    public Importer<TRow> Whole(string column, Action<TRow, int> set, bool required = false, string example = "", params string[] aliases) =>
        AddNumber(column, required, example, aliases, (row, number) =>
        {
            if (number is { } value && value == decimal.Truncate(value) && value is >= int.MinValue and <= int.MaxValue)
            {
                set(row, (int)value);
                return null;
            }

            return (Error.Invalid("Platform.Import.NotWhole", "This is not a whole number, or it can be read in two ways."), Error.Invalid("Platform.Import.WriteWhole", "Write it like 1200."));
        });

    /// <summary>A column of days: <c>2026-12-31</c>, <c>31.12.2026</c> or a date cell.</summary>
    public Importer<TRow> Date(string column, Action<TRow, LocalDate> set, bool required = false, string example = "2026-12-31", params string[] aliases) =>
        Add(column, required, example, aliases, (row, text, _, _) =>
        {
            // A time of day, as databases write it, is of no interest.
            var day = text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text;
            if (Days.Select(pattern => pattern.Parse(day)).FirstOrDefault(parsed => parsed.Success && KnownYears.Holds(parsed.Value)) is { } found)
            {
                set(row, found.Value);
                return null;
            }

            return (Error.Invalid("Platform.Import.NotADate", "This is not a date, or it can be read in two ways."), Error.Invalid("Platform.Import.WriteDate", "Write it like 2026-12-31."));
        });

    /// <summary>A column of yes and no.</summary>
    public Importer<TRow> YesNo(string column, Action<TRow, bool> set, bool required = false, string example = "yes", params string[] aliases) =>
        Add(column, required, example, aliases, (row, text, _, _) =>
        {
            var word = text.ToLowerInvariant();
            if (!Yes.Contains(word) && !No.Contains(word))
            {
                return (Error.Invalid("Platform.Import.NotYesOrNo", "This is neither yes nor no."), Error.Invalid("Platform.Import.WriteYesOrNo", "Write yes or no."));
            }

            set(row, Yes.Contains(word));
            return null;
        });

    /// <summary>A column of choices, by their English names or in the reader's words.</summary>
    public Importer<TRow> Choice<TEnum>(string column, Action<TRow, TEnum> set, bool required = false, string example = "", params string[] aliases)
        where TEnum : struct, Enum =>
        Add(column, required, example, aliases, (row, text, _, texts) =>
        {
            foreach (var value in Enum.GetValues<TEnum>())
            {
                if (new[] { value.ToString(), Texts.Humanise(value.ToString()), texts.Label(value) }.Contains(text, StringComparer.CurrentCultureIgnoreCase))
                {
                    set(row, value);
                    return null;
                }
            }

            return (Error.Invalid("Platform.Import.NotAChoice", "This is none of the choices."), Error.Invalid("Platform.Import.WriteChoice", "Write one of: {0}.", string.Join(", ", Enum.GetValues<TEnum>().Select(value => texts.Label(value)))));
        });

    /// <summary>A column with a reading of its own; a refusal's message says what to do.</summary>
    public Importer<TRow> Column<T>(string column, Func<string, Result<T>> read, Action<TRow, T> set, bool required = false, string example = "", params string[] aliases) =>
        Add(column, required, example, aliases, (row, text, _, _) =>
        {
            var value = read(text);
            if (!value.Succeeded)
            {
                return (value.Error, TryAgain);
            }

            set(row, value.Value);
            return null;
        });

    /// <summary>What identifies a row within the file; the second row with the same is a fault.</summary>
    public Importer<TRow> Key(Func<TRow, string?> identify)
    {
        key = identify;
        return this;
    }

    /// <summary>
    /// What a row does. The command says whether it created, changed or left the thing as it was, finds the thing by a key of the trade, and calls no other module that stores:
    /// the dry run carries it out and throws the outcome away.
    /// </summary>
    public Importer<TRow> Apply(Func<TRow, ICommand<ImportEffect>> become)
    {
        command = become;
        return this;
    }

    internal override ReadRow Read(IReadOnlyList<string?> cells, IReadOnlyList<NumberFormat?> numbers, Texts texts)
    {
        var row = new TRow();
        var faults = new List<(int, Error, Error)>();
        for (var i = 0; i < columns.Count; i++)
        {
            var text = cells[i]?.Trim() ?? "";
            if (text.Length == 0)
            {
                if (columns[i].Required)
                {
                    faults.Add((i, Error.Invalid("Platform.Import.Missing", "This is missing."), Error.Invalid("Platform.Import.FillIn", "Fill it in, such as {0}.", columns[i].Example.Length > 0 ? columns[i].Example : columns[i].Name)));
                }
            }
            else if (setters[i](row, text, numbers[i], texts) is { } fault)
            {
                faults.Add((i, fault.Problem, fault.Remedy));
            }
        }

        var become = command ?? throw new InvalidOperationException($"The importer {Name} does not say what a row does: call Apply.");
        return new ReadRow(faults.Count == 0 ? key(row) : null, faults.Count == 0 ? become(row) : null, faults);
    }

    private Importer<TRow> AddNumber(string column, bool required, string example, string[] aliases, Func<TRow, decimal?, (Error, Error)?> set)
    {
        Add(column, required, example, aliases, (row, text, format, _) => set(row, format is { } written ? ImportNumber.Read(text, written) : ImportNumber.Cell(text)));
        columns[^1] = columns[^1] with { IsNumber = true };
        return this;
    }

    private Importer<TRow> Add(string column, bool required, string example, string[] aliases, Func<TRow, string, NumberFormat?, Texts, (Error, Error)?> set)
    {
        columns.Add(new ImportColumn(column, required, example, aliases));
        setters.Add(set);
        return this;
    }
}
