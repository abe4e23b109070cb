using ServiceErp.Kernel;

namespace ServiceErp.SpareParts;

/// <summary>What an order permits the store to do for it now (WRK-4, WRK-5, PAR-2).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="BranchId">Its branch, whose stores alone serve it.</param>
/// <param name="TechnicianId">Who has it; null while nobody has.</param>
public sealed record PartsConsent(Guid OrderId, string Number, Guid BranchId, Guid? TechnicianId)
{
    /// <summary>Why nothing may be promised to it; null when something may.</summary>
    public Error? ReserveRefusal { get; init; }

    /// <summary>Why nothing may be handed out to it: too early, not agreed to by the customer, over; null when something may.</summary>
    public Error? IssueRefusal { get; init; }

    /// <summary>Why nothing that was handed out may come back: it is charged already; null when something may.</summary>
    public Error? ReturnRefusal { get; init; }

    /// <summary>Why its customer can't keep a loaner for the device: that one is not in the house; null when they can (PAR-6).</summary>
    public Error? ExchangeRefusal { get; init; }
}

/// <summary>
/// What the store wants to know before it promises, hands out or takes back parts; answered by who has the orders, by the rule of its own door. It stands here, and not with the workshop, because the workshop
/// asks the store already and modules ask each other without a circle.
/// </summary>
public interface IPartsConsent
{
    /// <summary>What an order permits, whatever branch asks; null when there is no such order.</summary>
    Task<PartsConsent?> OfAsync(Guid orderId, CancellationToken cancel);
}
