using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Documents;

/// <summary>What a stock document does. Issues and returns have no document of their own: they go by the order's reservation.</summary>
public enum StockDocumentKind
{
    /// <summary>Goods come in from a supplier.</summary>
    Receipt,

    /// <summary>Goods change warehouse, van or bin.</summary>
    Transfer,

    /// <summary>Goods are thrown away.</summary>
    Scrap,

    /// <summary>The books are put right.</summary>
    Correction,
}

/// <summary>What a booking must know of a part.</summary>
internal sealed record BookedPart(Guid Id, string Number, string Unit, bool CustomerOwned, bool Active);

/// <summary>
/// A paper that moves stock. A draft moves nothing and may be thrown away without a trace; posting books every line or none and gives it its number;
/// what is posted never changes and is taken back only by counter-entries.
/// </summary>
internal sealed class StockDocument : Aggregate, IBranchOwned
{
    private readonly List<StockDocumentLine> lines = [];

    private StockDocument()
    {
    }

    public StockDocument(Guid id, StockDocumentKind kind, Warehouse warehouse, Instant now, string person)
    {
        Id = id;
        Kind = kind;
        BranchId = warehouse.BranchId;
        WarehouseId = warehouse.Id;
        CreatedAt = now;
        Person = person;
    }

    public Guid BranchId { get; private init; }

    public StockDocumentKind Kind { get; private init; }

    /// <summary>Where goods come in or leave.</summary>
    public Guid WarehouseId { get; private init; }

    /// <summary>Of a transfer: where they go.</summary>
    public Guid? TargetWarehouseId { get; private set; }

    public Guid? SupplierId { get; private set; }

    // For lists only; no rule looks at them.
    public Warehouse Warehouse { get; private init; } = null!;

    public Warehouse? TargetWarehouse { get; private init; }

    public Supplier? Supplier { get; private init; }

    /// <summary>The other side's number: delivery note, invoice.</summary>
    public string? Reference { get; private set; }

    /// <summary>Why; scrap and corrections need one.</summary>
    public string? Reason { get; private set; }

    /// <summary>Given when posted, so that numbers have no gaps.</summary>
    public string? Number { get; private set; }

    public StockDocumentState State { get; private set; }

    public Instant CreatedAt { get; private init; }

    /// <summary>Who wrote it, then who posted it.</summary>
    public string Person { get; private set; } = "";

    public Instant? PostedAt { get; private set; }

    /// <summary>Value moved: in for receipts, out for scrap, both signs for corrections.</summary>
    public decimal Value { get; private set; }

    public IReadOnlyList<StockDocumentLine> Lines => lines;

    public Result Describe(Guid? targetWarehouseId, Guid? supplierId, string? reference, string? reason)
    {
        if (Kind == StockDocumentKind.Transfer && targetWarehouseId is null)
        {
            return Error.Invalid("SpareParts.StockDocument.TargetMissing", "Say where the goods go.").On(nameof(TargetWarehouseId));
        }

        if (Kind is StockDocumentKind.Scrap or StockDocumentKind.Correction && string.IsNullOrWhiteSpace(reason))
        {
            return Error.Invalid("SpareParts.StockDocument.ReasonMissing", "Say why.").On(nameof(Reason));
        }

        TargetWarehouseId = Kind == StockDocumentKind.Transfer ? targetWarehouseId : null;
        SupplierId = Kind == StockDocumentKind.Receipt ? supplierId : null;
        Reference = string.IsNullOrWhiteSpace(reference) ? null : reference.Trim();
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        return Edit();
    }

