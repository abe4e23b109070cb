using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Purchasing;

/// <summary>What came of one line of an order.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Accepted">Good, and put into stock.</param>
/// <param name="Rejected">Failed the inspection; not put into stock.</param>
/// <param name="Reason">Why; needed when something was rejected.</param>
internal sealed record Delivered(Guid LineId, decimal Accepted, decimal Rejected, string? Reason);

/// <summary>
/// An order to a supplier. Invariants: received is the sum of the receipts · no line takes in more than was ordered and the tolerance allow · a delivery note is taken in
/// once · the amount is the sum of the lines, unrounded as they are printed.
/// </summary>
internal sealed class PurchaseOrder : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<PurchaseOrderLine> lines = [];
    private readonly List<PurchaseReceipt> receipts = [];
    private readonly List<SupplierInvoice> invoices = [];

    private PurchaseOrder()
    {
    }

    public PurchaseOrder(Guid id, string number, Warehouse warehouse, Guid supplierId, string currency, Guid? proposalId, Instant now, string person)
    {
        Id = id;
        Number = number;
        BranchId = warehouse.BranchId;
        WarehouseId = warehouse.Id;
        SupplierId = supplierId;
        Currency = currency;
        ProposalId = proposalId;
        CreatedAt = now;
        Person = person;
    }

    public Guid BranchId { get; private init; }

    public string Number { get; private init; } = "";

    public Guid SupplierId { get; private init; }

    /// <summary>Where the goods are to come.</summary>
    public Guid WarehouseId { get; private init; }

    // For lists only; no rule looks at them.
    public Supplier Supplier { get; private init; } = null!;

    public Warehouse Warehouse { get; private init; } = null!;

    public string Currency { get; private init; } = "";

    /// <summary>The proposal it was made of.</summary>
    public Guid? ProposalId { get; private init; }

    public PurchaseOrderState State { get; private set; }

    public Instant CreatedAt { get; private init; }

    public string Person { get; private init; } = "";

    /// <summary>The day it went to the supplier.</summary>
    public LocalDate? OrderedOn { get; private set; }

    /// <summary>The last day by which all should be there.</summary>
    public LocalDate? ExpectedOn { get; private set; }

    /// <summary>A word to the supplier.</summary>
    public string? Note { get; private set; }

    public decimal Amount { get; private set; }

    /// <summary>An invoice is too far off and nobody has released it.</summary>
    public bool Disputed { get; private set; }

    public IReadOnlyList<PurchaseOrderLine> Lines => lines;

    public IReadOnlyList<PurchaseReceipt> Receipts => receipts;

    public IReadOnlyList<SupplierInvoice> Invoices => invoices;

    internal bool IsComplete => lines.TrueForAll(l => l.IsComplete);

    internal bool HasCome => lines.Exists(l => l.Received > 0 || l.Rejected > 0);

    public Result Describe(string? note)
    {
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        return Move(PurchaseOrderTrigger.Edit, null);
    }

    /// <summary>Adds a line, in the part's unit.</summary>
    public Result AddLine(Guid id, Guid partId, string partNumber, string? supplierNumber, string unit, decimal quantity, decimal price, int leadDays)
    {
        lines.Add(new PurchaseOrderLine(id, Id, lines.Count == 0 ? 1 : lines.Max(l => l.Line) + 1, partId, partNumber, supplierNumber, unit, quantity, price, leadDays));
        Amount = lines.Sum(l => l.Amount);
        return Move(PurchaseOrderTrigger.Edit, null);
    }

    public Result RemoveLine(Guid lineId)
    {
        if (lines.RemoveAll(l => l.Id == lineId) == 0)
        {
            return PurchasingErrors.LineNotFound;
        }

        Amount = lines.Sum(l => l.Amount);
        return Move(PurchaseOrderTrigger.Edit, null);
    }

    /// <summary>Goes to the supplier; from now on nothing of it changes.</summary>
    public Result Order(LocalDate today)
    {
        var moved = Move(PurchaseOrderTrigger.Order, null);
        if (moved.Succeeded)
        {
            lines.ForEach(l => l.Expect(today));
            (OrderedOn, ExpectedOn) = (today, lines.Max(l => l.ExpectedOn));
        }

        return moved;
    }

    /// <summary>Takes goods in: what passed the inspection counts as received.</summary>
    public Result Receive(PurchaseReceipt receipt, IReadOnlyList<Delivered> delivered, PlanningRules rules, IIdentifiers identifiers)
    {
        if (receipts.Exists(r => r.DeliveryNote.Equals(receipt.DeliveryNote, StringComparison.OrdinalIgnoreCase)))
        {
            return Error.Refused("SpareParts.PurchaseOrder.ReceivedAlready", "Delivery note {0} was taken in already.", receipt.DeliveryNote).On("DeliveryNote");
        }

        for (var i = 0; i < delivered.Count; i++)
        {
            if (Take(receipt, delivered[i], rules, identifiers) is { } wrong)
            {
                return wrong.On($"Lines[{i}].{wrong.Field}");
            }
        }

        receipts.Add(receipt);
        return Move(PurchaseOrderTrigger.Receive, null);
    }

    /// <summary>A document by which goods of a delivery came in was taken back: they count as never come, and the order waits for them again.</summary>
    /// <param name="document">The document, of the good goods or of the rejected ones.</param>
    /// <param name="underPercent">How much a line may lack and yet be complete.</param>
    /// <param name="reason">Why.</param>
    public Result TakeBack(StockDocument document, decimal underPercent, string reason)
    {
        if (receipts.Find(r => r.DeliveryNote == document.Reference) is not { } receipt)
        {
            return Result.Success;
        }

        var isGood = receipt.StockDocumentId == document.Id;
        foreach (var moved in document.Lines)
        {
            if (moved.PurchaseLineId is { } lineId && lines.Find(l => l.Id == lineId) is { } line)
            {
                line.GiveBack(isGood ? moved.Quantity : 0, isGood ? 0 : moved.Quantity, underPercent);
                receipt.GiveBack(lineId, isGood);
            }
        }

        if (receipt.Lines.Count == 0)
        {
            receipts.Remove(receipt);
        }

        return Move(PurchaseOrderTrigger.TakeBack, $"{document.Number}: {reason}");
    }

    /// <summary>Gives the rest up.</summary>
    public Result Close(string reason) => Move(PurchaseOrderTrigger.Close, reason);

    /// <summary>Calls it off.</summary>
    public Result Cancel(string reason) => Move(PurchaseOrderTrigger.Cancel, reason);

    /// <summary>Notes the supplier's invoice; one whose prices are too far from the ordered ones is disputed until somebody releases it.</summary>
    public Result Invoice(SupplierInvoice invoice, IReadOnlyList<(Guid LineId, decimal Quantity, decimal Price)> invoiced, PlanningRules rules, IIdentifiers identifiers)
    {
        if (State is PurchaseOrderState.Draft or PurchaseOrderState.Cancelled)
        {
            return Error.Refused("SpareParts.PurchaseOrder.NothingToInvoice", "Nothing was ordered by it.");
        }

        if (invoices.Exists(i => i.Number.Equals(invoice.Number, StringComparison.OrdinalIgnoreCase)))
        {
            return Error.Refused("SpareParts.PurchaseOrder.InvoicedAlready", "Invoice {0} was noted already.", invoice.Number).On("Number");
        }

        foreach (var (lineId, quantity, price) in invoiced)
        {
            if (lines.Find(l => l.Id == lineId) is not { } line)
            {
                return PurchasingErrors.LineNotFound;
            }

            invoice.Add(identifiers.NewId(), line, quantity, price, rules.PricePercent);
        }

        invoices.Add(invoice);
        Disputed = invoices.Exists(i => i.IsDisputed);
        return Result.Success;
    }

    /// <summary>Accepts the prices of a disputed invoice.</summary>
    public Result ReleaseInvoice(Guid invoiceId, string reason, string person)
    {
        if (invoices.Find(i => i.Id == invoiceId) is not { IsDisputed: true } invoice)
        {
            return Error.Refused("SpareParts.PurchaseOrder.NotDisputed", "This invoice is not disputed.");
        }

        invoice.Release(reason, person);
        Disputed = invoices.Exists(i => i.IsDisputed);
        return Result.Success;
    }

    /// <inheritdoc />
    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(PurchaseOrder),
        Code = Number,
        Title = Number,
        Subtitle = Note ?? "",
        Href = $"/spare-parts/purchase-orders/{Id}",
        Permission = SparePartsPermissions.PurchaseRead,
        BranchId = BranchId,
        Text = SearchText.Normalize($"{Number} {Note}"),
    };

    /// <inheritdoc />
    public bool IsDescribedBy(string property) => property is nameof(Note);

    private Error? Take(PurchaseReceipt receipt, Delivered delivered, PlanningRules rules, IIdentifiers identifiers)
    {
        if (lines.Find(l => l.Id == delivered.LineId) is not { } line)
        {
            return PurchasingErrors.LineNotFound.On(nameof(delivered.LineId));
        }

        if (delivered.Rejected > 0 && string.IsNullOrWhiteSpace(delivered.Reason))
        {
            return Error.Invalid("SpareParts.PurchaseOrder.RejectReasonMissing", "Say what is wrong with the rejected ones.").On(nameof(delivered.Reason));
        }

        var most = line.Quantity * (1 + (rules.OverDeliveryPercent / 100));
        if (line.Received + delivered.Accepted > most)
        {
            return Error.Refused("SpareParts.PurchaseOrder.TooMuch", "{0} of {1} are ordered and {2} came already; at most {3} more are taken in.", line.Quantity, line.PartNumber, line.Received, Math.Max(0, most - line.Received))
                .On(nameof(delivered.Accepted));
        }

        line.Take(delivered.Accepted, delivered.Rejected, receipt.Day, rules.UnderDeliveryPercent);
        receipt.Add(identifiers.NewId(), line, delivered);
        return null;
    }

    private Result Move(PurchaseOrderTrigger trigger, string? reason)
    {
        var next = PurchaseOrderLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        if (next.Value != State)
        {
            Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
            State = next.Value;
        }

        return Result.Success;
    }
}

