using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>All stock of some parts at a branch, with the kind of place it lies in. What a booking changes, it changes here.</summary>
internal sealed class Shelves(IIdentifiers identifiers)
{
    private readonly List<(StockItem Item, WarehouseKind Kind, Guid? HolderId)> all = [];
    private readonly List<StockItem> added = [];
    private readonly List<Movement> movements = [];

    /// <summary>The pieces with serial numbers that lie on them, or that a paper names.</summary>
    public Pieces Pieces { get; } = new(identifiers);

    /// <summary>Places that were empty before.</summary>
    public IReadOnlyList<StockItem> Added => added;

    /// <summary>What was booked, in order.</summary>
    public IReadOnlyList<Movement> Movements => movements;

    public void Place(StockItem item, WarehouseKind kind, Guid? holderId) => all.Add((item, kind, holderId));

    public StockItem Item(Guid id) => all.Find(s => s.Item.Id == id).Item ?? throw new InvalidOperationException($"Stock item {id} is not on these shelves.");

    /// <summary>Where stock of a part lies, or will lie.</summary>
    public StockItem At(Guid partId, string partNumber, Warehouse warehouse, Guid? binId)
    {
        var found = all.Find(s => s.Item.PartId == partId && s.Item.WarehouseId == warehouse.Id && s.Item.BinId == binId).Item;
        if (found is null)
        {
            found = new StockItem(identifiers.NewId(), warehouse.BranchId, partId, partNumber, warehouse.Id, binId);
            added.Add(found);
            Place(found, warehouse.Kind, warehouse.HolderId);
        }

        return found;
    }

    /// <summary>Stock of a part in one warehouse that nobody was promised: in the given bin, or in any, the fullest first.</summary>
    public IReadOnlyList<StockItem> Free(Guid partId, Guid warehouseId, Guid? binId) =>
        [.. all.Select(s => s.Item)
            .Where(i => i.PartId == partId && i.WarehouseId == warehouseId && (binId is null || i.BinId == binId) && i.Available > 0)
            .OrderByDescending(i => i.Available).ThenBy(i => i.Id)];

    /// <summary>
    /// Stock that may be promised to an order: main warehouse, then the branch's stores, before both the van of the technician who has the order. Another's van,
    /// quarantine and returned goods are never promised.
    /// </summary>
    public IReadOnlyList<StockItem> Promisable(Guid partId, Guid branchId, Guid? technicianId) =>
        [.. all.Where(s => s.Item.PartId == partId && s.Item.BranchId == branchId && s.Item.Available > 0 && IsPromisable(s.Kind, s.HolderId, technicianId))
            .OrderBy(s => s.Kind == WarehouseKind.Van ? 0 : s.Kind == WarehouseKind.Main ? 1 : 2)
            .ThenByDescending(s => s.Item.Available).ThenBy(s => s.Item.Id)
            .Select(s => s.Item)];

    /// <summary>Tells the pieces how many of each tracked part lie where.</summary>
    public void CountPieces(IReadOnlyCollection<Guid> partIds)
    {
        foreach (var place in all.Select(s => s.Item).Where(i => partIds.Contains(i.PartId)).GroupBy(i => (i.PartId, i.WarehouseId)))
        {
            Pieces.Count(place.Key.PartId, place.Key.WarehouseId, place.Sum(i => i.OnHand));
        }
    }

    /// <summary>Takes movements back by their exact opposites, each place in the reverse order of its bookings; refused where what came was used meanwhile.</summary>
    public Result Undo(IEnumerable<Movement> undone, string documentNumber, Booking booking)
    {
        foreach (var movement in undone.OrderByDescending(m => m.Sequence))
        {
            var item = Item(movement.StockItemId);
            if (!item.CanUndo(movement))
            {
                return StockErrors.UsedMeanwhile(documentNumber, item.PartNumber);
            }

            Book(item.Undo(movement, booking));
        }

        return Result.Success;
    }

    /// <summary>Keeps what was booked.</summary>
    public Movement Book(Movement movement)
    {
        movements.Add(movement);
        return movement;
    }

    private static bool IsPromisable(WarehouseKind kind, Guid? holderId, Guid? technicianId) => kind switch
    {
        WarehouseKind.Main or WarehouseKind.BranchStore => true,
        WarehouseKind.Van => holderId is not null && holderId == technicianId,
        _ => false,
    };
}
