using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>
/// A part where it lies. Invariants, whatever happens (RULES, Stock):
/// on hand and value are the sums of the movements · neither is ever negative · nothing on hand is worth nothing ·
/// what is promised to orders never exceeds what is on hand.
/// </summary>
internal sealed class StockItem : Aggregate, IBranchOwned
{
    private StockItem()
    {
    }

    public StockItem(Guid id, Guid branchId, Guid partId, string partNumber, Guid warehouseId, Guid? binId)
    {
        Id = id;
        BranchId = branchId;
        PartId = partId;
        PartNumber = partNumber;
        WarehouseId = warehouseId;
        BinId = binId;
    }

    public Guid BranchId { get; private init; }

    public Guid PartId { get; private init; }

    /// <summary>The part's number, which never changes: kept here too, for lists in its order.</summary>
    public string PartNumber { get; private init; } = "";

    public Guid WarehouseId { get; private init; }

    public Guid? BinId { get; private init; }

    // For lists only; no rule looks at them.
    public Part Part { get; private init; } = null!;

    public Warehouse Warehouse { get; private init; } = null!;

    public Bin? Bin { get; private init; }

    public decimal OnHand { get; private set; }

    /// <summary>Promised to orders.</summary>
    public decimal Reserved { get; private set; }

    /// <summary>In the branch's currency.</summary>
    public decimal Value { get; private set; }

    /// <summary>How many movements there were.</summary>
    public int LastSequence { get; private set; }

    /// <summary>When something first moved here; null as long as nothing has.</summary>
    public Instant? FirstMovedAt { get; private set; }

    /// <summary>When an order last took something from here, or gave it back by a reversal; null is never.</summary>
    public Instant? LastIssuedAt { get; private set; }

    public decimal Available => OnHand - Reserved;

    /// <summary>The moving average: what one is worth now.</summary>
    public decimal Average => OnHand == 0 ? 0 : Value / OnHand;

    /// <summary>Puts in a quantity with its value: a receipt, a return at its old cost, the other end of a transfer.</summary>
    public Movement Add(MovementKind kind, decimal quantity, decimal value, Booking booking, int line = 0, Guid? reversalOf = null) =>
        Move(kind, quantity, value, booking, line, reversalOf);

    /// <summary>Takes out what nobody was promised, at the average of this moment.</summary>
    public Movement Take(MovementKind kind, decimal quantity, Booking booking, int line = 0) =>
        Move(kind, -quantity, -ValueOf(quantity, booking.Digits), booking, line, null);

    /// <summary>Takes out a quantity at a value that is known: goods in transit are worth what they left with, whatever else is on the way.</summary>
    public Movement Leave(MovementKind kind, decimal quantity, decimal value, Booking booking, int line) => Move(kind, -quantity, -value, booking, line, null);

    /// <summary>Hands out what was promised, at the average of this moment.</summary>
    public Movement IssueReserved(decimal quantity, Booking booking)
    {
        Reserved -= quantity;
        return Take(MovementKind.Issue, quantity, booking, booking.Line);
    }

    /// <summary>Whether a movement can still be taken back to the cent; what it brought may have been used meanwhile.</summary>
    public bool CanUndo(Movement movement) =>
        Available >= movement.Quantity && Value >= movement.Value && (OnHand != movement.Quantity || Value == movement.Value);

    /// <summary>Takes a movement back by its exact opposite.</summary>
    public Movement Undo(Movement movement, Booking booking) =>
        Move(movement.Kind, -movement.Quantity, -movement.Value, booking, movement.DocumentLine, movement.Id);

    public void Reserve(decimal quantity)
    {
        Reserved += quantity;
        Check();
    }

    public void Release(decimal quantity)
    {
        Reserved -= quantity;
        Check();
    }

    /// <summary>The last piece takes all that is left, so that no value strands without goods.</summary>
    private decimal ValueOf(decimal quantity, int digits) =>
        quantity == OnHand ? Value : Math.Min(Value, Rounding.Round(Value * quantity / OnHand, digits));

    private Movement Move(MovementKind kind, decimal quantity, decimal value, Booking booking, int line, Guid? reversalOf)
    {
        OnHand += quantity;
        Value += value;
        Check();
        FirstMovedAt ??= booking.At;
        if (kind == MovementKind.Issue)
        {
            LastIssuedAt = booking.At;
        }

        return Movement.Of(this, ++LastSequence, kind, quantity, value, booking, line, reversalOf);
    }

    private void Check()
    {
        if (OnHand < 0 || Value < 0 || Reserved < 0 || Reserved > OnHand || (OnHand == 0 && Value != 0))
        {
            throw new InvalidOperationException($"Stock item {Id} would hold {OnHand} worth {Value} with {Reserved} reserved.");
        }
    }
}