/// <summary>One part on an order to a supplier, counted in the part's unit.</summary>
internal sealed class PurchaseOrderLine : Entity
{
    private PurchaseOrderLine()
    {
    }

    public PurchaseOrderLine(Guid id, Guid orderId, int line, Guid partId, string partNumber, string? supplierNumber, string unit, decimal quantity, decimal price, int leadDays)
    {
        Id = id;
        PurchaseOrderId = orderId;
        Line = line;
        PartId = partId;
        PartNumber = partNumber;
        SupplierNumber = supplierNumber;
        Unit = unit;
        Quantity = quantity;
        Price = price;
        LeadDays = leadDays;
        Open = quantity;
    }

    public Guid PurchaseOrderId { get; private init; }

    public int Line { get; private init; }

    public Guid PartId { get; private init; }

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    public string PartNumber { get; private init; } = "";

    /// <summary>The supplier's own number for the part.</summary>
    public string? SupplierNumber { get; private init; }

    public string Unit { get; private init; } = "";

    public decimal Quantity { get; private init; }

    /// <summary>Net price of one.</summary>
    public decimal Price { get; private init; }

    public int LeadDays { get; private init; }

    public LocalDate? ExpectedOn { get; private set; }

    /// <summary>Came and passed the inspection.</summary>
    public decimal Received { get; private set; }

