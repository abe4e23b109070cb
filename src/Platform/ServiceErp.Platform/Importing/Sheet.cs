using ServiceErp.Kernel;

namespace ServiceErp.Platform.Importing;

/// <summary>One row of a table: where it stands and what is in it.</summary>
internal readonly record struct SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Which cells the table program itself took for numbers; their text has a decimal point and no thousands. None of a text file.</summary>
    public IReadOnlySet<int>? NumberCells { get; init; }

    /// <summary>Whether a cell is a number beyond doubt.</summary>
    public bool IsNumber(int column) => NumberCells?.Contains(column) == true;
}

/// <summary>The file breaks a limit or can't be read any further; carries the refusal out of a running enumeration.</summary>
internal sealed class BadSheetException(Error error) : Exception(error.ToString())
{
    public Error Error { get; } = error;
}

/// <summary>A table out of a file: its headings and, read while it is walked through, its rows.</summary>
internal sealed class Sheet : IDisposable
{
    public const long LargestFile = 20 * 1024 * 1024;
    public const int MostRows = 200_000;
    public const int MostColumns = 200;
    public const int LongestCell = 32_767;

    private readonly IEnumerator<SheetRow> rows;
    private readonly IDisposable source;

    private Sheet(IEnumerator<SheetRow> rows, IDisposable source, string format, IReadOnlyList<Error> notices)
    {
        (this.rows, this.source, Format, Notices) = (rows, source, format, notices);
    }

    /// <summary>What the file turned out to be, such as "CSV, windows-1251".</summary>
    public string Format { get; }

    /// <summary>What the reader should know, such as a guessed encoding.</summary>
    public IReadOnlyList<Error> Notices { get; }

    /// <summary>The first row that is not empty.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Opens a file by what is in it, whatever it is called. Reading stops when <paramref name="cancel"/> says so.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">How a text file is encoded, where somebody said so.</param>
    /// <param name="language">The reader's, as a culture's name: it decides what the bytes of a text file leave open.</param>
    /// <param name="cancel">Stops it.</param>
    public static Result<Sheet> Open(string path, TextEncoding encoding = TextEncoding.Automatic, string language = "", CancellationToken cancel = default)
    {
        var start = new byte[8];
        int length;
        using (var file = File.OpenRead(path))
        {
            length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        if (length == 0)
        {
            return Error.Invalid("Platform.Import.Empty", "The file is empty.");
        }

        Sheet? sheet = null;
        try
        {
            sheet = start switch
            {
                [(byte)'P', (byte)'K', 3, 4, ..] => FromXlsx(path, cancel),
                [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new BadSheetException(Error.Invalid("Platform.Import.OldExcel", "This is an old or a protected Excel file. Save it as XLSX without a password, or as CSV.")),
                _ => FromCsv(path, encoding, language),
            };
            sheet.ReadHeadings();
            return sheet;
        }
        catch (BadSheetException e)
        {
            sheet?.Dispose();
            return e.Error;
        }
        catch
        {
            sheet?.Dispose();
            throw;
        }
    }

    /// <summary>The rows after the headings, empty ones left out; may throw <see cref="BadSheetException"/>.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        var count = 0;
        while (rows.MoveNext())
        {
            if (rows.Current.Cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (++count > MostRows)
            {
                throw new BadSheetException(Error.Invalid("Platform.Import.TooManyRows", "The file has more than {0} rows. Split it.", MostRows));
            }

            yield return rows.Current;
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        source.Dispose();
    }

    private static Sheet FromCsv(string path, TextEncoding encoding, string language)
    {
        var csv = CsvSheet.Open(path, encoding, language);
        return new Sheet(csv.Rows().GetEnumerator(), csv, csv.Format, csv.Notices);
    }

    private static Sheet FromXlsx(string path, CancellationToken cancel)
    {
        var book = XlsxSheet.Open(path, cancel);
        return new Sheet(book.Rows().GetEnumerator(), book, "XLSX", []);
    }

    private void ReadHeadings()
    {
        while (rows.MoveNext())
        {
            var cells = rows.Current.Cells;
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            Headings = [.. cells.Select(c => c.Trim())];
            while (Headings.Count > 0 && Headings[^1].Length == 0)
            {
                Headings = [.. Headings.SkipLast(1)];
            }

            if (Headings.Count > MostColumns)
            {
                throw new BadSheetException(Error.Invalid("Platform.Import.TooManyColumns", "The file has more than {0} columns.", MostColumns));
            }

            if (Headings.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.CurrentCultureIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw new BadSheetException(Error.Invalid("Platform.Import.HeadingTwice", "Two columns are called \"{0}\". Rename one of them.", Cut(twice.Key)));
            }

            return;
        }

        throw new BadSheetException(Error.Invalid("Platform.Import.Empty", "The file is empty."));
    }

    public static string Cut(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
