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
        var bomb = Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/media/zero.bin", new byte[20 * 1024 * 1024]));
        Assert.True(bomb.Length < 100_000);
        AssertRefused("Platform.Import.UnpackedTooLarge", bomb);
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

    private static byte[] Workbook(string rows, string prolog = "") => Zip(
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """u8.ToArray()),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""u8.ToArray()),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"""u8.ToArray()),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
            """u8.ToArray()),
        ("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Number &amp; name</t></si></sst>"""u8.ToArray()),
        ("xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"""u8.ToArray()),
        ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes($"{prolog}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>")));

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

    private void AssertRefused(string code, byte[] content)
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

        Assert.Equal(code, error?.Code);
    }
}
