using System.Net;
using System.Text;
using System.Text.Json;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Importing.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Importing;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Good = "Number;Name;Price\nA-1;Pump;12,50\nA-2;Motor;8\nA-3;Belt;1.25\n";
    private readonly Shelf shelf = new();
    private TestCentre centre = null!;

    private ImportWorker Worker => centre.Services.GetRequiredService<ImportWorker>();

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync(b =>
    {
        b.RegisterInstance(shelf);
        b.RegisterInstance<Importer>(new Importer<Row>("shelf-things", "Things", ShelfModule.Permission)
            .Text("Number", (t, v) => t.Number = v, required: true, maxLength: 10, example: "A-1", aliases: ["Part no.", "SKU"])
            .Text("Name", (t, v) => t.Name = v, required: true, example: "Pump")
            .Number("Price", (t, v) => t.Price = v, example: "12.50")
            .Date("Since", (t, v) => t.Since = v)
            .Key(t => t.Number)
            .Apply(t => new PutOnShelf.Command(t.Number, t.Name, t.Price)));
    });

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task The_dry_run_stores_nothing_and_the_rows_are_applied_when_said()
    {
        var run = await Check(Good);
        Assert.Equal((ImportState.Checked, new ImportCounts(3, 0, 3, 0, 0)), (run.State, run.Counts));
        Assert.Empty(await Things());

        await centre.Ok(new ApplyImport.Command(run.Id));
        run = await Work(run.Id);
        Assert.Equal((ImportState.Applied, new ImportCounts(3, 0, 3, 0, 0)), (run.State, run.Counts));
        Assert.Equal(["A-1 Pump 12.5", "A-2 Motor 8", "A-3 Belt 1.25"], await Things());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await Apply(Good);
        var again = await Apply(Good);
        Assert.Equal(new ImportCounts(3, 0, 0, 0, 3), again.Counts);
        var changed = await Apply(Good.Replace("Motor", "Engine", StringComparison.Ordinal));
        Assert.Equal(new ImportCounts(3, 0, 0, 1, 2), changed.Counts);
    }

    [Fact]
    public async Task Each_bad_row_is_listed_with_line_column_value_and_remedy()
    {
        var run = await Check("SKU,name,Price,Since\nA-1,Pump,12,2026-01-31\nA-2,,1,\nA-3,Belt,\"1,234\",01/02/2026\nA-45678901234,Nut,1,\nA-1,Twin,1,\nA-6,forbidden,1,\n");
        Assert.Equal(new ImportCounts(6, 5, 1, 0, 0), run.Counts);
        Assert.Equal(
            [(3, "name", ""), (4, "Price", "1,234"), (4, "Since", "01/02/2026"), (5, "SKU", "A-45678901234"), (6, "", "A-1"), (7, "name", "forbidden")],
            run.Faults.Select(f => (f.Line, f.Column, f.Value)));
        Assert.All(run.Faults, f => Assert.True(f.Problem.Length > 0 && f.Remedy.Length > 0));
        Assert.Equal("The same stands in line 2 already.", run.Faults[4].Problem);
        Assert.Equal("This may not stand here.", run.Faults[5].Problem);
    }

    [Fact]
    public async Task Good_rows_alone_are_applied_only_when_asked_for()
    {
        var run = await Check("Number,Name\nA-1,Pump\nA-2,\n");
        await centre.Refused("Platform.Import.BadRows", new ApplyImport.Command(run.Id));
        Assert.Empty(await Things());
        await centre.Ok(new ApplyImport.Command(run.Id, GoodRowsOnly: true));
        Assert.Equal(new ImportCounts(2, 1, 1, 0, 0), (await Work(run.Id)).Counts);
        Assert.Equal(["A-1 Pump 0"], await Things());
        await centre.Refused("Platform.Import.NotChecked", new ApplyImport.Command(run.Id));
    }

    [Fact]
    public async Task Other_headings_are_told_apart_on_the_screen()
    {
        var run = await Look(await Send("Teil,Bezeichnung,Preis\nA-1,Pumpe,3\n"));
        Assert.Equal(ImportState.Mapping, run.State);
        Assert.Equal(["Teil", "Bezeichnung", "Preis"], run.Headings);
        Assert.Equal(["A-1", "Pumpe", "3"], run.Sample[0]);

        var error = await centre.Refused("Platform.Import.ColumnMissing", new MapImport.Command(run.Id, [1, 0, 0, 0]));
        Assert.Equal("Columns[1]", error.Details.Single().Field);
        await centre.Refused("Platform.Import.ColumnTwice", new MapImport.Command(run.Id, [1, 1, 0, 0]));
        await centre.Refused("Platform.Import.MappingMalformed", new MapImport.Command(run.Id, [1, 9, 0, 0]));
        await centre.Ok(new MapImport.Command(run.Id, [1, 2, 3, 0]));
        Assert.Equal(new ImportCounts(1, 0, 1, 0, 0), (await Work(run.Id)).Counts);
    }

    [Fact]
    public async Task A_number_that_could_be_a_thousand_is_decided_by_the_other_rows_or_by_whoever_sends_it_or_refused()
    {
        var open = await Check("Number;Name;Price\nA-1;Pump;1.234\nA-2;Motor;8\n");
        Assert.Equal([(2, "Price", "1.234")], open.Faults.Select(f => (f.Line, f.Column, f.Value)));
        Assert.All(open.Columns, column => Assert.Null(column.DecidedNumbers));

        await centre.Ok(new ReadImport.Command(open.Id, TextEncoding.Automatic, NumberFormat.Comma));
        Assert.Equal(new ImportCounts(2, 0, 2, 0, 0), (await Work(open.Id)).Counts);

        var decided = await Check("Number;Name;Price\nA-1;Pump;1.234\nA-2;Motor;8,50\n");
        Assert.Equal(new ImportCounts(2, 0, 2, 0, 0), decided.Counts);
        Assert.Equal(NumberFormat.Comma, decided.Columns[2].DecidedNumbers);
        var client = await centre.Client(Roles.BranchManager);
        Assert.Contains("Price: the other rows show that numbers are written like 1.234,56.", WebUtility.HtmlDecode(await client.GetStringAsync($"/platform/imports/runs/{decided.Id}")), StringComparison.Ordinal);
        await centre.Ok(new ApplyImport.Command(decided.Id));
        await Work(decided.Id);
        Assert.Equal(["A-1 Pump 1234", "A-2 Motor 8.5"], await Things());

        var contradicting = await Check("Number;Name;Price\nA-3;Pump;1.234\nA-4;Motor;8,50\nA-5;Belt;8.5\n");
        Assert.Equal([2], contradicting.Faults.Select(f => f.Line));
    }

    [Fact]
    public async Task A_file_in_the_wrong_letters_is_read_anew_on_the_screen()
    {
        var client = await centre.Client(Roles.BranchManager);
        var posted = await client.PostAsync("/platform/imports/shelf-things", FileForm(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Number;Name\nA-1;а\n")));
        var address = posted.Headers.Location!.ToString();
        await Worker.DrainAsync(CancellationToken.None);
        Assert.Contains("<td>à</td>", WebUtility.HtmlDecode(await client.GetStringAsync(address)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync(address + "/reading", new FormUrlEncodedContent([new("Encoding", "Cyrillic"), new("Numbers", "Automatic")]))).StatusCode);
        await Worker.DrainAsync(CancellationToken.None);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
        Assert.Contains("<td>а</td>", page, StringComparison.Ordinal);
        Assert.Contains("CSV, windows-1251", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/api/v1/platform/imports/shelf-things?encoding=Klingon", FileForm("Number,Name\nA-1,Pump\n"u8.ToArray()))).StatusCode);
        var western = await Json(await client.PostAsync("/api/v1/platform/imports/shelf-things?encoding=western&numbers=comma", FileForm([.. "Number;Name;Price\nA-1;"u8, 0xE0, .. ";1.234\n"u8])));
        Assert.Equal(("Western", "Comma", 0), (western.GetProperty("encoding").GetString(), western.GetProperty("numbers").GetString(), western.GetProperty("counts").GetProperty("bad").GetInt32()));
    }

    [Fact]
    public async Task An_import_that_broke_off_goes_on_and_applies_no_row_twice()
    {
        var run = await Check(Good);
        await centre.Ok(new ApplyImport.Command(run.Id));
        using var stop = new CancellationTokenSource();
        shelf.OnPut = number =>
        {
            if (number == "A-2")
            {
                stop.Cancel();
            }
        };
        await Worker.WorkAsync(run.Id, stop.Token);
        Assert.Equal(2, (await Things()).Count);
        Assert.Equal(ImportState.Applying, (await Look(run.Id)).State);

        shelf.OnPut = _ => { };
        await Worker.DrainAsync(CancellationToken.None);
        Assert.Equal(ImportState.Applying, (await Look(run.Id)).State); // for all anybody knows the first worker is still at it
        centre.Advance(Duration.FromMinutes(2));
        await Worker.DrainAsync(CancellationToken.None);
        var done = await Look(run.Id);
        Assert.Equal((ImportState.Applied, new ImportCounts(3, 0, 3, 0, 0)), (done.State, done.Counts));
        Assert.Equal(3, (await Things()).Count);
    }

    [Fact]
    public async Task A_row_that_makes_the_program_stumble_fails_the_import_visibly_and_it_can_go_on()
    {
        var run = await Check(Good);
        await centre.Ok(new ApplyImport.Command(run.Id));
        shelf.OnPut = number => throw new InvalidOperationException("The shelf fell down.");
        var failed = await Work(run.Id);
        Assert.Equal((ImportState.Failed, "The shelf fell down."), (failed.State, failed.Message));
        shelf.OnPut = _ => { };
        await centre.Ok(new ApplyImport.Command(run.Id));
        Assert.Equal((ImportState.Applied, 3), ((await Work(run.Id)).State, (await Things()).Count));
    }

    [Fact]
    public async Task A_file_without_rows_or_that_ends_in_the_middle_fails_in_words()
    {
        var empty = await Check("Number,Name\n");
        Assert.Equal((ImportState.Failed, "The file has headings and no rows."), (empty.State, empty.Message));
        var broken = await Check("Number,Name\nA-1,Pump\nA-2,\"never closed\n");
        Assert.Equal(ImportState.Failed, broken.State);
        Assert.StartsWith("Line 3", broken.Message, StringComparison.Ordinal);
        Assert.Empty(await Things());
    }

    [Fact]
    public async Task Whoever_may_not_use_the_importer_sees_neither_it_nor_its_imports()
    {
        var run = await Check(Good);
        var stranger = centre.As(Roles.Technician);
        await centre.Refused("Platform.Forbidden", new ListImporters.Query(), stranger);
        Assert.DoesNotContain(await centre.Ok(new ListImporters.Query(), centre.As(Roles.Receptionist)), i => i.Name == "shelf-things");
        Assert.Empty((await centre.Ok(new ListImports.Query(new ListQuery { Path = "" }), stranger)).Items);
        await centre.Refused("Platform.Import.NotFound", new GetImport.Query(run.Id), stranger);
        await centre.Refused("Platform.Import.NotFound", new ApplyImport.Command(run.Id), stranger);
    }

    [Fact]
    public async Task An_import_is_of_the_branch_that_it_came_from_and_applied_in_the_name_of_whoever_says_so()
    {
        var manager = centre.As(Roles.BranchManager);
        var sender = manager with { BranchId = centre.Seoul.Id, Name = "Manager in Seoul", UserId = Guid.Parse("00000000-0000-7000-8000-00000000005e") };
        var run = await Send(Good, sender);
        await Work(run);
        await centre.Refused("Platform.Import.NotFound", new GetImport.Query(run), manager);
        await centre.Refused("Platform.Import.NotFound", new MapImport.Command(run, [1, 2, 3, 0]), manager);
        await centre.Refused("Platform.Import.NotFound", new ApplyImport.Command(run), manager);
        Assert.Empty((await centre.Ok(new ListImports.Query(new ListQuery { Path = "" }), manager)).Items);
        Assert.Single((await centre.Ok(new ListImports.Query(new ListQuery { Path = "" }), sender)).Items);

        var colleague = sender with { Name = "Colleague", UserId = Guid.Parse("00000000-0000-7000-8000-00000000005f") };
        await centre.Refused("Platform.Import.NotFound", new ApplyImport.Command(run), colleague with { Permissions = Caller.Public.Permissions });
        await centre.Ok(new ApplyImport.Command(run), colleague);
        await Work(run);
        var entries = await centre.Look<PlatformDbContext, List<AuditEntry>>(db => db.Audit.AsNoTracking().Where(a => a.UseCase == "PutOnShelf").ToListAsync());
        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.Equal(("Colleague", (Guid?)centre.Seoul.Id), (e.UserName, e.BranchId)));
    }

    [Fact]
    public async Task The_pages_lead_from_the_file_to_the_report()
    {
        var client = await centre.Client(Roles.BranchManager);
        Assert.Contains("/platform/imports/shelf-things", await client.GetStringAsync("/platform/imports"), StringComparison.Ordinal);
        Assert.Contains("Part no.", string.Join(',', (await centre.Ok(new ListImporters.Query())).Single(i => i.Name == "shelf-things").Columns.SelectMany(c => c.Aliases)), StringComparison.Ordinal);
        Assert.StartsWith("Number;Name;Price;Since\r\nA-1;Pump;12.50;2026-12-31", await client.GetStringAsync("/platform/imports/shelf-things/template.csv"), StringComparison.Ordinal);

        var refused = await client.PostAsync("/platform/imports/shelf-things", FileForm([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("neither a CSV nor an XLSX", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var posted = await client.PostAsync("/platform/imports/shelf-things", FileForm("Number,Name\nA-1,Pump\nA-2,\n=A-3,\n"u8.ToArray()));
        var address = posted.Headers.Location!.ToString();
        Assert.Contains("being checked", await client.GetStringAsync(address), StringComparison.Ordinal);
        await Worker.DrainAsync(CancellationToken.None);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
        Assert.Contains("This is missing.", page, StringComparison.Ordinal);
        Assert.Contains("Apply the good rows only", page, StringComparison.Ordinal);
        Assert.Contains("Which column is which?", await client.GetStringAsync(address + "?mapping"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync(address + "/apply", new FormUrlEncodedContent([new("GoodRowsOnly", "true")]))).StatusCode);
        await Worker.DrainAsync(CancellationToken.None);
        Assert.Equal(["A-1 Pump 0"], await Things());
        var report = await client.GetStringAsync(address + "/report");
        Assert.Equal(4, report.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("3,Not right,Name,,This is missing.", report, StringComparison.Ordinal);
        Assert.Contains("shelf-things", await client.GetStringAsync("/platform/imports/runs?state=Applied"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/platform/imports/no-such")).StatusCode);
    }

    [Fact]
    public async Task By_api_the_dry_run_answers_faults_and_the_real_one_counts()
    {
        var client = await centre.Client(Roles.BranchManager);
        var dry = await Json(await client.PostAsync("/api/v1/platform/imports/shelf-things?dryRun=true", FileForm("Number,Name\nA-1,Pump\nA-2,\n"u8.ToArray())));
        Assert.Equal("Checked", dry.GetProperty("state").GetString());
        Assert.Equal(3, dry.GetProperty("faults")[0].GetProperty("line").GetInt32());
        Assert.Empty(await Things());

        var bad = await client.PostAsync("/api/v1/platform/imports/shelf-things?dryRun=false", FileForm("Number,Name\nA-1,Pump\nA-2,\n"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Conflict, bad.StatusCode);
        Assert.Contains("Platform.Import.BadRows", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var done = await Json(await client.PostAsync("/api/v1/platform/imports/shelf-things?dryRun=false&goodRowsOnly=true", FileForm("Number,Name\nA-1,Pump\nA-2,\n"u8.ToArray())));
        Assert.Equal("Applied", done.GetProperty("state").GetString());
        Assert.Equal(["A-1 Pump 0"], await Things());

        var headings = await client.PostAsync("/api/v1/platform/imports/shelf-things?dryRun=true", FileForm("Teil,Name\nA-1,Pump\n"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, headings.StatusCode);
        Assert.Contains("no column called Number", await headings.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/api/v1/platform/imports/no-such?dryRun=true", FileForm("a\n1\n"u8.ToArray()))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/api/v1/platform/imports/shelf-things", new StringContent("x"))).StatusCode);
    }

    [Fact]
    public async Task Two_files_are_looked_into_at_once_and_a_third_is_told_to_come_again()
    {
        var client = await centre.Client(Roles.BranchManager);
        var places = centre.Services.GetRequiredService<ImportPlaces>();
        Assert.True(places.Looking.Wait(0) && places.Looking.Wait(0) && !places.Looking.Wait(0));
        var busy = await client.PostAsync("/api/v1/platform/imports/shelf-things?dryRun=true", FileForm("Number,Name\nA-1,Pump\n"u8.ToArray()));
        Assert.Equal(HttpStatusCode.TooManyRequests, busy.StatusCode);
        Assert.NotNull(busy.Headers.RetryAfter);
        Assert.Contains("Platform.Import.Busy", await busy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(centre.Folder, "imports")));
        places.Looking.Release();
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/api/v1/platform/imports/shelf-things?dryRun=true", FileForm("Number,Name\nA-1,Pump\n"u8.ToArray()))).StatusCode);
        places.Looking.Release();
    }

    private static MultipartFormDataContent FileForm(byte[] content) => new() { { new ByteArrayContent(content), "File", "things.csv" } };

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<Guid> Send(string text, Caller? sender = null, NumberFormat numbers = NumberFormat.Automatic)
    {
        await using var scope = centre.Dispatcher.Enter(sender ?? centre.As(Roles.BranchManager));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await scope.Resolve<ImportDesk>().ReceiveAsync("shelf-things", content, "things.csv", TextEncoding.Automatic, numbers, CancellationToken.None)).Value;
    }

    private async Task<GetImport.Answer> Check(string text) => await Work(await Send(text));

    private async Task<GetImport.Answer> Apply(string text)
    {
        var run = await Check(text);
        await centre.Ok(new ApplyImport.Command(run.Id));
        return await Work(run.Id);
    }

    private async Task<GetImport.Answer> Work(Guid run)
    {
        await Worker.WorkAsync(run, CancellationToken.None);
        return await Look(run);
    }

    private Task<GetImport.Answer> Look(Guid run) => centre.Ok(new GetImport.Query(run));

    private Task<List<string>> Things() => centre.Look<ShelfDbContext, List<string>>(async db =>
        (await db.Things.OrderBy(t => t.Number).ToListAsync()).ConvertAll(t => FormattableString.Invariant($"{t.Number} {t.Name} {t.Price:0.##}")));

    private sealed class Row
    {
        public string Number { get; set; } = "";

        public string Name { get; set; } = "";

        public decimal Price { get; set; }

        public LocalDate? Since { get; set; }
    }
}
