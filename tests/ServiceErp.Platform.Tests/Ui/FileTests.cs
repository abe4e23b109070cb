using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class FileTests
{
    private sealed record Row(string Text, decimal Number, Money Price, LocalDate Day, Instant At, bool Sure);

    private static readonly ListColumns<Row> Columns = new ListColumns<Row>()
        .Add("Text", r => r.Text).Add("Number", r => r.Number, kind: ColumnKind.Number).Add("Price", r => r.Price, kind: ColumnKind.Money)
        .Add("Day", r => r.Day, kind: ColumnKind.Date).Add("At", r => r.At, kind: ColumnKind.Instant).Add("Sure", r => r.Sure);

    private static Row With(string text) => new(text, -1250.5m, new(-1234567.5m, "EUR"), new(2026, 11, 3), Instant.FromUtc(2026, 11, 3, 23, 30), true);

    private static async Task<byte[]> Written(Func<Stream, IAsyncEnumerable<Row>, Task> write, params string[] texts)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru");
        ReaderZone.Current = DateTimeZoneProviders.Tzdb["Asia/Seoul"];
        try
        {
            using var file = new MemoryStream();
            await write(file, texts.Select(With).ToAsyncEnumerable());
            return file.ToArray();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private static async Task<string[]> CsvLines(params string[] texts)
    {
        var bytes = await Written((file, rows) => Csv.WriteAsync(file, Columns, rows, Rendered.English), texts);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<SpreadsheetDocument> Workbook(params string[] texts) =>
        SpreadsheetDocument.Open(new MemoryStream(await Written((file, rows) => Xlsx.WriteAsync(file, Columns, rows, Rendered.English), texts)), isEditable: false);

    [Fact]
    public async Task Csv_is_invariant_whatever_the_readers_language() =>
        Assert.Equal(["Text,Number,Price,Day,At,Sure", "Насос,-1250.5,-1234567.50,2026-11-03,2026-11-04 08:30,Yes"], await CsvLines("Насос"));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    [InlineData("＋49 30 1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("'=1+1")]
    public async Task Csv_text_never_begins_a_formula(string text)
    {
        var line = (await CsvLines(text))[1];
        Assert.True(line.StartsWith("'" + text, StringComparison.Ordinal) || line.StartsWith("\"'" + text, StringComparison.Ordinal), line);
    }

    [Fact]
    public async Task Csv_text_with_commas_and_quotes_stays_one_field() => Assert.StartsWith("\"a,\"\"b\"\"\",-1250.5", (await CsvLines("a,\"b\""))[1], StringComparison.Ordinal);

    [Fact]
    public async Task A_workbook_is_valid_and_its_numbers_and_days_are_typed()
    {
        using var document = await Workbook("Насос", "=1+1");
        Assert.Empty(new OpenXmlValidator().Validate(document));
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ToArray();
        Assert.Equal(3, rows.Length);
        var cells = rows[1].Elements<Cell>().ToArray();
        Assert.Equal(["Насос", "-1250.5", "-1234567.5", "46329", "46330.3541666667", "Yes"], cells.Select(cell => cell.InnerText));
        Assert.Equal([CellValues.InlineString, CellValues.Number, CellValues.Number, CellValues.Number, CellValues.Number, CellValues.InlineString], cells.Select(cell => cell.DataType!.Value));
        Assert.Empty(document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public async Task A_workbook_survives_characters_that_XML_cannot_hold()
    {
        using var document = await Workbook("a\0b\u0001c\uFFFEd\uD800e");
        Assert.Empty(new OpenXmlValidator().Validate(document));
        Assert.Contains("abcd", document.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_read_once_and_row_by_row()
    {
        var read = 0;
        async IAsyncEnumerable<Row> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
        {
            while (!cancel.IsCancellationRequested)
            {
                read++;
                yield return With("x");
                await Task.Yield();
            }
        }

        using var stop = new CancellationTokenSource();
        var stream = new StopAfter(stop, 200_000);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Csv.WriteAsync(stream, Columns, Endless(stop.Token), Rendered.English, stop.Token));
        Assert.InRange(read, 1000, 20_000);
    }

    private sealed class StopAfter(CancellationTokenSource stop, int bytes) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, CancellationToken.None);
            Stop();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            Stop();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            Stop();
        }

        private void Stop()
        {
            if (Length > bytes)
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
