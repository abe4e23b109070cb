using System.Text;
using System.Text.RegularExpressions;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Printing;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Tests.Claims;

/// <summary>From a defective part to the supplier's money or goods, through the real pipeline (PAR-9).</summary>
public sealed partial class ClaimFlowTests
{
    private static readonly CountingIdentifiers Ids = new();

    [Fact]
    public async Task Rejected_and_failed_goods_are_claimed_together_shipped_accepted_in_part_and_settled()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        await store.Centre.Ok(new SetDefectivePartAside.Command(null, store.Main, "pump-1", 1, "Seal is brittle"), store.Keeper);

        var group = Assert.Single(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper));
        Assert.Equal((supplier, 2, 30m), (group.SupplierId!.Value, group.Goods.Count, group.Cost));
        Assert.All(group.Goods, g => Assert.Equal((new LocalDate(2028, 3, 3), true), (g.CoveredUntil!.Value, g.InCover!.Value)));

        var drafted = await store.Centre.Ok(new DraftSupplierClaim.Command(null, [.. group.Goods.Select(g => g.Id)]), store.Keeper);
        Assert.Empty(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper));
        await store.Centre.Refused("SpareParts.DefectivePart.Claimed", new ScrapDefectivePart.Command(group.Goods[0].Id, null, "It was my mistake"), store.Keeper);
        await store.Centre.Ok(new SendSupplierClaim.Command(drafted.Id, "Please hurry", null), store.Keeper);
        var message = await store.Look(db => db.Messages.SingleAsync(m => m.AboutId == drafted.Id));
        Assert.Contains("S-77: 2 pcs × 10.00 = 20.00", message.Body, StringComparison.Ordinal);
        Assert.Contains("Please hurry", message.Body, StringComparison.Ordinal);

        await store.Centre.Ok(new ShipClaimedGoods.Command(drafted.Id, null), store.Keeper);
        Assert.Equal((7m, 0m, 70m), await store.Stock(part));
        store.Centre.Advance(Duration.FromDays(5));
        var sent = await Claim(store, drafted.Id);
        var (two, one) = (sent.Lines.Single(l => l.Quantity == 2), sent.Lines.Single(l => l.Quantity == 1));
        var answer = new AnswerSupplierClaim.Command(drafted.Id, "RMA-5", null) { Lines = [new(two.Id, 2), new(one.Id, 0) { Answer = "Normal wear" }] };
        Assert.Equal((SupplierClaimState.PartlyAccepted, 20m), await store.Centre.Ok(answer, store.Keeper) is var a ? (a.State, a.Accepted) : default);

        var replaced = await store.Centre.Ok(new ReceiveReplacement.Command(drafted.Id, store.Main, "LS-R") { Lines = [new(two.Id, 1)] }, store.Keeper);
        Assert.Equal((8m, 0m, 80m), await store.Stock(part));
        await store.Centre.Refused("SpareParts.SupplierClaim.AboveAccepted", new NoteClaimCredit.Command(drafted.Id, "CN-1", null, 10.01m, null), store.Centre.As(Roles.Accountant));
        Assert.Equal((SupplierClaimState.Credited, 10m, 0m), await store.Centre.Ok(new NoteClaimCredit.Command(drafted.Id, "CN-1", null, 10, null), store.Centre.As(Roles.Accountant)) is var c ? (c.State, c.Credited, c.Open) : default);
        await store.Centre.Ok(new CloseSupplierClaim.Command(drafted.Id, null, null), store.Keeper);

        var claim = await Claim(store, drafted.Id);
        Assert.Equal((SupplierClaimState.Closed, 30m, 20m, 10m, 10m, 5), (claim.State, claim.Claimed, claim.Accepted, claim.Credited, claim.Replaced, claim.DaysToAnswer!.Value));
        Assert.Equal(replaced.Document, Assert.Single(claim.Replacements).Document);
        Assert.All(claim.Lines, l => Assert.Equal(DefectState.Returned, l.GoodsState));
        var row = Assert.Single((await store.Centre.Ok(new GetClaimRecovery.Query(null, null), store.Keeper)).Rows);
        Assert.Equal((1, 1, 30m, 20m, 10m, 10m, 10m, 66.7m, 5m), (row.Claims, row.Answered, row.Claimed, row.Accepted, row.Credited, row.Replaced, row.Refused, row.Rate!.Value, row.DaysToAnswer!.Value));
    }

    [Fact]
    public async Task What_a_warranty_repair_takes_out_is_offered_and_comes_into_the_store_with_its_claim()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 12);
        await Received(store, supplier, part, good: 6);
        var device = await BuiltIn(store, part);
        var order = await Released(store, ServiceCategory.Warranty, "PUMP-1", 1, device: device);
        await Released(store, ServiceCategory.Paid, "PUMP-1", 1);

        var goods = Assert.Single(Assert.Single(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper)).Goods);
        Assert.Equal((DefectSource.Repair, order, "AX-200 SN-1001", false, 10m, new LocalDate(2027, 3, 3)), (goods.Source, goods.OrderId!.Value, goods.Device, goods.IsHere, goods.UnitCost!.Value, goods.CoveredUntil!.Value));
        await store.Centre.Refused("SpareParts.DefectivePart.NotInStore", new ReturnDefectivePart.Command(goods.Id, null, null, "Nobody wants it now"), store.Keeper);

        var claim = await store.Centre.Ok(new DraftSupplierClaim.Command(null, [goods.Id]), store.Keeper);
        Assert.Equal((6m, 0m, 50m), await store.Stock(part));
        var line = (await Claim(store, claim.Id)).Lines[0];
        Assert.Equal((10m, "RETURNS-BER", "SO-BER-2026-00001"), (line.Amount, line.Place, line.OrderNumber));
        await store.Centre.Ok(new ChangeClaimLine.Command(claim.Id, line.Id, 11, "Does not turn", null), store.Keeper);
        Assert.Equal((11m, "Does not turn"), (await Claim(store, claim.Id)).Lines[0] is var l ? (l.Amount, l.Defect) : default);
        await store.Centre.Ok(new SendSupplierClaim.Command(claim.Id, null, null), store.Keeper);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim.Id, null), store.Keeper);
        Assert.Equal((5m, 0m, 50m), await store.Stock(part));
    }

    [Fact]
    public async Task What_came_out_of_a_device_is_never_taken_for_what_lies_on_the_shelf_today()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 12);
        await Received(store, supplier, part, good: 5);

        // Nobody knows who put the old one in: it is noted, and not proposed to anybody.
        await Released(store, ServiceCategory.Warranty, "PUMP-1", 1);
        Assert.Empty(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper));
        var unknown = Assert.Single((await store.Centre.Ok(new ListDefectiveParts.Query(new ListQuery { Path = "/" }), store.Keeper)).Items);
        Assert.Equal((null, null), (unknown.SupplierId, unknown.ReceivedOn));

        // We put it in while two suppliers had delivered: whose it was nobody knows either.
        var other = await Supplier(store, "OTHER", 12);
        await Received(store, other, part, good: 1);
        var device = await BuiltIn(store, part);
        await Released(store, ServiceCategory.Warranty, "PUMP-1", 1, device: device);
        Assert.Empty(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper));
    }

    [Fact]
    public async Task The_letter_goes_with_the_e_mail_as_it_does_with_an_order()
    {
        var printer = new Recording();
        await using var store = await Store.OpenAsync(b => b.RegisterInstance(printer).As<IPdfPrinter>());
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        var order = Assert.Single(printer.Letters(await Mails(store)));
        Assert.StartsWith("PO-BER-2026-00001.pdf", order.Name, StringComparison.Ordinal);

        await Sent(store);
        var letter = Assert.Single(printer.Letters(await Mails(store)));
        Assert.StartsWith("CLM-BER-2026-00001.pdf", letter.Name, StringComparison.Ordinal);
        Assert.Contains("Warranty claim", letter.Html, StringComparison.Ordinal);
        Assert.Contains("S-77", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Leaks", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printer_out_of_order_delays_the_letter_but_does_not_hold_it_up_for_ever()
    {
        var printer = new Recording { Fails = true };
        await using var store = await Store.OpenAsync(b => b.RegisterInstance(printer).As<IPdfPrinter>());
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        for (var attempt = 1; attempt < 3; attempt++)
        {
            Assert.Equal((0, 1), await store.Centre.SendMessages());
            store.Centre.Advance(Duration.FromMinutes(5));
        }

        Assert.Equal((1, 0), await store.Centre.SendMessages());
        Assert.Empty(printer.Letters(await Mails(store)));
    }

    [Fact]
    public async Task A_released_order_told_twice_notes_its_parts_once()
    {
        await using var store = await Store.OpenAsync();
        await Bought(store, months: 12);
        var line = Ids.NewId();
        await Released(store, ServiceCategory.Warranty, "PUMP-1", 1, line);
        await Released(store, ServiceCategory.Warranty, "PUMP-1", 1, line);
        await Released(store, ServiceCategory.Warranty, "NOT-OURS", 1);
        Assert.Equal(1, await store.Look(db => db.DefectiveParts.CountAsync()));
    }

    [Fact]
    public async Task A_faulty_piece_is_traced_to_the_receipt_that_brought_it()
    {
        await using var store = await Store.OpenAsync();
        var part = (await store.Centre.Ok(new CreatePart.Command(null, "BOARD-1", "Board", "Boards", "pcs") { SerialTracked = true }, store.Keeper)).Id;
        var (first, second) = (await Supplier(store, "FIRST", 6), await Supplier(store, "SECOND", 6));
        await Received(store, first, part, good: 1, price: 40, serials: "SN-A");
        store.Centre.Advance(Duration.FromDays(30));
        await Received(store, second, part, good: 1, price: 55, serials: "SN-B");
        var wish = Store.Wish(part, 1);
        await store.Reserve(wish);
        await store.Centre.Ok(new IssueParts.Command([wish.LineId]) { Pieces = [new PieceUsed(wish.LineId, "SN-B", "SN-A")] }, store.Keeper);

        // The customer pays, but the faulty piece is one that we bought half a year ago.
        await Released(store, ServiceCategory.Paid, "BOARD-1", 1, wish.LineId);

        var goods = Assert.Single(Assert.Single(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper)).Goods);
        Assert.Equal(("SN-A", 40m, new LocalDate(2026, 3, 4), new LocalDate(2026, 9, 3), true), (goods.Serials, goods.UnitCost!.Value, goods.ReceivedOn!.Value, goods.CoveredUntil!.Value, goods.InCover!.Value));
        Assert.Equal(first, (await store.Centre.Ok(new GetDefectivePart.Query(goods.Id), store.Keeper)).SupplierId);
    }

    [Fact]
    public async Task Refused_goods_come_back_by_counter_entries_and_may_be_claimed_anew()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        var claim = await Sent(store);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim, null), store.Keeper);
        await store.Centre.Refused("SpareParts.SupplierClaim.Ship.Refused", new ShipClaimedGoods.Command(claim, null), store.Keeper);
        var line = (await Claim(store, claim)).Lines[0].Id;
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim, null, null) { Lines = [new(line, 0) { Answer = "Our parts never leak" }] }, store.Keeper);
        await store.Centre.Ok(new ContestRefusal.Command(claim, "Photos attached", null), store.Keeper);
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim, null, null) { Lines = [new(line, 0) { Answer = "Still not ours" }] }, store.Keeper);
        await store.Centre.Ok(new TakeClaimedGoodsBack.Command(claim, "Parcel came back", null), store.Keeper);
        Assert.Equal((10m, 0m, 100m), await store.Stock(part));
        await store.Centre.Ok(new CloseSupplierClaim.Command(claim, null, null), store.Keeper);
        Assert.Single(Assert.Single(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper)).Goods);
    }

    [Fact]
    public async Task Exactly_the_refused_share_comes_back_is_held_and_may_be_claimed_anew()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 5);
        var claim = await Sent(store);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim, null), store.Keeper);
        var (line, exit) = (await Claim(store, claim)).Lines[0] is var l ? (l.Id, l.ExitDocumentId!.Value) : default;
        await store.Centre.Refused("SpareParts.SupplierClaim.NotPermitted", new TakeRefusedBack.Command(claim, "Came back early", null) { Lines = [new(line, 1)] }, store.Keeper);
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim, "RMA-1", null) { Lines = [new(line, 2) { Answer = "Three were bent by you" }] }, store.Keeper);

        var tooMany = await store.Centre.Refused("SpareParts.SupplierClaim.CameBackTooMany", new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, 4)] }, store.Keeper);
        Assert.Equal("Lines[0].Quantity", tooMany.Field);
        await store.Centre.Refused("SpareParts.SupplierClaim.NothingCame", new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, 0)] }, store.Keeper);
        await store.Centre.Refused("SpareParts.SupplierClaim.LineNotFound", new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(Ids.NewId(), 1)] }, store.Keeper);
        await store.Centre.Refused("Platform.Forbidden", new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, 1)] }, store.Centre.As(Roles.Accountant));
        Assert.Equal((8m, 0m, 80m), await store.Stock(part));

        var receipt = Assert.Single((await store.Centre.Ok(new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, 1)] }, store.Keeper)).Documents);
        Assert.Equal((9m, 0m, 90m), await store.Stock(part));
        var now = await Claim(store, claim);
        Assert.Equal((1m, 2m, 2m, receipt), (now.Lines[0].CameBack, now.Lines[0].RefusedThere, now.Lines[0].Accepted!.Value, Assert.Single(now.Comebacks).Document));

        // Whole documents can't be taken back any more: that would bring goods back a second time.
        await store.Centre.Refused("SpareParts.SupplierClaim.CameBackInPart", new TakeClaimedGoodsBack.Command(claim, "All of it was wrong", null), store.Keeper);
        await store.Centre.Refused("SpareParts.SupplierClaim.CameBackInPart", new ReverseStockDocument.Command(exit, null, "All of it was wrong"), store.Keeper);
        await store.Centre.Refused("SpareParts.SupplierClaim.CameBackInPart", new ReverseStockDocument.Command(now.Comebacks[0].DocumentId, null, "That is not true"), store.Keeper);

        await store.Centre.Ok(new NoteClaimCredit.Command(claim, "CN-1", null, 20, null), store.Keeper);
        await store.Centre.Ok(new TakeRefusedBack.Command(claim, "Second parcel", null) { Lines = [new(line, 2)] }, store.Keeper);
        await store.Centre.Refused("SpareParts.SupplierClaim.TakeRefusedBack.Refused", new TakeRefusedBack.Command(claim, "The third parcel", null) { Lines = [new(line, 1)] }, store.Keeper);
        await store.Centre.Ok(new CloseSupplierClaim.Command(claim, null, null), store.Keeper);
        Assert.Equal((11m, 0m, 110m), await store.Stock(part));

        var again = Assert.Single(await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper));
        Assert.Equal((supplier, 3m), (again.SupplierId!.Value, again.Goods.Sum(g => g.Quantity)));
        Assert.Equal("QUARANTINE-BER", Assert.Single(again.Goods.Select(g => g.Place).Distinct()));
    }

    [Fact]
    public async Task A_wholly_refused_line_comes_back_whole_and_a_new_claim_of_it_is_left_alone_by_the_old_one()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        var old = await Sent(store);
        await store.Centre.Ok(new ShipClaimedGoods.Command(old, null), store.Keeper);
        var line = (await Claim(store, old)).Lines[0].Id;
        await store.Centre.Ok(new AnswerSupplierClaim.Command(old, null, null) { Lines = [new(line, 0) { Answer = "Not our fault" }] }, store.Keeper);
        await store.Centre.Ok(new TakeRefusedBack.Command(old, "The parcel came back", null) { Lines = [new(line, 2)] }, store.Keeper);
        await store.Centre.Refused("SpareParts.SupplierClaim.Contest.Refused", new ContestRefusal.Command(old, "But it leaks still", null), store.Keeper);

        var anew = await Sent(store);
        await store.Centre.Ok(new CloseSupplierClaim.Command(old, null, null), store.Keeper);
        Assert.Equal((DefectState.Claimed, anew), await store.Look(db => db.DefectiveParts.Select(d => new { d.State, d.ClaimId }).SingleAsync()) is var d ? (d.State, d.ClaimId!.Value) : default);
        await store.Centre.Ok(new ShipClaimedGoods.Command(anew, null), store.Keeper);
        Assert.Equal((8m, 0m, 80m), await store.Stock(part));
    }

    [Fact]
    public async Task Of_pieces_with_serial_numbers_those_come_back_that_are_named()
    {
        await using var store = await Store.OpenAsync();
        var part = (await store.Centre.Ok(new CreatePart.Command(null, "BOARD-1", "Board", "Boards", "pcs") { SerialTracked = true }, store.Keeper)).Id;
        var supplier = await Supplier(store, "FIRST", 6);
        await Received(store, supplier, part, good: 3, price: 40, serials: "SN-A\nSN-B\nSN-C");
        await store.Centre.Ok(new SetDefectivePartAside.Command(null, store.Main, "BOARD-1", 2, "Dead") { Serials = "SN-A\nSN-B" }, store.Keeper);
        var claim = await Sent(store);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim, null), store.Keeper);
        var line = (await Claim(store, claim)).Lines[0].Id;
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim, null, null) { Lines = [new(line, 1) { Answer = "One works here" }] }, store.Keeper);
        var unnamed = await store.Centre.Refused("SpareParts.DefectivePart.SerialsNotHeld", new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, 1) { Serials = "SN-C" }] }, store.Keeper);
        Assert.Equal("Lines[0].Serials", unnamed.Field);
        await store.Centre.Ok(new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, 1) { Serials = "sn-b" }] }, store.Keeper);
        Assert.Equal([("SN-A", SerialState.Gone), ("SN-B", SerialState.InStock), ("SN-C", SerialState.InStock)], await store.Look(async db => (await db.SerialPieces.ToListAsync()).Select(p => (p.Serial, p.State)).Order().ToList()));
        Assert.Equal((2m, 0m, 80m), await store.Stock(part));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_was_sent_is_what_was_accepted_what_came_back_and_what_is_still_there(int seed)
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        var luck = new Random(seed);
        var rejected = luck.Next(2, 12);
        await Received(store, supplier, part, good: 1, rejected: rejected, price: luck.Next(1, 900) / 7m is var p ? decimal.Round(p, 4) : 0);
        var whole = await store.Stock(part);
        var claim = await Sent(store);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim, null), store.Keeper);
        var shipped = whole.Value - (await store.Stock(part)).Value;
        var line = (await Claim(store, claim)).Lines[0].Id;
        var accepted = luck.Next(0, rejected);
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim, null, null) { Lines = [new(line, accepted) { Answer = "Some of them" }] }, store.Keeper);
        for (var there = rejected - accepted; there > 0;)
        {
            var came = luck.Next(1, there + 1);
            await store.Centre.Ok(new TakeRefusedBack.Command(claim, "The parcel came back", null) { Lines = [new(line, came)] }, store.Keeper);
            there -= came;
            var now = (await Claim(store, claim)).Lines[0];
            Assert.Equal((decimal)rejected, now.Accepted!.Value + now.CameBack + now.RefusedThere);
            var (onHand, _, value) = await store.Stock(part);
            Assert.Equal(1 + now.CameBack, onHand);
            Assert.Equal(Rounding.Round(shipped * now.CameBack / rejected, 2), value - (whole.Value - shipped));
            Assert.Equal(now.CameBack, await store.Look(db => db.DefectiveParts.Where(d => d.State == DefectState.Held).SumAsync(d => d.Quantity)));
        }
    }

    [Fact]
    public async Task Accepted_goods_that_nobody_wanted_back_are_scrapped_when_the_claim_is_closed()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        var claim = await Sent(store);
        var line = (await Claim(store, claim)).Lines[0].Id;
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim, "RMA-1", null) { Lines = [new(line, 1) { Answer = "One was bent by you" }] }, store.Keeper);
        await store.Centre.Ok(new NoteClaimCredit.Command(claim, "CN-9", null, 10, null), store.Keeper);
        await store.Centre.Ok(new CloseSupplierClaim.Command(claim, null, null), store.Keeper);
        Assert.Equal((9m, 0m, 90m), await store.Stock(part));
        Assert.Equal([(1m, DefectState.Held), (1m, DefectState.Scrapped)], await store.Look(async db => (await db.DefectiveParts.ToListAsync()).Select(d => (d.Quantity, d.State)).OrderBy(d => d.State).ToList()));
    }

    [Fact]
    public async Task A_document_taken_back_on_its_own_page_takes_its_claim_along()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        var claim = await Sent(store);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim, null), store.Keeper);
        var paper = (await Claim(store, claim)).Lines[0].ExitDocumentId!.Value;
        await store.Centre.Ok(new ReverseStockDocument.Command(paper, null, "Wrong parcel"), store.Keeper);
        var now = await Claim(store, claim);
        Assert.Equal((false, DefectState.Claimed), (now.IsShipped, now.Lines[0].GoodsState));
        await store.Centre.Ok(new CancelSupplierClaim.Command(claim, "Repaired it ourselves", null), store.Keeper);
        Assert.Equal(DefectState.Held, await store.Look(db => db.DefectiveParts.Select(d => d.State).SingleAsync()));
    }

    [Fact]
    public async Task Claims_are_for_those_who_may_and_late_suppliers_are_found()
    {
        await using var store = await Store.OpenAsync();
        var (part, supplier) = await Bought(store, months: 24);
        await Received(store, supplier, part, good: 8, rejected: 2);
        var held = await store.Look(db => db.DefectiveParts.Select(d => d.Id).SingleAsync());
        await store.Centre.Refused("Platform.Forbidden", new DraftSupplierClaim.Command(null, [held]), store.Centre.As(Roles.Technician));
        await store.Centre.Refused("SpareParts.SupplierClaim.GoodsMissing", new DraftSupplierClaim.Command(null, []), store.Keeper);
        await store.Centre.Refused("SpareParts.DefectivePart.NotFound", new DraftSupplierClaim.Command(null, [held, Ids.NewId()]), store.Keeper);
        var other = await Supplier(store, "OTHER", 6);
        await store.Centre.Refused("SpareParts.SupplierClaim.OtherSupplier", new DraftSupplierClaim.Command(null, [held]) { SupplierId = other }, store.Keeper);
        var claim = await Sent(store);
        await store.Centre.Refused("Platform.Forbidden", new NoteClaimCredit.Command(claim, "CN", null, 1, null), store.Centre.As(Roles.ServiceDirector));
        Assert.Empty(await Overdue(store));
        store.Centre.Advance(Duration.FromDays(15));
        Assert.Equal(claim, Assert.Single(await Overdue(store)).Id);
    }

    /// <summary>The e-mails sent since the last time, as they leave.</summary>
    private static async Task<IReadOnlyList<string>> Mails(Store store)
    {
        await store.Centre.SendMessages();
        var files = Directory.GetFiles(Path.Combine(store.Centre.Folder, "outbox-mail"));
        var mails = await Task.WhenAll(files.Select(f => File.ReadAllTextAsync(f)));
        Array.ForEach(files, File.Delete);
        return mails;
    }

    private static async Task<IReadOnlyList<ListSupplierClaims.Row>> Overdue(Store store) =>
        (await store.Centre.Ok(new ListSupplierClaims.Query(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["show"] = "overdue" } }), store.Keeper)).Items;

    private static Task<GetSupplierClaim.Answer> Claim(Store store, Guid id) => store.Centre.Ok(new GetSupplierClaim.Query(id), store.Keeper);

    /// <summary>A claim of all that is held, sent.</summary>
    private static async Task<Guid> Sent(Store store)
    {
        var held = (await store.Centre.Ok(new ListClaimCandidates.Query(), store.Keeper)).SelectMany(g => g.Goods).Select(g => g.Id).ToArray();
        var claim = await store.Centre.Ok(new DraftSupplierClaim.Command(null, held), store.Keeper);
        await store.Centre.Ok(new SendSupplierClaim.Command(claim.Id, null, null), store.Keeper);
        return claim.Id;
    }

    private static async Task<Guid> Supplier(Store store, string number, int? months) =>
        (await store.Centre.Ok(new CreateSupplier.Command(null, number, number, "claims@supplier.example", null) { WarrantyMonths = months }, store.Keeper)).Id;

    private static async Task<(Guid Part, Guid Supplier)> Bought(Store store, int months)
    {
        var (part, supplier) = (await store.Part(), await Supplier(store, "ACME", null));
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Number = "S-77", Price = 10, LeadDays = 10, WarrantyMonths = months }, store.Keeper);
        return (part, supplier);
    }

    private static async Task Received(Store store, Guid supplier, Guid part, decimal good, decimal rejected = 0, decimal price = 10, string? serials = null)
    {
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Lines = [new NewPurchaseLine(part, good + rejected, price)] }, store.Keeper);
        await store.Centre.Ok(new ApprovePurchaseOrder.Command(order.Id, null), store.Manager);
        await store.Centre.Ok(new SendPurchaseOrder.Command(order.Id, null), store.Keeper);
        await store.Centre.Ok(new ReceivePurchaseOrder.Command(null, order.Id, "LS-1") { Lines = [new(order.LineIds[0], good) { Serials = serials, Rejected = rejected, Reason = rejected > 0 ? "Leaks at once" : null }] }, store.Keeper);
    }

    /// <summary>An earlier order put one of our parts into a device.</summary>
    private static async Task<Guid> BuiltIn(Store store, Guid part)
    {
        var (device, wish) = (Ids.NewId(), Store.Wish(part, 1));
        await store.Centre.Tell(new ServiceRequestAccepted(
            wish.OrderId, "RQ-1", wish.OrderId, TestBranches.Berlin.Id, ServicePlace.Workshop, Priority.Normal, new CustomerSnapshot(Ids.NewId(), "Ada", "", "", "", "en"),
            new DeviceSnapshot(device, Ids.NewId(), "AX-200", "Espresso machine AX-200", "SN-1001"), "Leaks", new EntitlementTerms(ServiceCategory.Paid, "Paid", false, [], new LocalDate(2026, 3, 4)), store.Centre.Now, store.Centre.Now, "A-12"));
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        return device;
    }

    private static async Task<Guid> Released(Store store, ServiceCategory category, string partNumber, decimal quantity, Guid? line = null, Guid? device = null)
    {
        var order = Ids.NewId();
        await store.Centre.Tell(new OrderReleased(
            order, "SO-BER-2026-00001", TestBranches.Berlin.Id, new CustomerSnapshot(Ids.NewId(), "Ada Customer", "+49301111", "ada@customer.example", "Customer street 2, Berlin", "en"),
            new DeviceSnapshot(device ?? Ids.NewId(), Ids.NewId(), "AX-200", "Espresso machine AX-200", "SN-1001"), category,
            [new ChargeLine(line ?? Ids.NewId(), ChargeKind.Part, partNumber, "Pump", quantity, "pcs", 100, category == ServiceCategory.Warranty ? 100 * quantity : 0, null, 10), new ChargeLine(Ids.NewId(), ChargeKind.Labour, "LAB", "Work", 1, "h", 60, 0, null, 0)],
            "EUR", store.Centre.Now, null, "Tina Technician"));
        return order;
    }

    /// <summary>Prints the document as it was given to it, so that the test can read the attachment.</summary>
    private sealed partial class Recording : IPdfPrinter
    {
        public bool Fails { get; init; }

        public bool IsAvailable => true;

        public Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancel) =>
            Task.FromResult(Fails ? Error.Refused("Platform.Pdf.Failed", "Out of paper.") : (Result<byte[]>)Encoding.UTF8.GetBytes(html));

        public IReadOnlyList<(string Name, string Html)> Letters(IEnumerable<string> mails) =>
            [.. mails.Select(m => Attached().Match(m)).Where(m => m.Success).Select(m => (m.Groups[1].Value, Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[2].Value))))];

        [GeneratedRegex(@"application/pdf;\s+name=""?([^\s""]+)""?.*?\r?\n\r?\n([A-Za-z0-9+/=\s]+)", RegexOptions.Singleline)]
        private static partial Regex Attached();
    }
}
