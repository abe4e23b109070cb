using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Purchasing;

/// <summary>Who does something; the identity is null for a program.</summary>
internal readonly record struct Person(Guid? Id, string Name);

/// <summary>What goods are packed in, and how many of their own unit are in one.</summary>
internal sealed record Packaging(string Unit, decimal Factor);

/// <summary>What came of one line of an order.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Accepted">Good, and put into stock.</param>
/// <param name="Rejected">Failed the inspection; not put into stock.</param>
/// <param name="Reason">Why; needed when something was rejected.</param>
internal sealed record Delivered(Guid LineId, decimal Accepted, decimal Rejected, string? Reason);

/// <summary>
/// An order to a supplier. Invariants: received is the sum of the receipts · no line takes in more than was ordered and the tolerance allow · a delivery note is taken in
/// once · the amount is the sum of the lines, unrounded as they are printed · above the branch's limit it goes out as another person approved it.
/// </summary>
internal sealed class PurchaseOrder : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<PurchaseOrderLine> lines = [];
    private readonly List<PurchaseReceipt> receipts = [];
    private readonly List<SupplierInvoice> invoices = [];

    private PurchaseOrder()
    {
    }

    public PurchaseOrder(Guid id, string number, Warehouse warehouse, Guid supplierId, string currency, Guid? proposalId, Instant now, Person by)
    {
        Id = id;
        Number = number;
        BranchId = warehouse.BranchId;
        WarehouseId = warehouse.Id;
        SupplierId = supplierId;
        Currency = currency;
        ProposalId = proposalId;
        CreatedAt = now;
        (Person, PersonId, ChangedById) = (by.Name, by.Id, by.Id);
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

    /// <summary>Who wrote it: of an order made of a proposal, who approved that. Null is a program.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>Who changed it last; null is a program.</summary>
    public Guid? ChangedById { get; private set; }

    /// <summary>Who approved what it says now; a change takes the approval away.</summary>
    public string? ApprovedBy { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    /// <summary>The day it went to the supplier.</summary>
    public LocalDate? OrderedOn { get; private set; }

    /// <summary>The last day by which all should be there, as far as the supplier has confirmed or promised it.</summary>
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

    /// <summary>Adds a line; quantity and price are those of the part's unit, whatever it is packed in.</summary>
    public Result AddLine(Guid id, Guid partId, string partNumber, string? supplierNumber, string unit, decimal quantity, decimal price, int leadDays, Packaging? packed, Guid? changedBy)
    {
        lines.Add(new PurchaseOrderLine(id, Id, lines.Count == 0 ? 1 : lines.Max(l => l.Line) + 1, partId, partNumber, supplierNumber, unit, quantity, price, leadDays, packed));
        return Changed(changedBy);
    }

    public Result RemoveLine(Guid lineId, Guid? changedBy) => lines.RemoveAll(l => l.Id == lineId) == 0 ? PurchasingErrors.LineNotFound : Changed(changedBy);

    /// <summary>Whether somebody wrote it, or changed it last. Programs are one another's.</summary>
    public bool IsOwnOf(Person who) => who.Id == PersonId || who.Id == ChangedById;

    /// <summary>Approves what it says now. Neither who wrote it, nor who changed it last, nor who approved its proposal, which is who wrote it.</summary>
    public Result Approve(Person by, Instant now)
    {
        if (IsOwnOf(by))
        {
            return PurchasingErrors.OwnOrder;
        }

        var moved = Move(PurchaseOrderTrigger.Approve, null);
        if (moved.Succeeded)
        {
            (ApprovedBy, ApprovedAt) = (by.Name, now);
        }

        return moved;
    }

    /// <summary>Whoever may approve any amount has approved the proposal of which it was made and which says the same.</summary>
    public void ApprovedWithProposal(Instant now) => (ApprovedBy, ApprovedAt) = (Person, now);

    /// <summary>Goes to the supplier, with the value that it has now; from then on its quantities change by what the supplier is told.</summary>
    /// <param name="today">The day.</param>
    /// <param name="limit">What may go out without another person's approval.</param>
    public Result Order(LocalDate today, decimal limit)
    {
        if (State == PurchaseOrderState.Draft && Amount > limit && ApprovedBy is null)
        {
            return PurchasingErrors.NotApproved(Amount, limit);
        }

        var moved = Move(PurchaseOrderTrigger.Order, null);
        if (moved.Succeeded)
        {
            lines.ForEach(l => l.Expect(today));
            OrderedOn = today;
            ExpectedOn = lines.Max(l => l.DueOn);
        }

        return moved;
    }

    /// <summary>Wants less of a line than was ordered: never less than came, and nothing is a reason to call off or to close.</summary>
    public Result Reduce(Guid lineId, decimal quantity, decimal underPercent)
    {
        if (lines.Find(l => l.Id == lineId) is not { } line)
        {
            return PurchasingErrors.LineNotFound;
        }

        if (quantity >= line.Quantity || quantity < line.Received)
        {
            return Error.Refused("SpareParts.PurchaseOrder.OnlyLess", "Less is wanted between {0}, which came, and {1}, which is ordered. For more say that you want more.", line.Received, line.Quantity).On("Quantity");
        }

        line.Reduce(quantity, underPercent);
        Amount = lines.Sum(l => l.Amount);
        return Move(PurchaseOrderTrigger.Change, null);
    }

    /// <summary>Wants more of a line than was ordered; what the supplier confirmed of the quantity is asked anew.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="quantity">All of it, in the part's unit.</param>
    /// <param name="limit">What the whole order may be worth without another person's approval.</param>
    /// <param name="underPercent">So much may be missing of a complete line.</param>
    public Result Increase(Guid lineId, decimal quantity, decimal limit, decimal underPercent)
    {
        if (lines.Find(l => l.Id == lineId) is not { } line)
        {
            return PurchasingErrors.LineNotFound;
        }

        if (quantity <= line.Quantity)
        {
            return Error.Refused("SpareParts.PurchaseOrder.OnlyMore", "{0} are ordered: enter more than that, or say that you want less.", line.Quantity).On("Quantity");
        }

        var amount = Amount + ((quantity - line.Quantity) * line.Price);
        if (amount > limit)
        {
            return PurchasingErrors.IncreaseNotApproved(amount, limit);
        }

        line.Increase(quantity, underPercent);
        Amount = amount;
        return Move(PurchaseOrderTrigger.Change, null);
    }

    /// <summary>Notes what the supplier confirmed of a line. What is paid is still judged by what was ordered.</summary>
    public Result Confirm(Guid lineId, LocalDate? day, decimal? quantity, decimal? price, decimal underPercent)
    {
        if (lines.Find(l => l.Id == lineId) is not { } line)
        {
            return PurchasingErrors.LineNotFound;
        }

        if (day < OrderedOn)
        {
            return Error.Invalid("SpareParts.PurchaseOrder.ConfirmedTooEarly", "It was ordered on {0}: nothing is confirmed for a day before.", OrderedOn!.Value).On("Day");
        }

        if (quantity > line.Quantity || quantity <= line.Received)
        {
            return Error.Refused("SpareParts.PurchaseOrder.ConfirmedTooMuch", "{0} are ordered and {1} came: what is confirmed is more than came, and not more than ordered.", line.Quantity, line.Received).On("Quantity");
        }

        line.Confirm(day, quantity, price, underPercent);
        ExpectedOn = lines.Where(l => l.Open > 0).Max(l => l.DueOn) ?? ExpectedOn;
        return Move(PurchaseOrderTrigger.Confirm, null);
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
        Judge();
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

        Judge();
        return Move(PurchaseOrderTrigger.TakeBack, $"{document.Number}: {reason}");
    }

    /// <summary>Gives the rest up.</summary>
    public Result Close(string reason) => Move(PurchaseOrderTrigger.Close, reason);

    /// <summary>Calls it off.</summary>
    public Result Cancel(string reason) => Move(PurchaseOrderTrigger.Cancel, reason);

    /// <summary>
    /// Notes the supplier's invoice, judged by what was ordered and what came: one whose prices are too far from the ordered ones is disputed until finance releases it, one for more than came as long as that is so.
    /// </summary>
    public Result Invoice(SupplierInvoice invoice, IReadOnlyList<(Guid LineId, decimal Quantity, decimal Price)> invoiced, PlanningRules rules, LocalDate today, IIdentifiers identifiers)
    {
        if (invoice.Day > today)
        {
            return Error.Invalid("SpareParts.PurchaseOrder.InvoiceInTheFuture", "An invoice isn't dated on a day that has not come.").On(nameof(invoice.Day));
        }

        if (invoice.Day < OrderedOn)
        {
            return Error.Invalid("SpareParts.PurchaseOrder.InvoiceBeforeOrder", "It was ordered on {0}: an invoice of a day before belongs to another order.", OrderedOn.Value).On(nameof(invoice.Day));
        }

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

            invoice.Add(identifiers.NewId(), line, quantity, price, rules.PricePercent, Currencies.MinorDigits(Currency));
        }

        invoices.Add(invoice);
        Judge();
        return Result.Success;
    }

    /// <summary>Accepts a disputed invoice as it is.</summary>
    public Result ReleaseInvoice(Guid invoiceId, string reason, string person)
    {
        if (invoices.Find(i => i.Id == invoiceId) is not { Disputed: true } invoice)
        {
            return Error.Refused("SpareParts.PurchaseOrder.NotDisputed", "This invoice is not disputed.");
        }

        invoice.Release(reason, person);
        Judge();
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

        var most = line.Wanted * (1 + (rules.OverDeliveryPercent / 100));
        if (line.Received + delivered.Accepted > most)
        {
            return Error.Refused("SpareParts.PurchaseOrder.TooMuch", "{0} of {1} are ordered and {2} came already; at most {3} more are taken in.", line.Quantity, line.PartNumber, line.Received, Math.Max(0, most - line.Received))
                .On(nameof(delivered.Accepted));
        }

        line.Take(delivered.Accepted, delivered.Rejected, receipt.Day, rules.UnderDeliveryPercent);
        receipt.Add(identifiers.NewId(), line, delivered);
        return null;
    }

    private Result Changed(Guid? by)
    {
        Amount = lines.Sum(l => l.Amount);
        ChangedById = by;
        (ApprovedBy, ApprovedAt) = (null, null);
        return Move(PurchaseOrderTrigger.Edit, null);
    }

    /// <summary>What was invoiced of each line, the oldest invoice first, against what came of it; what comes later answers an invoice that was early.</summary>
    private void Judge()
    {
        var came = lines.ToDictionary(l => l.Id, l => l.Received);
        foreach (var invoice in invoices.OrderBy(i => i.At).ThenBy(i => i.Id))
        {
            invoice.Judge(came);
        }

        Disputed = invoices.Exists(i => i.Disputed);
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

    public PurchaseOrderLine(Guid id, Guid orderId, int line, Guid partId, string partNumber, string? supplierNumber, string unit, decimal quantity, decimal price, int leadDays, Packaging? packed)
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
        (PackUnit, PackFactor) = (packed?.Unit ?? unit, packed?.Factor ?? 1);
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

    /// <summary>What it is packed in, as the supplier reads it; the part's unit where it isn't.</summary>
    public string PackUnit { get; private init; } = "";

    /// <summary>How many of the part's unit are in one.</summary>
    public decimal PackFactor { get; private init; } = 1;

    public decimal Quantity { get; private set; }

    /// <summary>Net price of one.</summary>
    public decimal Price { get; private init; }

    public int LeadDays { get; private init; }

    /// <summary>As the supplier's terms promise; by it the supplier is judged.</summary>
    public LocalDate? ExpectedOn { get; private set; }

    /// <summary>The day that the supplier confirmed; null as long as they have said nothing.</summary>
    public LocalDate? ConfirmedOn { get; private set; }

    public decimal? ConfirmedQuantity { get; private set; }

    public decimal? ConfirmedPrice { get; private set; }

    /// <summary>Came and passed the inspection.</summary>
    public decimal Received { get; private set; }

    /// <summary>Came and did not.</summary>
    public decimal Rejected { get; private set; }

    /// <summary>Still to come; 0 once the line is complete.</summary>
    public decimal Open { get; private set; }

    /// <summary>The day it was complete.</summary>
    public LocalDate? CompletedOn { get; private set; }

    public decimal Amount => Quantity * Price;

    /// <summary>When it is to come, as far as anybody knows.</summary>
    public LocalDate? DueOn => ConfirmedOn ?? ExpectedOn;

    internal decimal Wanted => ConfirmedQuantity ?? Quantity;

    internal bool IsComplete => Open == 0;

    public void Expect(LocalDate ordered) => ExpectedOn = ordered.PlusDays(LeadDays);

    public void Reduce(decimal quantity, decimal underPercent)
    {
        Quantity = quantity;
        ConfirmedQuantity = ConfirmedQuantity > quantity ? quantity : ConfirmedQuantity;
        Count(underPercent);
    }

    public void Increase(decimal quantity, decimal underPercent)
    {
        (Quantity, ConfirmedQuantity) = (quantity, null);
        Count(underPercent);
        CompletedOn = Open == 0 ? CompletedOn : null;
    }

    public void Confirm(LocalDate? day, decimal? quantity, decimal? price, decimal underPercent)
    {
        (ConfirmedOn, ConfirmedQuantity, ConfirmedPrice) = (day, quantity, price);
        Count(underPercent);
    }

    public void Take(decimal accepted, decimal rejected, LocalDate day, decimal underPercent)
    {
        Received += accepted;
        Rejected += rejected;
        Count(underPercent);
        CompletedOn = Open == 0 ? CompletedOn ?? day : null;
    }

    public void GiveBack(decimal accepted, decimal rejected, decimal underPercent)
    {
        Received -= accepted;
        Rejected -= rejected;
        Count(underPercent);
        CompletedOn = Open == 0 ? CompletedOn : null;
    }

    private void Count(decimal underPercent) => Open = Received >= Wanted * (1 - (underPercent / 100)) ? 0 : Wanted - Received;
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

/// <summary>The supplier's invoice for an order, judged by what was ordered and what came.</summary>
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

    /// <summary>Why it was accepted though it differs.</summary>
    public string? ReleaseReason { get; private set; }

    public string? ReleasedBy { get; private set; }

    public IReadOnlyList<SupplierInvoiceLine> Lines => lines;

    /// <summary>A price is too far off, or more is invoiced than came, and nobody has released it.</summary>
    public bool Disputed { get; private set; }

    public decimal Amount { get; private set; }

    /// <summary>What it costs more than ordered, or less: the goods lie at the ordered price, so the difference is a variance of the purchase.</summary>
    public decimal Variance { get; private set; }

    public void Release(string reason, string person) => (ReleaseReason, ReleasedBy) = (reason.Trim(), person);

    internal void Add(Guid id, PurchaseOrderLine line, decimal quantity, decimal price, decimal tolerance, int digits)
    {
        var added = new SupplierInvoiceLine(id, Id, line, quantity, price, tolerance);
        lines.Add(added);
        Amount += Rounding.Round(quantity * price, digits);
        Variance += Rounding.Round(quantity * price, digits) - Rounding.Round(quantity * line.Price, digits);
    }

    /// <param name="came">What came of each line and was not invoiced by an earlier invoice; what this one takes is taken off.</param>
    internal void Judge(Dictionary<Guid, decimal> came)
    {
        foreach (var line in lines)
        {
            var left = came.GetValueOrDefault(line.LineId);
            line.Judge(Math.Max(0, line.Quantity - left));
            came[line.LineId] = Math.Max(0, left - line.Quantity);
        }

        Disputed = ReleasedBy is null && lines.Exists(l => l.FarOff || l.TooMany > 0);
    }
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

    /// <summary>How many of them did not come.</summary>
    public decimal TooMany { get; private set; }

    internal void Judge(decimal tooMany) => TooMany = tooMany;
}
