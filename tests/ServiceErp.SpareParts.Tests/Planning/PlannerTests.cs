using Autofac;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>What the planner counts, of what it proposes how much, and why.</summary>
public sealed class PlannerTests
{
    [Fact]
    public async Task Two_months_of_one_each_are_proposed_as_by_hand()
    {
        await using var store = await Store.OpenAsync();
        var part = await Planned(store, "BOILER", 1, 1);

        // Six days to come and thirty between looks: 36 / 30.4375 = 1.1828 months and pieces. No movement class asks for 80 %: by Poisson e^-1.1828 = 0.3064, P(≤ 1) = 0.6688, P(≤ 2) = 0.8831, so 2, of which 0.82 are safety.
        var forecast = await store.Centre.Ok(new GetPartForecast.Query(part), store.Keeper);
        Assert.Equal((DemandSpread.Poisson, 1.183m, 2m, 0.82m), (forecast.Stock.Spread, forecast.Stock.Expected, forecast.Stock.ReorderPoint, forecast.Stock.SafetyStock));

        // Nothing is there: 2 to the point, and one for thirty days of cover (30 / 30.4375 = 0.986).
        var line = await Proposed(store, "BOILER");
        Assert.Equal((3m, ProposalCause.ReorderPoint), (line!.Quantity, line.Cause));
        Assert.Contains("So few pieces are counted one by one (Poisson): they swing at least by the root of what is expected.", line.Explanation);
    }

