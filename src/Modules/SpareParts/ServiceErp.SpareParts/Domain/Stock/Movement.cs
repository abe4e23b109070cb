using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>
/// One line of the stock ledger; never changed, never deleted. Each carries the balance after it, so that the line before plus this one is this one's balance, and
/// the newest one's balance is the stock.
/// </summary>
internal sealed class Movement : Entity, IBranchOwned
{
    private Movement()
    {
    }

    public Guid BranchId { get; private init; }

    public Guid StockItemId { get; private init; }

    // For lists only; no rule looks at it.
    public StockItem StockItem { get; private init; } = null!;

    public Guid PartId { get; private init; }

    public Guid WarehouseId { get; private init; }

    public Guid? BinId { get; private init; }

    /// <summary>1, 2, 3 … within the stock item, without gaps.</summary>
    public int Sequence { get; private init; }

    public MovementKind Kind { get; private init; }

    /// <summary>In the part's unit; negative when it left.</summary>
    public decimal Quantity { get; private init; }

    /// <summary>In the branch's currency; has the sign of the quantity.</summary>
    public decimal Value { get; private init; }

    public decimal QuantityAfter { get; private init; }

    public decimal ValueAfter { get; private init; }

    public Guid DocumentId { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    /// <summary>The line of the document; 0 where the paper has none.</summary>
    public int DocumentLine { get; private init; }

    public Guid? OrderId { get; private init; }

    public Guid? LineId { get; private init; }

    public Guid? PersonId { get; private init; }

    public string Person { get; private init; } = "";

    public string? Reason { get; private init; }

    public Instant At { get; private init; }

    public LocalDate BookingDate { get; private init; }

    /// <summary>The movement that this one takes back.</summary>
    public Guid? ReversalOf { get; private init; }

    internal static Movement Of(StockItem item, int sequence, MovementKind kind, decimal quantity, decimal value, Booking booking, int line, Guid? reversalOf) => new()
    {
        Id = booking.Identifiers.NewId(),
        BranchId = item.BranchId,
        StockItemId = item.Id,
        PartId = item.PartId,
        WarehouseId = item.WarehouseId,
        BinId = item.BinId,
        Sequence = sequence,
        Kind = kind,
        Quantity = quantity,
        Value = value,
        QuantityAfter = item.OnHand,
        ValueAfter = item.Value,
        DocumentId = booking.DocumentId,
        DocumentNumber = booking.DocumentNumber,
        DocumentLine = line,
        OrderId = booking.OrderId,
        LineId = booking.LineId,
        PersonId = booking.PersonId,
        Person = booking.Person,
        Reason = booking.Reason,
        At = booking.At,
        BookingDate = booking.Day,
        ReversalOf = reversalOf,
    };
}
