using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Defects;

/// <summary>How the defect was found.</summary>
public enum DefectSource
{
    /// <summary>Failed the inspection of a delivery.</summary>
    Rejected,

    /// <summary>Failed on the shelf.</summary>
    OnTheShelf,

    /// <summary>Was taken out of a device in a repair.</summary>
    Repair,
}

/// <summary>Where defective goods came from.</summary>
/// <param name="SupplierId">Who supplied them.</param>
/// <param name="PurchaseOrderId">By which order.</param>
/// <param name="PurchaseOrderNumber">Its number.</param>
/// <param name="DeliveryNote">The supplier's number of the delivery.</param>
/// <param name="ReceivedOn">The day they came; null when nobody knows.</param>
/// <param name="UnitCost">What one cost; null when nobody knows.</param>
internal sealed record Origin(Guid SupplierId, Guid? PurchaseOrderId, string? PurchaseOrderNumber, string? DeliveryNote, LocalDate? ReceivedOn, decimal? UnitCost);

/// <summary>
/// Goods of one part that are defective and lie apart: what is wrong with them, who supplied them at which price, and what becomes of them. The ledger says how many lie there;
/// this says why, and it leaves no goods behind: what leaves in part is split off first.
/// </summary>
internal sealed class DefectivePart : Aggregate, IBranchOwned
{
    private DefectivePart()
    {
    }

    public DefectivePart(Guid id, Guid branchId, DefectSource source, Guid partId, string partNumber, string unit, decimal quantity, IReadOnlyList<string> serials, string defect, Instant now, string person)
    {
        Id = id;
        BranchId = branchId;
        Source = source;
        (PartId, PartNumber, Unit) = (partId, partNumber, unit);
        Quantity = quantity;
        Name(serials);
        Defect = defect.Trim();
        (FoundAt, Person) = (now, person);
    }

    public Guid BranchId { get; private init; }

    public DefectSource Source { get; private init; }

    public DefectState State { get; private set; }

    public Guid PartId { get; private init; }

    public string PartNumber { get; private init; } = "";

    public string Unit { get; private init; } = "";

    /// <summary>In the part's unit.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Of a serial-tracked part: which pieces, one a line.</summary>
    public string? Serials { get; private set; }

    /// <summary>What is wrong.</summary>
    public string Defect { get; private set; } = "";

    public Instant FoundAt { get; private init; }

    public string Person { get; private init; } = "";

    public Guid? SupplierId { get; private set; }

    public Guid? PurchaseOrderId { get; private set; }

    public string? PurchaseOrderNumber { get; private set; }

    public string? DeliveryNote { get; private set; }

    public LocalDate? ReceivedOn { get; private set; }

    /// <summary>What one cost, in the branch's currency.</summary>
    public decimal? UnitCost { get; private set; }

    /// <summary>The last day on which the supplier stands for them; null when nobody knows.</summary>
    public LocalDate? CoveredUntil { get; private set; }

    /// <summary>The service order in which they were taken out.</summary>
    public Guid? OrderId { get; private set; }

    public string? OrderNumber { get; private set; }

    /// <summary>Its line.</summary>
    public Guid? LineId { get; private set; }

    /// <summary>The device out of which they were taken: model and serial number.</summary>
    public string? Device { get; private set; }

    /// <summary>The claim whose matter they are.</summary>
    public Guid? ClaimId { get; private set; }

    public string? ClaimNumber { get; private set; }

    /// <summary>Where they lie; null while they have not come to the store.</summary>
    public Guid? WarehouseId { get; private set; }

    /// <summary>The stock document that put them there.</summary>
    public Guid? EntryDocumentId { get; private set; }

    public string? EntryDocumentNumber { get; private set; }

    /// <summary>The stock document by which they left.</summary>
    public Guid? ExitDocumentId { get; private set; }

    public string? ExitDocumentNumber { get; private set; }

    // For lists only; no rule looks at them.
    public Part Part { get; private init; } = null!;

    public Supplier? Supplier { get; private init; }

    public Warehouse? Warehouse { get; private init; }

    public IReadOnlyList<string> SerialList => Serials?.Split('\n') ?? [];

    public void CameFrom(Origin origin) => (SupplierId, PurchaseOrderId, PurchaseOrderNumber, DeliveryNote, ReceivedOn, UnitCost) =
        (origin.SupplierId, origin.PurchaseOrderId, origin.PurchaseOrderNumber, origin.DeliveryNote, origin.ReceivedOn, origin.UnitCost);

    /// <summary>They were taken out of a device.</summary>
    public void TakenOut(Guid orderId, string orderNumber, Guid lineId, string device) => (OrderId, OrderNumber, LineId, Device) = (orderId, orderNumber, lineId, device);

    /// <summary>The supplier stands for them until the end of this day.</summary>
    public void Cover(LocalDate? until) => CoveredUntil = until;

    /// <summary>Puts right what is known of them.</summary>
    public Result Describe(string defect, Guid? supplierId, LocalDate? receivedOn, decimal? unitCost, IReadOnlyList<string> serials)
    {
        var edited = Move(DefectTrigger.Edit, null);
        if (edited.Succeeded)
        {
            Defect = defect.Trim();
            if (supplierId is { } supplier && supplier != SupplierId)
            {
                CameFrom(new Origin(supplier, null, null, null, null, null));
            }

            (ReceivedOn, UnitCost) = (receivedOn ?? ReceivedOn, unitCost ?? UnitCost);
            if (WarehouseId is null && serials.Count > 0)
            {
                Name(serials);
            }
        }

        return edited;
    }

