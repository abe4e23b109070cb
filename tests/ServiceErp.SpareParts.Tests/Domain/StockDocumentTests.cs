using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Tests.Domain;

public sealed class StockDocumentTests
{
    private readonly Shelf shelf = new();

    private BookedPart Pump => new(shelf.Part, "PUMP-1", "pcs", CustomerOwned: false, Active: true);

    [Theory]
    [InlineData(StockDocumentState.Draft, StockDocumentTrigger.Edit, StockDocumentState.Draft)]
    [InlineData(StockDocumentState.Draft, StockDocumentTrigger.Post, StockDocumentState.Posted)]
    [InlineData(StockDocumentState.Draft, StockDocumentTrigger.Send, StockDocumentState.Sent)]
    [InlineData(StockDocumentState.Draft, StockDocumentTrigger.Receive, null)]
    [InlineData(StockDocumentState.Draft, StockDocumentTrigger.Reverse, null)]
    [InlineData(StockDocumentState.Sent, StockDocumentTrigger.Edit, null)]
    [InlineData(StockDocumentState.Sent, StockDocumentTrigger.Post, null)]
    [InlineData(StockDocumentState.Sent, StockDocumentTrigger.Send, null)]
    [InlineData(StockDocumentState.Sent, StockDocumentTrigger.Receive, StockDocumentState.Posted)]
    [InlineData(StockDocumentState.Sent, StockDocumentTrigger.Reverse, StockDocumentState.Reversed)]
    [InlineData(StockDocumentState.Posted, StockDocumentTrigger.Edit, null)]
    [InlineData(StockDocumentState.Posted, StockDocumentTrigger.Post, null)]
    [InlineData(StockDocumentState.Posted, StockDocumentTrigger.Send, null)]
    [InlineData(StockDocumentState.Posted, StockDocumentTrigger.Receive, null)]
    [InlineData(StockDocumentState.Posted, StockDocumentTrigger.Reverse, StockDocumentState.Reversed)]
    [InlineData(StockDocumentState.Reversed, StockDocumentTrigger.Edit, null)]
    [InlineData(StockDocumentState.Reversed, StockDocumentTrigger.Post, null)]
    [InlineData(StockDocumentState.Reversed, StockDocumentTrigger.Send, null)]
    [InlineData(StockDocumentState.Reversed, StockDocumentTrigger.Receive, null)]
    [InlineData(StockDocumentState.Reversed, StockDocumentTrigger.Reverse, null)]
    public void Each_trigger_in_each_state_leads_where_the_table_says_or_is_refused(StockDocumentState state, StockDocumentTrigger trigger, StockDocumentState? expected)
    {
        shelf.With(5, 50);
        var store = shelf.Warehouse("STORE", WarehouseKind.BranchStore);
        var transit = shelf.Warehouse("TRANSIT", WarehouseKind.Transit);
        var document = Document(StockDocumentKind.Transfer, store);
        Shelf.Ok(document.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 2, null, null, null));
        if (state == StockDocumentState.Sent)
        {
            Shelf.Ok(Send(document, transit));
        }
        else if (state != StockDocumentState.Draft)
        {
            Shelf.Ok(Post(document, store));
        }

        if (state == StockDocumentState.Reversed)
        {
            Shelf.Ok(document.Reverse(Booked(), shelf.Shelves, "Wrong", shelf.Booking));
        }