    /// <summary>Came and did not.</summary>
    public decimal Rejected { get; private set; }

    /// <summary>Still to come; 0 once the line is complete.</summary>
    public decimal Open { get; private set; }

    /// <summary>The day it was complete.</summary>
    public LocalDate? CompletedOn { get; private set; }

    public decimal Amount => Quantity * Price;

    internal bool IsComplete => Open == 0;

    public void Expect(LocalDate ordered) => ExpectedOn = ordered.PlusDays(LeadDays);

    public void Take(decimal accepted, decimal rejected, LocalDate day, decimal underPercent)
    {
        Received += accepted;
        Rejected += rejected;
        Open = Received >= Quantity * (1 - (underPercent / 100)) ? 0 : Quantity - Received;
        CompletedOn = Open == 0 ? CompletedOn ?? day : null;
    }

    public void GiveBack(decimal accepted, decimal rejected, decimal underPercent)
    {
        Received -= accepted;
        Rejected -= rejected;
        Open = Received >= Quantity * (1 - (underPercent / 100)) ? 0 : Quantity - Received;
        CompletedOn = Open == 0 ? CompletedOn : null;
    }
}

/// <summary>One delivery against an order, inspected.</summary>
internal sealed class PurchaseReceipt : Entity
{
    private readonly List<PurchaseReceiptLine> lines = [];

    private PurchaseReceipt()
    {
    }

    public PurchaseReceipt(Guid id, Guid orderId, string deliveryNote, LocalDate day, Instant now, string person)
    {
        Id = id;
        PurchaseOrderId = orderId;
        DeliveryNote = deliveryNote.Trim();
        Day = day;
        At = now;
        Person = person;
    }

