using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Importing;

/// <summary>
/// Reads the first visible sheet of a workbook, node by node, so that its size does not matter and nothing in it can cost more than it weighs (see <see cref="XlsxXml"/>). Formulas are not worked out: what the
/// table program last showed counts. Parts that are not needed are never unpacked.
/// </summary>
internal sealed class XlsxSheet : IDisposable
{
    private const int MostParts = 2000;
    private const int MostSharedTexts = 1_000_000;
    private const int MostStyles = 65_536;
    private const int LastLine = 1_048_576;
    private const int MostLines = 2 * Sheet.MostRows; // empty ones included
    private const int MostCells = 16_384;
    private const long MostOfASheet = 250L * 1024 * 1024;
    private const long MostOfTexts = 64L * 1024 * 1024;
    private const long MostOfAPart = 16L * 1024 * 1024;

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    private readonly ZipArchive archive;
    private readonly XlsxAllowance allowance;
    private readonly StringBuilder words = new();
    private XlsxXml? sheet;
    private IReadOnlyList<string> shared = [];
    private IReadOnlyList<bool> isDate = [];
    private bool from1904;
    private int lines;

    private XlsxSheet(ZipArchive archive, XlsxAllowance allowance)
    {
        (this.archive, this.allowance) = (archive, allowance);
    }