    /// <summary>They become the matter of a claim.</summary>
    public Result Claim(Guid claimId, string claimNumber)
    {
        var claimed = Move(DefectTrigger.Claim, claimNumber);
        if (claimed.Succeeded)
        {
            (ClaimId, ClaimNumber) = (claimId, claimNumber);
        }

        return claimed;
    }

    /// <summary>They are taken out of their claim.</summary>
    public Result Unclaim(string claimNumber)
    {
        var freed = Move(DefectTrigger.Unclaim, claimNumber);
        if (freed.Succeeded)
        {
            (ClaimId, ClaimNumber) = (null, null);
        }

        return freed;
    }

    /// <summary>They never come to the store.</summary>
    public Result Drop(string reason) => WarehouseId is not null ? DefectErrors.InStore(PartNumber) : Move(DefectTrigger.Withdraw, reason);

    /// <summary>A posted document put them where they lie.</summary>
    public void PutIn(Guid warehouseId, StockDocument document) => (WarehouseId, EntryDocumentId, EntryDocumentNumber) = (warehouseId, document.Id, document.Number);

    /// <summary>Splits some off of goods that are held, to leave by themselves.</summary>
    /// <param name="id">Of the part split off.</param>
    /// <param name="quantity">How many; less than all.</param>
    /// <param name="serials">Of a serial-tracked part: which pieces.</param>
    public Result<DefectivePart> Split(Guid id, decimal quantity, IReadOnlyList<string> serials)
    {
        if (quantity >= Quantity)
        {
            return DefectErrors.TooMany(PartNumber, Quantity, Unit);
        }

        var named = serials.Select(Codes.Clean).Distinct().ToArray();
        if (Serials is not null && (named.Length != quantity || named.Except(SerialList).Any()))
        {
            return DefectErrors.SerialsNotHeld(PartNumber);
        }

        var some = new DefectivePart(id, BranchId, Source, PartId, PartNumber, Unit, quantity, named, Defect, FoundAt, Person)
        {
            SupplierId = SupplierId, PurchaseOrderId = PurchaseOrderId, PurchaseOrderNumber = PurchaseOrderNumber, DeliveryNote = DeliveryNote, ReceivedOn = ReceivedOn, UnitCost = UnitCost,
            CoveredUntil = CoveredUntil, OrderId = OrderId, OrderNumber = OrderNumber, LineId = LineId, Device = Device,
            WarehouseId = WarehouseId, EntryDocumentId = EntryDocumentId, EntryDocumentNumber = EntryDocumentNumber,
        };
        Quantity -= quantity;
        Name(SerialList.Except(named));
        return some;
    }

    /// <summary>
    /// Goods that were sent come back because the supplier does not stand for them: they are held again and no claim's matter any more. Some are split off; all stay what they are.
    /// </summary>
    /// <param name="id">Of what is split off.</param>
    /// <param name="quantity">How many; at most all.</param>
    /// <param name="serials">Of a serial-tracked part of which some come back: which pieces.</param>
    /// <param name="reason">Why.</param>
    public Result<DefectivePart> ComeBack(Guid id, decimal quantity, IReadOnlyList<string> serials, string reason)
    {
        if (quantity < Quantity)
        {
            return Split(id, quantity, serials);
        }

        var back = quantity > Quantity ? DefectErrors.TooMany(PartNumber, Quantity, Unit) : TakeBack(reason);
        back = back.Succeeded && ClaimNumber is { } claim ? Unclaim(claim) : back;
        return back.Succeeded ? this : back.Error;
    }

    /// <summary>Why they can't leave so; null when they can.</summary>
    public Error? WhyNot(DefectTrigger how) => DefectivePartLifecycle.Table.Fire(this, State, how).Error;

    /// <summary>They leave by a document for good.</summary>
    public Result Leave(DefectTrigger how, StockDocument document)
    {
        var left = Move(how, how == DefectTrigger.FindGood ? $"{document.Number}: {document.Reason}" : document.Number);
        if (left.Succeeded)
        {
            (ExitDocumentId, ExitDocumentNumber) = (document.Id, document.Number);
        }

        return left;
    }

    /// <summary>The document by which they left was taken back: they lie where they were.</summary>
    public Result TakeBack(string? reason)
    {
        var back = Move(DefectTrigger.TakeBack, reason);
        if (back.Succeeded)
        {
            (ExitDocumentId, ExitDocumentNumber) = (null, null);
        }

        return back;
    }

    /// <summary>The document by which they came was taken back.</summary>
    public Result Withdraw(string? reason) => Move(DefectTrigger.Withdraw, reason);

    private void Name(IEnumerable<string> serials) => Serials = string.Join('\n', serials.Select(Codes.Clean)) is { Length: > 0 } named ? named : null;

    private Result Move(DefectTrigger trigger, string? reason)
    {
        var next = DefectivePartLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        if (trigger != DefectTrigger.Edit)
        {
            Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
        }

        State = next.Value;
        return Result.Success;
    }
}
