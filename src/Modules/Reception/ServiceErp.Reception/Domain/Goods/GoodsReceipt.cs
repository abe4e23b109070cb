using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception.Domain.Requests;

namespace ServiceErp.Reception.Domain.Goods;

/// <summary>Where a receipt stands.</summary>
public enum ReceiptState
{
    /// <summary>The goods are here; the customer holds the receipt.</summary>
    Issued,

    /// <summary>The goods were handed back; the receipt is worth nothing any more.</summary>
    Voided,

    /// <summary>The customer kept our unit instead: the goods are ours, and the receipt is worth nothing any more (PAR-6).</summary>
    Exchanged,

    /// <summary>Nobody fetched the goods, and a manager had them disposed of (REC-5).</summary>
    Disposed,
}

/// <summary>What moves a receipt.</summary>
public enum ReceiptTrigger
{
    /// <summary>The goods are handed back.</summary>
    Return,

    /// <summary>The goods stay here in exchange for a unit of ours.</summary>
    Exchange,

    /// <summary>What a technician took along comes into the house.</summary>
    Arrive,

    /// <summary>Nobody fetches the goods: they are kept where they are not in the way.</summary>
    Store,

    /// <summary>Nobody fetches the goods: they are disposed of.</summary>
    Dispose,
}

/// <summary>Which way goods went through the door.</summary>
public enum GoodsDirection
{
    In,
    Out,

    /// <summary>Not in the house yet: a technician has them.</summary>
    WithTechnician,
}

/// <summary>The one transition table of a receipt.</summary>
internal static class GoodsReceiptLifecycle
{
    public static readonly Lifecycle<GoodsReceipt, ReceiptState, ReceiptTrigger> Table =
        Lifecycle<GoodsReceipt, ReceiptState, ReceiptTrigger>.Define(ReceiptState.Issued, life =>
        {
            life.Configure(ReceiptState.Issued)
                .Permit(ReceiptTrigger.Return, ReceiptState.Voided)
                .PermitIf(ReceiptTrigger.Exchange, ReceiptState.Exchanged, receipt => receipt.ArrivedAt is not null, "The goods are not in the house yet.")
                .PermitReentryIf(ReceiptTrigger.Arrive, receipt => receipt.ArrivedAt is null, "The goods are in the house already.")
                .PermitReentryIf(ReceiptTrigger.Store, receipt => receipt.ReadyAt is not null, "These goods do not wait to be fetched.")
                .PermitIf(ReceiptTrigger.Dispose, ReceiptState.Disposed, receipt => receipt.ReadyAt is not null, "These goods do not wait to be fetched.");
            life.Final(ReceiptState.Voided, ReceiptState.Exchanged, ReceiptState.Disposed);
        });
}

/// <summary>How the goods came.</summary>
internal sealed record TakenGoods(string Condition, string Accessories, string Shelf, string HandedInBy)
{
    /// <summary>Taken along by this technician and not in the house yet; null for goods that were carried in.</summary>
    public string? TakenAlongBy { get; init; }

    public string SerialNumber { get; init; } = "";
}

/// <summary>How the goods went.</summary>
internal sealed record HandedBack(Instant At, string By, string SignedBy, Guid SignatureId, bool ReceiptRetrieved, string? NotRetrievedReason);

/// <summary>
/// The receipt a customer gets for goods taken in (REC-5). It is worth the goods until it is voided at their return, which the customer signs; a receipt that
/// is not brought back needs a reason.
/// </summary>
internal sealed class GoodsReceipt : Aggregate, IBranchOwned, ISearchable
{
    private GoodsReceipt()
    {
    }

    public GoodsReceipt(Guid id, string number, ServiceRequest request, Guid orderId, TakenGoods goods, Instant now, string by)
    {
        Id = id;
        Number = number;
        BranchId = request.BranchId;
        DeviceId = request.DeviceId;
        RequestId = request.Id;
        RequestNumber = request.Number;
        OrderId = orderId;
        CustomerId = request.CustomerId;
        CustomerName = request.CustomerName;
        ModelName = request.ModelName;
        SerialNumber = goods.SerialNumber.Length > 0 ? goods.SerialNumber : request.SerialNumber;
        Condition = goods.Condition.Trim();
        Accessories = goods.Accessories.Trim();
        Shelf = goods.Shelf.Trim();
        HandedInBy = goods.HandedInBy.Trim();
        FromField = goods.TakenAlongBy is not null;
        TakenAlongBy = goods.TakenAlongBy;
        TakenInAt = now;
        ArrivedAt = FromField ? null : now;
        TakenInBy = by;
    }

    public string Number { get; private init; } = "";

    public Guid BranchId { get; private init; }

    public ReceiptState State { get; private set; } = ReceiptState.Issued;

    /// <summary>The product; the same one is not taken in twice.</summary>
    public Guid? DeviceId { get; private set; }

