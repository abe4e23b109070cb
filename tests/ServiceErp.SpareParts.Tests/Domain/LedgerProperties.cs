using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Tests.Domain;

/// <summary>Whatever is done in whatever order, the books are right.</summary>
public sealed class LedgerProperties
{
    public enum Deed
    {
        Receive,
        Reserve,
        Issue,
        Return,
        Release,
        Resize,
        Scrap,
        Correct,
        Transfer,
        Send,
        Arrive,
        Reverse,
    }

    // A little more, for the digits that a division leaves off.
    private const decimal HalfACent = 0.005_000_001m;

    public static Arbitrary<(Deed, int, int)[]> Lives() =>
        (from deed in Gen.Elements(Enum.GetValues<Deed>())
         from quantity in Gen.Choose(1, 9_000)
         from cost in Gen.Choose(0, 99_999)
         select (deed, quantity, cost)).ArrayOf().Resize(60).ToArbitrary();

    [Property(MaxTest = 300, Arbitrary = [typeof(LedgerProperties)])]
    public void Balances_are_sums_never_negative_and_promises_lie_on_shelves((Deed Deed, int Quantity, int Cost)[] life)
    {
        var world = new World();
        foreach (var (deed, quantity, cost) in life)
        {
            world.Do(deed, quantity / 1000m, cost / 100m);
            world.Check();
        }
    }

