using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>Where a reservation of a loaner stands.</summary>
public enum LoanerReservationState
{
    /// <summary>The days are kept free.</summary>
    Booked,

    /// <summary>The unit was lent for it.</summary>
    Fulfilled,

    /// <summary>Not wanted any more.</summary>
    Cancelled,
}

/// <summary>What moves a reservation of a loaner.</summary>
public enum LoanerReservationTrigger
{
    /// <summary>The unit is lent.</summary>
    Fulfil,

    /// <summary>It is not wanted any more.</summary>
    Cancel,
}

/// <summary>The one transition table of a reservation of a loaner.</summary>
internal static class LoanerReservationLifecycle
{
    public static readonly Lifecycle<LoanerReservation, LoanerReservationState, LoanerReservationTrigger> Table =
        Lifecycle<LoanerReservation, LoanerReservationState, LoanerReservationTrigger>.Define(LoanerReservationState.Booked, life =>
        {
            life.Configure(LoanerReservationState.Booked)
                .Permit(LoanerReservationTrigger.Fulfil, LoanerReservationState.Fulfilled)
                .Permit(LoanerReservationTrigger.Cancel, LoanerReservationState.Cancelled);
            life.Final(LoanerReservationState.Fulfilled, LoanerReservationState.Cancelled);
        });
}

/// <summary>Days on which a unit is kept for somebody; the days of one unit never overlap, neither with each other nor with a loan.</summary>
internal sealed class LoanerReservation : Aggregate, IBranchOwned
{
    private LoanerReservation()
    {
    }

    public LoanerReservation(Guid id, Loaner unit, LocalDate from, LocalDate through, string customer, KnownOrder? order, string person, Instant now)
    {
        Id = id;
        BranchId = unit.BranchId;
        LoanerId = unit.Id;
        (From, Through) = (from, through);
        Customer = customer.Trim();
        (OrderId, OrderNumber) = (order?.Id, order?.Number);
        (Person, CreatedAt) = (person, now);
    }

    public Guid BranchId { get; private init; }

    public Guid LoanerId { get; private set; }

    public LocalDate From { get; private init; }

    /// <summary>The last day, inclusive.</summary>
    public LocalDate Through { get; private init; }

    public string Customer { get; private init; } = "";

    public Guid? OrderId { get; private init; }

    public string? OrderNumber { get; private init; }

    public string Person { get; private init; } = "";

    public Instant CreatedAt { get; private init; }

    public LoanerReservationState State { get; private set; }

    public bool Overlaps(LocalDate from, LocalDate through) => State == LoanerReservationState.Booked && From <= through && from <= Through;

    /// <summary>The unit will not be there: another one of the model is kept instead.</summary>
    public void MoveTo(Loaner other) => LoanerId = other.Id;

    public Result Fulfil() => Move(LoanerReservationTrigger.Fulfil, null);

    public Result Cancel(string reason) => Move(LoanerReservationTrigger.Cancel, reason);

    private Result Move(LoanerReservationTrigger trigger, string? reason)
    {
        var next = LoanerReservationLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
        State = next.Value;
        return Result.Success;
    }
}