    /// <summary>Adds a line.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="part">The part.</param>
    /// <param name="unit">The unit counted in.</param>
    /// <param name="factor">How many of the part's own unit it is.</param>
    /// <param name="unitQuantity">How many; negative only in corrections.</param>
    /// <param name="unitCost">Cost of one of <paramref name="unit"/>: needed for receipts of our own goods.</param>
    /// <param name="binId">Where in the warehouse; null is anywhere.</param>
    /// <param name="targetBinId">Where in the target warehouse.</param>
    public Result AddLine(Guid id, BookedPart part, string unit, decimal factor, decimal unitQuantity, decimal? unitCost, Guid? binId, Guid? targetBinId)
    {
        var quantity = Rounding.Round(unitQuantity * factor, Part.QuantityDigits);
        if (quantity == 0)
        {
            return Error.Invalid("SpareParts.StockDocument.QuantityZero", "{0} {1} is nothing in {2}.", unitQuantity, unit, part.Unit).On("Quantity");
        }

        if (quantity < 0 && Kind != StockDocumentKind.Correction)
        {
            return Error.Invalid("SpareParts.StockDocument.QuantityNegative", "The quantity must be more than zero.").On("Quantity");
        }

        if (Kind == StockDocumentKind.Receipt && unitCost is null && !part.CustomerOwned)
        {
            return Error.Invalid("SpareParts.StockDocument.CostMissing", "Say what one {0} costs.", unit).On("UnitCost");
        }

        if (Kind == StockDocumentKind.Transfer && TargetWarehouseId == WarehouseId && binId == targetBinId)
        {
            return Error.Invalid("SpareParts.StockDocument.SamePlace", "The goods would stay where they are. Choose another bin or warehouse.").On("TargetBinId");
        }

        lines.Add(new StockDocumentLine(id, Id, lines.Count == 0 ? 1 : lines[^1].Line + 1, part.Id, unit, unitQuantity, quantity, unitCost, binId, targetBinId));
        return Edit();
    }

    public Result RemoveLine(Guid lineId) =>
        Edit() is { Error: { } refused } ? refused
        : lines.RemoveAll(l => l.Id == lineId) > 0 ? Result.Success
        : Error.NotFound("SpareParts.StockDocument.LineNotFound", "This line is not there any more.");

    /// <summary>Whether it may be thrown away.</summary>
    public Result Discard() => Edit();

    /// <summary>Books every line, or none.</summary>
    public Result Post(string number, Shelves shelves, IReadOnlyDictionary<Guid, BookedPart> parts, Warehouse warehouse, Warehouse? target, Booking booking)
    {
        var posted = Move(StockDocumentTrigger.Post, null);
        if (!posted.Succeeded)
        {
            return posted;
        }

        foreach (var line in lines)
        {
            var part = parts[line.PartId];
            var result = Kind switch
            {
                _ when !part.Active && Kind == StockDocumentKind.Receipt => PartErrors.Inactive(part.Number),
                StockDocumentKind.Receipt => Enter(MovementKind.Receipt, line, line.QuantityValue(booking.Digits), part, shelves, warehouse, booking),
                StockDocumentKind.Transfer => Transfer(line, part, shelves, warehouse, target!, booking),
                StockDocumentKind.Scrap => Leave(MovementKind.Scrap, line, line.Quantity, part, shelves, warehouse, booking),
                _ => Correct(line, part, shelves, warehouse, booking),
            };
            if (!result.Succeeded)
            {
                return result;
            }
        }

        Number = number;
        Person = booking.Person;
        PostedAt = booking.At;
        Value = lines.Sum(l => l.Value);
        return Result.Success;
    }

    /// <summary>Takes the document back by the exact opposite of each of its movements, the last first.</summary>
    public Result Reverse(IEnumerable<Movement> movements, Shelves shelves, string reason, Booking booking)
    {
        var reversed = Move(StockDocumentTrigger.Reverse, reason);
        if (!reversed.Succeeded)
        {
            return reversed;
        }

        foreach (var movement in movements.OrderByDescending(m => m.DocumentLine).ThenByDescending(m => m.Quantity).ThenByDescending(m => m.Sequence))
        {
            var item = shelves.Item(movement.StockItemId);
            if (!item.CanUndo(movement))
            {
                return StockErrors.UsedMeanwhile(Number!);
            }

            shelves.Book(item.Undo(movement, booking));
        }

        return Result.Success;
    }

    private static Result Enter(MovementKind kind, StockDocumentLine line, decimal value, BookedPart part, Shelves shelves, Warehouse warehouse, Booking booking)
    {
        line.Worth(part.CustomerOwned ? 0 : value);
        shelves.Book(shelves.At(part.Id, part.Number, warehouse, line.BinId).Add(kind, line.Quantity, line.Value, booking, line.Line));
        return Result.Success;
    }