    public Guid RequestId { get; private init; }

    public string RequestNumber { get; private init; } = "";

    public Guid OrderId { get; private init; }

    public Guid CustomerId { get; private init; }

    public string CustomerName { get; private init; } = "";

    public string ModelName { get; private set; } = "";

    public string SerialNumber { get; private set; } = "";

    public string Condition { get; private set; } = "";

    public string Accessories { get; private set; } = "";

    public string Shelf { get; private set; } = "";

    public string HandedInBy { get; private init; } = "";

    public bool FromField { get; private init; }

    /// <summary>The technician who took the goods along at the customer's place.</summary>
    public string? TakenAlongBy { get; private init; }

    public Instant TakenInAt { get; private init; }

    /// <summary>Since when the goods are in the house; null while the technician has them.</summary>
    public Instant? ArrivedAt { get; private set; }

    /// <summary>Since when a manager has them kept although nobody fetches them.</summary>
    public Instant? StoredAt { get; private set; }

    /// <summary>Why they are kept, or were disposed of, and by whose decision.</summary>
    public string? AbandonedReason { get; private set; }

    public string? AbandonedBy { get; private set; }

    public string TakenInBy { get; private init; } = "";

    /// <summary>Since when the goods may be fetched.</summary>
    public Instant? ReadyAt { get; private set; }

    public int Reminders { get; private set; }

    public Instant? RemindedAt { get; private set; }

    /// <summary>Names the last reminder, so that its message is written once.</summary>
    public string ReminderKey => $"unclaimed/{Id}/{Reminders}";

    public Instant? ReturnedAt { get; private set; }

    public string? ReturnedBy { get; private set; }

    public string? ReturnedTo { get; private set; }

    public Guid? SignatureId { get; private set; }

    public bool? ReceiptRetrieved { get; private set; }

    public string? NotRetrievedReason { get; private set; }

    /// <summary>Puts the goods elsewhere, or describes what a technician brought in.</summary>
    public Result Describe(string shelf, string condition, string accessories, string serialNumber)
    {
        if (State != ReceiptState.Issued)
        {
            return GoodsErrors.Gone(this);
        }

        Shelf = shelf.Trim();
        Condition = condition.Trim();
        Accessories = accessories.Trim();
        SerialNumber = serialNumber.Trim();
        return Result.Success;
    }

    /// <summary>What the technician took along is in the house: the work is here from now on.</summary>
    public Result Arrive(string shelf, string condition, string accessories, string serialNumber, Instant now)
    {
        var moved = Move(ReceiptTrigger.Arrive, null);
        if (!moved.Succeeded)
        {
            return moved;
        }

        ArrivedAt = now;
        var described = Describe(shelf, condition, accessories, serialNumber);
        TellTakenIn();
        return described;
    }

    /// <summary>Nobody fetches the goods: by a manager's decision they are kept elsewhere, and the customer is not reminded any more.</summary>
    public Result Store(string shelf, string reason, string by, Instant now)
    {
        var moved = Move(ReceiptTrigger.Store, reason);
        if (moved.Succeeded)
        {
            (StoredAt, AbandonedReason, AbandonedBy) = (now, reason.Trim(), by);
            Shelf = shelf.Trim().Length > 0 ? shelf.Trim() : Shelf;
        }

        return moved;
    }

    /// <summary>Nobody fetches the goods: by a manager's decision they are disposed of, and the order is over.</summary>
    public Result Dispose(string reason, string by, Instant now)
    {
        var moved = Move(ReceiptTrigger.Dispose, reason);
        if (moved.Succeeded)
        {
            (ReturnedAt, ReturnedBy, AbandonedReason, AbandonedBy) = (now, by, reason.Trim(), by);
            ReadyAt = null;
            Raise(new GoodsReturned(OrderId, now, "", null) { DisposedReason = reason.Trim() });
        }

        return moved;
    }

    /// <summary>The request is about another product, or the serial number was read wrong.</summary>
    public void Name(Guid? deviceId, string modelName, string serialNumber) => (DeviceId, ModelName, SerialNumber) = (deviceId, modelName, serialNumber);

    /// <summary>The goods may be fetched from now on, or (null) may not any more.</summary>
    public void MarkReady(Instant? at) => ReadyAt = at is null ? null : ReadyAt ?? at;

    public Result Remind(Instant now)
    {
        if (State != ReceiptState.Issued || ReadyAt is null || StoredAt is not null)
        {
            return Error.Refused("Reception.Goods.NotWaiting", "These goods do not wait to be fetched.");
        }

        Reminders++;
        RemindedAt = now;
        return Result.Success;
    }

