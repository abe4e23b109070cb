using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.Workshop;

/// <summary>Where an order stands, in the few words a customer or a colleague at the counter needs.</summary>
public enum OrderStage
{
    /// <summary>Accepted, nobody assigned yet.</summary>
    Registered,

    /// <summary>A technician has it, is on the way or looks into it.</summary>
    InDiagnosis,

    /// <summary>A quotation waits for the customer's answer, or something else is wanted from the customer.</summary>
    WaitingForCustomer,

    /// <summary>Parts are on the way.</summary>
    WaitingForParts,

    /// <summary>Being repaired.</summary>
    InRepair,

    /// <summary>Finished, before its inspection.</summary>
    InInspection,

    /// <summary>Released; the goods may be fetched, subject to <see cref="OrderStatus.ReturnRefusal"/>.</summary>
    Ready,

    /// <summary>Over: returned or finished on site.</summary>
    Completed,

    /// <summary>Over without work.</summary>
    Cancelled,
}

/// <summary>An order's standing.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="State">The life cycle's own state, as a name.</param>
/// <param name="ReadyBy">Promised day, if one was given.</param>
/// <param name="TechnicianName">Who has it.</param>
/// <param name="ReturnRefusal">Why the goods may not leave yet (quality control), or null when the workshop agrees (REC-5).</param>
/// <param name="RepairedAsAgreed">False when they go back unrepaired.</param>
public sealed record OrderStatus(Guid OrderId, string Number, OrderStage Stage, string State, LocalDate? ReadyBy, string? TechnicianName, string? ReturnRefusal, bool RepairedAsAgreed)
{
    /// <summary>Whether what was done went to finance. An order that ended before anything was charged has no voucher to wait for.</summary>
    public bool IsCharged { get; init; } = true;

    /// <summary>Whether <see cref="ReturnRefusal"/> is a loaner that is still out, and nothing else.</summary>
    public bool IsLoanerOut { get; init; }
}

/// <summary>Answers about orders, for the counter and the public status page.</summary>
public interface IServiceOrders
{
    /// <summary>An order's standing; null for an unknown one.</summary>
    Task<OrderStatus?> StatusAsync(Guid orderId, CancellationToken cancel);

    /// <summary>Why the order can't end for a customer who withdraws, with what to do; null when it would end. The same rule that ends it.</summary>
    Task<Error?> WithdrawalRefusalAsync(Guid orderId, CancellationToken cancel);

    /// <summary>Why it can't be changed any more who pays for the order; null while it may be (REC-3).</summary>
    Task<Error?> EntitlementRefusalAsync(Guid orderId, CancellationToken cancel);

    /// <summary>Why the work of an order can't be moved to another place now, with what to do; null when it can be, or is there. The same rule that moves it (REC-1).</summary>
    Task<Error?> PlaceRefusalAsync(Guid orderId, ServicePlace place, CancellationToken cancel);

    /// <summary>The orders of a device, newest first, for its history (REC-9).</summary>
    Task<IReadOnlyList<OrderStatus>> OfDeviceAsync(Guid deviceId, CancellationToken cancel);

    /// <summary>
    /// The end of the warranty on work done on a device (WRK-8): one year from the first repair that answered the fault; a repeat does not restart it.
    /// </summary>
    /// <returns>The last covered day and the order it stems from; null when there is none.</returns>
    Task<WorkWarranty?> WorkWarrantyAsync(Guid deviceId, LocalDate on, CancellationToken cancel);
}

/// <summary>Warranty on work done.</summary>
/// <param name="OrderId">The order it stems from.</param>
/// <param name="Number">Its number.</param>
/// <param name="LastDay">The last covered day, inclusive.</param>
public sealed record WorkWarranty(Guid OrderId, string Number, LocalDate LastDay);