    public static XlsxSheet Open(string path, CancellationToken cancel)
    {
        XlsxSheet? book = null;
        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(path);
            book = new XlsxSheet(archive, new XlsxAllowance(cancel));
            book.Prepare();
            return book;
        }
        catch (Exception e)
        {
            archive?.Dispose();
            book?.Dispose();
            if (IsBroken(e))
            {
                throw Unreadable();
            }

            throw;
        }
    }

    public IEnumerable<SheetRow> Rows()
    {
        var line = 0;
        while (NextRow(ref line) is { } row)
        {
            yield return row;
        }
    }

    public void Dispose()
    {
        sheet?.Dispose();
        archive.Dispose();
    }

    public static BadSheetException Unreadable() => new(Error.Invalid("Platform.Import.XlsxUnreadable", "This XLSX file is damaged, protected or not a workbook. Open it in a table program and save it anew."));

    public static BadSheetException TooLarge() => new(Error.Invalid("Platform.Import.UnpackedTooLarge", "The file unpacks to far more than a table needs; it was not opened."));

    private static BadSheetException TooManyColumns() => new(Error.Invalid("Platform.Import.TooManyColumns", "The file has more than {0} columns.", Sheet.MostColumns));

    private void Prepare()
    {
        using var turn = allowance.Begin();
        if (archive.Entries.Count > MostParts)
        {
            throw TooLarge();
        }

        var workbook = Targets("").FirstOrDefault(t => t.Kind == "officeDocument").Part ?? throw Unreadable();
        var targets = Targets(workbook);
        var (ids, date1904) = Sheets(workbook);
        from1904 = date1904;
        if (targets.FirstOrDefault(t => t.Kind == "sharedStrings").Part is { } texts)
        {
            shared = SharedTexts(texts);
        }

        if (targets.FirstOrDefault(t => t.Kind == "styles").Part is { } styles)
        {
            isDate = DateStyles(styles);
        }

        var first = ids.Select(id => targets.FirstOrDefault(t => t.Id == id && t.Kind == "worksheet").Part).FirstOrDefault(part => part is not null) ?? throw Unreadable();
        sheet = Part(first, MostOfASheet);
    }

    private XlsxXml Part(string name, long most) =>
        new(archive.Entries.FirstOrDefault(e => string.Equals(e.FullName, name, StringComparison.OrdinalIgnoreCase)) ?? throw Unreadable(), most, allowance);

    /// <summary>What a part refers to inside the archive, by the last word of its kind.</summary>
    private List<(string Id, string Kind, string Part)> Targets(string of)
    {
        var targets = new List<(string, string, string)>();
        using var xml = Part($"{of[..(of.LastIndexOf('/') + 1)]}_rels/{of[(of.LastIndexOf('/') + 1)..]}.rels", MostOfAPart);
        while (xml.Next())
        {
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External" && xml.Attribute("Target") is { } target
                && Uri.TryCreate(new Uri("http://archive.invalid/" + of), target, out var place) && place.Host == "archive.invalid")
            {
                var kind = xml.Attribute("Type") ?? "";
                targets.Add((xml.Attribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Uri.UnescapeDataString(place.AbsolutePath.TrimStart('/'))));
                if (targets.Count > MostParts)
                {
                    throw TooLarge();
                }
            }
        }

        return targets;
    }

    /// <summary>The relationships of the visible sheets in their order, and since when days are counted.</summary>
    private (List<string> Ids, bool From1904) Sheets(string workbook)
    {
        var (ids, since) = (new List<string>(), false);
        using var xml = Part(workbook, MostOfAPart);
        while (xml.Next())
        {
            since |= xml.Name == "workbookPr" && xml.Attribute("date1904") is "1" or "true";
            if (xml.Name == "sheet" && xml.Attribute("state") is null or "visible" && xml.Attribute("id", prefixed: true) is { } id && ids.Count < MostParts)
            {
                ids.Add(id);
            }
        }

        return (ids, since);
    }

    private List<string> SharedTexts(string part)
    {
        var texts = new List<string>();
        using var xml = Part(part, MostOfTexts);
        while (xml.Next())
        {
            if (xml.Name == "si")
            {
                if (texts.Count == MostSharedTexts)
                {
                    throw TooLarge();
                }

                texts.Add(Words(xml));
            }
        }

        return texts;
    }

    /// <summary>The text of an item, whole or in runs. Pronunciation hints of East Asian text stand beside the runs and are left out.</summary>
    private string Words(XlsxXml xml)
    {
        words.Clear();
        var depth = xml.Depth;
        if (!xml.IsEmpty)
        {
            var hint = int.MaxValue;
            while (xml.NextInside(depth))
            {
                hint = xml.Depth <= hint ? xml.Name == "rPh" ? xml.Depth : int.MaxValue : hint;
                if (xml.Name == "t" && hint == int.MaxValue)
                {
                    xml.Text(words);
                }
            }
        }

        return words.ToString();
    }

    private List<bool> DateStyles(string part)
    {
        var (custom, styles, inCells) = (new Dictionary<int, bool>(), new List<bool>(), -1);
        using var xml = Part(part, MostOfAPart);
        while (xml.Next())
        {
            inCells = xml.Name == "cellXfs" && !xml.IsEmpty ? xml.Depth : xml.Depth <= inCells ? -1 : inCells;
            if (xml.Name == "numFmt" && Number("numFmtId") is { } format && custom.Count < MostStyles)
            {
                custom[format] = IsDateFormat(xml.Attribute("formatCode") ?? "");
            }
            else if (xml.Name == "xf" && inCells >= 0 && styles.Count < MostStyles)
            {
                styles.Add(Number("numFmtId") switch
                {
                    null => false,
                    >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => true,
                    var id => custom.GetValueOrDefault(id.Value),
                });
            }
        }

        return styles;

        int? Number(string name) => int.TryParse(xml.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
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

    private SheetRow? NextRow(ref int line)
    {
        using var turn = allowance.Begin();
        try
        {
            var xml = sheet!;
            while (xml.Next())
            {
                if (xml.Ends("sheetData"))
                {
                    return null; // what follows has other rows, such as those of anchors
                }

                if (xml.Name == "row" && xml.Depth == 2)
                {
                    line = int.TryParse(xml.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > line ? number : line + 1;
                    return line > LastLine || ++lines > MostLines
                        ? throw new BadSheetException(Error.Invalid("Platform.Import.TooManyRows", "The file has more than {0} rows. Split it.", Sheet.MostRows))
                        : RowOf(line, xml);
                }
            }

            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Unreadable();
        }
    }

    private SheetRow RowOf(int line, XlsxXml xml)
    {
        var numbers = new HashSet<int>();
        return new SheetRow(line, Cells(xml, numbers)) { NumberCells = numbers };
    }

    private List<string> Cells(XlsxXml xml, HashSet<int> numbers)
    {
        var (cells, count, depth, isEmpty) = (new List<string>(), 0, xml.Depth, xml.IsEmpty);
        while (!isEmpty && xml.NextInside(depth))
        {
            if (xml.Name != "c")
            {
                continue;
            }

            var column = ColumnOf(xml.Attribute("r")) ?? cells.Count;
            var isNumber = xml.Attribute("t") is null or "n";
            var text = FormulaGuard.Off(Text(xml));
            if (++count > MostCells)
            {
                throw TooManyColumns();
            }

            if (column >= Sheet.MostColumns)
            {
                if (text.Length == 0)
                {
                    continue;
                }

                throw TooManyColumns();
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = text;
            if (isNumber)
            {
                numbers.Add(column);
            }
        }

        return cells;
    }

    private string Text(XlsxXml xml)
    {
        var (kind, style, depth) = (xml.Attribute("t"), xml.Attribute("s"), xml.Depth);
        var (value, inline) = ("", "");
        if (!xml.IsEmpty)
        {
            while (xml.NextInside(depth))
            {
                if (xml.Depth == depth + 1 && xml.Name == "v")
                {
                    words.Clear();
                    xml.Text(words);
                    value = words.ToString();
                }
                else if (xml.Depth == depth + 1 && xml.Name == "is")
                {
                    inline = Words(xml);
                }
            }
        }

        return kind switch
        {
            null or "n" => Number(value, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0),
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "",
            "inlineStr" => inline,
            "b" => value == "1" ? "yes" : "no",
            _ => value,
        };
    }

    private string Number(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return raw;
        }

        if (style < isDate.Count && isDate[style] && value is >= 0 and < 2_958_466)
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

        return column == 0 ? null : column - 1;
    }

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or XmlException or IOException or FormatException or InvalidOperationException or ArgumentException or OverflowException or NotSupportedException;
}