    /// <summary>Hands the goods back and voids the receipt.</summary>
    public Result Return(HandedBack back)
    {
        if (!back.ReceiptRetrieved && string.IsNullOrWhiteSpace(back.NotRetrievedReason))
        {
            return Error.Invalid("Reception.Goods.ReasonMissing", "Say why the receipt is not brought back.").On(nameof(back.NotRetrievedReason));
        }

        var moved = Move(ReceiptTrigger.Return, back.NotRetrievedReason);
        if (!moved.Succeeded)
        {
            return moved;
        }

        ReturnedAt = back.At;
        ReturnedBy = back.By;
        ReturnedTo = back.SignedBy.Trim();
        SignatureId = back.SignatureId;
        ReceiptRetrieved = back.ReceiptRetrieved;
        NotRetrievedReason = back.ReceiptRetrieved ? null : back.NotRetrievedReason!.Trim();
        Raise(new GoodsReturned(OrderId, back.At, ReturnedTo, back.SignatureId));
        return Result.Success;
    }

    /// <summary>The goods stay here in exchange for a unit that the customer keeps; nobody waits for them to be fetched.</summary>
    /// <param name="unit">Model and serial number of the unit kept.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who exchanged.</param>
    public Result Exchange(string unit, Instant at, string by)
    {
        var moved = Move(ReceiptTrigger.Exchange, unit);
        if (moved.Succeeded)
        {
            (ReturnedAt, ReturnedBy, ReturnedTo) = (at, by, unit);
            ReadyAt = null;
        }

        return moved;
    }

    /// <summary>Tells Workshop that the work on exchanged goods ends without a customer to hand them to.</summary>
    public void TellKept(Instant at) => Raise(new GoodsReturned(OrderId, at, "", null) { Exchanged = true });

    /// <summary>Tells Workshop that the goods are in the house.</summary>
    public void TellTakenIn() => Raise(new GoodsTakenIn(OrderId, Shelf, SerialNumber));

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(GoodsReceipt),
        BranchId = BranchId,
        Code = Number,
        Title = $"{Number} {CustomerName}",
        Subtitle = string.Join(" · ", new[] { ModelName, SerialNumber, Shelf }.Where(part => part.Length > 0)),
        Href = $"/reception/goods/{Id}",
        Permission = ReceptionPermissions.GoodsRead,
        Text = SearchText.Normalize($"{Number} {RequestNumber} {CustomerName} {ModelName} {SerialNumber} {Shelf}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(SerialNumber) or nameof(Shelf) or nameof(ModelName);

    private Result Move(ReceiptTrigger trigger, string? reason)
    {
        var to = GoodsReceiptLifecycle.Table.Fire(this, State, trigger);
        if (!to.Succeeded)
        {
            return to.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), to.Value.ToString(), reason?.Trim()));
        State = to.Value;
        return Result.Success;
    }
}

/// <summary>One line of the register of customers' goods, never changed (REC-5).</summary>
internal sealed class GoodsRegisterEntry : Entity, IBranchOwned
{
    private GoodsRegisterEntry()
    {
    }

    public GoodsRegisterEntry(Guid id, GoodsReceipt receipt, GoodsDirection direction, Instant at, string by, string otherSide)
    {
        Id = id;
        BranchId = receipt.BranchId;
        ReceiptId = receipt.Id;
        ReceiptNumber = receipt.Number;
        CustomerName = receipt.CustomerName;
        ModelName = receipt.ModelName;
        SerialNumber = receipt.SerialNumber;
        Direction = direction;
        At = at;
        By = by;
        OtherSide = otherSide;
    }

    public Guid BranchId { get; private init; }

    public Guid ReceiptId { get; private init; }

    public string ReceiptNumber { get; private init; } = "";

    public string CustomerName { get; private init; } = "";

    public string ModelName { get; private init; } = "";

    public string SerialNumber { get; private init; } = "";

    public GoodsDirection Direction { get; private init; }

    public Instant At { get; private init; }

    public string By { get; private init; } = "";

    /// <summary>Who handed in or signed for them.</summary>
    public string OtherSide { get; private init; } = "";
}

internal static class GoodsErrors
{
    public static Error NotFound { get; } = Error.NotFound("Reception.Goods.NotFound", "There is no such goods receipt.");

    /// <summary>The same product can't be here twice.</summary>
    public static Error OnReceipt(string number, string requestNumber) => Error.Refused(
        "Reception.Goods.OnReceipt", "This product is here already, on receipt {0} of request {1}. Hand it back there first, or go on with that request.", number, requestNumber);

    public static Error Gone(GoodsReceipt receipt) => receipt.State == ReceiptState.Exchanged
        ? Error.Refused("Reception.Goods.Exchanged", "The goods of receipt {0} stay here: the customer kept {1} instead.", receipt.Number, receipt.ReturnedTo)
        : receipt.State == ReceiptState.Disposed ? Error.Refused("Reception.Goods.Disposed", "The goods of receipt {0} were disposed of: {1}", receipt.Number, receipt.AbandonedReason)
        : Error.Refused("Reception.Goods.NotHere", "The goods of receipt {0} were handed back already.", receipt.Number);
}