    [Property(MaxTest = 300)]
    public void An_issue_leaves_the_average_as_it_was_within_rounding(PositiveInt quantity, PositiveInt value, PositiveInt taken)
    {
        var shelf = new Shelf().With(quantity.Get + taken.Get, value.Get / 100m);
        var item = shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null);
        var before = item.Average;
        item.Take(MovementKind.Scrap, taken.Get, shelf.Booking);
        Assert.InRange((item.Average - before) * item.OnHand, -HalfACent, HalfACent);
    }

    [Property(MaxTest = 300)]
    public void A_return_brings_back_exactly_what_the_issue_cost(PositiveInt quantity, PositiveInt value, PositiveInt[] portions)
    {
        var shelf = new Shelf().With(quantity.Get, value.Get / 100m);
        var wish = shelf.Wish(quantity.Get);
        Shelf.Ok(wish.Reserve(shelf.Shelves, shelf.Ids));
        Shelf.Ok(wish.Issue(shelf.Shelves, shelf.Booking));
        shelf.With(7, 1234.56m);
        foreach (var portion in portions.Select(p => p.Get).Append(int.MaxValue))
        {
            if (wish.Issued > 0)
            {
                Shelf.Ok(wish.Return(Math.Min(portion, wish.Issued), shelf.Shelves, shelf.Booking));
            }
        }

        var item = shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null);
        Assert.Equal((quantity.Get + 7m, (value.Get / 100m) + 1234.56m), (item.OnHand, item.Value));
    }

    /// <summary>A branch with a main warehouse and a store, and everything that ever happened in it.</summary>
    private sealed class World
    {
        private readonly Shelf shelf = new();
        private readonly Warehouse store;
        private readonly Warehouse transit;
        private readonly List<StockDocument> onTheWay = [];
        private readonly List<Reservation> wishes = [];
        private readonly List<(StockDocument Document, List<Movement> Movements)> posted = [];

        public World() => (store, transit) = (shelf.Warehouse("STORE", WarehouseKind.BranchStore), shelf.Warehouse("TRANSIT", WarehouseKind.Transit));

        public void Do(Deed deed, decimal quantity, decimal cost)
        {
            var wish = wishes.Count == 0 ? null : wishes[(int)(quantity * 1000) % wishes.Count];
            switch (deed)
            {
                case Deed.Receive:
                    Post(StockDocumentKind.Receipt, quantity, cost);
                    wishes.ForEach(w => w.Supply(shelf.Shelves, shelf.Ids));
                    break;
                case Deed.Reserve:
                    wishes.Add(shelf.Wish(quantity));
                    wishes[^1].Reserve(shelf.Shelves, shelf.Ids);
                    break;
                case Deed.Issue:
                    wish?.Issue(shelf.Shelves, shelf.Booking);
                    break;
                case Deed.Return:
                    wish?.Return(Math.Min(quantity, Math.Max(wish.Issued, 0.001m)), shelf.Shelves, shelf.Booking);
                    break;
                case Deed.Release:
                    wish?.Release(shelf.Shelves);
                    break;
                case Deed.Resize:
                    wish?.Resize(quantity, shelf.Shelves, shelf.Ids);
                    break;
                case Deed.Scrap:
                    Post(StockDocumentKind.Scrap, quantity, null);
                    break;
                case Deed.Correct:
                    Post(StockDocumentKind.Correction, cost < 500 ? quantity : -quantity, cost < 250 ? null : cost);
                    break;
                case Deed.Transfer:
                    Post(StockDocumentKind.Transfer, quantity, null);
                    break;
                case Deed.Send:
                    var sent = Draft(StockDocumentKind.Transfer, quantity, null);
                    if (sent.Send("DOC", shelf.Shelves, Parts, shelf.Main, transit, shelf.Booking).Succeeded)
                    {
                        onTheWay.Add(sent);
                    }

                    break;
                case Deed.Arrive when onTheWay.Count > 0:
                    var arriving = onTheWay[(int)(quantity * 1000) % onTheWay.Count];
                    onTheWay.Remove(arriving);
                    var came = cost < 300 ? quantity : arriving.Lines[0].Quantity;
                    Shelf.Ok(arriving.Receive([new ArrivedLine(arriving.Lines[0].Id, came, [])], "Counted", shelf.Shelves, Parts, transit, store, shelf.Booking));
                    break;
                case Deed.Reverse when posted.Count > 0:
                    var (document, movements) = posted[(int)(quantity * 1000) % posted.Count];
                    var before = Figures();
                    var alone = shelf.Shelves.Movements.Count == movements.Count && document.State == StockDocumentState.Posted;
                    if (movements.All(m => shelf.Shelves.Item(m.StockItemId).CanUndo(m)) && document.Reverse(movements, shelf.Shelves, "Wrong", shelf.Booking).Succeeded)
                    {
                        Assert.Equal(before.OnHand - movements.Sum(m => m.Quantity), Figures().OnHand);
                        Assert.Equal(before.Value - movements.Sum(m => m.Value), Figures().Value);
                        Assert.True(!alone || Figures() == (0, 0));
                    }

                    break;
            }
        }

        public void Check()
        {
            // What is on the way is worth what the papers say that have not arrived, to the cent.
            var way = shelf.Shelves.At(shelf.Part, "PUMP-1", transit, null);
            Assert.Equal((onTheWay.Sum(d => d.Lines[0].Quantity), onTheWay.Sum(d => d.Lines[0].Value)), (way.OnHand, way.Value));
            foreach (var item in shelf.Shelves.Added)
            {
                Store.AssertLedger(item, [.. shelf.Shelves.Movements.Where(m => m.StockItemId == item.Id)]);
                Assert.Equal(item.Reserved, wishes.SelectMany(w => w.Allocations).Where(a => a.StockItemId == item.Id).Sum(a => a.Reserved));
            }

            foreach (var wish in wishes)
            {
                Assert.Equal((wish.Reserved, wish.Issued, wish.Cost), (wish.Allocations.Sum(a => a.Reserved), wish.Allocations.Sum(a => a.Issued), wish.Allocations.Sum(a => a.Cost)));
                Assert.True(wish.Missing >= 0 && wish.Cost >= 0);
            }
        }

        private (decimal OnHand, decimal Value) Figures() => (shelf.Shelves.Added.Sum(i => i.OnHand), shelf.Shelves.Added.Sum(i => i.Value));

        private Dictionary<Guid, BookedPart> Parts => new() { [shelf.Part] = new BookedPart(shelf.Part, "PUMP-1", "m", CustomerOwned: false, Active: true) };

        private StockDocument Draft(StockDocumentKind kind, decimal quantity, decimal? cost)
        {
            var document = new StockDocument(shelf.Ids.NewId(), kind, shelf.Main, default, "Tester");
            document.Describe(store, null, null, "Test");
            Shelf.Ok(document.AddLine(shelf.Ids.NewId(), Parts[shelf.Part], "m", 1, quantity, cost, null, null));
            return document;
        }

        private void Post(StockDocumentKind kind, decimal quantity, decimal? cost)
        {
            var document = Draft(kind, quantity, cost);
            var count = shelf.Shelves.Movements.Count;
            if (document.Post("DOC", shelf.Shelves, Parts, shelf.Main, store, shelf.Booking).Succeeded)
            {
                posted.Add((document, [.. shelf.Shelves.Movements.Skip(count)]));
            }
        }
    }
}
