using System.Net;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reports;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reports;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Reports;

/// <summary>The reports of the store add up with the ledger and with stock on a date (PAR-8).</summary>
public sealed class ReportTests
{
    private static readonly LocalDate March4 = new(2026, 3, 4);

    [Fact]
    public async Task Turnover_adds_up_with_the_ledger_and_with_stock_on_a_date_over_any_period()
    {
        await using var store = await Busy();
        var movements = await store.Look(db => db.Movements.AsNoTracking().ToListAsync());
        foreach (var (from, through) in new[] { (March4, March4.PlusDays(40)), (March4.PlusDays(5), March4.PlusDays(12)), (March4.PlusDays(10), March4.PlusDays(10)), (March4.PlusDays(-30), March4.PlusDays(-1)) })
        {
            var before = (await store.Centre.Ok(new GetStockTotals.Query(from.PlusDays(-1)), store.Keeper)).Sum(t => t.Value);
            var after = (await store.Centre.Ok(new GetStockTotals.Query(through), store.Keeper)).Sum(t => t.Value);
            var inside = movements.Where(m => m.BookingDate >= from && m.BookingDate <= through).ToList();
            var used = -inside.Where(m => m.Kind is MovementKind.Issue or MovementKind.Return).Sum(m => m.Value);
            foreach (var byClass in new[] { false, true })
            {
                var answer = await store.Centre.Ok(new GetTurnover.Query(from, through, byClass, null), store.Keeper);
                var all = answer.Rows.Select(r => r.Figures).Aggregate(new Turnover(0, 0, 0, 0, 1), (a, b) => a + b);
                Assert.Equal((before, after, used), (all.Opening, all.Closing, all.Consumed));
                Assert.Equal(inside.Where(m => m.Kind == MovementKind.Receipt).Sum(m => m.Value), all.Received);
                Assert.Equal(all.Closing, all.Opening + all.Received - all.Consumed + all.Other);
                Assert.Equal(inside.Sum(m => m.Value), all.Closing - all.Opening);
            }

            var parts = await store.Centre.Ok(new ListTurnover.Query(new ListQuery { Path = "/", From = from, To = through }), store.Keeper);
            Assert.Equal((before, after, used), (parts.Items.Sum(p => p.Figures.Opening), parts.Items.Sum(p => p.Figures.Closing), parts.Items.Sum(p => p.Figures.Consumed)));
        }
    }

    [Fact]
    public async Task Turnover_of_one_warehouse_counts_what_is_transferred_as_other()
    {
        await using var store = await Busy();
        var van = await store.Look(db => db.Warehouses.Where(w => w.Code == "VAN").Select(w => w.Id).SingleAsync());
        var answer = await store.Centre.Ok(new GetTurnover.Query(March4, March4.PlusDays(40), null, van), store.Keeper);
        Assert.Equal((0m, 0m, 10m, 10m), Assert.Single(answer.Rows).Figures is var f ? (f.Opening, f.Received, f.Other, f.Closing) : default);
    }

    [Theory]
    [InlineData(100, 0, 50, 50, 73, 3.33, 110)] // 50 out of a mean of 75 in a fifth of a year
    [InlineData(100, 0, 0, 100, 30, 0.0, null)]
    [InlineData(0, 0, 0, 0, 30, null, null)]
    public void Turns_and_cover_are_computed_as_the_page_says(decimal opening, decimal received, decimal consumed, decimal closing, int days, double? turns, int? cover)
    {
        var figures = new Turnover(opening, received, consumed, closing, days);
        Assert.Equal(((decimal?)turns, (decimal?)cover), (figures.Turns, figures.Cover));
    }

    [Property]
    public Property Figures_of_groups_add_up_to_those_of_the_whole(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        Turnover[] some = [.. Enumerable.Range(0, 5).Select(_ => new Turnover(random.Next(1000), random.Next(1000), random.Next(500), random.Next(1000), 30))];
        var all = some.Aggregate((a, b) => a + b);
        return (all.Other == some.Sum(s => s.Other) && all.Average == some.Sum(s => s.Average)).ToProperty();
    }

