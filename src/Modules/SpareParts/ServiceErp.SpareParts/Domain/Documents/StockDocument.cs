using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Documents;

/// <summary>What a stock document does.</summary>
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

    /// <summary>Goods go back to the supplier.</summary>
    SupplierReturn,

    /// <summary>Parts are handed out to an order.</summary>
    Issue,

    /// <summary>Unused parts come back from an order.</summary>
    Return,
}

/// <summary>What a booking must know of a part.</summary>
internal sealed record BookedPart(Guid Id, string Number, string Unit, bool CustomerOwned, bool Active)
{
    /// <summary>Each piece is named by its serial number.</summary>
    public bool SerialTracked { get; init; }

    public static BookedPart Of(Part part) => new(part.Id, part.Number, part.Unit, part.CustomerOwned, part.Active) { SerialTracked = part.SerialTracked };
}

/// <summary>What of a sent line arrived.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">Counted, in the part's own unit; 0 when nothing came.</param>
/// <param name="Serials">Of a serial-tracked part: which pieces came.</param>
internal sealed record ArrivedLine(Guid LineId, decimal Quantity, IReadOnlyList<string> Serials);

/// <summary>
/// A paper that moves stock. A draft moves nothing and may be thrown away without a trace; posting books every line or none and gives it its number;
/// what is posted never changes and is taken back only by counter-entries. A transfer may be sent first: its goods are then on their way, in the sender's books, until the receiver has counted them.
/// The slips of issues and returns are written by the program when an order's parts move.
/// </summary>
internal sealed class StockDocument : Aggregate, IBranchOwned
{
    private readonly List<StockDocumentLine> lines = [];

    private StockDocument()
    {
    }

    public StockDocument(Guid id, StockDocumentKind kind, Warehouse warehouse, Instant now, string person, Guid? writtenById = null)
    {
        Id = id;
        Kind = kind;
        BranchId = warehouse.BranchId;
        WarehouseId = warehouse.Id;
        CreatedAt = now;
        Person = person;
        WrittenById = writtenById;
    }

    public Guid BranchId { get; private init; }

    public StockDocumentKind Kind { get; private init; }

    /// <summary>Where goods come in or leave.</summary>
    public Guid WarehouseId { get; private init; }

    /// <summary>Of a transfer: where they go.</summary>
    public Guid? TargetWarehouseId { get; private set; }

    /// <summary>Of a transfer: the branch it goes to, which sees it too.</summary>
    public Guid? TargetBranchId { get; private set; }

    public Guid? SupplierId { get; private set; }

    /// <summary>Of a receipt, the purchase order it answers; of a return to the supplier, the one by which the goods came.</summary>
    public Guid? PurchaseOrderId { get; private set; }

    /// <summary>Of a slip: the order.</summary>
    public Guid? OrderId { get; private init; }

    public string? OrderNumber { get; private init; }

    /// <summary>The day it is booked on when that is not the day of posting; back-dating needs a reason and an open period.</summary>
    public LocalDate? BookingDate { get; private set; }

    // For lists only; no rule looks at them.
    public Warehouse Warehouse { get; private init; } = null!;

    public Warehouse? TargetWarehouse { get; private init; }

    public Supplier? Supplier { get; private init; }

    /// <summary>The other side's number: delivery note, invoice.</summary>
    public string? Reference { get; private set; }

    /// <summary>Why; what leaves for good and corrections need one.</summary>
    public string? Reason { get; private set; }

    /// <summary>Given when posted, so that numbers have no gaps.</summary>
    public string? Number { get; private set; }

    public StockDocumentState State { get; private set; }

    public Instant CreatedAt { get; private init; }

    /// <summary>Who wrote it, then who posted it.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Who wrote it, or changed it last; null is a program.</summary>
    public Guid? WrittenById { get; private set; }

    /// <summary>Of a correction: who approved it, another person than who wrote it. A change takes that away.</summary>
    public string? ApprovedBy { get; private set; }

    public Instant? PostedAt { get; private set; }

    /// <summary>Of a transfer: when the goods left.</summary>
    public Instant? SentAt { get; private set; }

    public string? SentBy { get; private set; }

    public Guid? SentById { get; private set; }

    /// <summary>Value moved: in for receipts, out for scrap, both signs for corrections.</summary>
    public decimal Value { get; private set; }

