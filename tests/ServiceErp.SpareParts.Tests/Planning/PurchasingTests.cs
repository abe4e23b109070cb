using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>From a part that runs short to goods on the shelf, through the real pipeline.</summary>
public sealed class PurchasingTests
{
    [Fact]
    public async Task A_waiting_order_is_proposed_approved_ordered_received_and_wakes()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 7, pack: 4);
        var wish = Store.Wish(part, 3);
        await store.Reserve(wish);

        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        var proposal = await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper);
        var line = Assert.Single(proposal.Lines);
        Assert.Equal((ProposalCause.OrdersWait, 4m, 28m, supplier), (line.Cause, line.Quantity, line.Amount, line.SupplierId!.Value));
        Assert.Contains("0 on hand − 0 promised + 0 on order − 3 waited for = -3.", line.Explanation);
        Assert.Contains("The supplier delivers at least 0, in packs of 4: 4.", line.Explanation);
        await store.Centre.Refused("SpareParts.PurchaseProposal.NothingToBuy", new MakeProposal.Command(null, store.Main), store.Keeper);

        var order = Assert.Single((await store.Centre.Ok(new ApproveProposal.Command(made.Id, proposal.Version), store.Manager)).Orders);
        await store.Centre.Ok(new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
        var sent = await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper);
        Assert.Equal((PurchaseOrderState.Ordered, new LocalDate(2026, 3, 14)), (sent.State, sent.ExpectedOn));
        Assert.Equal((wish.OrderNumber, 3m), (sent.Lines[0].Pegs[0].OrderNumber, sent.Lines[0].Pegs[0].Quantity));
        var message = await store.Look(db => db.Messages.SingleAsync(m => m.AboutId == order.Id));
        Assert.Contains("S-77: 4 pcs × 7.00 = 28.00", message.Body, StringComparison.Ordinal);

        var receipt = new ReceivePurchaseOrder.Command(null, order.Id, "LS-1") { Lines = [new ReceivePurchaseOrder.Line(sent.Lines[0].Id, 4)] };
        var received = await store.Centre.Ok(receipt, store.Keeper);
        Assert.Equal(PurchaseOrderState.Received, received.State);
        Assert.Equal((4m, 3m, 28m), await store.Stock(part));
        Assert.Equal(ReservationState.Reserved, await store.Look(db => db.Reservations.Where(r => r.LineId == wish.LineId).Select(r => r.State).SingleAsync()));
        await store.Centre.Refused("SpareParts.PurchaseOrder.ReceivedAlready", receipt, store.Keeper);
        Assert.Equal((4m, 3m, 28m), await store.Stock(part));
    }

    [Fact]
    public async Task Two_people_approving_one_proposal_make_its_orders_once()
    {
        await using var store = await Store.OpenAsync();
        var (part, _) = await Bought(store, "PUMP-1", 7);
        await store.Reserve(Store.Wish(part, 3));
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.Centre.Send(new ApproveProposal.Command(made.Id, 1), store.Manager))));
        Assert.Single(results, r => r.Succeeded);
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal("SpareParts.PurchaseProposal.AlreadyApproved", r.Error?.Code));
        Assert.Equal(1, await store.Look(db => db.PurchaseOrders.CountAsync()));
    }

    [Fact]
    public async Task A_line_above_its_classes_limit_needs_the_higher_right()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 200);
        await store.Reserve(Store.Wish(part, 3));
        var made = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseProposal.AboveLimit", new ApproveProposal.Command(made.Id, null), store.SecondKeeper);
        await store.Centre.Refused("Platform.Forbidden", new ApproveProposal.Command(made.Id, null), store.Centre.As(Roles.Technician));
        var line = (await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines[0];
        Assert.True(line.AboveLimit);

        await store.Centre.Ok(new EditProposalLine.Command(made.Id, line.Id, 0, supplier, 200, null), store.Keeper);
        await store.Centre.Refused("SpareParts.PurchaseProposal.Approve.Refused", new ApproveProposal.Command(made.Id, null), store.SecondKeeper);
        await store.Centre.Ok(new EditProposalLine.Command(made.Id, line.Id, 3, supplier, 200, null), store.Keeper);
        Assert.Single((await store.Centre.Ok(new ApproveProposal.Command(made.Id, null), store.Centre.As(Roles.BranchManager))).Orders);
    }

    [Fact]
    public async Task Deliveries_come_in_parts_are_inspected_and_may_bring_a_little_more_but_not_much()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 7);
        var order = await Ordered(store, supplier, (part, 10, 7.1234m));
        var line = order.LineIds[0];
        Assert.Equal(71.234m, order.Amount);
        await store.Centre.Refused("SpareParts.PurchaseOrder.RejectReasonMissing", Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(line, 4) { Rejected = 2 }), store.Keeper);
        await store.Centre.Refused("Platform.ReasonTooShort", Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(line, 4) { Rejected = 2, Reason = "." }), store.Keeper);
        Assert.Equal(PurchaseOrderState.PartlyReceived, (await store.Centre.Ok(Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(line, 4) { Rejected = 2, Reason = "Cracked housing" }), store.Keeper)).State);
        // Four good ones in the store, two in quarantine: 28.49 and 14.25.
        Assert.Equal((6m, 0m, 42.74m), await store.Stock(part));
        var tooMuch = await store.Centre.Refused("SpareParts.PurchaseOrder.TooMuch", Receipt(order.Id, "LS-2", new ReceivePurchaseOrder.Line(line, 8)), store.Keeper);
        Assert.Equal("Lines[0].Accepted", tooMuch.Field);
        Assert.Equal(PurchaseOrderState.Received, (await store.Centre.Ok(Receipt(order.Id, "LS-2", new ReceivePurchaseOrder.Line(line, 7)), store.Keeper)).State);
        Assert.Equal(13m, (await store.Stock(part)).OnHand);
        Assert.False((await store.Centre.Send(Receipt(order.Id, "LS-3", new ReceivePurchaseOrder.Line(line, 1)), store.Keeper)).Succeeded);
        var taken = (await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper)).Receipts[0].Lines[0];
        Assert.Equal((4m, 2m, "Cracked housing"), (taken.Accepted, taken.Rejected, taken.Reason));
    }

    [Fact]
    public async Task A_refused_receipt_leaves_no_trace()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 7);
        var order = await Ordered(store, supplier, (part, 10, 7));
        await store.Centre.Refused("SpareParts.Bin.NotFound", Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(order.LineIds[0], 4) { Bin = "NOPE" }), store.Keeper);
        Assert.Equal((0m, 0m, 0m), await store.Stock(part));
        Assert.Equal(0, await store.Look(db => db.PurchaseReceipts.CountAsync()));
        await store.Centre.Refused("SpareParts.PurchaseOrder.NothingCame", Receipt(order.Id, "LS-1"), store.Keeper);
        await store.Centre.Ok(new CancelPurchaseOrder.Command(order.Id, "It comes too late", null), store.Keeper);
        Assert.False((await store.Centre.Send(Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(order.LineIds[0], 4)), store.Keeper)).Succeeded);
    }

    [Fact]
    public async Task An_invoice_far_off_is_disputed_until_somebody_who_may_releases_it()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 100);
        var order = await Ordered(store, supplier, (part, 10, 100));
        await store.Centre.Ok(Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(order.LineIds[0], 10)), store.Keeper);
        var near = await store.Centre.Ok(new NoteSupplierInvoice.Command(null, order.Id, "R-1", new LocalDate(2026, 3, 4)) { Lines = [new(order.LineIds[0], 5, 105)] }, store.Keeper);
        Assert.False(near.Disputed);
        var far = await store.Centre.Ok(new NoteSupplierInvoice.Command(null, order.Id, "R-2", new LocalDate(2026, 3, 4)) { Lines = [new(order.LineIds[0], 5, 105.01m)] }, store.Keeper);
        Assert.Equal([order.LineIds[0]], far.FarOff);
        await store.Centre.Refused("SpareParts.PurchaseOrder.InvoicedAlready", new NoteSupplierInvoice.Command(null, order.Id, "r-2", new LocalDate(2026, 3, 4)) { Lines = [new(order.LineIds[0], 5, 105)] }, store.Keeper);
        Assert.True((await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper)).Disputed);
        await store.Centre.Ok(new ReleaseSupplierInvoice.Command(order.Id, far.Id, "Agreed by telephone", null), store.Accountant);
        Assert.False((await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper)).Disputed);
        await store.Centre.Refused("SpareParts.PurchaseOrder.NotDisputed", new ReleaseSupplierInvoice.Command(order.Id, far.Id, "Once again please", null), store.Accountant);
    }

    [Fact]
    public async Task A_late_invoice_for_an_order_that_is_over_is_judged_all_the_same()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 100);
        var order = await Ordered(store, supplier, (part, 10, 100));
        await store.Centre.Ok(Receipt(order.Id, "LS-1", new ReceivePurchaseOrder.Line(order.LineIds[0], 10)), store.Keeper);
        store.Centre.Advance(Duration.FromDays(90));
        var late = await store.Centre.Ok(new NoteSupplierInvoice.Command(null, order.Id, "R-1", new LocalDate(2026, 6, 1)) { Lines = [new(order.LineIds[0], 10, 900)] }, store.Keeper);
        Assert.True(late.Disputed);
        var told = await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper);
        Assert.Equal((PurchaseOrderState.Received, true), (told.State, told.Disputed));
        Assert.Equal((10m, 0m, 1000m), await store.Stock(part));
    }

    [Fact]
    public async Task A_supplier_is_scored_by_time_completeness_and_what_was_rejected()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, "PUMP-1", 7);
        var good = await Ordered(store, supplier, (part, 10, 7));
        await store.Centre.Ok(Receipt(good.Id, "LS-1", new ReceivePurchaseOrder.Line(good.LineIds[0], 10)), store.Keeper);
        var bad = await Ordered(store, supplier, (part, 10, 7));
        store.Centre.Clock.TravelTo(TestCentre.Start + Duration.FromDays(40));
        await store.Centre.Ok(Receipt(bad.Id, "LS-2", new ReceivePurchaseOrder.Line(bad.LineIds[0], 5) { Rejected = 5, Reason = "Bent all along" }), store.Keeper);
        await store.Centre.Ok(Receipt(bad.Id, "LS-3", new ReceivePurchaseOrder.Line(bad.LineIds[0], 5)), store.Keeper);
        var row = Assert.Single(await store.Centre.Ok(new ListSupplierScores.Query(null), store.Keeper));
        Assert.Equal((2, 50m, 50m, 20m, 0, 60m), (row.Lines, row.OnTime, row.Complete, row.Rejected, row.Late, row.Score));
    }

    [Fact]
    public async Task Demand_comes_from_the_ledger_and_from_what_orders_did_not_get()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var wish = Store.Wish(part, 3);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        await store.Return(wish.LineId, 1);
        var given = Store.Wish(part, 9);
        await store.Reserve(given);
        await store.Centre.Ok(new ReleaseParts.Command([given.LineId]) { Reason = "Not needed" }, store.Keeper);
        store.Centre.Clock.TravelTo(TestCentre.Start + Duration.FromDays(70));
        await Plan(store);

        var forecast = await store.Centre.Ok(new GetPartForecast.Query(part), store.Keeper);

        // March: three out, one back, and six asked for that never came; April: nothing, which is not the same as not recorded.
        Assert.Equal([(8m, false), (0m, false)], forecast.Months.Where(m => !m.Ahead).Select(m => (m.Demand!.Value, m.Ahead)));
        Assert.Equal(6, forecast.Months.Count(m => m.Ahead));
        Assert.Equal(4m, forecast.PerMonth);
        Assert.Equal([new LocalDate(2026, 3, 1), new LocalDate(2026, 5, 1)], (await store.Centre.Ok(new ListMonthsToGather.Query(), store.Keeper)).Months);
    }

    [Fact]
    public async Task A_model_out_of_sale_puts_its_last_parts_at_risk_and_a_last_purchase_is_proposed()
    {
        await using var store = await Store.OpenAsync();
        var (part, _) = await Bought(store, "SEAL-1", 3, pack: 10);
        await store.Centre.Ok(new AddPartFit.Command(part, "AX-200"), store.Keeper);
        await store.Centre.Ok(new RecordDemand.Command([.. Enumerable.Range(0, 24).Select(i => new RecordDemand.Month("SEAL-1", new LocalDate(2026, 2, 1).PlusMonths(-i), 2))]), store.Keeper);
        await store.Centre.Refused("SpareParts.Obligation.ModelUnknown", new SetModelObligation.Command("NOPE", 5, null), store.Keeper);
        var end = await store.Centre.Ok(new SetModelObligation.Command("ax-200", null, new LocalDate(2020, 3, 5)), store.Keeper);
        Assert.Equal(new LocalDate(2030, 3, 4), end.EndsOn);
        await store.Centre.Ok(new SetPartPlan.Command(part, OrderPolicy.DaysOfCover) { DiscontinuedOn = new LocalDate(2026, 1, 1), LastOrderOn = new LocalDate(2026, 6, 30) }, store.Keeper);

        // Four years at 2 a month without any error: 96 to the end; nothing is there.
        var risk = Assert.Single((await store.Centre.Ok(new ListPartsAtRisk.Query(), store.Keeper)).Parts);
        Assert.Equal((true, 1, 96m, 0m, 96m), (risk.Discontinued, risk.Suppliers, risk.Expected, risk.Safety, risk.ToBuy));
        var made = await store.Centre.Ok(new ProposeLastTimeBuy.Command(null, part, store.Main), store.Keeper);
        Assert.Equal(100m, made.Quantity);
        Assert.Equal(ProposalCause.LastTimeBuy, (await store.Centre.Ok(new GetProposal.Query(made.Id), store.Keeper)).Lines[0].Cause);
    }

    [Fact]
    public void The_oldest_wish_is_served_by_the_first_delivery()
    {
        var ids = new CountingIdentifiers();
        Guid[] wishes = [ids.NewId(), ids.NewId(), ids.NewId()], deliveries = [ids.NewId(), ids.NewId()];
        var pegs = Pegging.Of([(wishes[0], 3), (wishes[1], 4), (wishes[2], 9)], [(deliveries[0], 5), (deliveries[1], 4)]);
        Assert.Equal([(0, 0, 3m), (1, 0, 2m), (1, 1, 2m), (2, 1, 2m)], pegs.Select(p => (Array.IndexOf(wishes, p.Wish), Array.IndexOf(deliveries, p.Delivery), p.Quantity)));
    }

    private static async Task Plan(Store store)
    {
        var months = await store.Centre.Ok(new ListMonthsToGather.Query(), store.Keeper);
        foreach (var month in months.Months)
        {
            await store.Centre.Ok(new GatherDemand.Command(month) { AsOf = months.AsOf }, store.Keeper);
        }

        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
    }

    private static async Task<(Guid Part, Guid Supplier)> Bought(Store store, string number, decimal price, decimal pack = 1)
    {
        var part = await store.Part(number);
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", "orders@acme.example", null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Number = "S-77", Price = price, LeadDays = 10, Pack = pack }, store.Keeper);
        return (part, supplier);
    }

    private static Task<DraftPurchaseOrder.Answer> Ordered(Store store, Guid supplier, params (Guid Part, decimal Quantity, decimal Price)[] lines) =>
        store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [.. lines.Select(l => new NewPurchaseLine(l.Part, l.Quantity, l.Price))] }, store.Keeper);

    private static ReceivePurchaseOrder.Command Receipt(Guid order, string note, params ReceivePurchaseOrder.Line[] lines) => new(null, order, note) { Lines = lines };
}