        var movements = shelf.Shelves.Movements.Count;
        var result = trigger switch
        {
            StockDocumentTrigger.Edit => document.Describe(store, null, "LS-1", null),
            StockDocumentTrigger.Post => Post(document, store),
            StockDocumentTrigger.Send => Send(document, transit),
            StockDocumentTrigger.Receive => Receive(document, transit, store),
            _ => document.Reverse(Booked(), shelf.Shelves, "Wrong", shelf.Booking),
        };
        Assert.Equal(expected ?? state, document.State);
        Assert.Equal(expected is not null, result.Succeeded);
        if (expected is null)
        {
            Assert.Equal("SpareParts.StockDocument.NotPermitted", result.Error!.Code);
            Assert.Equal(movements, shelf.Shelves.Movements.Count);
        }
    }

    [Fact]
    public void A_document_without_lines_is_not_posted()
    {
        var document = new StockDocument(shelf.Ids.NewId(), StockDocumentKind.Receipt, shelf.Main, default, "Tester");
        Assert.Equal("SpareParts.StockDocument.Post.Refused", Post(document).Error!.Code);
    }

    [Fact]
    public void Receipts_move_the_average_and_issues_take_it()
    {
        Shelf.Ok(Post(Receipt(10, 10)));
        Shelf.Ok(Post(Receipt(5, 16)));
        var item = shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null);
        Assert.Equal((15m, 180m, 12m), (item.OnHand, item.Value, item.Average));

        var scrap = Document(StockDocumentKind.Scrap);
        Shelf.Ok(scrap.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 4, null, null, null));
        Shelf.Ok(Post(scrap));
        Assert.Equal((11m, 132m, 12m, -48m), (item.OnHand, item.Value, item.Average, scrap.Value));
    }

    [Fact]
    public void The_last_piece_takes_what_is_left_of_the_value()
    {
        shelf.With(3, 10);
        var item = shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null);
        Assert.Equal([-3.33m, -3.34m, -3.33m], new[] { 1, 1, 1 }.Select(_ => item.Take(MovementKind.Scrap, 1, shelf.Booking).Value));
        Assert.Equal((0m, 0m), (item.OnHand, item.Value));
    }

    [Fact]
    public void A_box_of_ten_comes_in_as_ten_pieces_at_a_tenth_of_its_cost()
    {
        var receipt = Document(StockDocumentKind.Receipt);
        Shelf.Ok(receipt.AddLine(shelf.Ids.NewId(), Pump, "box", 10, 2, 99.90m, null, null));
        Shelf.Ok(Post(receipt));
        var item = shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null);
        Assert.Equal((20m, 199.80m), (item.OnHand, item.Value));
    }

    [Fact]
    public void A_quantity_that_is_nothing_in_the_parts_own_unit_is_refused()
    {
        var receipt = Document(StockDocumentKind.Receipt);
        Assert.Equal("SpareParts.StockDocument.QuantityZero", receipt.AddLine(shelf.Ids.NewId(), Pump, "g", 0.0001m, 1, 5, null, null).Error!.Code);
    }

    [Fact]
    public void Customers_property_is_counted_and_worth_nothing()
    {
        var theirs = Pump with { CustomerOwned = true };
        var receipt = Document(StockDocumentKind.Receipt);
        Shelf.Ok(receipt.AddLine(shelf.Ids.NewId(), theirs, "pcs", 1, 4, null, null, null));
        Shelf.Ok(receipt.Post("REC-1", shelf.Shelves, new Dictionary<Guid, BookedPart> { [shelf.Part] = theirs }, shelf.Main, null, shelf.Booking));
        var item = shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null);
        Assert.Equal((4m, 0m), (item.OnHand, item.Value));
    }

    [Fact]
    public void A_transfer_carries_the_value_along()
    {
        shelf.With(3, 10);
        var van = shelf.Warehouse("VAN-1", WarehouseKind.Van, shelf.Ids.NewId());
        var transfer = Document(StockDocumentKind.Transfer, van);
        Shelf.Ok(transfer.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 2, null, null, null));
        Shelf.Ok(Post(transfer, van));
        var (from, to) = (shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null), shelf.Shelves.At(shelf.Part, "PUMP-1", van, null));
        Assert.Equal((1m, 3.33m, 2m, 6.67m), (from.OnHand, from.Value, to.OnHand, to.Value));
    }

    [Fact]
    public void Goods_do_not_move_to_where_they_are()
    {
        var transfer = Document(StockDocumentKind.Transfer, shelf.Main);
        Assert.Equal("SpareParts.StockDocument.SamePlace", transfer.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 2, null, null, null).Error!.Code);
    }

    [Fact]
    public void More_than_is_free_is_refused_saying_what_is()
    {
        shelf.With(5, 50);
        Shelf.Ok(shelf.Wish(3).Reserve(shelf.Shelves, shelf.Ids));
        var scrap = Document(StockDocumentKind.Scrap);
        Shelf.Ok(scrap.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 3, null, null, null));
        Assert.Equal("Of PUMP-1 only 2 pcs are available in MAIN.", Post(scrap).Error!.ToString());
    }

    [Fact]
    public void A_receipt_whose_goods_were_used_is_not_taken_back()
    {
        var receipt = Receipt(5, 10);
        Shelf.Ok(Post(receipt));
        var booked = shelf.Shelves.Movements.ToList();
        shelf.Shelves.Book(shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null).Take(MovementKind.Scrap, 1, shelf.Booking));
        Assert.Equal("SpareParts.Stock.UsedMeanwhile", receipt.Reverse(booked, shelf.Shelves, "Wrong", shelf.Booking).Error!.Code);
    }

    [Fact]
    public void A_correction_upwards_of_an_empty_shelf_needs_a_cost()
    {
        var unknown = Correction(1, null);
        Assert.Equal("SpareParts.StockDocument.CostUnknown", Post(unknown).Error!.Code);
        Shelf.Ok(Post(Correction(2, 7)));
        Shelf.Ok(Post(Correction(1, null)));
        Assert.Equal(21, shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null).Value);
    }

    [Fact]
    public void A_part_never_supersedes_itself_in_the_end()
    {
        var (a, b, c) = (new Part(shelf.Ids.NewId(), "A"), shelf.Ids.NewId(), shelf.Ids.NewId());
        var successorOf = new Dictionary<Guid, Guid> { [b] = c, [c] = a.Id };
        Assert.Equal("SpareParts.Part.SupersessionCircle", a.Supersede(b, successorOf).Error!.Code);
        Assert.Equal("SpareParts.Part.SupersessionCircle", a.Supersede(a.Id, successorOf).Error!.Code);
        Shelf.Ok(a.Supersede(shelf.Ids.NewId(), successorOf));
    }

    [Fact]
    public void The_price_on_a_day_is_the_newest_that_has_begun()
    {
        var part = new Part(shelf.Ids.NewId(), "A");
        part.SetPrice(shelf.Ids.NewId(), "EUR", new(2026, 1, 1), 10);
        part.SetPrice(shelf.Ids.NewId(), "EUR", new(2026, 3, 1), 12);
        part.SetPrice(shelf.Ids.NewId(), "KRW", new(2026, 2, 1), 15000);
        Assert.Equal([null, 10m, 10m, 12m], new LocalDate[] { new(2025, 12, 31), new(2026, 1, 1), new(2026, 2, 28), new(2026, 3, 1) }.Select(d => part.PriceOn(d, "EUR")));
        part.SetPrice(shelf.Ids.NewId(), "EUR", new(2026, 3, 1), 13);
        Assert.Equal(13, part.PriceOn(new(2027, 1, 1), "EUR"));
    }

    [Fact]
    public void Sent_goods_are_in_transit_and_arrive_with_their_value()
    {
        shelf.With(3, 10);
        var (store, transit) = (shelf.Warehouse("STORE", WarehouseKind.BranchStore), shelf.Warehouse("TRANSIT", WarehouseKind.Transit));
        var transfer = Document(StockDocumentKind.Transfer, store);
        Shelf.Ok(transfer.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 2, null, null, null));
        Shelf.Ok(Send(transfer, transit));
        var (way, there) = (shelf.Shelves.At(shelf.Part, "PUMP-1", transit, null), shelf.Shelves.At(shelf.Part, "PUMP-1", store, null));
        Assert.Equal((2m, 6.67m, 0m), (way.OnHand, way.Value, there.OnHand));
        Assert.DoesNotContain(way, shelf.Shelves.Promisable(shelf.Part, shelf.Branch, null));

        Shelf.Ok(Receive(transfer, transit, store));
        Assert.Equal((0m, 0m, 2m, 6.67m), (way.OnHand, way.Value, there.OnHand, there.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void What_comes_otherwise_than_it_was_sent_needs_a_reason(int came)
    {
        shelf.With(3, 10);
        var (store, transit) = (shelf.Warehouse("STORE", WarehouseKind.BranchStore), shelf.Warehouse("TRANSIT", WarehouseKind.Transit));
        var transfer = Document(StockDocumentKind.Transfer, store);
        Shelf.Ok(transfer.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 3, null, null, null));
        Shelf.Ok(Send(transfer, transit));
        var arrived = new ArrivedLine(transfer.Lines[0].Id, came, []);
        Assert.Equal("Reason", Receive(transfer, transit, store, null, arrived).Error!.Field);
    }

    [Theory]
    [InlineData(0, 0, -10)]
    [InlineData(1, 3.33, -6.67)]
    [InlineData(5, 16.67, 6.67)]
    public void A_difference_leaves_nothing_on_the_way(int came, decimal value, decimal corrected)
    {
        shelf.With(3, 10);
        var (store, transit) = (shelf.Warehouse("STORE", WarehouseKind.BranchStore), shelf.Warehouse("TRANSIT", WarehouseKind.Transit));
        var transfer = Document(StockDocumentKind.Transfer, store);
        Shelf.Ok(transfer.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, 3, null, null, null));
        Shelf.Ok(Send(transfer, transit));
        Shelf.Ok(Receive(transfer, transit, store, "Counted", new ArrivedLine(transfer.Lines[0].Id, came, [])));
        var (way, there) = (shelf.Shelves.At(shelf.Part, "PUMP-1", transit, null), shelf.Shelves.At(shelf.Part, "PUMP-1", store, null));
        Assert.Equal((0m, 0m, came, value), (way.OnHand, way.Value, there.OnHand, there.Value));
        Assert.Equal(corrected, shelf.Shelves.Movements.Where(m => m.Kind == MovementKind.Correction).Sum(m => m.Value));
        Assert.Equal(came, transfer.Lines[0].Arrived);
    }

    [Fact]
    public void Two_transfers_on_the_way_keep_their_own_values()
    {
        var (store, transit) = (shelf.Warehouse("STORE", WarehouseKind.BranchStore), shelf.Warehouse("TRANSIT", WarehouseKind.Transit));
        StockDocument Sent(decimal quantity, decimal value)
        {
            shelf.With(quantity, value);
            var transfer = Document(StockDocumentKind.Transfer, store);
            Shelf.Ok(transfer.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, quantity, null, null, null));
            Shelf.Ok(Send(transfer, transit));
            return transfer;
        }

        var (cheap, dear) = (Sent(2, 2), Sent(2, 100));
        Shelf.Ok(Receive(dear, transit, store));
        Assert.Equal(100, shelf.Shelves.At(shelf.Part, "PUMP-1", store, null).Value);
        Shelf.Ok(Receive(cheap, transit, store));
        Assert.Equal((0m, 0m), (shelf.Shelves.At(shelf.Part, "PUMP-1", transit, null).OnHand, shelf.Shelves.At(shelf.Part, "PUMP-1", transit, null).Value));
    }

    private Result Send(StockDocument document, Warehouse transit) =>
        document.Send("DOC-1", shelf.Shelves, new Dictionary<Guid, BookedPart> { [shelf.Part] = Pump }, shelf.Main, transit, shelf.Booking);

    private Result Receive(StockDocument document, Warehouse transit, Warehouse target, string? reason = null, params ArrivedLine[] arrived) =>
        document.Receive(arrived, reason, shelf.Shelves, new Dictionary<Guid, BookedPart> { [shelf.Part] = Pump }, transit, target, shelf.Booking);

    /// <summary>What the document moved, without the goods that were there before.</summary>
    private List<Movement> Booked() => [.. shelf.Shelves.Movements.Where(m => m.Kind != MovementKind.Receipt && m.ReversalOf is null)];

    private StockDocument Document(StockDocumentKind kind, Warehouse? target = null)
    {
        var document = new StockDocument(shelf.Ids.NewId(), kind, shelf.Main, default, "Tester");
        Shelf.Ok(document.Describe(target, null, null, "Test"));
        return document;
    }

    private StockDocument Receipt(decimal quantity, decimal cost)
    {
        var receipt = Document(StockDocumentKind.Receipt);
        Shelf.Ok(receipt.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, quantity, cost, null, null));
        return receipt;
    }

    private StockDocument Correction(decimal quantity, decimal? cost)
    {
        var correction = Document(StockDocumentKind.Correction);
        Shelf.Ok(correction.AddLine(shelf.Ids.NewId(), Pump, "pcs", 1, quantity, cost, null, null));
        return correction;
    }

    private Result Post(StockDocument document, Warehouse? target = null) =>
        document.Post("DOC-1", shelf.Shelves, new Dictionary<Guid, BookedPart> { [shelf.Part] = Pump }, shelf.Main, target, shelf.Booking);
}