    public IReadOnlyList<StockDocumentLine> Lines => lines;

    internal bool CanTravel => Kind == StockDocumentKind.Transfer && TargetWarehouseId != WarehouseId;

    internal bool IsSlip => Kind is StockDocumentKind.Issue or StockDocumentKind.Return;

    /// <summary>The slip of parts that move for an order; it is posted once its lines are noted.</summary>
    public static StockDocument Slip(Guid id, StockDocumentKind kind, Guid branchId, Guid warehouseId, Guid orderId, string orderNumber, Booking booking) => new()
    {
        Id = id,
        Kind = kind,
        BranchId = branchId,
        WarehouseId = warehouseId,
        OrderId = orderId,
        OrderNumber = orderNumber,
        Number = booking.DocumentNumber,
        Reason = booking.Reason,
        CreatedAt = booking.At,
        PostedAt = booking.At,
        Person = booking.Person,
    };

    /// <summary>Notes on a slip what moved for one line of the order.</summary>
    public void Note(Guid id, string unit, IReadOnlyList<Movement> moved, IReadOnlyList<string> serials)
    {
        var quantity = Math.Abs(moved.Sum(m => m.Quantity));
        var line = new StockDocumentLine(id, Id, moved[0].DocumentLine, moved[0].PartId, unit, quantity, quantity, null, moved[0].BinId, null) { WarehouseId = moved[0].WarehouseId };
        line.Name(serials);
        line.Worth(moved.Sum(m => m.Value));
        lines.Add(line);
        Value += line.Value;
    }

    /// <summary>Ends the writing of a slip.</summary>
    public Result Close() => Move(StockDocumentTrigger.Post, Reason);