    public Guid PurchaseOrderId { get; private init; }

    public string DeliveryNote { get; private init; } = "";

    public LocalDate Day { get; private init; }

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";

    /// <summary>The stock document by which the accepted goods came in; null when all was rejected.</summary>
    public Guid? StockDocumentId { get; private set; }

    public string? StockDocumentNumber { get; private set; }

    public IReadOnlyList<PurchaseReceiptLine> Lines => lines;

    public void BookedBy(Guid documentId, string number) => (StockDocumentId, StockDocumentNumber) = (documentId, number);

    internal void Add(Guid id, PurchaseOrderLine line, Delivered delivered) => lines.Add(new PurchaseReceiptLine(id, Id, line, delivered));

    internal void GiveBack(Guid lineId, bool good)
    {
        foreach (var line in lines.FindAll(l => l.LineId == lineId))
        {
            line.GiveBack(good);
            if (line.Accepted == 0 && line.Rejected == 0)
            {
                lines.Remove(line);
            }
        }

        if (good)
        {
            (StockDocumentId, StockDocumentNumber) = (null, null);
        }
    }
}

/// <summary>What of one part was in a delivery.</summary>
internal sealed class PurchaseReceiptLine : Entity
{
    private PurchaseReceiptLine()
    {
    }

    public PurchaseReceiptLine(Guid id, Guid receiptId, PurchaseOrderLine line, Delivered delivered)
    {
        Id = id;
        PurchaseReceiptId = receiptId;
        LineId = line.Id;
        PartId = line.PartId;
        (Accepted, Rejected, Reason) = (delivered.Accepted, delivered.Rejected, delivered.Rejected > 0 ? delivered.Reason?.Trim() : null);
    }

    public Guid PurchaseReceiptId { get; private init; }

    /// <summary>The order's line.</summary>
    public Guid LineId { get; private init; }

    public Guid PartId { get; private init; }

    public decimal Accepted { get; private set; }

    public decimal Rejected { get; private set; }

    public string? Reason { get; private init; }

    internal void GiveBack(bool good) => (Accepted, Rejected) = (good ? 0 : Accepted, good ? Rejected : 0);
}

/// <summary>The supplier's invoice for an order, as far as its prices go.</summary>
internal sealed class SupplierInvoice : Entity
{
    private readonly List<SupplierInvoiceLine> lines = [];

    private SupplierInvoice()
    {
    }

    public SupplierInvoice(Guid id, Guid orderId, string number, LocalDate day, Instant now, string person)
    {
        Id = id;
        PurchaseOrderId = orderId;
        Number = number.Trim();
        Day = day;
        At = now;
        Person = person;
    }

    public Guid PurchaseOrderId { get; private init; }

    public string Number { get; private init; } = "";

    public LocalDate Day { get; private init; }

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";

    /// <summary>Why its prices were accepted though they are far off.</summary>
    public string? ReleaseReason { get; private set; }

    public string? ReleasedBy { get; private set; }

    public IReadOnlyList<SupplierInvoiceLine> Lines => lines;

    internal bool IsDisputed => ReleasedBy is null && lines.Exists(l => l.FarOff);

    public void Release(string reason, string person) => (ReleaseReason, ReleasedBy) = (reason.Trim(), person);

    internal void Add(Guid id, PurchaseOrderLine line, decimal quantity, decimal price, decimal tolerance) => lines.Add(new SupplierInvoiceLine(id, Id, line, quantity, price, tolerance));
}

/// <summary>One part on a supplier's invoice.</summary>
internal sealed class SupplierInvoiceLine : Entity
{
    private SupplierInvoiceLine()
    {
    }

    public SupplierInvoiceLine(Guid id, Guid invoiceId, PurchaseOrderLine line, decimal quantity, decimal price, decimal tolerance)
    {
        Id = id;
        SupplierInvoiceId = invoiceId;
        LineId = line.Id;
        (Quantity, Price, OrderedPrice) = (quantity, price, line.Price);
        FarOff = Math.Abs(price - line.Price) * 100 > line.Price * tolerance;
    }

    public Guid SupplierInvoiceId { get; private init; }

    /// <summary>The order's line.</summary>
    public Guid LineId { get; private init; }

    public decimal Quantity { get; private init; }

    public decimal Price { get; private init; }

    public decimal OrderedPrice { get; private init; }

    /// <summary>The price is further from the ordered one than the rule allows.</summary>
    public bool FarOff { get; private init; }
}
