using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Quality;

/// <summary>The states of a nonconformity.</summary>
public enum NonconformityState
{
    Open,
    Closed,
}

/// <summary>What moves a nonconformity.</summary>
public enum NonconformityTrigger
{
    Close,
}

internal static class NonconformityLifecycle
{
    public static Lifecycle<Nonconformity, NonconformityState, NonconformityTrigger> Table { get; } =
        Lifecycle<Nonconformity, NonconformityState, NonconformityTrigger>.Define(NonconformityState.Open, n =>
        {
            n.Configure(NonconformityState.Open).Permit(NonconformityTrigger.Close, NonconformityState.Closed);
            n.Final(NonconformityState.Closed);
        });
}

/// <summary>Work that did not pass its inspection (WRK-6).</summary>
internal sealed class Nonconformity : Aggregate, IBranchOwned
{
    private Nonconformity()
    {
    }

    public Nonconformity(Guid id, Guid branchId, Guid orderId, string orderNumber, string? technicianName, string reason, Instant foundAt, string foundBy)
    {
        Id = id;
        BranchId = branchId;
        OrderId = orderId;
        OrderNumber = orderNumber;
        TechnicianName = technicianName;
        Reason = reason;
        FoundAt = foundAt;
        FoundBy = foundBy;
    }

    public Guid BranchId { get; private set; }

    public Guid OrderId { get; private set; }

    public string OrderNumber { get; private set; } = "";

    public string? TechnicianName { get; private set; }

    public string Reason { get; private set; } = "";

    public Instant FoundAt { get; private set; }

    public string FoundBy { get; private set; } = "";

    public NonconformityState State { get; private set; }

    public string? Cause { get; private set; }

    public string? Correction { get; private set; }

    public Instant? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public Result Close(string cause, string correction, Instant at, string by)
    {
        var to = NonconformityLifecycle.Table.Fire(this, State, NonconformityTrigger.Close);
        if (!to.Succeeded)
        {
            return to.Error;
        }

        Record(new Transition(State.ToString(), nameof(NonconformityTrigger.Close), to.Value.ToString(), cause));
        (State, Cause, Correction, ClosedAt, ClosedBy) = (to.Value, cause, correction, at, by);
        return Result.Success;
    }
}
