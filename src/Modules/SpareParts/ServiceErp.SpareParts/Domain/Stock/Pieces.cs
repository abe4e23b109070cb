using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>
/// The pieces with serial numbers of some parts: those in stock, and those that a paper names. A piece nobody registered is taken on as long as more lie there than are registered, so that
/// serial numbers can be introduced with goods on the shelves.
/// </summary>
internal sealed class Pieces(IIdentifiers identifiers)
{
    private readonly List<SerialPiece> all = [];
    private readonly List<SerialPiece> added = [];
    private readonly Dictionary<(Guid PartId, Guid WarehouseId), decimal> onHand = [];

    public IReadOnlyList<SerialPiece> Added => added;

    public void Place(SerialPiece piece) => all.Add(piece);

    /// <summary>How many of a part lie in a warehouse, registered or not, before the booking.</summary>
    public void Count(Guid partId, Guid warehouseId, decimal quantity) => onHand[(partId, warehouseId)] = quantity;

    /// <summary>Pieces come in; bought by a line of a receipt, unless that is null.</summary>
    public Result Add(BookedPart part, IReadOnlyList<string> serials, Warehouse warehouse, decimal quantity, Guid? receiptLineId, Booking booking)
    {
        if (!part.SerialTracked)
        {
            return Result.Success;
        }

        if (serials.Distinct().Count() != quantity || serials.Count != quantity)
        {
            return StockErrors.SerialsMissing(part.Number, quantity, serials.Distinct().Count());
        }

        foreach (var serial in serials)
        {
            var piece = Find(part.Id, serial);
            if (piece?.State == SerialState.InStock)
            {
                return StockErrors.SerialKnown(part.Number, serial);
            }

            piece ??= Register(part.Id, serial, booking);
            piece.Arrive(warehouse.BranchId, warehouse.Id, booking);
            if (receiptLineId is { } line)
            {
                piece.BoughtBy(line);
            }
        }

        return Result.Success;
    }

    /// <summary>Pieces leave for good.</summary>
    public Result Take(BookedPart part, IReadOnlyList<string> serials, Guid warehouseId, decimal quantity, Booking booking) =>
        Each(part, serials, warehouseId, quantity, booking, piece => piece.Leave(booking));

    /// <summary>Pieces go to another warehouse.</summary>
    public Result Carry(BookedPart part, IReadOnlyList<string> serials, Guid warehouseId, Warehouse target, decimal quantity, Booking booking) =>
        Each(part, serials, warehouseId, quantity, booking, piece => piece.Arrive(target.BranchId, target.Id, booking));

    /// <summary>Pieces are handed out to an order, each with the faulty one that it replaces.</summary>
    /// <param name="part">The part.</param>
    /// <param name="used">The pieces.</param>
    /// <param name="perWarehouse">How many are promised where.</param>
    /// <param name="quantity">How many go out.</param>
    /// <param name="orderNumber">To which order.</param>
    /// <param name="booking">Of the issue.</param>
    /// <returns>How many were taken where; null where pieces have no names.</returns>
    public Result<Dictionary<Guid, decimal>?> Issue(BookedPart part, IReadOnlyList<PieceUsed> used, IReadOnlyDictionary<Guid, decimal> perWarehouse, decimal quantity, string orderNumber, Booking booking)
    {
        if (!part.SerialTracked)
        {
            return (Dictionary<Guid, decimal>?)null;
        }

        var uses = used.GroupBy(u => Codes.Clean(u.Serial)).ToDictionary(u => u.Key, u => u.First().FaultySerial);
        if (uses.Count != quantity)
        {
            return StockErrors.SerialsMissing(part.Number, quantity, uses.Count);
        }

        var left = new Dictionary<Guid, decimal>(perWarehouse);
        foreach (var (serial, faulty) in uses)
        {
            var known = Find(part.Id, serial);
            var warehouse = known is { State: SerialState.InStock } ? known.WarehouseId : known is not null ? default : left.FirstOrDefault(w => w.Value > 0 && HasUnregistered(part.Id, w.Key)).Key;
            if (left.GetValueOrDefault(warehouse) < 1)
            {
                return StockErrors.SerialNotHere(part.Number, serial);
            }

            left[warehouse]--;
            (known ?? Register(part.Id, serial, booking)).Issue(orderNumber, faulty, booking);
        }

        return left.ToDictionary(w => w.Key, w => perWarehouse[w.Key] - w.Value);
    }

    /// <summary>Pieces come back unused from an order's line.</summary>
    /// <param name="part">The part.</param>
    /// <param name="serials">Which; none means all that the line got.</param>
    /// <param name="warehouseId">Where they come back to.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="booking">Of the return.</param>
    public Result<List<string>> Return(BookedPart part, IReadOnlyList<string> serials, Guid warehouseId, decimal quantity, Booking booking)
    {
        var gone = all.FindAll(p => p.PartId == part.Id && p.State == SerialState.Issued && p.LineId == booking.LineId);
        if (!part.SerialTracked || gone.Count == 0)
        {
            return new List<string>();
        }

        var wanted = serials.Select(Codes.Clean).Distinct().ToArray();
        var back = wanted.Length == 0 && gone.Count == quantity ? gone : gone.FindAll(p => wanted.Contains(p.Serial));
        if (back.Count != quantity || (wanted.Length > 0 && back.Count != wanted.Length))
        {
            return StockErrors.SerialsMissing(part.Number, quantity, back.Count);
        }

        back.ForEach(p => p.Arrive(booking.BranchId, warehouseId, booking));
        return back.ConvertAll(p => p.Serial);
    }

