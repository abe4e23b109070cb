using System.Net;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Counts;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Cycle counts and stocktakes while work goes on (PAR-5).</summary>
public sealed class CountTests
{
    [Fact]
    public async Task A_part_that_moves_after_it_was_counted_keeps_its_movements_and_the_books_get_the_difference_alone()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 5, bin: "A-01");
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);

        // 9 lie there at ten; at five past ten 3 are handed out; the count arrives at ten past.
        store.Centre.Advance(Duration.FromMinutes(5));
        var wish = Store.Wish(part, 3);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        store.Centre.Advance(Duration.FromMinutes(5));
        await Record(store, count.Id, "PUMP-1", 9, Duration.FromMinutes(8));
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        var line = Assert.Single((await store.Centre.Ok(new ListCountLines.Query(Of(count.Id)), store.Keeper)).Items);
        Assert.Equal((10m, 10m, 9m, -1m, -5m), (line.Frozen!.Value, line.Balance!.Value, line.Counted!.Value, line.Difference!.Value, line.Value!.Value));

        await store.Centre.Ok(new PostCount.Command(count.Id), store.Centre.As(Roles.BranchManager));
        Assert.Equal((6m, 0m, 30m), await store.Stock(part));
        Assert.Equal(1, await store.Look(db => db.Movements.CountAsync(m => m.Kind == MovementKind.Correction && m.Quantity == -1)));
        var accuracy = await store.Centre.Ok(new GetCountAccuracy.Query(), store.Keeper);
        Assert.Equal((1, 0, 0m), (accuracy.Rows[0].Counted, accuracy.Rows[0].Right, accuracy.Rows[0].Accuracy));
    }

    [Fact]
    public async Task A_counting_that_is_sent_again_is_taken_once()
    {
        await using var store = await Store.OpenAsync();
        await store.Receive(await store.Part(), 10, 1);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        var scan = new RecordCount.Command(count.Id, new Guid("00000000-0000-7000-8000-00000000aa01"), "PUMP-1", 10);
        Assert.Equal(await store.Centre.Ok(scan, store.Keeper), await store.Centre.Ok(scan with { Quantity = 4, AgeMs = 60_000 }, store.Keeper));
        Assert.Equal((1, 10m), await store.Look(async db => ((await db.CountLines.SingleAsync()).Countings, (await db.CountLines.SingleAsync()).Counted!.Value)));
    }

    [Fact]
    public async Task A_large_difference_is_counted_again_and_approved_by_another_person_with_the_right()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 100);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        Assert.True((await Record(store, count.Id, "PUMP-1", 7)).Again);
        await store.Centre.Refused("SpareParts.StockCount.Uncounted", new FinishCount.Command(count.Id, LeaveRest: true), store.Keeper);
        Assert.False((await Record(store, count.Id, "pump-1", 7)).Again);
        Assert.Null((await store.Centre.Ok(new ListCountLines.Query(Of(count.Id)), store.Keeper)).Items[0].Balance); // blind
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        await store.Centre.Refused("SpareParts.StockCount.OwnCount", new PostCount.Command(count.Id), store.Keeper);
        var colleague = store.Centre.CallerOf(store.Centre.Users.The(Roles.WarehouseKeeper) with { Id = new Guid("00000000-0000-7000-8000-0000000000ee") });
        await store.Centre.Refused("SpareParts.StockCount.AboveLimit", new PostCount.Command(count.Id), colleague);
        await store.Centre.Ok(new CountAgain.Command(count.Id, "Look behind the shelf"), colleague);
        await Record(store, count.Id, "PUMP-1", 10);
        await Record(store, count.Id, "PUMP-1", 10);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        Assert.Null((await store.Centre.Ok(new PostCount.Command(count.Id), colleague)).DocumentId);
        Assert.Equal((10m, 0m, 1000m), await store.Stock(part));
        await store.Centre.Refused("SpareParts.StockCount.Post.Refused", new PostCount.Command(count.Id), colleague);
    }

    [Fact]
    public async Task A_boxs_barcode_counts_its_content()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Centre.Ok(new ServiceErp.SpareParts.Features.Parts.SetPartUnit.Command(part, "box", 10, "BOX-1"), store.Keeper);
        await store.Receive(part, 30, 1);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        var answer = await Record(store, count.Id, "BOX-1", 3);
        Assert.Equal((30m, "pcs", false), (answer.Quantity, answer.Unit, answer.Again));
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        Assert.Null((await store.Centre.Ok(new PostCount.Command(count.Id), store.Centre.As(Roles.BranchManager))).DocumentId);
    }

    [Fact]
    public async Task A_missing_piece_that_is_promised_keeps_its_own_line_open_and_says_to_which_order()
    {
        await using var store = await Store.OpenAsync();
        var (promised, free) = (await store.Part(), await store.Part("SEAL-1"));
        await store.Receive(promised, 10, 1, bin: "A-01");
        await store.Receive(free, 10, 1, bin: "A-02");
        var wish = Store.Wish(promised, 10);
        await store.Reserve(wish);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await Record(store, count.Id, "PUMP-1", 8);
        await Record(store, count.Id, "SEAL-1", 9);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);

        var manager = store.Centre.As(Roles.BranchManager);
        Assert.Equal(1, (await store.Centre.Ok(new PostCount.Command(count.Id), manager)).Open);
        Assert.Equal(((10m, 10m, 10m), (9m, 0m, 9m)), (await store.Stock(promised), await store.Stock(free)));
        var open = Assert.Single(await store.Centre.Ok(new ListOpenDifferences.Query(count.Id), store.Keeper));
        Assert.Equal(("PUMP-1", "A-01", -2m, "SO-BER-2026-00001", 10m), (open.PartNumber, open.Bin, open.Difference, open.Promises[0].OrderNumber, open.Promises[0].Quantity));
        await store.Centre.Refused("SpareParts.StockCount.StillBlocked", new PostCount.Command(count.Id), manager);

        var page = await (await store.Centre.Client(Roles.WarehouseKeeper)).GetStringAsync($"/spare-parts/counts/{count.Id}");
        Assert.Contains("SO-BER-2026-00001", page, StringComparison.Ordinal);
        Assert.Contains("/spare-parts/reservations/release", page, StringComparison.Ordinal);

        await store.Centre.Ok(new ServiceErp.SpareParts.Features.Reservations.ReleaseParts.Command([open.Promises[0].LineId]) { Reason = "Two are not there" }, store.Keeper);
        Assert.Equal(0, (await store.Centre.Ok(new PostCount.Command(count.Id), manager)).Open);
        Assert.Equal((8m, 0m, 8m), await store.Stock(promised));
    }

    [Fact]
    public async Task A_count_of_which_something_is_booked_is_not_given_up_before_that_is_taken_back()
    {
        await using var store = await Store.OpenAsync();
        var (promised, free) = (await store.Part(), await store.Part("SEAL-1"));
        await store.Receive(promised, 10, 1, bin: "A-01");
        await store.Receive(free, 10, 1, bin: "A-02");
        await store.Reserve(Store.Wish(promised, 10));
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await Record(store, count.Id, "PUMP-1", 8);
        await Record(store, count.Id, "SEAL-1", 9);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        var manager = store.Centre.As(Roles.BranchManager);
        var posted = await store.Centre.Ok(new PostCount.Command(count.Id), manager);
        await store.Centre.Ok(new CountAgain.Command(count.Id, "Two are promised"), manager);
        await store.Centre.Refused("SpareParts.StockCount.Cancel.Refused", new CancelCount.Command(count.Id, "Counted in the wrong store"), manager);

        await store.Centre.Ok(new ServiceErp.SpareParts.Features.Documents.ReverseStockDocument.Command(posted.DocumentId!.Value, null, "Counted in the wrong store"), store.Keeper with { Permissions = null });
        Assert.Equal((10m, 0m, 10m), await store.Stock(free));
        await store.Centre.Refused("SpareParts.StockCount.Uncounted", new FinishCount.Command(count.Id), store.Keeper);
        await store.Centre.Ok(new CancelCount.Command(count.Id, "Counted in the wrong store"), manager);
        Assert.Equal(StockCountState.Cancelled, (await store.Centre.Ok(new GetCount.Query(count.Id), store.Keeper)).State);
    }

    [Fact]
    public async Task A_count_that_waits_for_approval_can_be_given_up()
    {
        await using var store = await Store.OpenAsync();
        await store.Receive(await store.Part(), 10, 1);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await Record(store, count.Id, "PUMP-1", 9);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        await store.Centre.Ok(new CancelCount.Command(count.Id, "Counted in the wrong store"), store.Keeper);
        Assert.Equal(StockCountState.Cancelled, (await store.Centre.Ok(new GetCount.Query(count.Id), store.Keeper)).State);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_books()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 1);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await Record(store, count.Id, "PUMP-1", 8);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        var results = await Task.WhenAll(new[] { Roles.BranchManager, Roles.Accountant }.Select(r => Task.Run(() => store.Centre.Send(new PostCount.Command(count.Id), store.Centre.As(r)))));
        Assert.Single(results, r => r.Succeeded);
        Assert.Equal((8m, 0m, 8m), await store.Stock(part));
    }

    [Fact]
    public async Task What_lies_outside_of_the_bins_is_corrected_there_and_what_was_found_unexpectedly_comes_in()
    {
        await using var store = await Store.OpenAsync();
        var (part, other) = (await store.Part(), await store.Part("SEAL-1"));
        await store.Receive(part, 10, 1, bin: "A-01");
        await store.Receive(part, 3, 1);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await store.Centre.Refused("SpareParts.StockCount.WhichBin", Scan(count.Id, "PUMP-1", 3), store.Keeper);
        await store.Centre.Ok(Scan(count.Id, "PUMP-1", 10) with { Bin = "a-01" }, store.Keeper);
        await store.Centre.Ok(Scan(count.Id, "SEAL-1", 2), store.Keeper);
        await store.Centre.Refused("SpareParts.StockCount.Uncounted", new FinishCount.Command(count.Id), store.Keeper);
        await store.Centre.Ok(new FinishCount.Command(count.Id, LeaveRest: true), store.Keeper);
        await store.Centre.Ok(new PostCount.Command(count.Id), store.Centre.As(Roles.BranchManager));
        Assert.Equal((13m, 2m), ((await store.Stock(part)).OnHand, (await store.Stock(other)).OnHand));
    }

    [Fact]
    public async Task The_days_share_is_planned_once_and_the_longest_uncounted_come_first()
    {
        await using var store = await Store.OpenAsync();
        for (var i = 0; i < 30; i++)
        {
            await store.Receive(await store.Part($"P-{i:D2}"), 1, 1);
        }

        var first = await store.Centre.Ok(new PlanCounts.Command(), store.Keeper);
        Assert.Equal((1, 1), (first.Counts, first.Places)); // 30 places over the open days of a year
        Assert.Equal((0, 0), (await store.Centre.Ok(new PlanCounts.Command(), store.Keeper)) is var again ? (again.Counts, again.Places) : default);
        var count = (await store.Centre.Ok(new ListCounts.Query(new ListQuery { Path = "/" }), store.Keeper)).Items[0];
        await Record(store, count.Id, "P-00", 1);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        await store.Centre.Ok(new PostCount.Command(count.Id), store.Centre.As(Roles.BranchManager));
        store.Centre.Advance(Duration.FromDays(1));
        await store.Centre.Ok(new PlanCounts.Command(), store.Keeper);
        Assert.Equal("P-01", (await store.Look(db => db.CountLines.Where(l => l.PostedOn == null).SingleAsync())).PartNumber);
    }

    [Fact]
    public async Task A_place_that_became_empty_is_confirmed_empty_once()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 1, 1);
        await store.Centre.Ok(store.Scrapping(part, 1), store.Keeper);
        store.Centre.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, (await store.Centre.Ok(new PlanCounts.Command(), store.Keeper)).Places);
        var count = (await store.Centre.Ok(new ListCounts.Query(new ListQuery { Path = "/" }), store.Keeper)).Items[0];
        await Record(store, count.Id, "PUMP-1", 0);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        await store.Centre.Ok(new PostCount.Command(count.Id), store.Centre.As(Roles.BranchManager));
        store.Centre.Advance(Duration.FromDays(1));
        await store.Centre.Refused("SpareParts.StockCount.NothingDue", new PlanCounts.Command(), store.Keeper);
    }

    [Fact]
    public async Task The_pages_say_what_is_to_be_done_and_the_phone_gets_short_answers()
    {
        await using var store = await Store.OpenAsync();
        await store.Receive(await store.Part(), 10, 1, bin: "A-01");
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        foreach (var (address, words) in new[]
        {
            ("/spare-parts/counts", count.Number), ("/spare-parts/counts?format=csv", count.Number), ($"/spare-parts/counts/{count.Id}", "PUMP-1"), ($"/spare-parts/counts/{count.Id}?format=csv", "A-01"),
            ($"/spare-parts/counts/{count.Id}/count", "Still to count"), ("/spare-parts/counts/accuracy", "Nothing was counted yet."),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK && body.Contains(words, StringComparison.Ordinal), $"{address}: {answer.StatusCode} {body}");
        }

        client.DefaultRequestHeaders.Add("X-Queue", "1");
        FormUrlEncodedContent Form(string code) => new(new Dictionary<string, string> { ["Code"] = code, ["Quantity"] = "10", ["ScanId"] = "00000000-0000-7000-8000-00000000bb01", ["AgeMs"] = "1500" });
        var unknown = await client.PostAsync($"/spare-parts/counts/{count.Id}/scans", Form("NOPE"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (unknown.StatusCode, (await unknown.Content.ReadAsStringAsync()).Contains("NOPE", StringComparison.Ordinal)));
        Assert.Contains("counted", await (await client.PostAsync($"/spare-parts/counts/{count.Id}/scans", Form("PUMP-1"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_is_found_by_the_search_and_stands_on_the_start_page_and_among_the_life_cycles()
    {
        await using var store = await Store.OpenAsync();
        await store.Receive(await store.Part(), 10, 1, bin: "A-01");
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        Assert.Equal($"/spare-parts/counts/{count.Id}", await store.Look(db => db.Search.Where(s => s.Code == count.Number).Select(s => s.Href).SingleAsync()));

        await using var scope = store.Centre.Dispatcher.Enter(store.Keeper);
        var lists = new List<StartPageList>();
        foreach (var part in scope.Resolve<IEnumerable<IStartPagePart>>())
        {
            lists.AddRange((await part.ComposeAsync(default)).Lists);
        }

        Assert.Equal($"/spare-parts/counts/{count.Id}", Assert.Single(lists, l => l.Href == "/spare-parts/counts").Rows[0].Href);
        var cycles = scope.Resolve<IEnumerable<ILifecycleCounts>>().ToDictionary(c => c.Title);
        Assert.Equal(1, (await cycles["Counts"].CountAsync(default))["Planned"]);
        Assert.Empty(await cycles["Loans"].CountAsync(default));
    }

    [Fact]
    public async Task The_rules_in_force_stand_in_the_form_that_changes_them()
    {
        await using var store = await Store.OpenAsync();
        var manager = store.Centre.As(Roles.BranchManager);
        await store.Centre.Ok(new SetCountRules.Command(7.5m, 300), manager);
        Assert.Equal(new GetCountRules.Answer(7.5m, 300, "EUR", 1_000), await store.Centre.Ok(new GetCountRules.Query(), manager));
        Assert.Contains("value=\"7.5\"", await (await store.Centre.Client(Roles.BranchManager)).GetStringAsync("/spare-parts/counts"), StringComparison.Ordinal);
    }

    private static int scans;

    private static RecordCount.Command Scan(Guid count, string code, decimal quantity) => new(count, new Guid($"00000000-0000-7000-8000-{Interlocked.Increment(ref scans):x12}"), code, quantity);

    private static Task<RecordCount.Answer> Record(Store store, Guid count, string code, decimal quantity, Duration age = default) =>
        store.Centre.Ok(Scan(count, code, quantity) with { AgeMs = (long)age.TotalMilliseconds }, store.Keeper);

    private static ListQuery Of(Guid count) => new() { Path = "/", Filters = new Dictionary<string, string> { ["count"] = $"{count}" } };
}