    [Fact]
    public async Task What_travels_lies_in_vans_and_in_other_stores_is_not_bought_again()
    {
        await using var store = await Store.OpenAsync();
        var (second, van) = (await store.Warehouse("STORE-2", WarehouseKind.BranchStore), await store.Warehouse("VAN-1", WarehouseKind.Van));
        var part = await Planned(store, "SEAL", 1, 1);
        await store.Receive(part, 3, 10);
        await store.Receive(part, 1, 10, van);
        var transfer = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = second, Lines = [new NewLine(part, 3)] }, store.Keeper);
        await store.Centre.Ok(new SendStockDocument.Command(transfer.Id, null), store.Keeper);
        Assert.Null(await Proposed(store, "SEAL"));

        await store.Reserve(Store.Wish(part, 3));
        var line = await Proposed(store, "SEAL");
        Assert.Equal(2m, line!.Quantity);
        Assert.DoesNotContain(line.Explanation, e => e.Contains("a transfer brings them", StringComparison.Ordinal));
        Assert.Contains("0 on hand + 3 on their way + 1 in vans − 0 promised + 0 on order − 3 waited for = 1.", line.Explanation);
    }

    [Fact]
    public async Task What_lies_in_another_store_is_counted_and_named()
    {
        await using var store = await Store.OpenAsync();
        var second = await store.Warehouse("STORE-2", WarehouseKind.BranchStore);
        var part = await Planned(store, "SEAL", 1, 1);
        await store.Receive(part, 1, 10, second);
        var line = await Proposed(store, "SEAL");
        Assert.Equal(2m, line!.Quantity);
        Assert.Contains("1 lie free in STORE-2 and are counted: a transfer brings them sooner than a purchase.", line.Explanation);
    }

    [Fact]
    public async Task A_draft_that_nobody_sent_is_not_on_order()
    {
        await using var store = await Store.OpenAsync();
        var part = await Planned(store, "SEAL", 1, 1);
        var supplier = await store.Look(db => db.Suppliers.Select(s => s.Id).SingleAsync());
        var draft = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Lines = [new NewPurchaseLine(part, 9, 1)] }, store.Keeper);
        var line = await Proposed(store, "SEAL");
        Assert.Contains("9 more are on orders that nobody has sent; they are not counted.", line!.Explanation);
        await store.Centre.Ok(new SendPurchaseOrder.Command(draft.Id, null), store.Keeper);
        Assert.Null(await Proposed(store, "SEAL"));
    }

    [Fact]
    public async Task The_last_successor_is_bought_with_the_demand_and_the_stock_of_those_before_it()
    {
        await using var store = await Store.OpenAsync();
        var old = await Planned(store, "OLD", 10, 10);
        var (next, last) = (await Planned(store, "NEXT"), await Planned(store, "LAST"));
        await Supersede(store, old, "OLD", next);
        await Supersede(store, next, "NEXT", last);
        await store.Receive(last, 4, 10);
        await store.Reserve(Store.Wish(old, 2));
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);

        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        var line = Assert.Single((await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines);
        Assert.Equal("LAST", line.PartNumber);
        Assert.Contains("4 on hand − 0 promised + 0 on order − 2 waited for = 2.", line.Explanation);
        Assert.Contains(line.Explanation, e => e.StartsWith("10 a month are expected", StringComparison.Ordinal));
        Assert.Contains(line.Explanation, e => e.StartsWith("It takes the place of", StringComparison.Ordinal) && e.Contains("OLD", StringComparison.Ordinal) && e.Contains("NEXT", StringComparison.Ordinal));

        // What lies of the old one serves as well: enough of it, and nothing is bought.
        await store.Centre.Ok(new DiscardProposal.Command(made.Id, null), store.Keeper);
        await store.Receive(old, 30, 1);
        Assert.Null(await Proposed(store, "LAST"));
    }

    [Fact]
    public async Task A_minimum_is_kept_of_a_part_that_never_lay_there_and_a_minimum_of_nought_too()
    {
        await using var store = await Store.OpenAsync();
        var (nought, two) = (await Planned(store, "NOUGHT"), await Planned(store, "TWO"));
        await store.Centre.Ok(new SetPartPlan.Command(nought, OrderPolicy.MinMax) { Minimum = 0, Maximum = 5 }, store.Keeper);
        await store.Centre.Ok(new SetPartPlan.Command(two, OrderPolicy.MinMax) { Minimum = 2, Maximum = 6 }, store.Keeper);
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Seoul.Id, null), Caller.System);
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        Assert.Equal([("NOUGHT", 5m), ("TWO", 6m)], (await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines.Select(l => (l.PartNumber, l.Quantity)));
        Assert.Equal(0, await store.Look(db => db.PartForecasts.IgnoreQueryFilters().CountAsync(f => f.BranchId == TestBranches.Seoul.Id)));
    }

    [Fact]
    public async Task Hundreds_of_parts_on_order_do_not_hide_the_one_that_is_due()
    {
        await using var store = await Store.OpenAsync();
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var parts = new List<Guid>();
        for (var i = 0; i < 501; i++)
        {
            parts.Add(await store.Part($"BUSY-{i:D3}"));
        }

        await store.Part("QUIET");
        await store.Centre.Ok(new RecordDemand.Command([.. Enumerable.Range(0, 501).SelectMany(i => Months($"BUSY-{i:D3}", 9, 9)), .. Months("QUIET", 1, 1)]), store.Keeper);
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
        await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [.. parts.Select(p => new NewPurchaseLine(p, 99, 0.01m))] }, store.Keeper);
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        Assert.Equal("QUIET", Assert.Single((await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines).PartNumber);
    }

    [Fact]
    public async Task A_class_set_by_hand_and_a_policy_decide_at_once_how_much_must_be_there()
    {
        await using var store = await Store.OpenAsync();
        var part = await Planned(store, "SEAL", 1, 1);
        var preview = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        await store.Centre.Ok(new PutClassesInForce.Command(preview.RunId), store.Keeper);
        async Task<(AbcClass, decimal, decimal)> Kept() => await store.Look(db => db.PartForecasts.Where(f => f.Id == part).Select(f => ValueTuple.Create(f.Class, f.ServiceLevel, f.ReorderPoint)).SingleAsync());

        // Demand without value is class C: 90 %, P(≤ 2) = 0.8831, so three.
        Assert.Equal((AbcClass.C, 90m, 3m), await Kept());
        await store.Centre.Ok(new SetManualClass.Command(part, null, AbcClass.A, "Stops the line"), store.Keeper);

        // Every seven days: 13 / 30.4375 = 0.4271; P(≤ 1) = 0.9310, P(≤ 2) = 0.9906.
        Assert.Equal((AbcClass.A, 98m, 2m), await Kept());
        await store.Centre.Ok(new SetClassPolicy.Command(AbcClass.A, 93, 7, 30, 5000), store.Director);
        Assert.Equal((AbcClass.A, 93m, 1m), await Kept());
    }

    [Fact]
    public async Task Months_before_the_books_knew_a_part_are_no_noughts_of_its_evenness()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part("UP60");
        await store.Receive(part, 20, 1);
        foreach (var taken in new[] { 2, 3, 3 })
        {
            var wish = Store.Wish(part, taken);
            await store.Reserve(wish);
            await store.Issue(wish.LineId);
            store.Centre.Clock.TravelTo(store.Centre.Clock.GetCurrentInstant() + Duration.FromDays(30));
        }

        var months = await store.Centre.Ok(new ListMonthsToGather.Query(), store.Keeper);
        foreach (var month in months.Months)
        {
            await store.Centre.Ok(new GatherDemand.Command(month) { AsOf = months.AsOf }, store.Keeper);
        }

        var run = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        var row = await store.Look(db => db.PartClasses.SingleAsync(p => p.RunId == run.RunId && p.Id == part));

        // March, April and May: 2, 3, 3; mean 2.667, deviation 0.577.
        Assert.Equal((XyzClass.X, 0.216506m), (row.Xyz, row.Variation!.Value));
    }

    /// <summary>The position is what lies in the branch's stores, travels to them, lies in vans and is ordered, less what is promised and waited for; whatever was done in whatever order.</summary>
    [Property(MaxTest = 8)]
    public bool The_position_is_the_sum_of_its_parts(NonEmptyArray<byte> deeds) => Check(deeds.Get).GetAwaiter().GetResult();

    private static async Task<bool> Check(byte[] deeds)
    {
        await using var store = await Store.OpenAsync();
        var (second, van, held) = (await store.Warehouse("STORE-2", WarehouseKind.BranchStore), await store.Warehouse("VAN-1", WarehouseKind.Van), await store.Warehouse("HELD", WarehouseKind.Quarantine));
        var part = await Planned(store, "SEAL", 3, 3);
        var supplier = await store.Look(db => db.Suppliers.Select(s => s.Id).SingleAsync());
        var (inHouse, ordered, wanted) = (0m, 0m, 0m);
        foreach (var deed in deeds.Take(12))
        {
            var quantity = 1 + (deed / 8 % 4);
            switch (deed % 6)
            {
                case 0:
                    await store.Receive(part, quantity, 10, deed % 4 < 2 ? store.Main : van);
                    inHouse += quantity;
                    break;
                case 1:
                    await store.Receive(part, quantity, 10, held);
                    break;
                case 2:
                    var draft = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = deed % 4 < 2 ? second : van, Lines = [new NewLine(part, quantity)] }, store.Keeper);
                    await store.Centre.Send(new SendStockDocument.Command(draft.Id, null), store.Keeper);
                    break;
                case 3:
                    await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = deed % 4 < 2, Lines = [new NewPurchaseLine(part, quantity, 1)] }, store.Keeper);
                    ordered += deed % 4 < 2 ? quantity : 0;
                    break;
                case 4:
                    await store.Reserve(Store.Wish(part, quantity));
                    wanted += quantity;
                    break;
                default:
                    var gone = Store.Wish(part, quantity);
                    await store.Reserve(gone);
                    if (!(await store.Centre.Send(new IssueParts.Command([gone.LineId]), store.Keeper)).Succeeded)
                    {
                        wanted += quantity;
                    }
                    else
                    {
                        var left = await store.Look(db => db.Reservations.Where(r => r.LineId == gone.LineId).Select(r => new { r.Issued, r.Wanted }).SingleAsync());
                        inHouse -= left.Issued;
                        wanted += left.Wanted - left.Issued;
                    }

                    break;
            }
        }

        await using var scope = store.Centre.Dispatcher.Enter(store.Keeper);
        var position = (await scope.Resolve<PurchaseDesk>().PositionsAsync(TestBranches.Berlin.Id, [part], default))[part];
        Assert.Equal(inHouse, position.OnHand + position.InTransit + position.InVans);
        Assert.Equal(ordered, position.OnOrder);
        Assert.Equal(wanted, position.Reserved + position.Waiting);
        Assert.Equal(inHouse + ordered - wanted, position.Net);
        return true;
    }

    private static async Task<Guid> Planned(Store store, string number, params int[] months)
    {
        var part = await store.Part(number);
        var supplier = await store.Look(db => db.Suppliers.Select(s => s.Id).FirstOrDefaultAsync());
        supplier = supplier != default ? supplier : (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Price = 1, LeadDays = 6 }, store.Keeper);
        if (months.Length > 0)
        {
            await store.Centre.Ok(new RecordDemand.Command([.. Months(number, months)]), store.Keeper);
        }

        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
        return part;
    }

    private static IEnumerable<RecordDemand.Month> Months(string number, params int[] months) =>
        months.Select((quantity, i) => new RecordDemand.Month(number, new LocalDate(2026, 2, 1).PlusMonths(i + 1 - months.Length), quantity));

    private static Task Supersede(Store store, Guid part, string number, Guid successor) =>
        store.Centre.Ok(new ChangePart.Command(part, $"Part {number}", "Pumps", "pcs", null) { SupersededBy = successor }, store.Keeper);

    /// <summary>The line of a part in a proposal made now, which is put aside again; null when there is none.</summary>
    private static async Task<GetProposal.Line?> Proposed(Store store, string number)
    {
        var made = await store.Centre.Send(new MakeProposal.Command(null, store.Main), store.Keeper);
        if (!made.Succeeded)
        {
            Assert.Equal("SpareParts.PurchaseProposal.NothingToBuy", made.Error?.Code);
            return null;
        }

        var proposal = await store.Centre.Ok(new GetProposal.Query(made.Value.Id), store.Keeper);
        await store.Centre.Ok(new DiscardProposal.Command(made.Value.Id, null), store.Keeper);
        return proposal.Lines.FirstOrDefault(l => l.PartNumber == number);
    }
}