    [Fact]
    public async Task What_nobody_asks_for_is_slow_then_dead_and_what_is_new_is_neither()
    {
        await using var store = await Store.OpenAsync();
        var (idle, used, late) = (await store.Part("IDLE"), await store.Part("USED"), await store.Part("LATE"));
        await store.Receive(idle, 10, 20);
        await store.Receive(used, 10, 5);
        await Hand(store, used, 1);
        store.Centre.Advance(Duration.FromDays(50));
        await Hand(store, used, 1);
        store.Centre.Advance(Duration.FromDays(50));
        await store.Receive(late, 3, 30);

        // On day 100 with a window of 40 days: IDLE was never asked for, USED 50 days ago, LATE came today.
        var rows = (await Slow(store, ("days", "40"))).ToDictionary(r => r.Number);
        Assert.Equal(["IDLE", "USED"], rows.Keys.Order());
        Assert.Equal((Standing.Dead, (LocalDate?)null, March4), (rows["IDLE"].Standing, rows["IDLE"].LastIssueOn, rows["IDLE"].LastMovedOn!.Value));
        Assert.Equal((Standing.Slow, March4.PlusDays(50)), (rows["USED"].Standing, rows["USED"].LastIssueOn!.Value));
        Assert.Equal(["IDLE"], (await Slow(store, ("days", "40"), ("standing", "Dead"))).Select(r => r.Number));
        Assert.Equal(["USED"], (await Slow(store, ("days", "40"), ("standing", "Slow"))).Select(r => r.Number));
        var sums = Assert.Single((await store.Centre.Ok(new GetSlowStock.Query(40), store.Keeper)).Branches);
        Assert.Equal((240m, 200m, 330m), (sums.Slow, sums.Dead, sums.Stock));
        Assert.Equal((await store.Centre.Ok(new GetStockTotals.Query(null), store.Keeper)).Sum(t => t.Value), sums.Stock);
    }

    [Fact]
    public async Task Shelves_know_of_themselves_what_the_ledger_knows()
    {
        await using var store = await Busy();
        var (shelves, movements) = await store.Look(async db => (await db.StockItems.ToListAsync(), await db.Movements.ToListAsync()));
        Assert.Contains(shelves, s => s.LastIssuedAt is not null);
        Assert.All(shelves, shelf =>
        {
            var own = movements.FindAll(m => m.StockItemId == shelf.Id);
            Assert.Equal(own.Min(m => (Instant?)m.At), shelf.FirstMovedAt);
            Assert.Equal(own.Where(m => m.Kind == MovementKind.Issue).Max(m => (Instant?)m.At), shelf.LastIssuedAt);
        });
    }

    [Fact]
    public async Task A_part_in_two_bins_of_a_warehouse_is_slow_in_both_or_in_none()
    {
        await using var store = await Store.OpenAsync();
        var used = await store.Part("USED");
        await store.Receive(used, 2, 5);
        store.Centre.Advance(Duration.FromDays(50));
        await Hand(store, used, 1);
        await store.Receive(used, 3, 5, bin: "A-01");
        store.Centre.Advance(Duration.FromDays(50));

        Assert.Equal([null, "A-01"], (await Slow(store, ("days", "40"))).Select(r => r.Bin).Order());
        Assert.Empty(await Slow(store, ("days", "60")));
    }

    [Fact]
    public async Task Each_proposal_follows_from_what_is_known_of_the_goods()
    {
        await using var store = await Store.OpenAsync();
        var (keep, back, sell) = (await store.Part("KEEP"), await store.Part("BACK"), await store.Part("SELL"));
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(back, supplier) { Price = 10 }, store.Keeper);
        await store.Centre.Ok(new AddPartFit.Command(keep, "AX-200"), store.Keeper);
        await store.Centre.Ok(new SetModelObligation.Command("AX-200", 10, new LocalDate(2026, 1, 1)), store.Keeper);
        foreach (var part in new[] { keep, back, sell })
        {
            await store.Receive(part, 10, 20);
        }

