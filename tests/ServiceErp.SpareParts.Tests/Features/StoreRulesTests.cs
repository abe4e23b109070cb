using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Home.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Scanning;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Small rules that keep the store's figures true.</summary>
public sealed class StoreRulesTests
{
    private static readonly LocalDate Today = new(2026, 3, 4);

    [Fact]
    public async Task There_is_no_half_of_a_piece_at_any_door()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        await store.Centre.Refused("SpareParts.Stock.WholeOnly", store.Scrapping(part, 0.3m), store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.WholeOnly", new ReserveParts.Command([Store.Wish(part, 1.5m)]), store.Keeper);
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        await store.Centre.Refused("SpareParts.Stock.WholeOnly", new IssueScannedPart.Command(wish.OrderId, "PUMP-1") { Quantity = 0.5m }, store.Keeper);
        await store.Issue(wish.LineId);
        await store.Centre.Refused("SpareParts.Stock.WholeOnly", new ReturnParts.Command(wish.LineId, null, 0.5m, "Half of it is left"), store.Keeper);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.WholeOnly", new RecordCount.Command(count.Id, new Guid("00000000-0000-7000-8000-00000000ff01"), "PUMP-1", 2.5m), store.Keeper);

        var oil = (await store.Centre.Ok(new CreatePart.Command(null, "OIL-1", "Oil", "Oils", "l"), store.Keeper)).Id;
        await store.Receive(oil, 1.5m, 10);
    }

