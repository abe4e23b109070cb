using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>
/// One piece of a serial-tracked part, from its receipt to the order that used it, where the serial of the faulty piece it replaced is noted with it (PAR-1).
/// Quantities and values are the ledger's; a piece only says which one it is.
/// </summary>
internal sealed class SerialPiece : Aggregate, IBranchOwned, ISearchable
{
    private SerialPiece()
    {
    }

    public SerialPiece(Guid id, Guid branchId, Guid partId, string serial)
    {
        Id = id;
        BranchId = branchId;
        PartId = partId;
        Serial = Codes.Clean(serial);
    }

    public Guid BranchId { get; private set; }

    public Guid PartId { get; private init; }

    public string Serial { get; private init; } = "";

    public SerialState State { get; private set; }

    public Guid WarehouseId { get; private set; }

    /// <summary>The paper of its last move.</summary>
    public string DocumentNumber { get; private set; } = "";

    public Instant MovedAt { get; private set; }

    public Guid? OrderId { get; private set; }

    public string? OrderNumber { get; private set; }

    public Guid? LineId { get; private set; }

    /// <summary>Of the faulty piece that this one replaced; null where the order had none to give.</summary>
    public string? FaultySerial { get; private set; }

    /// <summary>The line of the receipt by which it was bought, as far as that is known.</summary>
    public Guid? ReceiptLineId { get; private set; }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(SerialPiece),
        BranchId = BranchId,
        Code = Serial,
        OtherCode = FaultySerial,
        Title = Serial,
        Subtitle = OrderNumber ?? "",
        Href = $"/spare-parts/scan?code={Uri.EscapeDataString(Serial)}",
        Permission = SparePartsPermissions.StockRead,
        Text = SearchText.Normalize($"{Serial} {FaultySerial} {OrderNumber}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(OrderNumber) or nameof(FaultySerial) or nameof(BranchId);

    /// <summary>It was bought by a line of a receipt.</summary>
    public void BoughtBy(Guid receiptLineId) => ReceiptLineId = receiptLineId;

    /// <summary>It comes into a warehouse, or changes it.</summary>
    public void Arrive(Guid branchId, Guid warehouseId, Booking booking)
    {
        Move(SerialTrigger.Arrive, booking);
        (BranchId, WarehouseId, OrderId, OrderNumber, LineId, FaultySerial) = (branchId, warehouseId, null, null, null, null);
    }

    /// <summary>It is handed out; the faulty one is noted with it.</summary>
    public void Issue(string orderNumber, string? faultySerial, Booking booking)
    {
        Move(SerialTrigger.Issue, booking);
        (OrderId, OrderNumber, LineId, FaultySerial) = (booking.OrderId, orderNumber, booking.LineId, Codes.CleanOrNull(faultySerial));
    }

    /// <summary>It leaves for good.</summary>
    public void Leave(Booking booking) => Move(SerialTrigger.Leave, booking);

    private void Move(SerialTrigger trigger, Booking booking)
    {
        var next = SerialLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            throw new InvalidOperationException($"{Serial} is {State} and can't {trigger}: {next.Error}");
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), booking.DocumentNumber));
        (State, DocumentNumber, MovedAt) = (next.Value, booking.DocumentNumber, booking.At);
    }
}
