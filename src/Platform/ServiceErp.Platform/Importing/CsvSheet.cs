using CsvHelper;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Importing;

/// <summary>Reads a CSV file: any usual separator, quotes by RFC 4180. What looks like a formula is text like any other.</summary>
internal sealed class CsvSheet : IDisposable
{
    private const int LongestRow = 8 * 1024 * 1024;

    private readonly CsvReader reader;
    private bool neverClosed;

    private CsvSheet(string text, string encoding, Error? notice)
    {
        Format = $"CSV, {encoding}";
        Notices = notice is null ? [] : [notice];
        reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = bad => neverClosed |= bad.Reason == CsvMalformedReason.UnterminatedQuote,
        });
    }

    public string Format { get; }

    public IReadOnlyList<Error> Notices { get; }

    public static CsvSheet Open(string path, TextEncoding encoding, string language)
    {
        var (text, name, notice) = TextDecoding.Read(File.ReadAllBytes(path), encoding, language);
        return new CsvSheet(text, name, notice);
    }

    public IEnumerable<SheetRow> Rows()
    {
        while (Next() is { } row)
        {
            yield return row;
        }
    }

    public void Dispose() => reader.Dispose();

    private SheetRow? Next()
    {
        try
        {
            if (!reader.Read())
            {
                return null;
            }
        }
        catch (CsvFormatException e)
        {
            throw Unreadable(e.LineNumber);
        }

        // Empty cells at the end of a line are nothing; a table program may have written thousands of them.
        var count = reader.FieldCount;
        while (count > 0 && reader.IsEmpty(count - 1))
        {
            count--;
        }

        if (count > Sheet.MostColumns)
        {
            throw new BadSheetException(Error.Invalid("Platform.Import.TooManyColumns", "The file has more than {0} columns.", Sheet.MostColumns));
        }

        var cells = new string[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = reader.GetString(i);
            if (neverClosed || cells[i].Length > Sheet.LongestCell)
            {
                throw Unreadable(reader.LineNumber);
            }

            cells[i] = FormulaGuard.Off(cells[i]);
        }

        return new SheetRow((int)reader.LineNumber, cells);
    }

    private static BadSheetException Unreadable(long line) =>
        new(Error.Invalid("Platform.Import.LineUnreadable", "Line {0} can't be read. Look there for a quotation mark that is not closed.", line));
}
