using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.Workshop;

/// <summary>An order moved, or is somebody else's work: where it stands now, for all who show it. Sent at every move, also back to a stage it had before; whom to tell once is for the reader to remember.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="RequestId">The request it answers.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="Stage">The stage reached.</param>
/// <param name="At">When.</param>
/// <param name="ReadyBy">Promised day, if one was given.</param>
/// <param name="Note">What the customer should know: why it waits, what is asked.</param>
/// <param name="TechnicianName">Who has it.</param>
[EventName("workshop.order-progressed.v1")]
public sealed record OrderProgressed(
    Guid OrderId, string OrderNumber, Guid RequestId, Guid BranchId, OrderStage Stage, Instant At, LocalDate? ReadyBy, string? Note, string? TechnicianName) : IIntegrationEvent
{
    /// <summary>When the customer got a response: arrival at the customer's place, or the start of the diagnosis (S3.19); null while it is awaited.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Set when a colleague wants the customer told of <see cref="Note"/>, whatever was told of the stage before.</summary>
    public Guid? NoteId { get; init; }
}

/// <summary>An order got another technician, or lost the one it had.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="TechnicianId">Who has it now; null is nobody.</param>
/// <param name="TechnicianName">Their name.</param>
[EventName("workshop.order-assigned.v1")]
public sealed record OrderAssigned(Guid OrderId, string OrderNumber, Guid BranchId, Guid? TechnicianId, string? TechnicianName) : IIntegrationEvent;

/// <summary>The technician takes the product from the customer's place into the workshop (S3.11): it is to be taken in.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
/// <param name="At">When.</param>
/// <param name="SignedBy">The customer who handed it over.</param>
[EventName("workshop.device-taken-back.v1")]
public sealed record DeviceTakenBack(Guid OrderId, Guid RequestId, Instant At, string SignedBy) : IIntegrationEvent
{
    /// <summary>The condition as the technician found it; empty when it was not noted.</summary>
    public string Condition { get; init; } = "";

    /// <summary>What came along; empty when it was not noted.</summary>
    public string Accessories { get; init; } = "";

    /// <summary>The serial number as read on the product; empty when it could not be read.</summary>
    public string SerialNumber { get; init; } = "";

    /// <summary>Who has it until it arrives.</summary>
    public string TechnicianName { get; init; } = "";
}

/// <summary>The diagnosis of an order that was taken on as a proposed repeat says whether the earlier fault is back (WRK-8).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
/// <param name="IsSameFault">The same area or cause as then, and not the customer's own doing.</param>
/// <param name="EarlierNumber">Number of the order whose work it would repeat.</param>
[EventName("workshop.repeat-diagnosed.v1")]
public sealed record RepeatDiagnosed(Guid OrderId, Guid RequestId, bool IsSameFault, string EarlierNumber) : IIntegrationEvent;

/// <summary>A day is promised for the first time, or the promised day is kept no longer (WRK-7).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="RequestId">The request.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="Was">The day promised before; null for the first promise.</param>
/// <param name="ReadyBy">The new day.</param>
/// <param name="Reason">Why it was moved; empty for the first promise.</param>
[EventName("workshop.promise-moved.v1")]
public sealed record PromiseMoved(Guid OrderId, string OrderNumber, Guid RequestId, Guid BranchId, LocalDate? Was, LocalDate ReadyBy, string Reason) : IIntegrationEvent
{
    /// <summary>Counts the promises of the order, from 1.</summary>
    public int Sequence { get; init; }
}

/// <summary>What a line is.</summary>
public enum ChargeKind
{
#pragma warning disable CS1591 // the names say it
    Part,
    Labour,
    Travel,
    Fee,
#pragma warning restore CS1591
}

/// <summary>One line of what was done, at its normal price; what is covered is taken off by a reduction, so that the cost of warranty is visible (RULES).</summary>
/// <param name="LineId">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Part number or fee code.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Quantity">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Such as <c>pcs</c> or <c>h</c>.</param>
/// <param name="UnitPrice">Net, in the branch's currency.</param>
/// <param name="Reduction">Net amount taken off the whole line; never more than quantity × price.</param>
/// <param name="ReductionReason">Such as "Warranty: compressor 24 months"; null without a reduction.</param>
/// <param name="Cost">What the line cost the company, net; zero when unknown.</param>
public sealed record ChargeLine(Guid LineId, ChargeKind Kind, string Code, string Text, decimal Quantity, string Unit, decimal UnitPrice, decimal Reduction, Sentence? ReductionReason, decimal Cost);

/// <summary>
/// The work is done and released by the inspector; the voucher goes to finance the same day (BIL-1). Also told when an order ends unrepaired with a diagnosis fee.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="Customer">Who pays what is not covered.</param>
/// <param name="Device">What was worked on.</param>
/// <param name="Category">Who pays in general.</param>
/// <param name="Lines">What was done.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ReleasedAt">When the work was released.</param>
/// <param name="TechnicianId">Who did it.</param>
/// <param name="TechnicianName">Who did it.</param>
[EventName("workshop.order-released.v1")]
public sealed record OrderReleased(
    Guid OrderId, string OrderNumber, Guid BranchId, CustomerSnapshot Customer, DeviceSnapshot Device, ServiceCategory Category, IReadOnlyList<ChargeLine> Lines, string Currency,
    Instant ReleasedAt, Guid? TechnicianId, string? TechnicianName) : IIntegrationEvent
{
    /// <summary>As far as the customer's consent to pay reaches, net, all lines together; null without one (WRK-4).</summary>
    public decimal? AgreedNet { get; init; }
}

/// <summary>After the release the customer agreed to pay more, for an invoice that is to be made right (BIL-3).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AgreedNet">As far as the consent reaches now, net, all lines together.</param>
[EventName("workshop.consent-extended.v1")]
public sealed record ConsentExtended(Guid OrderId, decimal AgreedNet) : IIntegrationEvent;

/// <summary>The order is over: goods returned, or work finished on site and signed. The day after, the customer is asked (FEE-5).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="Customer">Whom to ask.</param>
/// <param name="Device">What was worked on.</param>
/// <param name="Repaired">False when it went back unrepaired.</param>
/// <param name="CompletedAt">When.</param>
/// <param name="TechnicianId">Who did it.</param>
/// <param name="TechnicianName">Who did it.</param>
[EventName("workshop.order-completed.v1")]
public sealed record OrderCompleted(
    Guid OrderId, string OrderNumber, Guid BranchId, CustomerSnapshot Customer, DeviceSnapshot Device, bool Repaired, Instant CompletedAt, Guid? TechnicianId, string? TechnicianName) : IIntegrationEvent;

/// <summary>Lines of an order fell away with their parts still promised: the promises are taken back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="LineIds">The lines.</param>
[EventName("workshop.parts-no-longer-needed.v1")]
public sealed record PartsNoLongerNeeded(Guid OrderId, IReadOnlyList<Guid> LineIds) : IIntegrationEvent;
