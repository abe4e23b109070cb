using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>What fails the inspection of a delivery: held in quarantine at cost, sent back or thrown away, never handed out.</summary>
public sealed class DefectTests
{
    public static TheoryData<DefectState, DefectTrigger, DefectState?> Matrix
    {
        get
        {
            var moves = new Dictionary<(DefectState, DefectTrigger), DefectState>
            {
                [(DefectState.Held, DefectTrigger.Edit)] = DefectState.Held,
                [(DefectState.Held, DefectTrigger.Claim)] = DefectState.Claimed,
                [(DefectState.Claimed, DefectTrigger.Unclaim)] = DefectState.Held,
                [(DefectState.Claimed, DefectTrigger.Return)] = DefectState.Returned,
                [(DefectState.Claimed, DefectTrigger.Scrap)] = DefectState.Scrapped,
                [(DefectState.Held, DefectTrigger.Return)] = DefectState.Returned,
                [(DefectState.Held, DefectTrigger.Scrap)] = DefectState.Scrapped,
                [(DefectState.Held, DefectTrigger.Withdraw)] = DefectState.Withdrawn,
                [(DefectState.Returned, DefectTrigger.TakeBack)] = DefectState.Held,
                [(DefectState.Scrapped, DefectTrigger.TakeBack)] = DefectState.Held,
                [(DefectState.Held, DefectTrigger.FindGood)] = DefectState.FoundGood,
                [(DefectState.FoundGood, DefectTrigger.TakeBack)] = DefectState.Held,
            };
            var data = new TheoryData<DefectState, DefectTrigger, DefectState?>();
            foreach (var state in Enum.GetValues<DefectState>())
            {
                foreach (var trigger in Enum.GetValues<DefectTrigger>())
                {
                    data.Add(state, trigger, moves.TryGetValue((state, trigger), out var to) ? to : null);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_trigger_in_each_state_leads_where_the_table_says_or_is_refused(DefectState state, DefectTrigger trigger, DefectState? expected)
    {
        var ids = new CountingIdentifiers();
        var goods = new DefectivePart(ids.NewId(), ids.NewId(), DefectSource.Rejected, ids.NewId(), "PUMP-1", "pcs", 2, [], "Bent all along", TestCentre.Start, "Tester");
        var result = DefectivePartLifecycle.Table.Fire(goods, state, trigger);
        Assert.Equal(expected is not null, result.Succeeded);
        Assert.True(expected is null ? result.Error!.Code == "SpareParts.DefectivePart.NotPermitted" : result.Value == expected);
    }

    [Fact]
    public async Task Rejected_goods_lie_in_quarantine_at_cost_and_no_order_gets_them()
    {
        await using var store = await Store.OpenAsync();
        var (part, _, order, line) = await Ordered(store, 10, 7);
        var wish = Store.Wish(part, 5);
        await store.Reserve(wish);

        var received = await Receive(store, order, new ReceivePurchaseOrder.Line(line, 4) { Rejected = 6, Reason = "Cracked housing" });

        Assert.Equal([("MAIN", 4m, 28m), ("QUARANTINE-BER", 6m, 42m)], await Lying(store, part));
        Assert.Equal((10m, 4m, 70m), await store.Stock(part));
        Assert.Equal(ReservationState.PartlyReserved, await store.Look(db => db.Reservations.Where(r => r.LineId == wish.LineId).Select(r => r.State).SingleAsync()));
        Assert.Equal(0m, Assert.Single((await store.Centre.Ok(new ListParts.Query(new ListQuery { Path = "/" }), store.Keeper)).Items).Available);
        var goods = Assert.Single((await store.Centre.Ok(new GetPurchaseOrder.Query(order), store.Keeper)).Rejected);
        Assert.Equal((6m, "Cracked housing", "LS-1", DefectState.Held, "QUARANTINE-BER", received.Quarantined), (goods.Quantity, goods.Defect, goods.DeliveryNote, goods.State, goods.Warehouse, goods.EntryDocument));
    }

    [Fact]
    public async Task They_go_back_in_part_and_the_rest_is_scrapped_by_documents_of_the_ledger()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier, order, line) = await Ordered(store, 10, 7);
        await Receive(store, order, new ReceivePurchaseOrder.Line(line, 4) { Rejected = 6, Reason = "Cracked housing" });
        var held = await store.Look(db => db.DefectiveParts.SingleAsync());
        await store.Centre.Refused("SpareParts.DefectivePart.TooMany", new ReturnDefectivePart.Command(held.Id, 7, null, "It came cracked"), store.Keeper);
        await store.Centre.Refused("Platform.ReasonMissing", new ScrapDefectivePart.Command(held.Id, 1, ""), store.Keeper);
        await store.Centre.Refused("Platform.Forbidden", new ScrapDefectivePart.Command(held.Id, 1, "It came broken"), store.Centre.As(Roles.Technician));

        var back = await store.Centre.Ok(new ReturnDefectivePart.Command(held.Id, 4, "RMA-9", "It came cracked"), store.Keeper);
        await store.Centre.Ok(new ScrapDefectivePart.Command(held.Id, null, "The supplier does not want them"), store.Keeper);
        await store.Centre.Refused("SpareParts.DefectivePart.NotPermitted", new ScrapDefectivePart.Command(held.Id, null, "Once again please"), store.Keeper);

        Assert.Equal([("MAIN", 4m, 28m), ("QUARANTINE-BER", 0m, 0m)], await Lying(store, part));
        var paper = await store.Centre.Ok(new GetStockDocument.Query(back.DocumentId), store.Keeper);
        Assert.Equal((StockDocumentKind.SupplierReturn, (Guid?)supplier, "RMA-9", -28m, (Guid?)order), (paper.Kind, paper.SupplierId, paper.Reference, paper.Value, paper.PurchaseOrderId));
        Assert.Equal([(MovementKind.SupplierReturn, -4m, -28m), (MovementKind.Scrap, -2m, -14m)], await store.Look(async db =>
            (await db.Movements.Where(m => m.PartId == part && m.Quantity < 0).OrderBy(m => m.Sequence).ToListAsync()).Select(m => (m.Kind, m.Quantity, m.Value)).ToList()));
        var page = await store.Centre.Ok(new GetSupplier.Query(supplier), store.Keeper);
        Assert.Equal([(4m, DefectState.Returned, back.Document)], page.Defects.Where(d => d.State == DefectState.Returned).Select(d => (d.Quantity, d.State, d.ExitDocument!)));
        Assert.Empty(page.HeldValues);
    }

    [Fact]
    public async Task Whatever_paper_is_taken_back_the_goods_follow_it()
    {
        await using var store = await Store.OpenAsync();
        var (part, _, order, line) = await Ordered(store, 10, 7);
        await Receive(store, order, new ReceivePurchaseOrder.Line(line, 4) { Rejected = 6, Reason = "Cracked housing" });
        var held = await store.Look(db => db.DefectiveParts.SingleAsync());
        var back = await store.Centre.Ok(new ReturnDefectivePart.Command(held.Id, null, null, "It came cracked"), store.Keeper);

        await store.Centre.Ok(new ReverseStockDocument.Command(back.DocumentId, null, "The lorry did not come"), store.Keeper);
        Assert.Equal((DefectState.Held, (Guid?)null), await store.Look(async db => await db.DefectiveParts.SingleAsync() is var d ? (d.State, d.ExitDocumentId) : default));
        Assert.Equal([("MAIN", 4m, 28m), ("QUARANTINE-BER", 6m, 42m)], await Lying(store, part));

        await store.Centre.Ok(new ReverseStockDocument.Command(held.EntryDocumentId!.Value, null, "Counted wrong"), store.Keeper);
        Assert.Equal(DefectState.Withdrawn, await store.Look(db => db.DefectiveParts.Select(d => d.State).SingleAsync()));
        Assert.Equal((4m, 0m, 28m), await store.Stock(part));
    }

    [Fact]
    public async Task Rejected_pieces_with_serial_numbers_are_named_and_leave_by_name()
    {
        await using var store = await Store.OpenAsync();
        var part = (await store.Centre.Ok(new CreatePart.Command(null, "BOARD-1", "Board", "Boards", "pcs") { SerialTracked = true }, store.Keeper)).Id;
        var (order, line) = await Order(store, await Supplier(store), part, 3, 50);
        await store.Centre.Refused("SpareParts.Stock.SerialsMissing", Receipt(order, new ReceivePurchaseOrder.Line(line, 1) { Serials = "SN1", Rejected = 2, Reason = "Burnt contacts" }), store.Keeper);
        await Receive(store, order, new ReceivePurchaseOrder.Line(line, 1) { Serials = "SN1", Rejected = 2, RejectedSerials = "SN2, SN3", Reason = "Burnt contacts" });
        var held = await store.Look(db => db.DefectiveParts.SingleAsync());

        await store.Centre.Refused("SpareParts.DefectivePart.SerialsNotHeld", new ReturnDefectivePart.Command(held.Id, 1, null, "It came burnt out") { Serials = "SN1" }, store.Keeper);
        await store.Centre.Ok(new ReturnDefectivePart.Command(held.Id, 1, null, "It came burnt out") { Serials = "sn3" }, store.Keeper);

        Assert.Equal([("SN1", SerialState.InStock), ("SN2", SerialState.InStock), ("SN3", SerialState.Gone)], await store.Look(async db =>
            (await db.SerialPieces.OrderBy(p => p.Serial).ToListAsync()).Select(p => (p.Serial, p.State)).ToList()));
        Assert.Equal(["SN2", "SN3"], await store.Look(db => db.DefectiveParts.OrderBy(d => d.Serials).Select(d => d.Serials!).ToListAsync()));
    }

    [Fact]
    public async Task Goods_go_back_to_a_supplier_only_with_its_name_and_a_reason()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var supplier = await Supplier(store);
        var back = new DraftStockDocument.Command(null, StockDocumentKind.SupplierReturn, store.Main) { Post = true, Lines = [new NewLine(part, 2)] };
        await store.Centre.Refused("SpareParts.StockDocument.SupplierMissing", back, store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.ReasonMissing", back with { SupplierId = supplier }, store.Keeper);
        var sent = await store.Centre.Ok(back with { SupplierId = supplier, Reason = "Ordered too many" }, store.Keeper);
        Assert.StartsWith("RTS-BER-2026-", sent.Number, StringComparison.Ordinal);
        Assert.Equal((3m, 0m, 30m), await store.Stock(part));
    }

    [Fact]
    public async Task Held_goods_that_are_found_good_come_into_the_main_store_and_no_transfer_goes_round_the_inspection()
    {
        await using var store = await Store.OpenAsync();
        var (part, _, order, line) = await Ordered(store, 5, 10);
        await Receive(store, order, new ReceivePurchaseOrder.Line(line, 3) { Rejected = 2, Reason = "Box is wet" });
        var held = await store.Look(db => db.DefectiveParts.SingleAsync());
        var around = new DraftStockDocument.Command(null, StockDocumentKind.Transfer, held.WarehouseId!.Value) { TargetWarehouseId = store.Main, Post = true, Lines = [new NewLine(part, 1)] };
        await store.Centre.Refused("SpareParts.StockDocument.MustBeInspected", around, store.Keeper);

        var moved = await store.Centre.Ok(new FindDefectivePartGood.Command(held.Id, 1, "Only the box was wet"), store.Keeper);
        Assert.Equal([("MAIN", 4m, 40m), ("QUARANTINE-BER", 1m, 10m)], (await Lying(store, part)).Where(l => l.Item2 > 0));
        Assert.Equal([DefectState.Held, DefectState.FoundGood], (await store.Look(db => db.DefectiveParts.Select(d => d.State).ToListAsync())).Order());
        await store.Centre.Ok(new ReverseStockDocument.Command(moved.DocumentId, null, "It leaks after all"), store.Keeper);
        Assert.Equal([("MAIN", 3m, 30m), ("QUARANTINE-BER", 2m, 20m)], (await Lying(store, part)).Where(l => l.Item2 > 0));
        Assert.All(await store.Look(db => db.DefectiveParts.Select(d => d.State).ToListAsync()), s => Assert.Equal(DefectState.Held, s));
    }

    private static async Task<IReadOnlyList<(string, decimal, decimal)>> Lying(Store store, Guid part) => await store.Look(async db =>
        (await db.StockItems.Where(i => i.PartId == part).OrderBy(i => i.Warehouse.Code).Select(i => new { i.Warehouse.Code, i.OnHand, i.Value }).ToListAsync()).ConvertAll(i => (i.Code, i.OnHand, i.Value)));

    private static async Task<Guid> Supplier(Store store) => (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;

    private static async Task<(Guid Part, Guid Supplier, Guid Order, Guid Line)> Ordered(Store store, decimal quantity, decimal price)
    {
        var (part, supplier) = (await store.Part(), await Supplier(store));
        var (order, line) = await Order(store, supplier, part, quantity, price);
        return (part, supplier, order, line);
    }

    private static async Task<(Guid Order, Guid Line)> Order(Store store, Guid supplier, Guid part, decimal quantity, decimal price)
    {
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [new NewPurchaseLine(part, quantity, price)] }, store.Keeper);
        return (order.Id, order.LineIds[0]);
    }

    private static ReceivePurchaseOrder.Command Receipt(Guid order, params ReceivePurchaseOrder.Line[] lines) => new(null, order, "LS-1") { Lines = lines };

    private static Task<ReceivePurchaseOrder.Answer> Receive(Store store, Guid order, params ReceivePurchaseOrder.Line[] lines) => store.Centre.Ok(Receipt(order, lines), store.Keeper);
}
