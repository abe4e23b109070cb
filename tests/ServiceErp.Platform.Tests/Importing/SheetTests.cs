using System.IO.Compression;
using System.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Importing;

namespace ServiceErp.Platform.Tests.Importing;

public sealed class SheetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("serviceerp-sheet-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Number,Name\nA-1,Pump\n")]
    [InlineData("Number;Name\r\nA-1;Pump")]
    [InlineData("Number\tName\nA-1\tPump\n")]
    [InlineData("\n\nNumber|Name\n\nA-1|Pump\n")]
    [InlineData("\"Number\",\"Name\"\n\"A-1\",\"Pump\"\n")]
    [InlineData("sep=;\nNumber;Name\nA-1;Pump\n")]
    public void Every_usual_csv_is_understood(string text)
    {
        var (headings, rows) = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["Number", "Name"], headings);
        Assert.Equal(["A-1", "Pump"], rows.Single().Cells);
    }

    [Fact]
    public void Quotes_hold_separators_line_breaks_and_quotes_and_lines_are_counted_as_a_table_program_does()
    {
        var (_, rows) = Read("Number,Name\nA-1,\"Pump, \"\"large\"\"\nwith motor\"\nA-2,=cmd|' /c calc'!A1\n"u8.ToArray());
        Assert.Equal("Pump, \"large\"\nwith motor", rows[0].Cells[1]);
        Assert.Equal("=cmd|' /c calc'!A1", rows[1].Cells[1]);
        Assert.Equal([2, 4], rows.Select(r => r.Line));
    }

    [Theory]
    [InlineData("utf-8", "UTF-8", false)]
    [InlineData("utf-16", "UTF-16", false)]
    [InlineData("utf-16BE", "UTF-16", false)]
    [InlineData("windows-1251", "windows-1251", true)]
    public void Cyrillic_is_read_in_every_encoding_it_comes_in(string encoding, string format, bool warns)
    {
        var (opened, headings, rows) = Open(Encoded("Номер;Название\nА-1;Насос погружной, б/у\nА-2;Ёмкость\n", encoding));
        Assert.Equal($"CSV, {format}", opened.Format);
        Assert.Equal(warns, opened.Notices.Count == 1);
        Assert.Equal(["Номер", "Название"], headings);
        Assert.Equal(["Насос погружной, б/у", "Ёмкость"], rows.Select(r => r.Cells[1]));
    }

    [Fact]
    public void Korean_and_spanish_are_told_apart_from_cyrillic()
    {
        Assert.Equal("전자 펌프 모듈", Read(Encoded("번호,이름\n1,전자 펌프 모듈\n", "ks_c_5601-1987")).Rows[0].Cells[1]);
        Assert.Equal("Señal de presión, año 2", Read(Encoded("Número;Nombre\n1;Señal de presión, año 2\n", "windows-1252")).Rows[0].Cells[1]);
        Assert.Equal("Größe für Kühlgerät", Read(Encoded("Nummer;Name\n1;Größe für Kühlgerät\n", "windows-1252")).Rows[0].Cells[1]);
    }

    [Fact]
    public void A_workbook_is_read_with_texts_numbers_dates_gaps_and_formulas_as_shown()
    {
        var (opened, headings, rows) = Open(Workbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Price</t></is></c><c r="C1" t="str"><v>Since</v></c><c r="D1" t="inlineStr"><is><t>On</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><r><t>Насос </t></r><r><t>A</t></r></is></c><c r="B3"><v>45.300000000000004</v></c><c r="C3" s="1"><v>46094</v></c><c r="D3" t="b"><v>1</v></c></row>
            <row r="4"><c r="B4"><f>SUM(1,2)</f><v>3</v></c><c r="C4" s="1"><v>46094.5</v></c></row>
            """));
        Assert.Equal("XLSX", opened.Format);
        Assert.Equal(["Number & name", "Price", "Since", "On"], headings);
        Assert.Equal(["Насос A", "45.3", "2026-03-13", "yes"], rows[0].Cells);
        Assert.Equal(["", "3", "2026-03-13 12:00:00"], rows[1].Cells);
        Assert.Equal([3, 4], rows.Select(r => r.Line));
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(rows[0].IsNumber));
    }

    [Fact]
    public void The_apostrophe_that_keeps_a_formula_from_working_is_taken_off_again() =>
        Assert.Equal(["+49 30 1", "=1+1", "-5", "'quoted'", "O'Neil"], Read("a,b,c,d,e\n'+49 30 1,'=1+1,'-5,'quoted',O'Neil\n"u8.ToArray()).Rows[0].Cells);

    [Fact]
    public void What_is_no_table_is_refused_in_words()
    {
        AssertRefused("Platform.Import.Empty", []);
        AssertRefused("Platform.Import.Empty", "\n\n  \n"u8.ToArray());
        AssertRefused("Platform.Import.NotATable", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1]);
        AssertRefused("Platform.Import.NotATable", [.. "a,b\n"u8, 0, 1, 2, 3]);
        AssertRefused("Platform.Import.OldExcel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]);
        AssertRefused("Platform.Import.XlsxUnreadable", [(byte)'P', (byte)'K', 3, 4, .. new byte[100]]);
        AssertRefused("Platform.Import.XlsxUnreadable", Zip(("readme.txt", "hello"u8.ToArray())));
        AssertRefused("Platform.Import.XlsxUnreadable", Workbook("<row r=\"1\"><c r=\"A1\"><v>1</v>"));
        AssertRefused("Platform.Import.XlsxUnreadable", Workbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"));
        AssertRefused("Platform.Import.HeadingTwice", "Name,name\n1,2\n"u8.ToArray());
        AssertRefused("Platform.Import.LineUnreadable", "Name,Number\n1,\"never closed\n2,3\n4,5\n"u8.ToArray());
    }

    [Fact]
    public void Limits_hold()
    {
        AssertRefused("Platform.Import.TooManyColumns", Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 300_000)) + "\n1\n"));
        Assert.Equal(["a"], Read(Encoding.ASCII.GetBytes("a" + new string(',', 100_000) + "\n1\n")).Headings);
        AssertRefused("Platform.Import.TooManyColumns", Workbook("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>"));
        AssertRefused("Platform.Import.TooManyRows", Encoding.ASCII.GetBytes("a\n" + string.Concat(Enumerable.Repeat("1\n", Sheet.MostRows + 1))));
        AssertRefused("Platform.Import.LineUnreadable", Encoding.ASCII.GetBytes("a\n\"" + new string('x', 3_000_000) + "\"\n"));
    }

    [Fact]
    public void A_small_archive_that_unpacks_without_end_is_not_opened()
    {
        foreach (var part in new[] { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels" })
        {
            var bomb = Zip([.. Parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Select(p => p.Name == part ? (part, [.. "<a>"u8, .. Enumerable.Repeat((byte)' ', 70 * 1024 * 1024)]) : p)]);
            Assert.True(bomb.Length < 500_000);
            AssertRefused("Platform.Import.UnpackedTooLarge", bomb);
        }

        // What is not needed is not unpacked.
        Assert.Equal(["1"], Read(Zip([.. Parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), ("xl/media/zero.bin", new byte[64 * 1024 * 1024])])).Headings);
    }

    [Theory]
    [InlineData("runs inside runs")]
    [InlineData("elements inside a cell")]
    [InlineData("elements inside the sheet")]
    [InlineData("millions of shared texts")]
    [InlineData("a cell without end")]
    [InlineData("a shared text without end")]
    [InlineData("an attribute without end")]
    [InlineData("rows without end")]
    [InlineData("cells without end")]
    [InlineData("a row far down")]
    [InlineData("names without end")]
    public void A_workbook_made_to_keep_the_program_busy_is_refused_at_once(string attack)
    {
        const string Head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Number</t></is></c></row>";
        static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        var file = attack switch
        {
            "runs inside runs" => Workbook($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>{Times("<r>", 100_000)}<t>x</t>{Times("</r>", 100_000)}</is></c></row>"),
            "elements inside a cell" => Workbook($"<row r=\"1\"><c r=\"A1\">{Times("<x>", 1_000_000)}{Times("</x>", 1_000_000)}</c></row>"),
            "elements inside the sheet" => Workbook(Head + Times("<x>", 1_000_000) + Times("</x>", 1_000_000)),
            "millions of shared texts" => Workbook(Head, shared: Times("<si><t>x</t></si>", 3_500_000)),
            "a cell without end" => Huge("xl/worksheets/sheet1.xml", Worksheet + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>", 400),
            "a shared text without end" => Huge("xl/sharedStrings.xml", "<sst><si><t>", 400),
            "an attribute without end" => Huge("xl/worksheets/sheet1.xml", Worksheet + "<row r=\"", 240),
            "rows without end" => Workbook(Times("<row/>", 2_000_000)),
            "cells without end" => Workbook($"<row r=\"1\">{Times("<c/>", 2_000_000)}</row>"),
            "a row far down" => Workbook(Head + "<row r=\"2000000\"><c><v>1</v></c></row>"),
            _ => Workbook($"<row r=\"1\" {string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=\"\" "))}/>"),
        };
        Assert.True(file.Length <= Sheet.LargestFile, $"{file.Length} bytes");
        var before = Worked();
        var refused = Refusal(file);
        Assert.True(Worked() - before < TimeSpan.FromSeconds(2), $"It took {Worked() - before}.");
        Assert.True(refused?.Code is "Platform.Import.XlsxUnreadable" or "Platform.Import.UnpackedTooLarge" or "Platform.Import.TooManyRows" or "Platform.Import.TooManyColumns", refused?.Code);
    }

    [Fact]
    public void Whoever_has_left_is_not_read_for()
    {
        var path = Path.Combine(folder, "table");
        File.WriteAllBytes(path, Workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
        using var left = new CancellationTokenSource();
        left.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Sheet.Open(path, cancel: left.Token));
        File.Delete(path); // and nothing holds the file
    }

    [Fact]
    public void Days_since_1904_formats_of_ones_own_runs_and_hints_are_understood()
    {
        var (headings, rows) = Read(Zip(Parts(
            """
            <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="str"><v>On</v></c><c r="C1" t="str"><v>Plain</v></c></row>
            <row><c t="s"><v>2</v></c><c s="1"><v>44632.25</v></c><c s="2"><v>44632</v></c></row>
            <row r="2"><c t="s"><v>99</v></c><c t="str"><v>x</v></c></row>
            """,
            """<si><t/></si><si><r><t>東</t></r><rPh sb="0" eb="1"><t>ひがし</t></rPh><r><t>京</t></r><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> a &lt; b </t></si>""",
            """<workbookPr date1904="1"/>""",
            """
            <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-409]dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
            """)));
        Assert.Equal(["東京", "On", "Plain"], headings);
        Assert.Equal([" a < b ", "2026-03-13 06:00:00", "44632"], rows[0].Cells);
        Assert.Equal(["", "x"], rows[1].Cells);
        Assert.Equal([2, 3], rows.Select(r => r.Line)); // no line is told twice, whatever the file says
    }

    [Fact]
    public void Elements_with_a_prefix_and_rows_that_are_none_are_told_apart()
    {
        const string Sheet = """
            <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:sheetData>
            <x:controls><x:row>7</x:row></x:controls></x:worksheet>
            """;
        var (headings, rows) = Read(Zip([.. Parts("").Select(p => p.Name == "xl/worksheets/sheet1.xml" ? (p.Name, Encoding.UTF8.GetBytes(Sheet)) : p)]));
        Assert.Equal(["a"], headings);
        Assert.Equal(["1"], rows.Single().Cells);
    }

    [Fact]
    public async Task What_a_list_exports_comes_back_as_it_was()
    {
        string[] texts = ["+49 30 1111", "=1+1", "＝1+1", "'quoted'", "-5 °C", "@home", "O'Neil"];
        var columns = new ServiceErp.Platform.Ui.ListColumns<string>().Add("Text", t => t);
        foreach (var isCsv in new[] { true, false })
        {
            using var file = new MemoryStream();
            await (isCsv ? ServiceErp.Platform.Ui.Csv.WriteAsync(file, columns, texts.ToAsyncEnumerable(), Ui.Rendered.English) : ServiceErp.Platform.Ui.Xlsx.WriteAsync(file, columns, texts.ToAsyncEnumerable(), Ui.Rendered.English));
            Assert.Equal(texts, Read(file.ToArray()).Rows.Select(r => r.Cells[0]));
        }

        Assert.All(["'=1+1", "''=1+1", "=1+1"], text => Assert.Equal(text, ServiceErp.Platform.Ui.FormulaGuard.Off(ServiceErp.Platform.Ui.FormulaGuard.On(text))));
    }

    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1 234,50", "1234.50")]
    [InlineData("1'234'567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("0,125", "0.125")]
    [InlineData("-3,5", "-3.5")]
    [InlineData("98.7700", "98.7700")]
    [InlineData("1E3", "1000")]
    [InlineData("1,234", null)]
    [InlineData("1.234", null)]
    [InlineData("1.23.4", null)]
    [InlineData("12 pieces", null)]
    [InlineData("€ 5", null)]
    [InlineData("9999999999999999", null)]
    public void Numbers_are_read_as_the_world_writes_them_and_never_guessed(string text, string? number) =>
        Assert.Equal(number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), ImportNumber.Read(text));

    private static byte[] Encoded(string text, string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        return name.StartsWith("utf-16", StringComparison.Ordinal) ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }

    /// <summary>How long this thread has worked: the machine may be busy with other tests meanwhile.</summary>
    private static TimeSpan Worked() => OperatingSystem.IsLinux()
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 1000)
        : TimeSpan.FromMilliseconds(Environment.TickCount64);

    private const string Worksheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    private static byte[] Workbook(string rows, string prolog = "", string shared = "<si><t>Number &amp; name</t></si>") => Zip(Parts(rows, shared, prolog: prolog));

    /// <summary>A workbook, one part of which begins so and then goes on for many megabytes.</summary>
    private static byte[] Huge(string part, string start, int megabytes)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in Parts("").Where(p => p.Name != part))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }

            using var huge = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
            huge.Write(Encoding.UTF8.GetBytes(start));
            var filler = Enumerable.Repeat((byte)'x', 1024 * 1024).ToArray();
            for (var i = 0; i < megabytes; i++)
            {
                huge.Write(filler);
            }
        }

        return memory.ToArray();
    }

    private static (string Name, byte[] Content)[] Parts(string rows, string shared = "<si><t>Number &amp; name</t></si>", string properties = "", string styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", string prolog = "") =>
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """u8.ToArray()),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""u8.ToArray()),
        ("xl/workbook.xml", Encoding.UTF8.GetBytes("""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">@P<sheets><sheet name="H" sheetId="2" state="hidden" r:id="r3"/><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""".Replace("@P", properties, StringComparison.Ordinal))),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
            """u8.ToArray()),
        ("xl/sharedStrings.xml", Encoding.UTF8.GetBytes($"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{shared}</sst>")),
        ("xl/styles.xml", Encoding.UTF8.GetBytes($"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{styles}</styleSheet>")),
        ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes($"{prolog}{Worksheet}{rows}</sheetData></worksheet>")),
    ];

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private (IReadOnlyList<string> Headings, List<SheetRow> Rows) Read(byte[] content)
    {
        var (_, headings, rows) = Open(content);
        return (headings, rows);
    }

    private (Sheet Sheet, IReadOnlyList<string> Headings, List<SheetRow> Rows) Open(byte[] content)
    {
        var path = Path.Combine(folder, "table");
        File.WriteAllBytes(path, content);
        using var sheet = Sheet.Open(path).Value;
        return (sheet, sheet.Headings, [.. sheet.Rows()]);
    }

    private void AssertRefused(string code, byte[] content) => Assert.Equal(code, Refusal(content)?.Code);

    private Error? Refusal(byte[] content)
    {
        var path = Path.Combine(folder, "table");
        File.WriteAllBytes(path, content);
        Error? error = null;
        var opened = Sheet.Open(path);
        try
        {
            error = opened.Error;
            if (opened.Succeeded)
            {
                using var sheet = opened.Value;
                _ = sheet.Rows().Count();
            }
        }
        catch (BadSheetException e)
        {
            error = e.Error;
        }

        return error;
    }
}
