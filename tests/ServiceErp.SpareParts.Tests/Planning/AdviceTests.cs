using Autofac;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>What the keeper, those who approve and finance find on their start page, and what is advised beside buying.</summary>
public sealed class AdviceTests
{
    [Fact]
    public async Task Late_and_urgent_deliveries_are_named_and_so_is_what_lies_for_years()
    {
        await using var store = await Store.OpenAsync();
        var (late, soon, much) = (await store.Part("LATE"), await store.Part("SOON"), await store.Part("MUCH"));
        var supplier = await Supplier(store);
        await store.Receive(soon, 1, 10);
        await store.Receive(much, 40, 10);
        await store.Centre.Ok(new RecordDemand.Command([.. Months("LATE", 1, 1), .. Months("SOON", 6, 6), .. Months("MUCH", 1, 1)]), store.Keeper);
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
        var ordered = new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true };
        var old = await store.Centre.Ok(ordered with { Day = new LocalDate(2026, 2, 20), Lines = [new NewPurchaseLine(late, 3, 1) { LeadDays = 6 }] }, store.Keeper);
        await store.Centre.Ok(ordered with { Lines = [new NewPurchaseLine(soon, 9, 1) { LeadDays = 20 }, new NewPurchaseLine(much, 5, 1) { LeadDays = 20 }] }, store.Keeper);

        var rows = await store.Centre.Ok(new ListStockAdvice.Query(), store.Keeper);

