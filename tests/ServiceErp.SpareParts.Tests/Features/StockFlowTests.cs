using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.SpareParts.Tests.Domain;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Stock through the real pipeline on a real file.</summary>
public sealed class StockFlowTests
{
    private static readonly ListQuery Everything = new() { Path = "/" };

    private sealed class Guarded() : SparePartsDbContext(DesignTime.Sqlite<Guarded>("spareparts"))
    {
        public void Guard() => GuardStoring();
    }

    [Fact]
    public async Task Eight_people_at_once_never_hand_out_more_than_there_is()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 20, 7);
        var keeper = store.Keeper;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var issued = 0m;
            for (var i = 0; i < 5; i++)
            {
                var wish = Store.Wish(part, 1);
                await store.Centre.Ok(new ReserveParts.Command([wish]), keeper);
                var result = await store.Centre.Send(new IssueParts.Command([wish.LineId]), keeper);
                issued += result.Succeeded ? result.Value[0].Quantity : 0;
                Assert.True(result.Succeeded || result.Error.Code == "SpareParts.Reservation.NothingReserved", result.Error?.ToString());
            }

            return issued;
        })));

        Assert.Equal(20, outcomes.Sum());
        Assert.Equal((0, 0, 0), await store.Stock(part));
        Assert.Empty((await store.Centre.Ok(new CheckLedger.Query(), keeper)).Faults);
    }

    [Fact]
    public async Task An_issue_larger_than_stock_hands_out_what_is_there_and_waits_for_the_rest()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 3, 7);
        var wish = Store.Wish(part, 5);
        await store.Reserve(wish);
        Assert.Equal(3m, (await store.Issue(wish.LineId)).Quantity);
        await store.Centre.Refused("SpareParts.Reservation.NothingReserved", new IssueParts.Command([wish.LineId]), store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.TooLow", store.Scrapping(part, 1), store.Keeper);
        Assert.Equal((0m, 0m, 0m), await store.Stock(part));
        Assert.Equal(2m, await store.Look(db => db.Reservations.Where(r => r.LineId == wish.LineId).Select(r => r.Wanted - r.Reserved - r.Issued).SingleAsync()));
    }

    [Fact]
    public async Task A_receipt_serves_the_oldest_waiting_order_first()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var (first, second) = (Store.Wish(part, 2), Store.Wish(part, 2));
        await store.Reserve(first);
        store.Centre.Advance(Duration.FromMinutes(1));
        await store.Reserve(second);

        await store.Receive(part, 3, 10);

        var states = await store.Look(db => db.Reservations.OrderBy(r => r.WantedAt).Select(r => new { r.LineId, r.State, r.Reserved }).ToListAsync());
        Assert.Equal([(first.LineId, ReservationState.Reserved, 2m), (second.LineId, ReservationState.PartlyReserved, 1m)], states.Select(s => (s.LineId, s.State, s.Reserved)));
    }

    [Fact]
    public async Task What_one_order_releases_the_next_one_gets()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 2, 10);
        var (has, waits) = (Store.Wish(part, 2), Store.Wish(part, 1));
        await store.Reserve(has);
        Assert.Equal(1, (await store.Reserve(waits)).Missing);

        await store.Centre.Ok(new ReleaseParts.Command([has.LineId]) { Reason = "Not needed" }, store.Keeper);

        Assert.Equal(ReservationState.Reserved, await store.Look(db => db.Reservations.Where(r => r.LineId == waits.LineId).Select(r => r.State).SingleAsync()));
        Assert.Equal((2, 1, 20), await store.Stock(part));
    }

    [Fact]
    public async Task Lines_that_fall_away_in_the_workshop_set_their_parts_free()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 2, 10);
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        await store.Centre.Tell(new Workshop.PartsNoLongerNeeded(wish.OrderId, [wish.LineId]));
        Assert.Equal((2, 0, 20), await store.Stock(part));
    }

    [Fact]
    public async Task A_document_sent_twice_is_booked_once()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var receipt = new DraftStockDocument.Command(store.Main, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(part, 5) { UnitCost = 2 }] };
        var first = await store.Centre.Ok(receipt, store.Keeper);
        var second = await store.Centre.Ok(receipt, store.Keeper);
        Assert.Equal(first, second);
        Assert.Equal("REC-BER-2026-00001", first.Number);
        Assert.Equal((5, 0, 10), await store.Stock(part));
    }

    [Fact]
    public async Task A_draft_moves_nothing_and_thrown_away_uses_no_number()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var draft = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Lines = [new NewLine(part, 5) { UnitCost = 2 }] }, store.Keeper);
        Assert.Null(draft.Number);
        Assert.Equal((0, 0, 0), await store.Stock(part));
        await store.Centre.Ok(new DiscardStockDocument.Command(draft.Id, null), store.Keeper);
        Assert.Equal(0, await store.Look(db => db.Documents.CountAsync()));
        Assert.Equal("REC-BER-2026-00001", (await store.Receive(part, 1, 1)).Number);
    }

    [Fact]
    public async Task A_posted_document_is_taken_back_exactly_and_only_once()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 3, 10);
        var receipt = await store.Receive(part, 2, 25, bin: "A-01");
        await store.Centre.Refused("SpareParts.StockDocument.NotPermitted", new ChangeStockDocument.Command(receipt.Id, null, null, null, "LS", null), store.Keeper);
        await store.Centre.Ok(new ReverseStockDocument.Command(receipt.Id, null, "Wrong delivery"), store.Keeper);
        Assert.Equal((3, 0, 30), await store.Stock(part));
        await store.Centre.Refused("SpareParts.StockDocument.NotPermitted", new ReverseStockDocument.Command(receipt.Id, null, "Once again please"), store.Keeper);
        Assert.Equal((3, 0, 30), await store.Stock(part));
    }

    [Fact]
    public async Task A_refused_document_leaves_no_trace_of_any_line()
    {
        await using var store = await Store.OpenAsync();
        var (plenty, few) = (await store.Part(), await store.Part("VALVE-1"));
        await store.Receive(plenty, 10, 1);
        await store.Receive(few, 1, 1);
        var error = await store.Centre.Refused("SpareParts.Stock.TooLow", store.Scrapping(plenty, 2) with { Lines = [new NewLine(plenty, 2), new NewLine(few, 2)] }, store.Keeper);
        Assert.Contains("only 1 pcs are available in MAIN", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((10, 0, 10), await store.Stock(plenty));
        Assert.Equal(2, await store.Look(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task Goods_move_to_a_van_and_are_found_there()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10, bin: "A-01");
        var van = await store.Warehouse("VAN-1", WarehouseKind.Van, "LEFT");
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = van, Post = true, Lines = [new NewLine(part, 2) { TargetBin = "left" }] }, store.Keeper);
        var answer = await store.Centre.Ok(new GetPart.Query(part), store.Keeper);
        Assert.Equal([("MAIN", "A-01", 3m, 30m), ("VAN-1", "LEFT", 2m, 20m)], answer.Stock.Select(s => (s.Warehouse, s.Bin, s.OnHand, s.Value)));
        Assert.Equal((5, 0, 50), await store.Stock(part));
    }

    [Fact]
    public async Task Stock_and_value_are_known_for_any_past_day()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        store.Centre.Advance(Duration.FromDays(1));
        await store.Centre.Ok(store.Scrapping(part, 5), store.Keeper);

        Assert.Empty((await store.Centre.Ok(new ListStock.Query(Everything), store.Keeper)).Items);
        var yesterday = Everything with { Filters = new Dictionary<string, string> { ["on"] = "2026-03-04" } };
        var row = Assert.Single((await store.Centre.Ok(new ListStock.Query(yesterday), store.Keeper)).Items);
        Assert.Equal((5m, 50m, (decimal?)null), (row.OnHand, row.Value, row.Reserved));
        Assert.Equal([50m], (await store.Centre.Ok(new GetStockTotals.Query(new(2026, 3, 4)), store.Keeper)).Select(t => t.Value));
        Assert.Equal([0m], (await store.Centre.Ok(new GetStockTotals.Query(null), store.Keeper)).Select(t => t.Value));
        Assert.Equal([0m], (await store.Centre.Ok(new GetStockTotals.Query(new(2026, 3, 3)), store.Keeper)).Select(t => t.Value));
    }

    [Fact]
    public async Task Another_branch_sees_and_moves_nothing_of_ours()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var seoul = store.Keeper with { BranchId = store.Centre.Seoul.Id };
        Assert.Empty((await store.Centre.Ok(new ListStock.Query(Everything), seoul)).Items);
        Assert.Empty((await store.Centre.Ok(new GetPart.Query(part), seoul)).Stock);
        await store.Centre.Refused("SpareParts.Warehouse.NotFound", store.Scrapping(part, 1), seoul);
        await store.Centre.Refused("Platform.Branch.NotFound", new ReserveParts.Command([Store.Wish(part, 1)]), seoul);
    }

    [Fact]
    public async Task Only_the_warehouse_keeper_moves_stock()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        foreach (var role in new[] { Roles.Technician, Roles.Dispatcher, Roles.Accountant, Roles.BranchManager })
        {
            await store.Centre.Refused("Platform.Forbidden", store.Scrapping(part, 1), store.Centre.As(role));
            await store.Centre.Ok(new ListStock.Query(Everything), store.Centre.As(role));
        }

        await store.Centre.Refused("Platform.Forbidden", new ListStock.Query(Everything), store.Centre.As(Roles.Receptionist));
    }

    [Fact]
    public async Task A_scanned_packaging_counts_in_that_packaging()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, "8800000000015"), store.Keeper);
        var draft = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main), store.Keeper);
        await store.Centre.Ok(new AddStockDocumentLine.Command(draft.Id, null, new NewLine(null, 3) { Code = "8800000000015", UnitCost = 50 }), store.Keeper);
        await store.Centre.Ok(new PostStockDocument.Command(draft.Id, null), store.Keeper);
        Assert.Equal((30, 0, 150), await store.Stock(part));
    }

    [Fact]
    public async Task A_scanned_part_is_handed_out_to_the_order_that_wants_it()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(barcode: "4006381333931");
        await store.Part("VALVE-1");
        await store.Receive(part, 2, 10);
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        var wrong = await store.Centre.Refused("SpareParts.Reservation.NotOfOrder", new IssueScannedPart.Command(wish.OrderId, "valve-1"), store.Keeper);
        Assert.Equal("Code", wrong.Field);
        Assert.Equal(20, (await store.Centre.Ok(new IssueScannedPart.Command(wish.OrderId, "4006381333931"), store.Keeper)).Cost);
        await store.Centre.Refused("SpareParts.Reservation.NothingReserved", new IssueScannedPart.Command(wish.OrderId, "PUMP-1"), store.Keeper);
    }

    [Fact]
    public async Task A_code_names_one_part_only()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part("PUMP-1", barcode: "111");
        var other = await store.Part("VALVE-1");
        await store.Centre.Refused("SpareParts.Part.CodeTaken", new CreatePart.Command(null, "pump-1", "x", "x", "pcs"), store.Keeper);
        await store.Centre.Refused("SpareParts.Part.CodeTaken", new CreatePart.Command(null, "NEW", "x", "x", "pcs") { Barcode = "PUMP-1" }, store.Keeper);
        await store.Centre.Refused("SpareParts.Part.CodeTaken", new SetPartUnit.Command(other, "box", 10, "111"), store.Keeper);
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, "222"), store.Keeper);
        await store.Centre.Refused("SpareParts.Part.CodeTaken", new AddPartBarcode.Command(other, "222"), store.Keeper);
    }

    [Fact]
    public async Task A_change_on_an_old_picture_is_a_conflict()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var seen = (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Version;
        await store.Centre.Ok(new ChangePart.Command(part, "New name", "Pumps", "pcs", seen), store.Keeper);
        await store.Centre.Refused("Platform.Stale", new ChangePart.Command(part, "Other name", "Pumps", "pcs", seen), store.Keeper);
    }

    [Fact]
    public async Task The_unit_of_a_part_that_has_moved_stays()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 1, 1);
        await store.Centre.Refused("SpareParts.Part.UnitInUse", new ChangePart.Command(part, "Pump", "Pumps", "kg", null), store.Keeper);
        await store.Centre.Refused("SpareParts.Part.FactorNotPositive", new SetPartUnit.Command(part, "box", 0, null), store.Keeper);
    }

    [Fact]
    public void The_ledger_can_not_be_changed()
    {
        using var db = new Guarded();
        var movement = new Shelf().With(1, 1).Shelves.Movements[0];
        db.Add(movement);
        db.Guard();
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            db.Entry(movement).State = state;
            Assert.Throws<InvalidOperationException>(db.Guard);
        }
    }

    [Fact]
    public async Task Every_bad_entry_is_named_at_its_field()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var empty = (await store.Centre.Send(new CreatePart.Command(null, " ", "", new string('x', 81), "pcs") { Price = -1 }, store.Keeper)).Error!;
        Assert.Equal(["Number", "Name", "Group", "Price"], empty.Details.Select(d => d.Field));
        var line = await store.Centre.Refused("SpareParts.Bin.NotFound", new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Lines = [new NewLine(part, 1) { UnitCost = 1, Bin = "Z-99" }] }, store.Keeper);
        Assert.Equal("Lines[0].Bin", line.Field);
        await store.Centre.Refused("SpareParts.Stock.QuantityNotRight", new ReserveParts.Command([Store.Wish(part, 0.0001m)]), store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.QuantityNotRight", new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Lines = [new NewLine(part, 0) { UnitCost = 1 }] }, store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.CostMissing", new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Lines = [new NewLine(part, 1)] }, store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.ReasonMissing", store.Scrapping(part, 1) with { Reason = " " }, store.Keeper);
    }
}