    /// <summary>Takes back what a paper brought.</summary>
    /// <returns>Which piece has moved on meanwhile; null when none has.</returns>
    public Error? TakeBack(Guid partId, IReadOnlyList<string> serials, Guid warehouseId, Booking booking) =>
        Undo(partId, serials, p => p.State == SerialState.InStock && p.WarehouseId == warehouseId, p => p.Leave(booking), booking);

    /// <summary>Puts back what a paper took or carried away.</summary>
    /// <param name="partId">The part.</param>
    /// <param name="serials">Which pieces.</param>
    /// <param name="places">Where the paper carried them; none when they left for good.</param>
    /// <param name="warehouseId">Where they lay before.</param>
    /// <param name="booking">Of the taking back.</param>
    /// <returns>Which piece was used meanwhile; null when none was.</returns>
    public Error? PutBack(Guid partId, IReadOnlyList<string> serials, IReadOnlyCollection<Guid> places, Guid warehouseId, Booking booking) =>
        Undo(partId, serials, p => p.State == SerialState.Gone || (p.State == SerialState.InStock && places.Contains(p.WarehouseId)), p => p.Arrive(booking.BranchId, warehouseId, booking), booking);

    /// <summary>Pieces that came back unused go out to their order again.</summary>
    /// <returns>Which piece was used meanwhile; null when none was.</returns>
    public Error? IssueAgain(Guid partId, IReadOnlyList<string> serials, string orderNumber, Booking booking) =>
        Undo(partId, serials, p => p.State == SerialState.InStock, p => p.Issue(orderNumber, null, booking), booking);

    /// <summary>Another piece than the one that was scanned went to the order: the two change places, and nothing else moves.</summary>
    /// <param name="part">The part.</param>
    /// <param name="wrong">The piece that was scanned and lies on the shelf.</param>
    /// <param name="right">The piece that the order has.</param>
    /// <param name="booking">For the order's line.</param>
    public Result Swap(BookedPart part, string wrong, string right, Booking booking)
    {
        var (scanned, given) = (Find(part.Id, wrong), Find(part.Id, right));
        if (scanned is not { State: SerialState.Issued } || scanned.LineId != booking.LineId)
        {
            return StockErrors.SerialNotIssued(part.Number, wrong);
        }

        if (given is not { State: SerialState.InStock } || given.BranchId != scanned.BranchId)
        {
            return StockErrors.SerialNotHere(part.Number, right);
        }

        var (order, faulty, place) = (scanned.OrderNumber!, scanned.FaultySerial, given.WarehouseId);
        given.Issue(order, faulty, booking);
        scanned.Arrive(booking.BranchId, place, booking);
        return Result.Success;
    }

    private Error? Undo(Guid partId, IReadOnlyList<string> serials, Predicate<SerialPiece> isThere, Action<SerialPiece> undo, Booking booking)
    {
        var pieces = serials.Select(s => Find(partId, s)).OfType<SerialPiece>().ToArray();
        if (Array.Find(pieces, p => !isThere(p)) is { } used)
        {
            return StockErrors.PieceUsed(booking.DocumentNumber, used.Serial, used.OrderNumber ?? used.DocumentNumber);
        }

        Array.ForEach(pieces, undo);
        return null;
    }

    private Result Each(BookedPart part, IReadOnlyList<string> serials, Guid warehouseId, decimal quantity, Booking booking, Action<SerialPiece> move)
    {
        if (!part.SerialTracked)
        {
            return Result.Success;
        }

        if (serials.Distinct().Count() != quantity)
        {
            return StockErrors.SerialsMissing(part.Number, quantity, serials.Distinct().Count());
        }

        foreach (var serial in serials)
        {
            var piece = Find(part.Id, serial);
            if (piece is null ? !HasUnregistered(part.Id, warehouseId) : piece.State != SerialState.InStock || piece.WarehouseId != warehouseId)
            {
                return StockErrors.SerialNotHere(part.Number, serial);
            }

            move(piece ?? Register(part.Id, serial, booking));
        }

        return Result.Success;
    }

    private SerialPiece? Find(Guid partId, string serial)
    {
        var clean = Codes.Clean(serial);
        return all.Find(p => p.PartId == partId && p.Serial == clean);
    }

    private bool HasUnregistered(Guid partId, Guid warehouseId) =>
        onHand.GetValueOrDefault((partId, warehouseId)) > all.Count(p => p.PartId == partId && p.WarehouseId == warehouseId && p.State == SerialState.InStock);

    private SerialPiece Register(Guid partId, string serial, Booking booking)
    {
        var piece = new SerialPiece(identifiers.NewId(), booking.BranchId, partId, serial);
        added.Add(piece);
        all.Add(piece);
        return piece;
    }
}
