using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Tests;

/// <summary>Models, warranty terms, customers and devices out of files (REC-10), by the way a browser and a machine take them in.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Models = "Code;Name;Product group;Service life years;Part groups\nBX-1;Grinder BX-1;Coffee;8;motor, burrs\nbx-2;Grinder BX-2;;;\n";
    private const string Policies = "Model;Sold from;Part months;Labour months;Needs proof of purchase;Excluded causes;Terms\nBX-1;2024-01-01;12;6;yes;MISUSE;motor: 36\nBX-1;2026-01-01;24;12;no;;\n";
    private const string Customers = "Customer no.;Name;Kind;Phone;E-mail;Address;Zone;Pays on account\nC-1;Anna Berg;Person;+49 30 111222;anna@example.com;Lindenallee 3;town;no\nC-2;Café Mokka;Company;+49 30 333444;;Am Ufer 1;;yes\n";
    private const string Devices = "Model;S/N;Customer;Sold on;Proof of purchase;Response hours\nBX-1;SN 77-1;C-1;01.09.2025;yes;4\nBX-2;77-2;C-2;;;\n";

    private Counter counter = null!;

    private static readonly string[] Importers = ["reception-models", "reception-warranty", "reception-customers", "reception-devices"];

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Fact]
    public async Task Four_files_make_a_centre_and_twice_changes_nothing()
    {
        foreach (var (importer, file) in Importers.Zip([Models, Policies, Customers, Devices]))
        {
            var dry = await Send(importer, Utf8(file), apply: false);
            Assert.Equal((2, 0, 2, 0, 0), Counts(dry));
            Assert.Equal("Checked", dry.GetProperty("state").GetString());
            Assert.Equal((2, 0, 2, 0, 0), Counts(await Send(importer, Utf8(file))));
        }

        var before = await Everything();
        foreach (var (importer, file) in Importers.Zip([Models, Policies, Customers, Devices]))
        {
            Assert.Equal((2, 0, 0, 0, 2), Counts(await Send(importer, Utf8(file))));
        }

        Assert.Equal(before, await Everything());
        Assert.Equal(
            [
                "AX-200 Espresso machine AX-200 Coffee 10 pump|boiler", "BX-1 Grinder BX-1 Coffee 8 motor|burrs", "BX-2 Grinder BX-2   ",
                "BX-1 2024-01-01 12 6 True MISUSE motor=36", "BX-1 2026-01-01 24 12 False  ",
                "C-1 Person Anna Berg +4930111222 anna@example.com TOWN False", "C-2 Company Café Mokka +4930333444   True",
                "BX-1 SN771 Anna Berg 2025-09-01 True 4", "BX-2 772 Café Mokka  False ",
            ],
            before.Select(line => line[..line.LastIndexOf(" v", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task An_imported_device_is_judged_by_the_imported_terms()
    {
        await Send("reception-models", Utf8(Models));
        await Send("reception-warranty", Utf8(Policies));
        await Send("reception-customers", Utf8(Customers));
        await Send("reception-devices", Utf8(Devices));
        var device = await counter.Centre.Look<ReceptionDbContext, Guid>(db => db.Devices.Where(d => d.SerialKey == "SN771").Select(d => d.Id).SingleAsync());
        var warranty = await counter.Centre.Ok(new CheckWarranty.Query(device), counter.Receptionist);
        Assert.Equal(ServiceCategory.Warranty, warranty.Category);
        Assert.Equal((false, "*"), (warranty.LabourCovered, Assert.Single(warranty.CoveredPartGroups)));
    }

    [Fact]
    public async Task What_a_row_does_not_say_stays_and_what_it_says_is_changed()
    {
        await Send("reception-customers", Utf8(Customers));
        Assert.Equal((2, 0, 0, 1, 1), Counts(await Send("reception-customers", Utf8("Code;Address;Name\nC-1;Neue Straße 9;\nC-2;Am Ufer 1;\n"))));
        var anna = await counter.Centre.Look<ReceptionDbContext, string>(db => db.Customers.Where(c => c.Code == "C-1").Select(c => c.Name + "|" + c.Address + "|" + c.Email).SingleAsync());
        Assert.Equal("Anna Berg|Neue Straße 9|anna@example.com", anna);

        await Send("reception-models", Utf8(Models));
        Assert.Equal((1, 0, 0, 1, 0), Counts(await Send("reception-models", Utf8("Code;Active\nBX-2;no\n"))));
        await Send("reception-devices", Utf8(Devices));
        Assert.Equal((1, 0, 0, 1, 0), Counts(await Send("reception-devices", Utf8("Model;Serial;Owner\nbx-1;sn-771;C-2\n"))));
        Assert.Contains("BX-1 SN771 Café Mokka 2025-09-01 True 4", string.Join('\n', await Everything()), StringComparison.Ordinal);

        await Send("reception-warranty", Utf8(Policies));
        Assert.Equal((1, 0, 0, 1, 0), Counts(await Send("reception-warranty", Utf8("Model;Sold from;Terms\nBX-1;2024-01-01;-\n"))));
        Assert.Equal((1, 0, 0, 0, 1), Counts(await Send("reception-warranty", Utf8("Model;Sold from;Part months\nBX-1;2024-01-01;12\n"))));
    }

    [Fact]
    public async Task Each_bad_row_is_named_with_line_column_value_and_remedy_and_good_ones_go_in_only_when_asked_for()
    {
        await Send("reception-models", Utf8(Models));
        await Send("reception-customers", Utf8(Customers));
        var faults = new List<(string, int, string, string)>();
        async Task Look(string importer, string file)
        {
            var answer = await Send(importer, Utf8(file), apply: false);
            foreach (var fault in answer.GetProperty("faults").EnumerateArray())
            {
                string Text(string name) => fault.GetProperty(name).GetString()!;
                Assert.True(Text("problem").Length > 5 && Text("remedy").Length > 5);
                faults.Add((importer[10..], fault.GetProperty("line").GetInt32(), Text("column"), Text("value")));
            }
        }

        await Look("reception-models", "Code;Name;Service life\nCX-1;;5\nCX-2;Fan;500\n;Fan;3\nBX-1;;x\n");
        await Look("reception-warranty", "Model;Sold from;Parts;Labour;Terms\nNOPE;2026-01-01;1;1;\nBX-1;soon;1;1;\nBX-1;2026-01-01;9999;1;\nBX-1;2026-01-02;;;\nBX-1;2026-01-03;1;1;motor\n");
        await Look("reception-customers", "Code;Name;Phone;Email;Zone;Kind\nC-3;;123456;;;\nC-4;Carl;;;;\nC-5;Carl;12;;;\nC-6;Carl;;no mail;;\nC-7;Carl;+4930111222;;;\nC-8;Carl;123456;;MOON;\nC-9;Carl;123456;;;Robot\nc-9;Carl;123456;;;\n");
        await Look("reception-devices", "Model;Serial;Customer;Sold on;Response hours\nNOPE;1;C-1;;\nBX-1;--;C-1;;\nBX-1;2;;;\nBX-1;3;C-99;;\nBX-1;4;C-1;2026-13-45;\nBX-1;5;C-1;;-1\n");
        Assert.Equal(
            [
                ("models", 2, "Name", ""), ("models", 3, "Service life", "500"), ("models", 4, "Code", ""), ("models", 5, "Service life", "x"),
                ("warranty", 2, "Model", "NOPE"), ("warranty", 3, "Sold from", "soon"), ("warranty", 4, "Parts", "9999"), ("warranty", 5, "Parts", ""), ("warranty", 6, "Terms", "motor"),
                ("customers", 2, "Name", ""), ("customers", 3, "Phone", ""), ("customers", 4, "Phone", "12"), ("customers", 5, "Email", "no mail"), ("customers", 6, "Phone", "+4930111222"),
                ("customers", 7, "Zone", "MOON"), ("customers", 8, "Kind", "Robot"),
                ("devices", 2, "Model", "NOPE"), ("devices", 3, "Serial", "--"), ("devices", 4, "Customer", ""), ("devices", 5, "Customer", "C-99"), ("devices", 6, "Sold on", "2026-13-45"),
                ("devices", 7, "Response hours", "-1"),
            ],
            faults);

        var mixed = Utf8("Code;Name;Phone\nC-20;Dora;555001\nC-21;;555002\n");
        var client = await counter.Centre.Client(Roles.ServiceDirector);
        var refused = await client.PostAsync("/api/v1/platform/imports/reception-customers?dryRun=false", Form(mixed));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(2, await CountCustomers());
        Assert.Equal((2, 1, 1, 0, 0), Counts(await Send("reception-customers", mixed, more: "&goodRowsOnly=true")));
        Assert.Equal(3, await CountCustomers());
    }

    [Fact]
    public async Task A_shared_telephone_number_needs_the_word_that_it_is_somebody_else()
    {
        await Send("reception-customers", Utf8(Customers));
        Assert.Equal((1, 0, 1, 0, 0), Counts(await Send("reception-customers", Utf8("Code;Name;Phone;Somebody else\nC-7;Carl Berg;+4930111222;yes\n"))));
    }

    [Fact]
    public async Task A_list_that_the_program_wrote_is_a_list_that_it_reads()
    {
        await Send("reception-customers", Utf8(Customers));
        await Send("reception-models", Utf8(Models));
        var client = await counter.Centre.Client(Roles.ServiceDirector);
        foreach (var (list, importer, rows) in new[] { ("customers", "reception-customers", 2), ("models", "reception-models", 3) })
        {
            foreach (var format in new[] { "csv", "xlsx" })
            {
                var file = await client.GetByteArrayAsync(new Uri($"/reception/{list}?format={format}", UriKind.Relative));
                Assert.Equal((rows, 0, 0, 0, rows), Counts(await Send(importer, file)));
            }
        }
    }

    [Fact]
    public async Task Letters_of_every_country_arrive_whatever_the_encoding()
    {
        await Send("reception-customers", Windows("Code;Name;Phone\nR-1;Иванов Пётр Алексеевич;5550001\n", 1251));
        await Send("reception-customers", Windows("Code;Name;Phone\nK-1;김민수 서비스 센터;5550002\n", 949));
        await Send("reception-customers", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Code;Name;Phone\nE-1;Muñoz Peña;5550003\n")]);
        Assert.Equal(["Muñoz Peña", "김민수 서비스 센터", "Иванов Пётр Алексеевич"], await counter.Centre.Look<ReceptionDbContext, List<string>>(db => db.Customers.OrderBy(c => c.Code).Select(c => c.Name).ToListAsync()));
    }

    [Theory]
    [InlineData("reception-models")]
    [InlineData("reception-warranty")]
    [InlineData("reception-customers")]
    [InlineData("reception-devices")]
    public async Task A_hostile_file_is_refused_in_words_and_stores_nothing(string importer)
    {
        var before = await Everything();
        var client = await counter.Centre.Client(Roles.ServiceDirector);
        foreach (var (code, content) in new (string, byte[])[]
        {
            ("Platform.Import.Empty", []),
            ("Platform.Import.Empty", Utf8("\n \n")),
            ("Platform.Import.NotATable", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 1]),
            ("Platform.Import.TooManyColumns", Utf8(string.Join(';', Enumerable.Range(0, 1_000_000)) + "\n1\n")),
            ("Platform.Import.HeadingsMissing", Utf8("What;Ever\n1;2\n")),
            ("Platform.Import.HeadingTwice", Utf8("Code;code;Model\n1;2;3\n")),
            ("Platform.Import.XlsxUnreadable", Bomb()), // what no table needs is not even unpacked
            ("Platform.Import.XlsxUnreadable", [(byte)'P', (byte)'K', 3, 4]),
            ("Platform.Import.XlsxUnreadable", [(byte)'P', (byte)'K', 3, 4, .. new byte[200]]),
            ("Platform.Import.OldExcel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]),
            ("Platform.Import.TooLarge", new byte[(20 * 1024 * 1024) + 1]),
        })
        {
            var answer = await client.PostAsync($"/api/v1/platform/imports/{importer}?dryRun=false&goodRowsOnly=true", Form(content));
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{code}: {(int)answer.StatusCode} {body}");
            Assert.Equal(code, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        }

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_formula_stays_text_and_a_huge_field_is_a_fault_of_its_row()
    {
        var formula = "=HYPERLINK(\"http://evil.example\",\"x\")";
        var file = Utf8($"Code;Name;Phone\n=1+1;\"{formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\";555001\nC-2;{new string('x', 30_000)};555002\n");
        var answer = await Send("reception-customers", file, more: "&goodRowsOnly=true");
        Assert.Equal((2, 1, 1, 0, 0), Counts(answer));
        Assert.Equal([formula], await counter.Centre.Look<ReceptionDbContext, List<string>>(db => db.Customers.Select(c => c.Name).ToListAsync()));

        // What leaves again does not come alive in a table program.
        var client = await counter.Centre.Client(Roles.ServiceDirector);
        Assert.Contains("'=HYPERLINK", await client.GetStringAsync(new Uri("/reception/customers?format=csv", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whoever_may_import_sees_the_importers_and_their_buttons()
    {
        var manager = await counter.Centre.Client(Roles.ServiceDirector);
        var receptionist = await counter.Centre.Client(Roles.Receptionist);
        foreach (var importer in Importers)
        {
            Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(new Uri($"/platform/imports/{importer}", UriKind.Relative))).StatusCode);
            Assert.Contains("text/csv", (await manager.GetAsync(new Uri($"/platform/imports/{importer}/template.csv", UriKind.Relative))).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await receptionist.PostAsync($"/api/v1/platform/imports/{importer}?dryRun=false", Form(Utf8(Customers)))).StatusCode);
        }

        foreach (var (page, button) in new[] { ("customers", "reception-customers"), ("devices", "reception-devices"), ("models", "reception-models"), ("models", "reception-warranty") })
        {
            Assert.Contains($"/platform/imports/{button}", await manager.GetStringAsync(new Uri($"/reception/{page}", UriKind.Relative)), StringComparison.Ordinal);
            Assert.DoesNotContain("/platform/imports/", await receptionist.GetStringAsync(new Uri($"/reception/{page}", UriKind.Relative)), StringComparison.Ordinal);
        }

        await counter.Centre.Refused("Platform.Forbidden", new ImportModel.Command("X") { Name = "x" }, counter.Receptionist);
        await counter.Centre.Refused("Platform.Forbidden", new ImportWarrantyPolicy.Command("X", new LocalDate(2026, 1, 1)), counter.Receptionist);
        await counter.Centre.Refused("Platform.Forbidden", new ImportCustomer.Command("X"), counter.Receptionist);
        await counter.Centre.Refused("Platform.Forbidden", new ImportDevice.Command("X", "1"), counter.Receptionist);
    }

    [Fact]
    public async Task The_template_of_each_importer_passes_its_own_dry_run()
    {
        var manager = await counter.Centre.Client(Roles.ServiceDirector);
        await Send("reception-customers", Utf8("Code;Name;Phone\nC-1001;Anna;5551\n"));
        foreach (var importer in Importers)
        {
            var template = await manager.GetByteArrayAsync(new Uri($"/platform/imports/{importer}/template.csv", UriKind.Relative));
            var dry = await Send(importer, template, apply: false);
            Assert.True(Counts(dry).Bad == 0, dry.ToString());
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Windows(string text, int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);

    private static byte[] Bomb()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("xl/media/zero.bin").Open();
            entry.Write(new byte[20 * 1024 * 1024]);
        }

        return memory.ToArray();
    }

    private static MultipartFormDataContent Form(byte[] content) => new() { { new ByteArrayContent(content), "File", "table.csv" } };

    private static (int Rows, int Bad, int Created, int Changed, int Unchanged) Counts(JsonElement answer)
    {
        int Count(string name) => answer.GetProperty("counts").GetProperty(name).GetInt32();
        return (Count("rows"), Count("bad"), Count("created"), Count("changed"), Count("unchanged"));
    }

    private async Task<JsonElement> Send(string importer, byte[] content, bool apply = true, string more = "")
    {
        var client = await counter.Centre.Client(Roles.ServiceDirector);
        var answer = await client.PostAsync($"/api/v1/platform/imports/{importer}?dryRun={!apply}{more}", Form(content));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private Task<int> CountCustomers() => counter.Centre.Look<ReceptionDbContext, int>(db => db.Customers.CountAsync());

    /// <summary>All that importers write, with its version.</summary>
    private Task<List<string>> Everything() => counter.Centre.Look<ReceptionDbContext, List<string>>(async db =>
    {
        var models = await db.Models.AsNoTracking().OrderBy(m => m.Code).ToListAsync();
        var policies = await db.Policies.AsNoTracking().Where(p => p.ModelId != Counter.ModelId).OrderBy(p => p.SoldFrom).ToListAsync();
        var customers = await db.Customers.AsNoTracking().OrderBy(c => c.Code).ToListAsync();
        var devices = await db.Devices.AsNoTracking().OrderBy(d => d.ModelCode).ThenBy(d => d.SerialKey).ToListAsync();
        return
        [
            .. models.Select(m => FormattableString.Invariant($"{m.Code} {m.Name} {m.ProductGroup} {m.ServiceLifeYears} {string.Join('|', m.PartGroups)} v{m.Version}")),
            .. policies.Select(p => FormattableString.Invariant($"{models.Single(m => m.Id == p.ModelId).Code} {p.SoldFrom:uuuu-MM-dd} {p.PartMonths} {p.LabourMonths} {p.NeedsProofOfPurchase} {string.Join('|', p.ExcludedCauses)} {string.Join('|', p.Terms.Select(t => $"{t.PartGroup}={t.Months}"))} v{p.Version}")),
            .. customers.Select(c => FormattableString.Invariant($"{c.Code} {c.Kind} {c.Name} {c.PhoneKey} {c.Email} {(c.ZoneId == Counter.TownId ? "TOWN" : "")} {c.PaysOnAccount} v{c.Version}")),
            .. devices.Select(d => FormattableString.Invariant($"{d.ModelCode} {d.SerialKey} {d.CustomerName} {(d.SoldOn is { } sold ? sold.ToString("uuuu-MM-dd", null) : "")} {d.HasProofOfPurchase} {d.ResponseTarget?.TotalHours} v{d.Version}")),
        ];
    });
}