    private static Result Leave(MovementKind kind, StockDocumentLine line, decimal quantity, BookedPart part, Shelves shelves, Warehouse warehouse, Booking booking)
    {
        var free = shelves.Free(part.Id, warehouse.Id, line.BinId);
        var available = free.Sum(i => i.Available);
        if (available < quantity)
        {
            return StockErrors.TooLow(part.Number, available, part.Unit, warehouse.Code);
        }

        foreach (var item in free.TakeWhile(_ => quantity > 0))
        {
            var share = Math.Min(quantity, item.Available);
            line.Worth(line.Value + shelves.Book(item.Take(kind, share, booking, line.Line)).Value);
            quantity -= share;
        }

        return Result.Success;
    }

    private static Result Transfer(StockDocumentLine line, BookedPart part, Shelves shelves, Warehouse warehouse, Warehouse target, Booking booking)
    {
        var left = Leave(MovementKind.TransferOut, line, line.Quantity, part, shelves, warehouse, booking);
        if (left.Succeeded)
        {
            line.Worth(-line.Value);
            shelves.Book(shelves.At(part.Id, part.Number, target, line.TargetBinId).Add(MovementKind.TransferIn, line.Quantity, line.Value, booking, line.Line));
        }

        return left;
    }

    private static Result Correct(StockDocumentLine line, BookedPart part, Shelves shelves, Warehouse warehouse, Booking booking)
    {
        if (line.Quantity < 0)
        {
            return Leave(MovementKind.Correction, line, -line.Quantity, part, shelves, warehouse, booking);
        }

        var item = shelves.At(part.Id, part.Number, warehouse, line.BinId);
        if (line.UnitCost is null && item.OnHand == 0 && !part.CustomerOwned)
        {
            return Error.Refused("SpareParts.StockDocument.CostUnknown", "None of {0} is in stock, so its value is unknown. Say what one costs.", part.Number);
        }

        var value = line.UnitCost is null ? Rounding.Round(item.Average * line.Quantity, booking.Digits) : line.QuantityValue(booking.Digits);
        return Enter(MovementKind.Correction, line, value, part, shelves, warehouse, booking);
    }

    private Result Edit() => StockDocumentLifecycle.Table.Fire(this, State, StockDocumentTrigger.Edit).Error is { } refused ? refused : Result.Success;

    private Result Move(StockDocumentTrigger trigger, string? reason)
    {
        var next = StockDocumentLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
        State = next.Value;
        return Result.Success;
    }
}

/// <summary>One part on a stock document.</summary>
internal sealed class StockDocumentLine : Entity
{
    private StockDocumentLine()
    {
    }

    public StockDocumentLine(Guid id, Guid documentId, int line, Guid partId, string unit, decimal unitQuantity, decimal quantity, decimal? unitCost, Guid? binId, Guid? targetBinId)
    {
        Id = id;
        StockDocumentId = documentId;
        Line = line;
        PartId = partId;
        Unit = unit;
        UnitQuantity = unitQuantity;
        Quantity = quantity;
        UnitCost = unitCost;
        BinId = binId;
        TargetBinId = targetBinId;
    }

    public Guid StockDocumentId { get; private init; }

    /// <summary>1, 2, 3 … on the paper.</summary>
    public int Line { get; private init; }

    public Guid PartId { get; private init; }

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    /// <summary>The unit counted in.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>How many of that unit.</summary>
    public decimal UnitQuantity { get; private init; }

    /// <summary>How many of the part's own unit.</summary>
    public decimal Quantity { get; private init; }

    /// <summary>Cost of one of <see cref="Unit"/>.</summary>
    public decimal? UnitCost { get; private init; }

    public Guid? BinId { get; private init; }

    public Guid? TargetBinId { get; private init; }

    /// <summary>Value moved; set when posted.</summary>
    public decimal Value { get; private set; }

    public decimal QuantityValue(int digits) => Rounding.Round(UnitQuantity * (UnitCost ?? 0), digits);

    public void Worth(decimal value) => Value = value;
}
