using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Ui;

/// <summary>A list as an Office Open XML workbook with one sheet (HOST-4).</summary>
public static class Xlsx
{
    /// <summary>Rows that a sheet can hold, its heading included; further ones are left out.</summary>
    public const int MostRows = 1_048_576;

    private const uint HeadingStyle = 1, DateStyle = 2, MomentStyle = 3, WholeMoneyStyle = 4;
    private const int LongestText = 32_767;
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    /// <summary>
    /// Writes the workbook row by row. Numbers, days and instants become typed cells, instants in <see cref="ReaderZone"/>; all else becomes text, which a spreadsheet never runs as
    /// a formula. The file is built in the temporary folder and then copied, because the format needs to seek.
    /// </summary>
    /// <param name="output">Left open.</param>
    /// <param name="columns">What to write, columns for files only included.</param>
    /// <param name="rows">Read once, never gathered in memory.</param>
    /// <param name="texts">Translates headings and states.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <typeparam name="TRow">The row.</typeparam>
    public static async Task WriteAsync<TRow>(Stream output, ListColumns<TRow> columns, IAsyncEnumerable<TRow> rows, Texts texts, CancellationToken cancellationToken = default)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(sheet))
            {
                await WriteSheetAsync(writer, columns, rows, texts, cancellationToken);
            }

            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
        }

        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }

    private static async Task WriteSheetAsync<TRow>(OpenXmlWriter writer, ListColumns<TRow> columns, IAsyncEnumerable<TRow> rows, Texts texts, CancellationToken cancellationToken)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.All.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.IsNumeric ? 14 : 22, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(new Row());
        foreach (var column in columns.All)
        {
            WriteText(writer, texts[column.Header], HeadingStyle);
        }

        writer.WriteEndElement();
        var written = 1;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (++written > MostRows)
            {
                break;
            }

            writer.WriteStartElement(new Row());
            foreach (var column in columns.All)
            {
                Write(writer, column.Value(row), column.Kind, texts);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Write(OpenXmlWriter writer, object? value, ColumnKind kind, Texts texts)
    {
        switch (value)
        {
            case null:
                writer.WriteElement(new Cell());
                break;
            case Kernel.Money money:
                WriteNumber(writer, money.Amount.ToString(CultureInfo.InvariantCulture), kind == ColumnKind.Price ? 0 : WholeMoneyStyle + (uint)Kernel.Currencies.MinorDigits(money.Currency));
                break;
            case decimal or int or long or short or double:
                WriteNumber(writer, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), 0);
                break;
            case LocalDate day:
                WriteNumber(writer, Serial(day.AtMidnight()), DateStyle);
                break;
            case Instant instant:
                WriteNumber(writer, Serial(instant.InZone(ReaderZone.Current).LocalDateTime), kind == ColumnKind.Date ? DateStyle : MomentStyle);
                break;
            default:
                WriteText(writer, Display.Text(value, texts, kind), 0);
                break;
        }
    }

    private static void WriteNumber(OpenXmlWriter writer, string number, uint style) =>
        writer.WriteElement(new Cell(new CellValue(number)) { DataType = CellValues.Number, StyleIndex = style });

    private static void WriteText(OpenXmlWriter writer, string text, uint style)
    {
        writer.WriteElement(new Cell(new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style });
    }

    // Control characters have no place in XML; half a surrogate pair becomes the replacement character.
    private static string Clean(string text)
    {
        var shown = text.Length > LongestText ? text[..LongestText] : text;
        return shown.All(each => each is >= ' ' and < '\uD800')
            ? shown
            : string.Concat(shown.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or (>= ' ' and not 0xFFFE and not 0xFFFF)));
    }

    private static string Serial(LocalDateTime moment)
    {
        var days = (decimal)Period.DaysBetween(DayZero, moment.Date) + ((decimal)moment.TimeOfDay.TickOfDay / NodaConstants.TicksPerDay);
        return days.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new[] { "0.0", "0.000", "0.0000" }.Select((digits, i) => new NumberingFormat { NumberFormatId = 164 + (uint)i, FormatCode = "#,##" + digits })),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true },

            // Amounts with none to four decimals.
            new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 166, ApplyNumberFormat = true }));
}
