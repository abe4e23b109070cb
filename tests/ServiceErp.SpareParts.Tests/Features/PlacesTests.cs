using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Labels;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Periods;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Scanning;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Places and papers through the real pipeline: goods on their way, days gone by, pieces, slips, codes.</summary>
public sealed class PlacesTests
{
    private static readonly ListQuery Everything = new() { Path = "/" };
    private static readonly LocalDate Today = new(2026, 3, 4);

    [Fact]
    public async Task Sent_goods_are_promised_to_nobody_and_the_receiver_counts_them()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 10, 3);
        var branchStore = await store.Warehouse("STORE", WarehouseKind.BranchStore);
        var transfer = await Transfer(store, part, 6, branchStore);
        await store.Centre.Ok(new SendStockDocument.Command(transfer, null), store.Keeper);
        Assert.Equal((10, 0, 30), await store.Stock(part));
        Assert.Equal(4, (await store.Reserve(Store.Wish(part, 10))).Reserved);

        var line = (await store.Centre.Ok(new GetStockDocument.Query(transfer), store.Keeper)).Lines[0];
        var short2 = new ReceiveStockDocument.Command(transfer, null, [new(line.Id, 4)], null);
        Assert.Equal("Reason", (await store.Centre.Refused("SpareParts.StockDocument.DifferenceUnexplained", short2, store.Keeper)).Field);
        await store.Centre.Ok(short2 with { Reason = "Two are broken" }, store.Keeper);
        Assert.Equal((8, 8, 24), await store.Stock(part));
        await store.Centre.Refused("SpareParts.StockDocument.NotPermitted", short2 with { Reason = "Once again please" }, store.Keeper);
        Assert.Empty((await store.Centre.Ok(new CheckLedger.Query(), store.Keeper)).Faults);
    }

    [Fact]
    public async Task A_sent_transfer_can_be_called_back_exactly()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 3, 10);
        var transfer = await Transfer(store, part, 2, await store.Warehouse("STORE", WarehouseKind.BranchStore));
        await store.Centre.Ok(new SendStockDocument.Command(transfer, null), store.Keeper);
        await store.Centre.Ok(new ReverseStockDocument.Command(transfer, null, "Wrong van"), store.Keeper);
        var stock = (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Stock;
        Assert.Equal([("MAIN", 3m, 30m)], stock.Select(s => (s.Warehouse, s.OnHand, s.Value)));
    }

    [Fact]
    public async Task Goods_for_another_branch_travel_and_only_that_branch_takes_them_in()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var everywhere = store.Keeper with { BranchId = null };
        var seoul = (await store.Centre.Ok(new ServiceErp.SpareParts.Features.Warehouses.CreateWarehouse.Command(null, "SEL", "SEL", WarehouseKind.Main) { BranchId = store.Centre.Seoul.Id }, everywhere)).Id;
        var command = new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = seoul, Lines = [new NewLine(part, 2)] };

        // Seoul keeps its books in won: the value of goods can't be carried over.
        Assert.Equal("TargetWarehouseId", (await store.Centre.Refused("SpareParts.StockDocument.OtherCurrency", command, store.Keeper)).Field);
        Assert.Equal((5, 0, 50), await store.Stock(part));
    }

    [Fact]
    public async Task Back_dating_needs_a_reason_an_open_period_and_goods_that_were_there()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        store.Centre.Advance(Duration.FromDays(10));
        await store.Receive(part, 5, 10);
        var scrap = store.Scrapping(part, 4) with { BookingDate = Today.PlusDays(2) };
        await store.Centre.Refused("SpareParts.StockDocument.ReasonMissing", scrap with { Reason = " " }, store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.InTheFuture", scrap with { BookingDate = Today.PlusDays(11) }, store.Keeper);
        Assert.Equal("BookingDate", (await store.Centre.Refused("SpareParts.Stock.NotThereYet", scrap with { Lines = [new NewLine(part, 6)] }, store.Keeper)).Field);
        await store.Centre.Refused("SpareParts.Stock.NotThereYet", scrap with { BookingDate = Today.PlusDays(-1) }, store.Keeper);
        await store.Centre.Ok(scrap, store.Keeper);
        Assert.Equal([(Today.PlusDays(1), 50m), (Today.PlusDays(2), 10m), (Today.PlusDays(9), 10m), (Today.PlusDays(10), 60m)], await Values(store, 1, 2, 9, 10));

        var director = store.Centre.As(Roles.Accountant);
        await store.Centre.Refused("Platform.Forbidden", new CloseStockPeriod.Command(Today.PlusDays(5)), store.Keeper);
        await store.Centre.Refused("SpareParts.StockPeriod.NotOver", new CloseStockPeriod.Command(Today.PlusDays(10)), director);
        var closing = await store.Centre.Ok(new CloseStockPeriod.Command(Today.PlusDays(5)), director);
        Assert.Equal(10, closing.Value);
        await store.Centre.Refused("SpareParts.StockPeriod.ClosedAlready", new CloseStockPeriod.Command(Today.PlusDays(5)), director);
        await store.Centre.Refused("SpareParts.Stock.PeriodClosed", store.Scrapping(part, 1) with { BookingDate = Today.PlusDays(5) }, store.Keeper);
        await store.Centre.Ok(store.Scrapping(part, 1) with { BookingDate = Today.PlusDays(6) }, store.Keeper);
        await store.Centre.Ok(new ReopenStockPeriod.Command(closing.Id, "A paper was found"), director);
        await store.Centre.Refused("SpareParts.Stock.NotThereYet", store.Scrapping(part, 1) with { BookingDate = Today.PlusDays(5) }, store.Keeper);
        Assert.Equal((5, 0, 50), await store.Stock(part));
    }

    [Fact]
    public async Task The_value_on_any_day_is_the_same_with_closings_and_without()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        for (var day = 0; day < 20; day++)
        {
            await store.Receive(part, day + 1, 3.33m);
            await store.Centre.Ok(store.Scrapping(part, (day + 2) / 2), store.Keeper);
            store.Centre.Advance(Duration.FromDays(1));
        }

        int[] days = [.. Enumerable.Range(-1, 22)];
        var open = await Values(store, days);
        Assert.True(open.Select(v => v.Value).Distinct().Count() > 15);
        foreach (var through in new[] { 3, 4, 11, 18 })
        {
            await store.Centre.Ok(new CloseStockPeriod.Command(Today.PlusDays(through)), store.Centre.As(Roles.Accountant));
            Assert.Equal(open, await Values(store, days));
        }
    }

    [Fact]
    public async Task Each_issue_and_each_return_has_its_slip()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10, bin: "A-01");
        var wish = Store.Wish(part, 3);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        await store.Issue(wish.LineId);
        await store.Return(wish.LineId, 1);
        var slips = await store.Look(db => db.Documents.Include(d => d.Lines).Where(d => d.OrderId == wish.OrderId).OrderBy(d => d.CreatedAt).ThenBy(d => d.Kind).ToListAsync());
        Assert.Equal(
            [(StockDocumentKind.Issue, "ISS-BER-2026-00001", 3m, -30m), (StockDocumentKind.Return, "RET-BER-2026-00001", 1m, 10m)],
            slips.Select(s => (s.Kind, s.Number, s.Lines[0].Quantity, s.Value)));
        Assert.All(slips, s => Assert.Equal(("SO-BER-2026-00001", StockDocumentState.Posted), (s.OrderNumber, s.State)));
        Assert.Equal(["Not needed"], slips.Where(s => s.Kind == StockDocumentKind.Return).Select(s => s.Reason));
        await store.Centre.Refused("SpareParts.StockDocument.Reverse.Refused", new ReverseStockDocument.Command(slips[0].Id, null, "That was not so"), store.Keeper);
        Assert.Equal((3, 0, 30), await store.Stock(part));
    }

    [Fact]
    public async Task Pieces_are_named_on_receipt_and_the_faulty_one_beside_the_new_one_on_issue()
    {
        await using var store = await Store.OpenAsync();
        var part = await Tracked(store);
        var receipt = new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(part, 2) { UnitCost = 10, Serials = "sn-1" }] };
        await store.Centre.Refused("SpareParts.Stock.SerialsMissing", receipt, store.Keeper);
        await store.Centre.Ok(receipt with { Lines = [new NewLine(part, 2) { UnitCost = 10, Serials = "sn-1, sn-2" }] }, store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.SerialKnown", receipt with { Lines = [new NewLine(part, 1) { UnitCost = 10, Serials = "SN-2" }] }, store.Keeper);

        var wish = Store.Wish(part, 1);
        await store.Reserve(wish);
        await store.Centre.Refused("SpareParts.Stock.SerialsMissing", new IssueParts.Command([wish.LineId]), store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.SerialNotHere", new IssueParts.Command([wish.LineId]) { Pieces = [new(wish.LineId, "SN-9")] }, store.Keeper);
        await store.Centre.Ok(new IssueScannedPart.Command(wish.OrderId, "PUMP-1") { Serials = "sn-2", FaultySerials = "old-77" }, store.Keeper);

        Assert.Equal([new GetOrderParts.Piece("SN-2", "OLD-77")], (await store.Centre.Ok(new GetOrderParts.Query(wish.OrderId), store.Keeper)).Lines[0].Pieces);
        Assert.Equal(["SN-2"], (await store.Look(db => db.DocumentLines.SingleAsync(l => l.StockDocumentId == db.Documents.Single(d => d.Kind == StockDocumentKind.Issue).Id))).SerialList);
        var line = Assert.Single(await store.Centre.Ok(new ListOrderSerials.Query(wish.OrderId), store.Keeper));
        Assert.Equal((wish.LineId, new PieceUsed(wish.LineId, "SN-2", "OLD-77")), (line.LineId, Assert.Single(line.Pieces)));
        await store.Return(wish.LineId, 1);
        Assert.Equal([("SN-1", SerialState.InStock), ("SN-2", SerialState.InStock)], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Pieces.OrderBy(p => p.Serial).Select(p => (p.Serial, p.State)));
    }

    [Fact]
    public async Task A_receipt_of_pieces_is_taken_back_only_while_they_lie_there()
    {
        await using var store = await Store.OpenAsync();
        var part = await Tracked(store);
        var receipt = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(part, 2) { UnitCost = 10, Serials = "A\nB" }] }, store.Keeper);
        await store.Centre.Ok(store.Scrapping(part, 1) with { Lines = [new NewLine(part, 1) { Serials = "A" }] }, store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.SerialNotHere", store.Scrapping(part, 1) with { Lines = [new NewLine(part, 1) { Serials = "A" }] }, store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.UsedMeanwhile", new ReverseStockDocument.Command(receipt.Id, null, "The wrong papers"), store.Keeper);
    }

    [Fact]
    public async Task Goods_on_the_shelf_before_serial_numbers_came_are_taken_on_one_by_one()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 1, 10);
        await store.Centre.Ok(new ChangePart.Command(part, "Pump", "Pumps", "pcs", null) { SerialTracked = true }, store.Keeper);
        await store.Centre.Ok(store.Scrapping(part, 1) with { Lines = [new NewLine(part, 1) { Serials = "FOUND-1" }] }, store.Keeper);
        Assert.Equal([("FOUND-1", SerialState.Gone)], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Pieces.Select(p => (p.Serial, p.State)));
    }

    [Fact]
    public async Task Received_goods_are_put_away_where_they_lay_before_and_promised_ones_stay_out()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 1, 10, bin: "A-02");
        await store.Receive(part, 5, 10);
        await store.Reserve(Store.Wish(part, 2));
        var row = Assert.Single(await store.Centre.Ok(new ListPutAway.Query(), store.Keeper));
        Assert.Equal((3m, "A-02"), (row.Quantity, row.Suggested));
        await store.Centre.Refused("SpareParts.Stock.NothingToPutAway", new PutAway.Command(null, store.Main, "PUMP-1", "A-02") { Quantity = 4 }, store.Keeper);
        Assert.Equal("Bin", (await store.Centre.Refused("SpareParts.Bin.NotFound", new PutAway.Command(null, store.Main, "PUMP-1", "Z-9"), store.Keeper)).Field);
        Assert.Equal(3, (await store.Centre.Ok(new PutAway.Command(null, store.Main, "PUMP-1", "a-02"), store.Keeper)).Quantity);
        Assert.Empty(await store.Centre.Ok(new ListPutAway.Query(), store.Keeper));
        Assert.Equal((6, 2, 60), await store.Stock(part));
    }

    [Fact]
    public async Task A_large_delivery_is_received_in_papers_of_200_lines_and_twice_receives_once()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        ImportReceiptLine.Command Line(int line) => new("LS-1", line, "MAIN", "PUMP-1", 2) { Cost = 5 };
        foreach (var line in new[] { 1, 2, 200, 201 })
        {
            Assert.Equal(ImportEffect.Created, await store.Centre.Ok(Line(line), store.Keeper));
            Assert.Equal(ImportEffect.Unchanged, await store.Centre.Ok(Line(line), store.Keeper));
        }

        Assert.Equal("Part", (await store.Centre.Refused("SpareParts.Part.NotFound", Line(3) with { Part = "NOBODY" }, store.Keeper)).Field);
        Assert.Equal((0, 0, 0), await store.Stock(part));
        var posted = await store.Centre.Ok(new PostStockDocuments.Command("LS-1"), store.Keeper);
        Assert.Equal((2, 0), (posted.Posted.Count, posted.Left));
        Assert.Equal((8, 0, 40), await store.Stock(part));
        Assert.Equal(ImportEffect.Unchanged, await store.Centre.Ok(Line(2), store.Keeper));
        await store.Centre.Refused("SpareParts.StockDocument.NotPermitted", Line(3), store.Keeper);
        Assert.Empty((await store.Centre.Ok(new PostStockDocuments.Command("LS-1"), store.Keeper)).Posted);
    }

    [Fact]
    public async Task A_scanned_code_is_what_it_stands_for_or_says_what_it_could_be()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(barcode: "4006381333931");
        var receipt = await store.Receive(part, 5, 10, bin: "A-01");
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        Task<IdentifyCode.Answer> Scan(string code) => store.Centre.Ok(new IdentifyCode.Query(code), store.Keeper);

        Assert.Equal(("PUMP-1", "A-01"), ((await Scan("4006381333931")).Part!.Number, (await Scan("pump-1")).Part!.Places[0].Bin));
        Assert.Equal("PUMP-1", (await Scan("main/a-01")).Bins.Single().Contents.Single().Number);
        Assert.Equal("MAIN/A-02", (await Scan("A-02")).Bins.Single().Label);
        Assert.Null((await Scan("MAIN")).Bins.Single().Bin);
        Assert.Equal(receipt.Id, (await Scan(receipt.Number!)).Paper!.Id);
        Assert.Equal((wish.OrderId, 1, 0), ((await Scan("SO-BER-2026-00001")).Order!.Id, (await Scan("SO-BER-2026-00001")).Order!.Ready, (await Scan("SO-BER-2026-00001")).Order!.Missing));

        var unknown = await Scan("PUMP-2");
        Assert.False(unknown.IsKnown);
        Assert.Equal("PUMP-1", unknown.NearParts.Single().Number);
        Assert.Equal("SpareParts.Part.EanCheckDigit", (await Scan("4006381333932")).Misread!.Code);
    }

    [Fact]
    public async Task Labels_say_what_the_scanner_understands()
    {
        await using var store = await Store.OpenAsync();
        await store.Part();
        var bins = await store.Centre.Ok(new GetLabels.Query { WarehouseId = store.Main, Copies = 2 }, store.Keeper);
        Assert.Equal(["MAIN", "MAIN", "MAIN/A-01", "MAIN/A-01", "MAIN/A-02", "MAIN/A-02"], bins.Select(b => b.Code));
        Assert.Equal(["MAIN/A-02"], (await store.Centre.Ok(new GetLabels.Query { WarehouseId = store.Main, Bins = "a-02" }, store.Keeper)).Select(b => b.Code));
        Assert.Equal(["PUMP-1"], (await store.Centre.Ok(new GetLabels.Query { Parts = "pump-1\nnobody" }, store.Keeper)).Select(b => b.Code));
        foreach (var code in bins.Select(b => b.Code).Distinct())
        {
            Assert.True((await store.Centre.Ok(new IdentifyCode.Query(code), store.Keeper)).IsKnown);
        }
    }

    private static async Task<Guid> Transfer(Store store, Guid part, decimal quantity, Guid target) =>
        (await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = target, Lines = [new NewLine(part, quantity)] }, store.Keeper)).Id;

    private static async Task<Guid> Tracked(Store store) =>
        (await store.Centre.Ok(new CreatePart.Command(null, "PUMP-1", "Pump", "Pumps", "pcs") { SerialTracked = true }, store.Keeper)).Id;

    private static async Task<List<(LocalDate Day, decimal Value)>> Values(Store store, params int[] days)
    {
        var values = new List<(LocalDate, decimal)>();
        foreach (var day in days)
        {
            values.Add((Today.PlusDays(day), (await store.Centre.Ok(new GetStockTotals.Query(Today.PlusDays(day)), store.Keeper)).Sum(t => t.Value)));
        }

        return values;
    }
}