    /// <param name="target">Of a transfer: where the goods go.</param>
    /// <param name="supplierId">Who delivered, or gets the goods back.</param>
    /// <param name="reference">The other side's number.</param>
    /// <param name="reason">Why; scrap, returns to the supplier, corrections and back-dating need one.</param>
    /// <param name="bookingDate">The day to book on; null is the day of posting.</param>
    /// <param name="purchaseOrderId">Of a receipt: the purchase order it answers.</param>
    public Result Describe(Warehouse? target, Guid? supplierId, string? reference, string? reason, LocalDate? bookingDate = null, Guid? purchaseOrderId = null)
    {
        if (IsSlip)
        {
            return Error.Refused("SpareParts.StockDocument.SlipsByOrder", "Parts of orders are handed out and taken back on the order's page.").On(nameof(Kind));
        }

        if (Kind == StockDocumentKind.Transfer && target is null)
        {
            return Error.Invalid("SpareParts.StockDocument.TargetMissing", "Say where the goods go.").On(nameof(TargetWarehouseId));
        }

        if (Kind == StockDocumentKind.SupplierReturn && supplierId is null)
        {
            return Error.Invalid("SpareParts.StockDocument.SupplierMissing", "Say to which supplier the goods go back.").On(nameof(SupplierId));
        }

        if ((bookingDate is not null || Kind is StockDocumentKind.Scrap or StockDocumentKind.Correction or StockDocumentKind.SupplierReturn) && string.IsNullOrWhiteSpace(reason))
        {
            return Error.Invalid("SpareParts.StockDocument.ReasonMissing", "Say why.").On(nameof(Reason));
        }

        (TargetWarehouseId, TargetBranchId) = Kind == StockDocumentKind.Transfer ? (target!.Id, target.BranchId) : ((Guid?)null, (Guid?)null);
        BookingDate = bookingDate;
        var isSuppliers = Kind is StockDocumentKind.Receipt or StockDocumentKind.SupplierReturn;
        PurchaseOrderId = isSuppliers ? purchaseOrderId : null;
        SupplierId = isSuppliers ? supplierId : null;
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
    /// <param name="serials">Of a serial-tracked part: which pieces.</param>
    /// <param name="purchaseLineId">Of a receipt: the line of the purchase order.</param>
    /// <param name="sourceLine">The line's number on the sender's paper.</param>
    /// <param name="exactPlace">No bin means outside of all bins, not anywhere.</param>
    public Result AddLine(
        Guid id, BookedPart part, string unit, decimal factor, decimal unitQuantity, decimal? unitCost, Guid? binId, Guid? targetBinId, IReadOnlyList<string>? serials = null, Guid? purchaseLineId = null,
        int? sourceLine = null, bool exactPlace = false)
    {
        var quantity = Rounding.Round(unitQuantity * factor, Part.QuantityDigits);
        if (quantity == 0)
        {
            return Error.Invalid("SpareParts.StockDocument.QuantityZero", "{0} {1} is nothing in {2}.", unitQuantity, unit, part.Unit).On("Quantity");
        }

        if (WholeUnits.Refusal(part.Number, part.Unit, quantity) is { } fraction)
        {
            return fraction;
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

        var line = new StockDocumentLine(id, Id, lines.Count == 0 ? 1 : lines.Max(l => l.Line) + 1, part.Id, unit, unitQuantity, quantity, unitCost, binId, targetBinId) { ExactPlace = exactPlace, PurchaseLineId = purchaseLineId, SourceLine = sourceLine };
        line.Name(part.SerialTracked ? serials ?? [] : []);
        lines.Add(line);
        return Edit();
    }

    /// <summary>Approves a correction as it is now, never by who wrote it.</summary>
    public Result Approve(Guid? personId, string person)
    {
        if (Kind != StockDocumentKind.Correction)
        {
            return Error.Refused("SpareParts.StockDocument.NothingToApprove", "Only corrections are approved before they are booked.");
        }

        if (personId == WrittenById)
        {
            return StockDocumentErrors.OwnCorrection;
        }

        var edited = lines.Count == 0 ? Error.Refused("SpareParts.StockDocument.NothingToApprove", "Add at least one line first.") : Edit();
        ApprovedBy = edited.Succeeded ? person : null;
        return edited;
    }

    /// <summary>Somebody changes the draft: what was approved is not what it says any more.</summary>
    public void ChangedBy(Guid? personId) => (WrittenById, ApprovedBy) = (personId, null);

    public Result RemoveLine(Guid lineId) =>
        Edit() is { Error: { } refused } ? refused
        : lines.RemoveAll(l => l.Id == lineId) > 0 ? Result.Success
        : StockDocumentErrors.LineNotFound;

    /// <summary>Whether it may be thrown away.</summary>
    public Result Discard() => Edit();

    /// <summary>Books every line, or none.</summary>
    public Result Post(string number, Shelves shelves, IReadOnlyDictionary<Guid, BookedPart> parts, Warehouse warehouse, Warehouse? target, Booking booking)
    {
        if (Kind == StockDocumentKind.Transfer && TargetBranchId != BranchId)
        {
            return Error.Refused("SpareParts.StockDocument.MustTravel", "Goods for another branch are sent, and that branch receives them.");
        }

        var posted = Move(StockDocumentTrigger.Post, BookingDate is null ? null : Reason);
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
                StockDocumentKind.Transfer => Transfer(line, part, shelves, warehouse, target!, line.TargetBinId, booking),
                StockDocumentKind.Scrap => Leave(MovementKind.Scrap, line, line.Quantity, part, shelves, warehouse, booking),
                StockDocumentKind.SupplierReturn => Leave(MovementKind.SupplierReturn, line, line.Quantity, part, shelves, warehouse, booking),
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

    /// <summary>
    /// Takes the document back by the exact opposite of each of its movements. Each place is undone in the reverse order of its bookings: what went through it, such as goods in transit, left it after it came.
    /// </summary>
    public Result Reverse(IReadOnlyCollection<Movement> movements, Shelves shelves, string reason, Booking booking)
    {
        var reversed = Move(StockDocumentTrigger.Reverse, reason);
        if (!reversed.Succeeded)
        {
            return reversed;
        }

        Guid[] places = [.. movements.Where(m => m.Quantity > 0).Select(m => m.WarehouseId).Distinct()];
        foreach (var line in lines.Where(l => l.SerialList.Count > 0))
        {
            var used = Kind == StockDocumentKind.Receipt || (Kind == StockDocumentKind.Correction && line.Quantity > 0)
                ? shelves.Pieces.TakeBack(line.PartId, line.SerialList, WarehouseId, booking)
                : Kind == StockDocumentKind.Return ? shelves.Pieces.IssueAgain(line.PartId, line.SerialList, OrderNumber!, booking)
                : shelves.Pieces.PutBack(line.PartId, line.SerialList, places, WarehouseId, booking);
            if (used is not null)
            {
                return used;
            }
        }

        return shelves.Undo(movements, Number!, booking);
    }

    /// <summary>The goods that left never arrived: they are written off out of transit, worth what they were.</summary>
    public Result WriteOff(string reason, Shelves shelves, IReadOnlyDictionary<Guid, BookedPart> parts, Warehouse transit, Booking booking)
    {
        var lost = Move(StockDocumentTrigger.WriteOff, reason);
        foreach (var line in lost.Succeeded ? lines : [])
        {
            var part = parts[line.PartId];
            if (shelves.Pieces.Take(part, line.SerialList, transit.Id, line.Quantity, booking) is { Succeeded: false } wrong)
            {
                return wrong;
            }

            shelves.Book(shelves.At(part.Id, part.Number, transit, null).Leave(MovementKind.Correction, line.Quantity, line.Value, booking, line.Line));
            line.Count(0);
        }

        (Person, PostedAt, Reason) = (booking.Person, booking.At, reason.Trim());
        return lost;
    }

    /// <summary>The goods leave: they lie in transit, worth what they were, until they are received.</summary>
    public Result Send(string number, Shelves shelves, IReadOnlyDictionary<Guid, BookedPart> parts, Warehouse warehouse, Warehouse transit, Booking booking)
    {
        var sent = Move(StockDocumentTrigger.Send, null);
        foreach (var line in sent.Succeeded ? lines : [])
        {
            var moved = Transfer(line, parts[line.PartId], shelves, warehouse, transit, null, booking);
            if (!moved.Succeeded)
            {
                return moved;
            }
        }

        (Number, SentAt, SentBy, SentById, Person, Value) = (number, booking.At, booking.Person, booking.PersonId, booking.Person, lines.Sum(l => l.Value));
        return sent;
    }

    /// <summary>The goods arrive as they were counted: what is missing is written off out of transit, what is too much comes in at the sent cost.</summary>
    /// <param name="arrived">What came of each line; a line not named came in full.</param>
    /// <param name="reason">Why it is not what was sent; needed then.</param>
    /// <param name="shelves">The shelves of both branches.</param>
    /// <param name="parts">The parts of the lines.</param>
    /// <param name="transit">Where the goods are.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="booking">Of the receiver.</param>
    public Result Receive(
        IReadOnlyList<ArrivedLine> arrived, string? reason, Shelves shelves, IReadOnlyDictionary<Guid, BookedPart> parts, Warehouse transit, Warehouse target, Booking booking)
    {
        var received = Move(StockDocumentTrigger.Receive, reason);
        foreach (var line in received.Succeeded ? lines : [])
        {
            var count = arrived.FirstOrDefault(a => a.LineId == line.Id);
            var came = count?.Quantity ?? line.Quantity;
            if (came != line.Quantity && string.IsNullOrWhiteSpace(reason))
            {
                return Error.Invalid("SpareParts.StockDocument.DifferenceUnexplained", "Say why {0} {1} were sent and {2} came.", line.Quantity, parts[line.PartId].Number, came).On(nameof(Reason));
            }

            var moved = Arrive(line, came, count?.Serials ?? line.SerialList, parts[line.PartId], shelves, transit, target, booking);
            if (!moved.Succeeded)
            {
                return moved;
            }
        }

        (Person, PostedAt) = (booking.Person, booking.At);
        Reason = string.IsNullOrWhiteSpace(reason) ? Reason : reason.Trim();
        return received;
    }

    private static Result Arrive(
        StockDocumentLine line, decimal came, IReadOnlyList<string> serials, BookedPart part, Shelves shelves, Warehouse transit, Warehouse target, Booking booking)
    {
        var way = shelves.At(part.Id, part.Number, transit, null);
        var inFull = Math.Min(came, line.Quantity);
        var value = inFull == line.Quantity ? line.Value : Rounding.Round(line.Value * inFull / line.Quantity, booking.Digits);
        if (part.SerialTracked)
        {
            var missing = line.SerialList.Except(serials).ToArray();
            var pieces = shelves.Pieces.Take(part, missing, transit.Id, line.Quantity - inFull, booking) is { Succeeded: false } wrong ? wrong : shelves.Pieces.Carry(part, serials, transit.Id, target, came, booking);
            if (!pieces.Succeeded)
            {
                return pieces;
            }
        }

        if (inFull > 0)
        {
            shelves.Book(way.Leave(MovementKind.TransferOut, inFull, value, booking, line.Line));
            shelves.Book(shelves.At(part.Id, part.Number, target, line.TargetBinId).Add(MovementKind.TransferIn, inFull, value, booking, line.Line));
        }

        if (came < line.Quantity)
        {
            shelves.Book(way.Leave(MovementKind.Correction, line.Quantity - inFull, line.Value - value, booking, line.Line));
        }
        else if (came > line.Quantity)
        {
            var more = came - line.Quantity;
            shelves.Book(shelves.At(part.Id, part.Number, target, line.TargetBinId).Add(MovementKind.Correction, more, Rounding.Round(line.Value * more / line.Quantity, booking.Digits), booking, line.Line));
        }

        line.Count(came);
        return Result.Success;
    }

    private static Result Enter(MovementKind kind, StockDocumentLine line, decimal value, BookedPart part, Shelves shelves, Warehouse warehouse, Booking booking)
    {
        if (shelves.Pieces.Add(part, line.SerialList, warehouse, line.Quantity, kind == MovementKind.Receipt && line.UnitCost > 0 ? line.Id : null, booking) is { Succeeded: false } wrong)
        {
            return wrong;
        }

        line.Worth(part.CustomerOwned ? 0 : value);
        shelves.Book(shelves.At(part.Id, part.Number, warehouse, line.BinId).Add(kind, line.Quantity, line.Value, booking, line.Line));
        return Result.Success;
    }

    private static Result Leave(MovementKind kind, StockDocumentLine line, decimal quantity, BookedPart part, Shelves shelves, Warehouse warehouse, Booking booking, Warehouse? target = null)
    {
        var pieces = target is null ? shelves.Pieces.Take(part, line.SerialList, warehouse.Id, quantity, booking) : shelves.Pieces.Carry(part, line.SerialList, warehouse.Id, target, quantity, booking);
        if (!pieces.Succeeded)
        {
            return pieces;
        }

        var free = shelves.Free(part.Id, warehouse.Id, line.BinId).Where(i => !line.ExactPlace || i.BinId == line.BinId).ToArray();
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

    private static Result Transfer(StockDocumentLine line, BookedPart part, Shelves shelves, Warehouse warehouse, Warehouse target, Guid? targetBinId, Booking booking)
    {
        var left = Leave(MovementKind.TransferOut, line, line.Quantity, part, shelves, warehouse, booking, target);
        if (left.Succeeded)
        {
            line.Worth(-line.Value);
            shelves.Book(shelves.At(part.Id, part.Number, target, targetBinId).Add(MovementKind.TransferIn, line.Quantity, line.Value, booking, line.Line));
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

    /// <summary>Where it left or came in, when that is not the document's warehouse: slips take from several.</summary>
    public Guid? WarehouseId { get; init; }

    /// <summary>No bin means outside of all bins, not anywhere: a count says where.</summary>
    public bool ExactPlace { get; init; }

    /// <summary>Of a receipt: the line of the purchase order that it answers.</summary>
    public Guid? PurchaseLineId { get; init; }

    /// <summary>The line's number on the sender's paper, by which it is known again.</summary>
    public int? SourceLine { get; init; }

    /// <summary>Of a serial-tracked part: which pieces, one a line.</summary>
    public string? Serials { get; private set; }

    /// <summary>Of a sent transfer: how many were counted on arrival, in the part's own unit.</summary>
    public decimal? Arrived { get; private set; }

    /// <summary>Value moved; set when posted.</summary>
    public decimal Value { get; private set; }

    public IReadOnlyList<string> SerialList => Serials?.Split('\n') ?? [];

    public decimal QuantityValue(int digits) => Rounding.Round(UnitQuantity * (UnitCost ?? 0), digits);

    public void Worth(decimal value) => Value = value;

    public void Count(decimal arrived) => Arrived = arrived;

    public void Name(IReadOnlyList<string> serials)
    {
        var clean = serials.Where(s => !string.IsNullOrWhiteSpace(s)).Select(Codes.Clean).ToArray();
        Serials = clean.Length == 0 ? null : string.Join('\n', clean);
    }
}
