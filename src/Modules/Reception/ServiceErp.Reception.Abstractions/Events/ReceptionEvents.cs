using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Reception;

/// <summary>A request was accepted: a service order is to be opened under the given identity.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="RequestNumber">Its number in the register.</param>
/// <param name="OrderId">Identity of the order to be opened.</param>
/// <param name="BranchId">The branch that does the work.</param>
/// <param name="Place">Workshop or field.</param>
/// <param name="Priority">How urgent.</param>
/// <param name="Customer">Who asks.</param>
/// <param name="Device">What is broken.</param>
/// <param name="Fault">In the customer's words.</param>
/// <param name="Entitlement">Who pays for what.</param>
/// <param name="ReceivedAt">When the customer reached us.</param>
/// <param name="DueAt">Response due (REC-4).</param>
/// <param name="Shelf">Where the goods lie, if they were taken in.</param>
[EventName("reception.service-request-accepted.v1")]
public sealed record ServiceRequestAccepted(
    Guid RequestId, string RequestNumber, Guid OrderId, Guid BranchId, ServicePlace Place, Priority Priority, CustomerSnapshot Customer, DeviceSnapshot Device,
    string Fault, EntitlementTerms Entitlement, Instant ReceivedAt, Instant DueAt, string? Shelf) : IIntegrationEvent
{
    /// <summary>The product was carried in with the request: it is in the house already.</summary>
    public bool GoodsAreHere { get; init; }
}

/// <summary>What was written down wrong in an accepted request was put right (REC-1).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="Place">Workshop or field.</param>
/// <param name="Priority">How urgent.</param>
/// <param name="Customer">Who asks.</param>
/// <param name="Device">What is broken.</param>
/// <param name="Fault">In the customer's words.</param>
/// <param name="DueAt">Response due, counted from the contact as before.</param>
[EventName("reception.service-request-corrected.v1")]
public sealed record ServiceRequestCorrected(
    Guid OrderId, Guid BranchId, ServicePlace Place, Priority Priority, CustomerSnapshot Customer, DeviceSnapshot Device, string Fault, Instant DueAt) : IIntegrationEvent;

/// <summary>Who pays for what was changed, with a reason (REC-3).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Entitlement">The new answer.</param>
/// <param name="Reason">Why it was changed.</param>
[EventName("reception.entitlement-changed.v1")]
public sealed record EntitlementChanged(Guid OrderId, EntitlementTerms Entitlement, string Reason) : IIntegrationEvent;

/// <summary>The goods of an order are in the house: carried in after the call, or arrived with the technician (REC-5, S3.11).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Shelf">Where they lie.</param>
/// <param name="SerialNumber">As read on the product.</param>
[EventName("reception.goods-taken-in.v1")]
public sealed record GoodsTakenIn(Guid OrderId, string Shelf, string SerialNumber) : IIntegrationEvent;

/// <summary>The goods were handed back: receipt voided, customer signed (REC-5).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ReturnedAt">When.</param>
/// <param name="SignedBy">Who signed; empty for exchanged goods.</param>
/// <param name="SignatureId">The signature's attachment.</param>
[EventName("reception.goods-returned.v1")]
public sealed record GoodsReturned(Guid OrderId, Instant ReturnedAt, string SignedBy, Guid? SignatureId) : IIntegrationEvent
{
    /// <summary>The customer kept a unit of ours instead and the repaired goods stay with us: nobody signed for them (PAR-6).</summary>
    public bool Exchanged { get; init; }

    /// <summary>Why a manager had goods disposed of that nobody fetched (REC-5); null when they were handed back.</summary>
    public string? DisposedReason { get; init; }
}

/// <summary>The customer withdrew the request.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
[EventName("reception.service-request-withdrawn.v1")]
public sealed record ServiceRequestWithdrawn(Guid OrderId, string Reason) : IIntegrationEvent;

/// <summary>A model is in the catalogue, or is described anew.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Code">Its code in capitals, unique; it never changes.</param>
/// <param name="Name">What it is.</param>
/// <param name="Active">False when it is not sold or serviced any more.</param>
[EventName("reception.model-described.v1")]
public sealed record ModelDescribed(Guid ModelId, string Code, string Name, bool Active) : IIntegrationEvent;
