using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Importing;

/// <summary>
/// Reads the first visible sheet of a workbook, element by element, so that its size does not matter. Formulas are not worked out: what the table program last showed counts.
/// External files and document type definitions are never followed.
/// </summary>
internal sealed class XlsxSheet : IDisposable
{
    private const long MostUnpacked = 250L * 1024 * 1024;
    private const long MostUnpackedOfAPart = 16L * 1024 * 1024;
    private const int MostParts = 2000;

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    private readonly SpreadsheetDocument document;
    private readonly WorksheetPart sheet;
    private readonly List<string> shared;
    private readonly bool[] isDate;
    private readonly bool from1904;

    private XlsxSheet(SpreadsheetDocument document, WorksheetPart sheet, List<string> shared, bool[] isDate, bool from1904)
    {
        (this.document, this.sheet, this.shared, this.isDate, this.from1904) = (document, sheet, shared, isDate, from1904);
    }

    public static XlsxSheet Open(string path)
    {
        SpreadsheetDocument? document = null;
        try
        {
            WeighUnpacked(path);
            document = SpreadsheetDocument.Open(path, false, new OpenSettings { MaxCharactersInPart = MostUnpacked });
            var workbook = document.WorkbookPart ?? throw Unreadable();
            var first = workbook.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible) ?? throw Unreadable();
            var part = workbook.GetPartById(first.Id?.Value ?? "") as WorksheetPart ?? throw Unreadable();
            return new XlsxSheet(document, part, SharedStrings(workbook), DateStyles(workbook), workbook.Workbook.WorkbookProperties?.Date1904?.Value == true);
        }
        catch (Exception e) when (IsBroken(e))
        {
            document?.Dispose();
            throw Unreadable();
        }
        catch (BadSheetException)
        {
            document?.Dispose();
            throw;
        }
    }

    public IEnumerable<SheetRow> Rows()
    {
        using var reader = Reader();
        var line = 0;
        while (NextRow(reader, ref line) is { } row)
        {
            yield return row;
        }
    }

    public void Dispose() => document.Dispose();

    /// <summary>Unpacks everything into nothing, counting: what the archive says of its sizes may be a lie.</summary>
    private static void WeighUnpacked(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var total = 0L;
        var buffer = new byte[81920];
        if (archive.Entries.Count > MostParts)
        {
            throw TooLarge();
        }

        foreach (var entry in archive.Entries)
        {
            var limit = entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) ? MostUnpacked
                : entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? MostUnpacked / 4
                : MostUnpackedOfAPart;
            using var content = entry.Open();
            var size = 0L;
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                size += read;
                total += read;
                if (size > limit || total > MostUnpacked)
                {
                    throw TooLarge();
                }
            }
        }
    }

    private static List<string> SharedStrings(WorkbookPart workbook)
    {
        var strings = new List<string>();
        if (workbook.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    strings.Add(Words((SharedStringItem)reader.LoadCurrentElement()!));
                }
            }
        }

        return strings;
    }

    // Pronunciation hints of East Asian text stand beside the runs and are left out.
    private static string Words(RstType item)
    {
        var text = item.Text is not null ? item.Text.Text : string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));
        return text.Length > Sheet.LongestCell ? text[..Sheet.LongestCell] : text;
    }

    private static bool[] DateStyles(WorkbookPart workbook)
    {
        if (workbook.WorkbookStylesPart?.Stylesheet is not { } styles)
        {
            return [];
        }

        var custom = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.NumberFormatId is not null).GroupBy(f => f.NumberFormatId!.Value).ToDictionary(g => g.Key, g => IsDateFormat(g.Last().FormatCode?.Value ?? ""));
        return [.. (styles.CellFormats?.Elements<CellFormat>() ?? []).Select(f => f.NumberFormatId?.Value switch
        {
            null => false,
            >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => true,
            var id => custom.GetValueOrDefault(id.Value),
        })];
    }

    private static bool IsDateFormat(string code)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H')
            {
                return true;
            }
        }

        return false;
    }

    private OpenXmlReader Reader()
    {
        try
        {
            return OpenXmlReader.Create(sheet);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Unreadable(); // a document type definition, such as would name a file of this machine
        }
    }

    private SheetRow? NextRow(OpenXmlReader reader, ref int line)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                {
                    var given = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
                    line = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : line + 1;
                    var numbers = new HashSet<int>();
                    return new SheetRow(line, Cells(reader, numbers)) { NumberCells = numbers };
                }
            }

            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Unreadable();
        }
    }

    private List<string> Cells(OpenXmlReader reader, HashSet<int> numbers)
    {
        var cells = new List<string>();
        if (!reader.ReadFirstChild())
        {
            return cells;
        }

        do
        {
            if (reader.ElementType != typeof(Cell))
            {
                continue;
            }

            var cell = (Cell)reader.LoadCurrentElement()!;
            var text = Text(cell);
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (column >= Sheet.MostColumns)
            {
                if (text.Length == 0)
                {
                    continue;
                }

                throw new BadSheetException(Error.Invalid("Platform.Import.TooManyColumns", "The file has more than {0} columns.", Sheet.MostColumns));
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = text;
            if (IsNumber(cell))
            {
                numbers.Add(column);
            }
        }
        while (reader.ReadNextSibling());
        return cells;
    }

    private static bool IsNumber(Cell cell) => cell.DataType is null || cell.DataType.Value == CellValues.Number;

    private string Text(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        if (IsNumber(cell))
        {
            return Number(raw, cell.StyleIndex?.Value ?? 0);
        }

        var text = cell.DataType!.Value == CellValues.SharedString
            ? int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : ""
            : cell.DataType.Value == CellValues.InlineString ? cell.InlineString is null ? "" : Words(cell.InlineString)
            : cell.DataType.Value == CellValues.Boolean ? raw == "1" ? "yes" : "no"
            : raw;
        return text.Length > Sheet.LongestCell ? text[..Sheet.LongestCell] : text;
    }

    private string Number(string raw, uint style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return raw;
        }

        if (style < isDate.Length && isDate[style] && value is >= 0 and < 2_958_466)
        {
            var moment = new LocalDateTime(from1904 ? 1904 : 1899, from1904 ? 1 : 12, from1904 ? 1 : 30, 0, 0).PlusSeconds((long)Math.Round(value * 86400));
            return moment.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(moment.Date) : Moment.Format(moment);
        }

        // Fifteen digits are what the table program shows: 45.300000000000004 is 45.3.
        return Math.Abs(value) is < 1e15 and > 1e-9 or 0 ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>"AB12" is column 27, counted from 0.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
        {
            return null;
        }

        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or IOException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or OverflowException or NotSupportedException or NullReferenceException;

    private static BadSheetException Unreadable() => new(Error.Invalid("Platform.Import.XlsxUnreadable", "This XLSX file is damaged, protected or not a workbook. Open it in a table program and save it anew."));

    private static BadSheetException TooLarge() => new(Error.Invalid("Platform.Import.UnpackedTooLarge", "The file unpacks to far more than a table needs; it was not opened."));
}