    [Fact]
    public async Task What_a_store_is_for_and_what_a_box_holds_stay_while_goods_depend_on_it()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, null), store.Keeper);
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(part, 1) { Unit = "box", UnitCost = 10 }] }, store.Keeper);
        await store.Centre.Refused("SpareParts.Part.FactorInUse", new SetPartUnit.Command(part, "box", 12, null), store.Keeper);
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, "BOX-1"), store.Keeper);
        await store.Centre.Refused("SpareParts.Warehouse.KindInUse", new ChangeWarehouse.Command(store.Main, "Main", WarehouseKind.Transit, null), store.Keeper);
        await store.Centre.Refused("SpareParts.Warehouse.KindInUse", new ChangeWarehouse.Command(store.Main, "Main", WarehouseKind.Quarantine, null), store.Keeper);
        await store.Centre.Ok(new ChangeWarehouse.Command(store.Main, "Main store", WarehouseKind.Main, null), store.Keeper);
    }

    [Fact]
    public async Task A_part_in_stock_goes_out_of_use_only_when_that_is_said()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var change = new ChangePart.Command(part, "Pump", "Pumps", "pcs", null) { Active = false };
        await store.Centre.Refused("SpareParts.Part.StillWanted", change, store.Keeper);
        await store.Centre.Ok(change with { EvenIfWanted = true }, store.Keeper);
    }

    [Fact]
    public async Task Serial_numbers_are_not_asked_for_over_fractions()
    {
        await using var store = await Store.OpenAsync();
        var hose = (await store.Centre.Ok(new CreatePart.Command(null, "HOSE-1", "Hose", "Hoses", "m"), store.Keeper)).Id;
        await store.Receive(hose, 17.7m, 1);
        await store.Centre.Refused("SpareParts.Part.SerialsOverFractions", new ChangePart.Command(hose, "Hose", "Hoses", "m", null) { SerialTracked = true }, store.Keeper);
    }

    [Fact]
    public async Task Which_price_applied_on_a_past_day_stays_known()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(price: 100);
        store.Centre.Advance(Duration.FromDays(10));
        await store.Centre.Refused("SpareParts.Part.BackdatingNotYours", new SetPartPrice.Command(part, 90, new(2020, 1, 1), null), store.Keeper);
        var manager = store.Keeper with { Permissions = null };
        await store.Centre.Refused("SpareParts.Part.BackdatingReasonMissing", new SetPartPrice.Command(part, 90, new(2026, 3, 10), null), manager);
        await store.Centre.Ok(new SetPartPrice.Command(part, 90, new(2026, 3, 10), null) { Reason = "The list was late" }, manager);

        var seen = await store.Centre.Ok(new GetPart.Query(part), store.Keeper);
        await store.Centre.Refused("SpareParts.Part.PriceApplied", new RemovePartPrice.Command(part, seen.Prices.Single(p => !p.InForce).Id), store.Keeper);
        await store.Centre.Ok(new RemovePartPrice.Command(part, seen.Prices.Single(p => p.InForce).Id), store.Keeper);
        Assert.Equal(90, (await store.Centre.Ok(new GetPriceOn.Query(part, Today.PlusDays(10)), store.Keeper)).Amount);
        Assert.Null((await store.Centre.Ok(new GetPriceOn.Query(part, Today.PlusDays(11)), store.Keeper)).Amount);
        Assert.Equal(100, (await store.Centre.Ok(new GetPriceOn.Query(part, Today), store.Keeper)).Amount);
    }

    [Fact]
    public async Task A_delivery_note_of_a_supplier_is_taken_in_once_unless_somebody_says_why()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        DraftStockDocument.Command Receipt() => new(null, StockDocumentKind.Receipt, store.Main) { SupplierId = supplier, Reference = "LS-9", Post = true, Lines = [new NewLine(part, 1) { UnitCost = 5 }] };
        await store.Centre.Ok(Receipt(), store.Keeper);
        await store.Centre.Refused("SpareParts.StockDocument.NoteTwice", Receipt(), store.Keeper);
        await store.Centre.Ok(Receipt() with { Reason = "The second box of the same note" }, store.Keeper);
        Assert.Equal((2m, 0m, 10m), await store.Stock(part));
    }

    [Fact]
    public async Task Hand_out_all_goes_on_without_the_line_whose_pieces_must_be_named_and_some_of_a_line_can_go_out()
    {
        await using var store = await Store.OpenAsync();
        var plain = await store.Part();
        var tracked = await Tracked(store, "S1,S2");
        await store.Receive(plain, 5, 10);
        var wish = Store.Wish(plain, 3);
        await store.Reserve(wish);
        await store.Reserve(Store.Wish(tracked, 1) with { OrderId = wish.OrderId });
        Assert.Equal((2m, 20m), await store.Centre.Ok(new IssueScannedPart.Command(wish.OrderId, "PUMP-1") { Quantity = 2 }, store.Keeper) is var some ? (some.Quantity, some.Cost) : default);
        var all = await store.Centre.Ok(new HandOutOrder.Command(wish.OrderId), store.Keeper);
        Assert.Equal("BOARD-1", Assert.Single(all.ToName));
        Assert.Equal(3, Assert.Single(all.HandedOut).Quantity);
        await store.Centre.Refused("SpareParts.Stock.SerialsMissing", new HandOutOrder.Command(wish.OrderId), store.Keeper);
    }

    [Fact]
    public async Task A_wrongly_scanned_piece_changes_places_with_the_one_the_order_has()
    {
        await using var store = await Store.OpenAsync();
        var part = await Tracked(store, "S1,S2");
        var wish = Store.Wish(part, 1);
        await store.Reserve(wish);
        await store.Centre.Ok(new IssueParts.Command([wish.LineId]) { Pieces = [new PieceUsed(wish.LineId, "S1", "OLD-1")] }, store.Keeper);
        await store.Centre.Refused("SpareParts.Stock.SerialNotIssued", new SwapSerial.Command(wish.LineId, "S2", "S1"), store.Keeper);
        await store.Centre.Ok(new SwapSerial.Command(wish.LineId, "S1", "S2"), store.Keeper);
        Assert.Equal([("S1", SerialState.InStock, null), ("S2", SerialState.Issued, "OLD-1")], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Pieces.OrderBy(p => p.Serial).Select(p => (p.Serial, p.State, p.FaultySerial)));
        Assert.Equal((1m, 0m, 5m), await store.Stock(part));
        Assert.Contains("S2", await (await store.Centre.Client(Roles.WarehouseKeeper)).GetStringAsync("/spare-parts/scan?code=OLD-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scanner_knows_every_number_that_the_program_prints()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(barcode: "4006381333931");
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Number = "S-77", Price = 7, LeadDays = 10 }, store.Keeper);
        await store.Reserve(Store.Wish(part, 2));
        var proposal = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [new NewPurchaseLine(part, 4, 7)] }, store.Keeper);
        await store.Receive(part, 1, 1);
        var count = await store.Centre.Ok(new StartStocktake.Command(store.Main), store.Keeper);
        var (orderNumber, proposalNumber, countNumber) = (
            (await store.Centre.Ok(new GetPurchaseOrder.Query(order.Id), store.Keeper)).Number, (await store.Centre.Ok(new GetProposal.Query(proposal.Id), store.Keeper)).Number,
            (await store.Centre.Ok(new GetCount.Query(count.Id), store.Keeper)).Number);
        Assert.Equal([$"/spare-parts/purchase-orders/{order.Id}/receive", $"/spare-parts/purchase-proposals/{proposal.Id}", $"/spare-parts/counts/{count.Id}/count"],
            new[] { await Thing(store, orderNumber), await Thing(store, proposalNumber), await Thing(store, countNumber) });
        Assert.Equal(part, (await store.Centre.Ok(new IdentifyCode.Query("s-77"), store.Keeper)).Part!.Id);

        // The scanner of the menu knows papers and suppliers' numbers as well, and says nothing of what its reader may not see.
        var receipt = await store.Receive(part, 1, 1);
        Assert.Equal($"/spare-parts/documents/{receipt.Id}", Assert.Single((await store.Centre.Ok(new OpenCode.Query(receipt.Number!), store.Keeper)).Exact).Href);
        Assert.Equal($"/spare-parts/parts/{part}", Assert.Single((await store.Centre.Ok(new OpenCode.Query("s-77"), store.Keeper)).Exact).Href);
        Assert.Empty((await store.Centre.Ok(new OpenCode.Query(receipt.Number!), store.Centre.As(Roles.Receptionist))).Exact);

        // Scanned parts tick the lines of the delivery off.
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        var page = await client.GetStringAsync($"/spare-parts/purchase-orders/{order.Id}/receive?scanned=4006381333931&scanned=PUMP-1&code=PUMP-1");
        Assert.Contains("value=\"3\"", page, StringComparison.Ordinal);
        Assert.Contains("is not waited for", await client.GetStringAsync($"/spare-parts/purchase-orders/{order.Id}/receive?code=OTHER"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loaner_and_its_loan_are_known_by_their_codes()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var loan = await pool.Lend(unit, order);
        var number = (await pool.Loan(loan)).Number;
        Assert.Equal($"/spare-parts/loaners/{unit}", Assert.Single((await pool.Centre.Ok(new IdentifyCode.Query("POOL-1"), pool.Keeper)).Things).Href);
        Assert.Equal($"/spare-parts/loans/{loan}", Assert.Single((await pool.Centre.Ok(new IdentifyCode.Query(number), pool.Keeper)).Things).Href);
    }

    private static async Task<string> Thing(Store store, string code) => Assert.Single((await store.Centre.Ok(new IdentifyCode.Query(code), store.Keeper)).Things).Href;

    private static async Task<Guid> Tracked(Store store, string serials)
    {
        var part = (await store.Centre.Ok(new CreatePart.Command(null, "BOARD-1", "Board", "Boards", "pcs") { SerialTracked = true }, store.Keeper)).Id;
        await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main) { Post = true, Lines = [new NewLine(part, serials.Split(',').Length) { UnitCost = 5, Serials = serials }] }, store.Keeper);
        return part;
    }
}
