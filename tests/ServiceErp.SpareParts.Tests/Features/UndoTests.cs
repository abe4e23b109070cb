using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Features.Suppliers;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Whatever was booked by mistake is undone to the end, with all that followed from it.</summary>
public sealed class UndoTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(0)]
    public async Task A_transfer_that_was_sent_and_received_is_taken_back_exactly(int arrived)
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 3);
        var transfer = await Sent(store, part, 6);
        var line = (await store.Centre.Ok(new GetStockDocument.Query(transfer), store.Keeper)).Lines[0].Id;
        await store.Centre.Ok(new ReceiveStockDocument.Command(transfer, null, [new(line, arrived)], "Counted by two people"), store.Keeper);
        Assert.Equal((4 + arrived, 0, (4 + arrived) * 3), await store.Stock(part));

        await store.Centre.Ok(new ReverseStockDocument.Command(transfer, null, "Wrong van"), store.Keeper);
        Assert.Equal((10, 0, 30), await store.Stock(part));
        Assert.Equal([("MAIN", 10m, 30m)], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Stock.Select(s => (s.Warehouse, s.OnHand, s.Value)));
        Assert.Empty((await store.Centre.Ok(new CheckLedger.Query(), store.Keeper)).Faults);
    }

    [Fact]
    public async Task Pieces_of_a_received_transfer_lie_where_they_were_again()
    {
        await using var store = await Store.OpenAsync();
        var part = (await store.Centre.Ok(new CreatePart.Command(null, "PUMP-1", "Pump", "Pumps", "pcs") { SerialTracked = true }, store.Keeper)).Id;
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(part, 2) { UnitCost = 5, Serials = "S1,S2" }] }, store.Keeper);
        var transfer = await Sent(store, part, 2, "S1,S2");
        var line = (await store.Centre.Ok(new GetStockDocument.Query(transfer), store.Keeper)).Lines[0].Id;
        await store.Centre.Ok(new ReceiveStockDocument.Command(transfer, null, [new(line, 1) { Serials = "S1" }], "One is missing"), store.Keeper);
        await store.Centre.Ok(new ReverseStockDocument.Command(transfer, null, "Never left"), store.Keeper);
        Assert.Equal([("S1", "MAIN"), ("S2", "MAIN")], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Pieces.OrderBy(p => p.Serial).Select(p => (p.Serial, p.Warehouse)));
    }

    [Fact]
    public async Task A_refusal_names_the_papers_and_orders_that_used_the_goods()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var receipt = await store.Receive(part, 3, 10);
        var scrapped = await store.Centre.Ok(store.Scrapping(part, 1), store.Keeper);
        await store.Reserve(Store.Wish(part, 1));
        var refused = await store.Centre.Refused("SpareParts.Stock.UsedMeanwhile", new ReverseStockDocument.Command(receipt.Id, null, "Typed wrong"), store.Keeper);
        Assert.Equal($"PUMP-1 of {receipt.Number} was used meanwhile by {scrapped.Number}, SO-BER-2026-00001. Take that back first, or correct the stock.", refused.ToString());
    }

    [Fact]
    public async Task A_reversed_delivery_opens_its_purchase_order_again_and_the_figures_follow()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [new NewPurchaseLine(part, 20, 2)] }, store.Keeper);
        await store.Centre.Ok(new ReceivePurchaseOrder.Command(null, order.Id, "DN3") { Lines = [new(order.LineIds[0], 15)] }, store.Keeper);
        var wrong = await store.Centre.Ok(new ReceivePurchaseOrder.Command(null, order.Id, "DN4") { Lines = [new(order.LineIds[0], 7)] }, store.Keeper);
        var (id, reason) = (await store.Look(db => db.Documents.Where(d => d.Number == wrong.Document).Select(d => d.Id).SingleAsync()), "Typed wrong");
        await store.Centre.Ok(new ReverseStockDocument.Command(id, null, reason), store.Keeper);

        var open = await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper);
        Assert.Equal((PurchaseOrderState.PartlyReceived, 15m, 5m, 1), (open.State, open.Lines[0].Received, open.Lines[0].Open, open.Receipts.Count));
        Assert.Equal(1, await store.Look(db => db.PurchaseReceiptLines.CountAsync()));
        Assert.Null(await store.Look(db => db.PurchaseOrderLines.Select(l => l.CompletedOn).SingleAsync()));
        Assert.Equal(PurchaseOrderState.Received, (await store.Centre.Ok(new ReceivePurchaseOrder.Command(null, order.Id, "DN4") { Lines = [new(order.LineIds[0], 5)] }, store.Keeper)).State);
        Assert.Equal((20m, 0m, 40m), await store.Stock(part));

        // Everything taken back: it may be cancelled like one of which nothing ever came.
        foreach (var document in await store.Look(db => db.Documents.Where(d => d.PurchaseOrderId == order.Id && d.State == StockDocumentState.Posted).Select(d => d.Id).ToListAsync()))
        {
            await store.Centre.Ok(new ReverseStockDocument.Command(document, null, reason), store.Keeper);
        }

        Assert.Equal(PurchaseOrderState.Ordered, (await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper)).State);
        Assert.Equal((0, 0, 0), await store.Stock(part));
    }

    [Fact]
    public async Task A_reversed_return_goes_out_to_its_order_again_at_what_it_cost()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 3, 10);
        await store.Receive(part, 3, 20);
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        await store.Return(wish.LineId, 1);
        var slip = await store.Look(db => db.Documents.Where(d => d.Kind == StockDocumentKind.Return).Select(d => d.Id).SingleAsync());
        await store.Centre.Ok(new ReverseStockDocument.Command(slip, null, "Wrong order"), store.Keeper);
        Assert.Equal((2m, 30m), await store.Look(db => db.Reservations.Select(r => new { r.Issued, r.Cost }).SingleAsync()) is var r ? (r.Issued, r.Cost) : default);
        Assert.Equal((4m, 0m, 60m), await store.Stock(part));
        Assert.Equal(ReservationState.Issued, await store.Look(db => db.Reservations.Select(x => x.State).SingleAsync()));
    }

    [Fact]
    public async Task The_correction_of_a_count_is_taken_back_by_who_may_approve_and_its_places_count_as_not_counted()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 5);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await store.Centre.Ok(new RecordCount.Command(count.Id, new Guid("00000000-0000-7000-8000-00000000ff01"), "PUMP-1", 9), store.Keeper);
        await store.Centre.Ok(new FinishCount.Command(count.Id), store.Keeper);
        var manager = store.Centre.As(Roles.BranchManager);
        var posted = await store.Centre.Ok(new PostCount.Command(count.Id), manager);
        await store.Centre.Refused("SpareParts.StockCount.ApproverReverses", new ReverseStockDocument.Command(posted.DocumentId!.Value, null, "It was my mistake"), store.Keeper);
        await store.Centre.Ok(new ReverseStockDocument.Command(posted.DocumentId.Value, null, "It stood behind the door"), store.Keeper with { Permissions = null });
        Assert.Equal((10m, 0m, 50m), await store.Stock(part));
        Assert.Equal(StockCountState.Reversed, (await store.Centre.Ok(new GetCount.Query(count.Id), store.Keeper)).State);
        Assert.Empty((await store.Centre.Ok(new GetCountAccuracy.Query(), store.Keeper)).Rows);
    }

    [Fact]
    public async Task Goods_that_never_arrived_are_written_off_by_another_person_and_found_again_by_a_reversal()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 100);
        var transfer = await Sent(store, part, 6);
        var manager = store.Centre.As(Roles.BranchManager);
        await store.Centre.Refused("Platform.Forbidden", new WriteOffStockDocument.Command(transfer, null, "Stolen on the way"), store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.OwnLoss", new WriteOffStockDocument.Command(transfer, null, "Stolen on the way"), manager with { UserId = store.Keeper.UserId });

        // Nobody gets round it by receiving nothing.
        var line = (await store.Centre.Ok(new GetStockDocument.Query(transfer), store.Keeper)).Lines[0].Id;
        await store.Centre.Refused("SpareParts.StockDocument.LossTooLarge", new ReceiveStockDocument.Command(transfer, null, [new(line, 0)], "Nothing came"), store.Keeper);

        await store.Centre.Ok(new WriteOffStockDocument.Command(transfer, null, "Stolen on the way"), manager);
        Assert.Equal((4m, 0m, 400m), await store.Stock(part));
        Assert.Equal(StockDocumentState.Lost, (await store.Centre.Ok(new GetStockDocument.Query(transfer), store.Keeper)).State);
        await store.Centre.Ok(new ReverseStockDocument.Command(transfer, null, "The van was found"), store.Keeper);
        Assert.Equal((10m, 0m, 1000m), await store.Stock(part));
        Assert.Empty((await store.Centre.Ok(new CheckLedger.Query(), store.Keeper)).Faults);
    }

    private static async Task<Guid> Sent(Store store, Guid part, decimal quantity, string? serials = null)
    {
        var target = await store.Warehouse("STORE", WarehouseKind.BranchStore);
        var transfer = (await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = target, Lines = [new NewLine(part, quantity) { Serials = serials }] }, store.Keeper)).Id;
        await store.Centre.Ok(new SendStockDocument.Command(transfer, null), store.Keeper);
        return transfer;
    }
}
