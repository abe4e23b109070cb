using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>What is bought and corrected is decided by more than one person; what is invoiced is judged by what was ordered and came; the supplier hears of changes.</summary>
public sealed class PurchaseControlTests
{
    private static readonly LocalDate Day = new(2026, 3, 4);

    [Fact]
    public async Task An_order_above_the_limit_is_approved_as_it_is_sent_and_never_by_who_wrote_or_changed_it()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, 100);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotApproved", Draft(store, supplier, part, 11) with { Send = true }, store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotApproved", Draft(store, supplier, part, 11) with { Send = true, Day = Day }, store.Keeper);
        Assert.Equal(0, await store.Look(db => db.PurchaseOrders.CountAsync()));

        var order = await store.Centre.Ok(Draft(store, supplier, part, 11), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotApproved", new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
        await store.Centre.Refused("Platform.Forbidden", new ApprovePurchaseOrder.Command(order.Id, null), store.SecondKeeper);
        await store.Centre.Ok(new ApprovePurchaseOrder.Command(order.Id, null), store.Manager);

        // What was approved is not what it says any more.
        await store.Centre.Ok(new AddPurchaseOrderLine.Command(order.Id, new NewPurchaseLine(part, 500, 1000), null), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotApproved", new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
        Assert.True((await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper)).NeedsApproval);
        await store.Centre.Ok(new ApprovePurchaseOrder.Command(order.Id, null), store.Manager);
        await store.Centre.Ok(new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
        Assert.Equal((PurchaseOrderState.Ordered, 501_100m), await store.Look(db => db.PurchaseOrders.Select(o => ValueTuple.Create(o.State, o.Amount)).SingleAsync()));
    }

    [Fact]
    public async Task Who_approved_a_proposal_does_not_approve_what_was_added_to_its_order()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, 100);
        await store.Reserve(Store.Wish(part, 12));
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseProposal.OwnProposal", new ApproveProposal.Command(made.Id, null), store.Keeper);
        var order = Assert.Single((await store.Centre.Ok(new ApproveProposal.Command(made.Id, null), store.Manager)).Orders);
        await store.Centre.Ok(new AddPurchaseOrderLine.Command(order.Id, new NewPurchaseLine(part, 5, 100), null), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.OwnOrder", new ApprovePurchaseOrder.Command(order.Id, null), store.Manager);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotApproved", new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
        await store.Centre.Ok(new ApprovePurchaseOrder.Command(order.Id, null), store.Director);
        await store.Centre.Ok(new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
    }

    [Fact]
    public async Task An_order_of_an_approved_proposal_goes_out_as_it_is()
    {
        await using var store = await Store.OpenAsync();
        var (part, _) = await Bought(store, 100);
        await store.Reserve(Store.Wish(part, 12));
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        var order = Assert.Single((await store.Centre.Ok(new ApproveProposal.Command(made.Id, null), store.Manager)).Orders);

        // Until it is sent it is nowhere counted, and yet not proposed a second time.
        await store.Centre.Refused("SpareParts.PurchaseProposal.NothingToBuy", new MakeProposal.Command(null, store.Main), store.Keeper);
        await store.Centre.Ok(new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
    }

    [Fact]
    public async Task Limits_and_rules_are_not_set_by_who_is_bound_by_them()
    {
        await using var store = await Store.OpenAsync();
        var policy = new SetClassPolicy.Command(AbcClass.NoMovement, 80, 30, 365, 1_000_000);
        await store.Centre.Refused("Platform.Forbidden", policy, store.Keeper);
        await store.Centre.Refused("Platform.OfAllBranches", policy, store.Manager);
        await store.Centre.Ok(policy, store.Director);
        await store.Centre.Refused("Platform.Forbidden", new SetCountRules.Command(10, 1_000_000), store.Keeper);
        await store.Centre.Ok(new SetCountRules.Command(10, 250) { OrderLimit = 20 }, store.Manager);
        var (part, supplier) = await Bought(store, 100);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotApproved", Draft(store, supplier, part, 1) with { Send = true }, store.Keeper);
    }

    [Fact]
    public async Task A_correction_above_the_limit_takes_two_people()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var command = new DraftStockDocument.Command(null, StockDocumentKind.Correction, store.Main) { Reason = "Found on the shelf", Lines = [new NewLine(part, 3) { UnitCost = 100 }] };
        await store.Centre.Refused("SpareParts.StockDocument.CorrectionNotApproved", command with { Post = true }, store.Keeper);
        Assert.Equal((0m, 0m, 0m), await store.Stock(part));
        var draft = await store.Centre.Ok(command, store.Keeper);
        await store.Centre.Refused("Platform.Forbidden", new ApproveStockDocument.Command(draft.Id, null), store.Keeper);
        await store.Centre.Ok(new ApproveStockDocument.Command(draft.Id, null), store.Manager);
        await store.Centre.Ok(new AddStockDocumentLine.Command(draft.Id, null, new NewLine(part, 300) { UnitCost = 100 }), store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.CorrectionNotApproved", new PostStockDocument.Command(draft.Id, null), store.Keeper);
        await store.Centre.Ok(new ApproveStockDocument.Command(draft.Id, null), store.Manager);
        await store.Centre.Ok(new PostStockDocument.Command(draft.Id, null), store.Keeper);
        Assert.Equal((303m, 0m, 30_300m), await store.Stock(part));
        await store.Centre.Refused("SpareParts.StockDocument.CorrectionStays", new ReverseStockDocument.Command(draft.Id, null, "I want it back"), store.Keeper);
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Correction, store.Main) { Reason = "Two were broken", Post = true, Lines = [new NewLine(part, -2)] }, store.Keeper);
    }

    [Fact]
    public async Task An_invoice_is_judged_by_what_came_by_its_prices_and_by_its_day()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, 10);
        var order = await store.Centre.Ok(Draft(store, supplier, part, 10) with { Send = true }, store.Keeper);
        NoteSupplierInvoice.Command Invoice(string number, decimal quantity, decimal price) => new(null, order.Id, number, Day) { Lines = [new(order.LineIds[0], quantity, price)] };
        await store.Centre.Refused("SpareParts.PurchaseOrder.InvoiceInTheFuture", Invoice("R-0", 1, 10) with { Day = new(2030, 1, 1) }, store.Accountant);
        await store.Centre.Refused("SpareParts.PurchaseOrder.InvoiceBeforeOrder", Invoice("R-0", 1, 10) with { Day = new(2026, 3, 3) }, store.Accountant);

        // It came before the goods: the rest of them answers it.
        var early = await store.Centre.Ok(Invoice("R-1", 8, 10.2m), store.Accountant);
        Assert.Equal((true, 0, 1), (early.Disputed, early.FarOff.Count, early.TooMany.Count));
        await Receive(store, order.Id, order.LineIds[0], "LS-1", 5);
        Assert.Equal(3m, (await Order(store, order.Id)).Invoices[0].Lines[0].TooMany);
        await Receive(store, order.Id, order.LineIds[0], "LS-2", 3);
        Assert.False((await Order(store, order.Id)).Disputed);

        // A thousand of which eight came and are invoiced already.
        var late = await store.Centre.Ok(Invoice("R-2", 1000, 10), store.Keeper);
        Assert.True(late.Disputed);
        await store.Centre.Refused("Platform.Forbidden", new ReleaseSupplierInvoice.Command(order.Id, late.Id, "Agreed by telephone", null), store.Keeper);
        await store.Centre.Refused("Platform.Forbidden", new ReleaseSupplierInvoice.Command(order.Id, late.Id, "Agreed by telephone", null), store.Manager);
        await store.Centre.Refused("Platform.ReasonTooShort", new ReleaseSupplierInvoice.Command(order.Id, late.Id, ".", null), store.Accountant);
        var disputed = Assert.Single((await store.Centre.Ok(new ListSupplierInvoices.Query(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["show"] = "disputed" } }), store.Accountant)).Items);
        Assert.Equal(("R-2", 10_000m, 0m), (disputed.Number, disputed.Amount, disputed.Variance));
        await store.Centre.Ok(new ReleaseSupplierInvoice.Command(order.Id, late.Id, "Agreed by telephone", null), store.Accountant);
        Assert.False((await Order(store, order.Id)).Disputed);

        // The goods lie at the ordered price and the difference is a variance of the purchase: eight at 0.20.
        Assert.Equal((8m, 0m, 80m), await store.Stock(part));
        Assert.Equal(1.60m, (await store.Centre.Ok(new ListSupplierInvoices.Query(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["show"] = "variance" } }), store.Accountant)).Items.Single().Variance);
    }

    [Fact]
    public async Task The_supplier_hears_when_less_is_wanted_when_an_order_ends_and_when_it_is_called_off()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, 10);
        var one = await store.Centre.Ok(Draft(store, supplier, part, 10) with { Send = true }, store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.OnlyLess", new ReducePurchaseOrderLine.Command(one.Id, one.LineIds[0], 11, "We need more", null), store.Keeper);
        await store.Centre.Ok(new ReducePurchaseOrderLine.Command(one.Id, one.LineIds[0], 6, "We need fewer", null), store.Keeper);
        await Receive(store, one.Id, one.LineIds[0], "LS-1", 4);
        await store.Centre.Refused("SpareParts.PurchaseOrder.OnlyLess", new ReducePurchaseOrderLine.Command(one.Id, one.LineIds[0], 3, "We need fewer", null), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.Change.Refused", new ReducePurchaseOrderLine.Command(one.Id, one.LineIds[0], 4, "We need fewer", null), store.Keeper);
        await store.Centre.Ok(new ClosePurchaseOrder.Command(one.Id, "The rest is too late", null), store.Keeper);
        var two = await store.Centre.Ok(Draft(store, supplier, part, 1) with { Send = true }, store.Keeper);
        await store.Centre.Ok(new CancelPurchaseOrder.Command(two.Id, "It comes too late", null), store.Keeper);
        var draft = await store.Centre.Ok(Draft(store, supplier, part, 1), store.Keeper);
        await store.Centre.Ok(new CancelPurchaseOrder.Command(draft.Id, "Nobody has seen it", null), store.Keeper);
        var told = await store.Look(db => db.Messages.OrderBy(m => m.WrittenAt).ThenBy(m => m.Id).Select(m => m.Subject).ToListAsync());
        Assert.Equal([$"Order {one.Number}", $"Order {one.Number} has changed", $"Nothing more of order {one.Number}", $"Order {two.Number}", $"Order {two.Number} is called off"], told);
        Assert.Contains(await store.Look(db => db.Messages.Where(m => m.AboutId == two.Id).Select(m => m.Body).ToListAsync()), b => b.Contains("It comes too late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_of_a_sent_order_is_wanted_within_the_limit_or_by_who_approves_and_the_supplier_reads_it()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, 10);
        var order = await store.Centre.Ok(Draft(store, supplier, part, 10) with { Send = true }, store.Keeper);
        var line = order.LineIds[0];
        await store.Centre.Ok(new ConfirmPurchaseOrder.Command(order.Id, line, null) { Quantity = 8 }, store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.OnlyMore", new IncreasePurchaseOrderLine.Command(order.Id, line, 10, "Two more customers wait", null), store.Keeper);
        await store.Centre.Refused("Platform.ReasonTooShort", new IncreasePurchaseOrderLine.Command(order.Id, line, 12, ".", null), store.Keeper);
        await store.Centre.Ok(new IncreasePurchaseOrderLine.Command(order.Id, line, 12, "Two more customers wait", null), store.Keeper);
        var more = await Order(store, order.Id);
        Assert.Equal((12m, 12m, 120m), (more.Lines[0].Quantity, more.Lines[0].Open, more.Amount));

        await store.Centre.Refused("SpareParts.PurchaseOrder.IncreaseNotApproved", new IncreasePurchaseOrderLine.Command(order.Id, line, 100_000, "A whole fleet is to be repaired", null), store.Keeper);
        await store.Centre.Ok(new IncreasePurchaseOrderLine.Command(order.Id, line, 100_000, "A whole fleet is to be repaired", null), store.Centre.As(Roles.BranchManager));
        var told = await store.Look(db => db.Messages.OrderBy(m => m.WrittenAt).ThenBy(m => m.Id).Select(m => m.Subject).ToListAsync());
        Assert.Equal(2, told.Count(s => s == $"Order {more.Number} has changed"));
        await store.Centre.Refused("Platform.Forbidden", new IncreasePurchaseOrderLine.Command(order.Id, line, 200_000, "A whole fleet is to be repaired", null), store.Centre.As(Roles.Technician));
    }

    [Fact]
    public async Task What_the_supplier_confirmed_is_noted_and_changes_when_it_is_late_but_not_what_is_paid()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, 10);
        var order = await store.Centre.Ok(Draft(store, supplier, part, 10) with { Send = true }, store.Keeper);
        Assert.Equal(new LocalDate(2026, 3, 14), (await Order(store, order.Id)).ExpectedOn);
        await store.Centre.Refused("SpareParts.PurchaseOrder.ConfirmedTooMuch", new ConfirmPurchaseOrder.Command(order.Id, order.LineIds[0], null) { Quantity = 12 }, store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.ConfirmedTooEarly", new ConfirmPurchaseOrder.Command(order.Id, order.LineIds[0], null) { Day = new(2026, 3, 1) }, store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NothingConfirmed", new ConfirmPurchaseOrder.Command(order.Id, order.LineIds[0], null), store.Keeper);
        await store.Centre.Ok(new ConfirmPurchaseOrder.Command(order.Id, order.LineIds[0], null) { Day = new(2026, 4, 20), Quantity = 8, Price = 20 }, store.Keeper);
        var told = await Order(store, order.Id);
        Assert.Equal((new LocalDate(2026, 4, 20), 8m, 20m, 100m), (told.ExpectedOn!.Value, told.Lines[0].Open, told.Lines[0].ConfirmedPrice!.Value, told.Amount));
        await Receive(store, order.Id, order.LineIds[0], "LS-1", 8);
        Assert.Equal(PurchaseOrderState.Received, (await Order(store, order.Id)).State);
        Assert.True((await store.Centre.Ok(new NoteSupplierInvoice.Command(null, order.Id, "R-1", Day) { Lines = [new(order.LineIds[0], 8, 20)] }, store.Accountant)).Disputed);
    }

    [Fact]
    public async Task What_is_bought_in_boxes_is_ordered_printed_and_received_in_boxes()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, "BOX-10"), store.Keeper);
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", "orders@acme.example", null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Unit = "box", Price = 70, LeadDays = 10 }, store.Keeper);
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [new(null, 2, null) { Code = "BOX-10" }, new(part, 30, null), new(part, 1, 80) { Unit = "box" }, new(part, 5, null)] }, store.Keeper);
        var lines = (await Order(store, order.Id)).Lines;
        Assert.Equal([(20m, 7m, "box", 10m), (30m, 7m, "box", 10m), (10m, 8m, "box", 10m), (5m, 7m, "pcs", 1m)], lines.Select(l => (l.Quantity, l.Price, l.PackUnit, l.PackFactor)));
        Assert.Contains("2 box (20 pcs) × 70.00 = 140.00", await store.Look(db => db.Messages.Where(m => m.AboutId == order.Id).Select(m => m.Body).SingleAsync()), StringComparison.Ordinal);
        await store.Centre.Refused("SpareParts.Part.UnitUnknown", new AddPurchaseOrderLine.Command((await store.Centre.Ok(Draft(store, supplier, part, 1), store.Keeper)).Id, new(part, 1, 1) { Unit = "pallet" }, null), store.Keeper);
        var client = await store.Centre.Client(Platform.Modules.Roles.WarehouseKeeper);
        foreach (var page in new[] { "", "/print", "/receive" })
        {
            Assert.Contains("2 box", await client.GetStringAsync($"/spare-parts/purchase-orders/{order.Id}{page}"), StringComparison.Ordinal);
        }
    }

    private static DraftPurchaseOrder.Command Draft(Store store, Guid supplier, Guid part, decimal quantity) => new(null, supplier, store.Main) { Lines = [new NewPurchaseLine(part, quantity, null)] };

    private static Task<GetPurchaseOrder.Answer> Order(Store store, Guid id) => store.Centre.Ok(new GetPurchaseOrder.Query(id), store.Keeper);

    private static Task<ReceivePurchaseOrder.Answer> Receive(Store store, Guid order, Guid line, string note, decimal quantity) =>
        store.Centre.Ok(new ReceivePurchaseOrder.Command(null, order, note) { Lines = [new(line, quantity)] }, store.Keeper);

    private static async Task<(Guid Part, Guid Supplier)> Bought(Store store, decimal price)
    {
        var part = await store.Part();
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", "orders@acme.example", null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Price = price, LeadDays = 10 }, store.Keeper);
        return (part, supplier);
    }
}