        // Six a month for twenty days: 3.9, and one is there. Forty less twelve months and the point of 2: 44 days are 1.4456, by Poisson P(≤ 1) = 0.5762 and P(≤ 2) = 0.8224 of the 80 % wanted.
        Assert.Equal([(AdviceKind.Late, "LATE", 3m), (AdviceKind.Expedite, "SOON", 3m), (AdviceKind.Excess, "MUCH", 26m)], rows.Select(r => (r.Kind, r.Number, r.Quantity)));
        Assert.Equal(("Acme is late by 6 days: ask the supplier and note what they confirm.", old.Number), (rows[0].Reason, rows[0].Order));
        Assert.Equal("40 lie free, 40 months' demand. And 5 are on order: want less, or call it off.", rows[2].Reason);
        await store.Centre.Refused("Platform.Forbidden", new ListStockAdvice.Query(), store.Centre.As(Roles.Technician));

        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        Assert.Contains("SOON", await client.GetStringAsync("/spare-parts/stock-advice"), StringComparison.Ordinal);
        await store.Reserve(Store.Wish(late, 9));
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        await store.Centre.Ok(new SetPartSupplier.Command(late, supplier) { Price = 1 }, store.Keeper);
        await store.Centre.Ok(new EditProposalLine.Command(made.Id, (await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines[0].Id, 6, supplier, 1, null), store.Keeper);
        Assert.Contains("This supplier is late with 1 lines at present: ask before you order, or choose another one.", (await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines[0].Explanation);
    }

    [Fact]
    public async Task A_van_that_runs_low_is_topped_up_from_the_store_by_a_transfer()
    {
        await using var store = await Store.OpenAsync();
        var van = await store.Warehouse("VAN-1", WarehouseKind.Van);
        var technician = store.Centre.Users.The(Roles.Technician).Id;
        var part = await store.Part("SEAL");
        await store.Receive(part, 4, 10, van);
        var wish = Store.Wish(part, 4, technician: technician);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        await store.Receive(part, 20, 10);
        var months = await store.Centre.Ok(new ListMonthsToGather.Query(), store.Keeper);
        foreach (var month in months.Months)
        {
            await store.Centre.Ok(new GatherDemand.Command(month) { AsOf = months.AsOf }, store.Keeper);
        }

        // Four in three months are two a month, rounded up.
        var row = Assert.Single(await store.Centre.Ok(new ListStockAdvice.Query(), store.Keeper));
        Assert.Equal((AdviceKind.Move, 2m, "MAIN", "VAN-1", "VAN-1 hands out 2 a month and has 0; MAIN can spare 20."), (row.Kind, row.Quantity, row.From, row.To, row.Reason));
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = van, Post = true, Lines = [new NewLine(part, 2)] }, store.Keeper);
        Assert.Empty(await store.Centre.Ok(new ListStockAdvice.Query(), store.Keeper));
    }

    [Fact]
    public async Task The_start_page_says_what_to_buy_what_comes_what_is_late_what_waits_and_what_is_disputed()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part("SEAL");
        var supplier = await Supplier(store);
        await store.Centre.Ok(new RecordDemand.Command([.. Months("SEAL", 20, 20)]), store.Keeper);
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
        var ordered = new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true };
        var late = await store.Centre.Ok(ordered with { Day = new LocalDate(2026, 2, 20), Lines = [new NewPurchaseLine(part, 3, 1) { LeadDays = 6 }] }, store.Keeper);
        var soon = await store.Centre.Ok(ordered with { Lines = [new NewPurchaseLine(part, 3, 1) { LeadDays = 3 }] }, store.Keeper);
        var dear = await store.Centre.Ok(ordered with { Send = false, Lines = [new NewPurchaseLine(part, 3, 1000)] }, store.Keeper);
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Correction, store.Main) { Reason = "Found on the shelf", Lines = [new NewLine(part, 3) { UnitCost = 100 }] }, store.Keeper);
        await store.Centre.Ok(new NoteSupplierInvoice.Command(null, late.Id, "R-1", new LocalDate(2026, 3, 4)) { Lines = [new(late.LineIds[0], 3, 2)] }, store.Keeper);

        var keeper = await Page(store, store.Keeper);
        Assert.Equal([("Parts to buy", "1"), ("Deliveries within a week", "1"), ("Late deliveries", "1"), ("Waits for approval", "2"), ("Disputed invoices", "1")], keeper.Tiles.Select(t => (t.Label, t.Number)));
        Assert.Equal([$"/spare-parts/purchase-orders/{late.Id}", $"/spare-parts/purchase-orders/{soon.Id}"], keeper.Lists[0].Rows.Select(r => r.Href));
        var manager = await Page(store, store.Manager);
        Assert.Equal($"/spare-parts/purchase-orders/{dear.Id}", Assert.Single(manager.Lists).Rows[0].Href);
        Assert.Equal("R-1: Acme", Assert.Single((await Page(store, store.Accountant)).Lists).Rows[0].Text);
        Assert.Empty((await Page(store, store.Centre.As(Roles.Technician))).Tiles);
        var toApprove = (await store.Centre.Ok(new ListPurchaseOrders.Query(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["show"] = "approve" } }), store.Manager)).Items;
        Assert.Equal(dear.Number, Assert.Single(toApprove).Number);
        foreach (var (role, address) in new[] { (Roles.Accountant, "/spare-parts/supplier-invoices?show=disputed"), (Roles.BranchManager, $"/spare-parts/purchase-orders/{dear.Id}"), (Roles.WarehouseKeeper, "/spare-parts/supplier-invoices?format=csv"), (Roles.Accountant, $"/spare-parts/purchase-orders/{late.Id}/invoice") })
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await (await store.Centre.Client(role)).GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task Master_data_keep_their_past()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part("SEAL");
        var supplier = await Supplier(store);
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, null), store.Keeper);
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Unit = "box", Price = 70 }, store.Keeper);
        var unit = await store.Look(db => Task.FromResult(db.PartUnits.Single(u => u.PartId == part).Id));
        await store.Centre.Refused("SpareParts.Part.UnitPriced", new RemovePartUnit.Command(part, unit), store.Keeper);

        var list = await store.Centre.Ok(new CreatePriceList.Command(null, "2026", "Prices of 2026", new LocalDate(2026, 1, 1)), store.KeeperOfAll);
        await store.Centre.Ok(new SetListPrice.Command(list.Id, part, 90), store.KeeperOfAll);
        await store.Centre.Refused("SpareParts.PriceList.Applied", new ImportPrice.Command("SEAL", 95) { List = "2026" }, store.KeeperOfAll);
        await store.Centre.Refused("SpareParts.PriceList.DaysApplied", new ChangePriceList.Command(list.Id, "2026", new LocalDate(2026, 2, 1), null, null), store.KeeperOfAll);
        await store.Centre.Refused("SpareParts.PriceList.DaysApplied", new ChangePriceList.Command(list.Id, "2026", new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 1), null), store.KeeperOfAll);
        await store.Centre.Ok(new ChangePriceList.Command(list.Id, "Prices", new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 4), null), store.KeeperOfAll);

        var piece = (await store.Centre.Ok(new CreatePart.Command(null, "PANEL", "Panel", "Panels", "pcs") { SerialTracked = true }, store.Keeper)).Id;
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(piece, 1) { UnitCost = 10, Serials = "SN-1" }] }, store.Keeper);
        await store.Centre.Refused("SpareParts.Part.PiecesInStock", new ChangePart.Command(piece, "Panel", "Panels", "pcs", null), store.Keeper);
    }

    private static async Task<StartPageContent> Page(Store store, Caller who)
    {
        await using var scope = store.Centre.Dispatcher.Enter(who);
        return await scope.Resolve<IEnumerable<IStartPagePart>>().Single(p => p.GetType().Name == "PurchasingToday").ComposeAsync(default);
    }

    private static async Task<Guid> Supplier(Store store) => (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;

    private static IEnumerable<RecordDemand.Month> Months(string number, params int[] months) =>
        months.Select((quantity, i) => new RecordDemand.Month(number, new LocalDate(2026, 2, 1).PlusMonths(i + 1 - months.Length), quantity));
}