        store.Centre.Advance(Duration.FromDays(100));
        Assert.Equal(
            [("BACK", SlowProposal.ReturnToSupplier), ("KEEP", SlowProposal.Keep), ("SELL", SlowProposal.Sell)],
            (await Slow(store, ("days", "40"))).OrderBy(r => r.Number).Select(r => (r.Number, r.Proposal)));
    }

    [Theory]
    [InlineData(Standing.Dead, false, false, 25, SlowProposal.Scrap)]
    [InlineData(Standing.Dead, false, false, 25.01, SlowProposal.Sell)]
    [InlineData(Standing.Slow, false, false, 1, SlowProposal.Sell)]
    [InlineData(Standing.Dead, false, true, 1, SlowProposal.ReturnToSupplier)]
    [InlineData(Standing.Dead, true, true, 1, SlowProposal.Keep)]
    public void Obligation_goes_before_return_before_scrap(Standing standing, bool obliged, bool lately, decimal value, SlowProposal expected) =>
        Assert.Equal(expected, SlowStock.Propose(standing, obliged, lately, value, worthTrouble: 25));

    [Fact]
    public async Task A_line_is_filled_when_all_of_it_was_there_in_the_moment_it_was_asked_for()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 10);
        var first = Store.Wish(part, 6);
        await store.Reserve(first);
        await store.Reserve(Store.Wish(part, 6)); // 4 of 6
        await store.Reserve(Store.Wish(part, 2)); // none
        await store.Receive(part, 20, 10); // later than at once
        await store.Reserve(first with { Quantity = 8 }); // 2 more, there at once
        var row = Assert.Single((await store.Centre.Ok(new GetFillRate.Query(null, null, null), store.Keeper)).Classes);
        Assert.Equal((AbcClass.NoMovement, 3, 1, 16m, 12m, 33.3m, 75m, 80m, false), (row.Class, row.Lines, row.Filled, row.Asked, row.Given, row.LineRate, row.QuantityRate, row.Target, row.IsMet));

        await store.Reserve(first with { Quantity = 5 }); // less is not asked for
        row = Assert.Single((await store.Centre.Ok(new GetFillRate.Query(null, null, "Pumps"), store.Keeper)).Months);
        Assert.Equal((13m, 9m, new LocalDate(2026, 3, 1)), (row.Asked, row.Given, row.Month!.Value));
        Assert.Empty((await store.Centre.Ok(new GetFillRate.Query(null, null, "Seals"), store.Keeper)).Classes);
    }

    [Fact]
    public async Task Reports_are_told_by_the_class_in_force_with_its_target()
    {
        await using var store = await Busy();
        store.Centre.Clock.TravelTo(Instant.FromUtc(2026, 4, 20, 9, 0));
        foreach (var month in (await store.Centre.Ok(new ListMonthsToGather.Query(), store.Keeper)).Months)
        {
            await store.Centre.Ok(new GatherDemand.Command(month), store.Keeper);
        }

        var run = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        await store.Centre.Ok(new PutClassesInForce.Command(run.RunId), store.Keeper);
        var turnover = await store.Centre.Ok(new GetTurnover.Query(March4, March4.PlusDays(40), true, null), store.Keeper);
        Assert.Contains(turnover.Rows, r => r.Class == AbcClass.A && r.Figures.Consumed > 0);
        var fill = await store.Centre.Ok(new GetFillRate.Query(null, null, null), store.Keeper);
        Assert.Equal(98m, fill.Classes.Single(c => c.Class == AbcClass.A).Target);
        var ofA = await store.Centre.Ok(new ListTurnover.Query(new ListQuery { Path = "/", From = March4, To = March4.PlusDays(40), Filters = new Dictionary<string, string> { ["class"] = "A" } }), store.Keeper);
        Assert.Equal(turnover.Rows.Single(r => r.Class == AbcClass.A).Figures.Consumed, ofA.Items.Sum(p => p.Figures.Consumed));
    }

    [Fact]
    public async Task Every_report_is_a_page_and_a_file()
    {
        await using var store = await Busy();
        store.Centre.Clock.TravelTo(Instant.FromUtc(2026, 12, 1, 9, 0));
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        foreach (var (address, words) in new[]
        {
            ("/spare-parts/reports", "Slow and dead stock"), ("/spare-parts/reports/turnover?from=2026-03-01&to=2026-04-30", "Pumps"), ("/spare-parts/reports/turnover?by=class&from=2026-03-01&to=2026-04-30", "Not classed"),
            ("/spare-parts/reports/turnover?format=csv&from=2026-03-01&to=2026-04-30", "Turns a year"), ("/spare-parts/reports/turnover/parts?from=2026-03-01&to=2026-04-30", "PUMP-1"), ("/spare-parts/reports/turnover/parts?format=csv&from=2026-03-01", "PUMP-1"),
            ("/spare-parts/reports/slow-stock", "PUMP-1"), ("/spare-parts/reports/slow-stock?format=csv", "Proposal"), ("/spare-parts/reports/slow-stock?days=nonsense&standing=Dead&class=A", "180 days"),
            ("/spare-parts/reports/fill-rate", "80 %"), ("/spare-parts/reports/fill-rate?format=csv", "Target %"), ("/spare-parts/reports/fill-rate?from=2026-09-01", "Nothing matches the search."),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {body}");
            Assert.True(body.Contains(words, StringComparison.Ordinal), $"{address} does not say \"{words}\": {body}");
        }
    }

    private static async Task<IReadOnlyList<ListSlowStock.Row>> Slow(Store store, params (string Name, string Value)[] filters) =>
        (await store.Centre.Ok(new ListSlowStock.Query(new ListQuery { Path = "/", Filters = filters.ToDictionary(f => f.Name, f => f.Value) }), store.Keeper)).Items;

    private static async Task<Guid> Hand(Store store, Guid part, decimal quantity)
    {
        var wish = Store.Wish(part, quantity);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        return wish.LineId;
    }

    /// <summary>Six weeks of a store: receipts, issues, a return, a transfer, a scrapping, a correction and a reversal, of three parts in two groups.</summary>
    private static async Task<Store> Busy()
    {
        var store = await Store.OpenAsync();
        var (pump, seal, belt) = (await store.Part("PUMP-1"), await store.Part("SEAL-1", "Seals"), await store.Part("BELT-1", "Seals"));
        var van = await store.Warehouse("VAN", WarehouseKind.Van);
        await store.Receive(pump, 10, 10);
        await store.Receive(seal, 100, 0.5m);
        await Hand(store, pump, 2);
        store.Centre.Advance(Duration.FromDays(7));
        await store.Receive(pump, 5, 13);
        await store.Receive(belt, 7, 3);
        var line = await Hand(store, pump, 3);
        await Hand(store, seal, 40);
        store.Centre.Advance(Duration.FromDays(3));
        await store.Return(line, 1);
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = van, Post = true, Lines = [new NewLine(seal, 20)] }, store.Keeper);
        await store.Centre.Ok(store.Scrapping(belt, 2), store.Keeper);
        store.Centre.Advance(Duration.FromDays(10));
        var wrong = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Correction, store.Main) { Reason = "Found on the shelf", Post = true, Lines = [new NewLine(belt, 1)] }, store.Keeper);
        await store.Centre.Ok(new ReverseStockDocument.Command(wrong.Id, null, "They are not ours"), store.Keeper);
        await store.Reserve(Store.Wish(belt, 50));
        return store;
    }
}
