using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Reservations;

/// <summary>Where a promise stands.</summary>
public enum ReservationState
{
    /// <summary>Nothing is promised; something has to arrive.</summary>
    Waiting,

    /// <summary>Some is promised, some has to arrive.</summary>
    PartlyReserved,

    /// <summary>All that is still wanted lies ready.</summary>
    Reserved,

    /// <summary>All that was wanted is handed out.</summary>
    Issued,

    /// <summary>Nothing is wanted any more.</summary>
    Released,
}

/// <summary>What moves a promise.</summary>
public enum ReservationTrigger
{
    /// <summary>Stock is promised to it.</summary>
    Reserve,

    /// <summary>What is promised is handed out.</summary>
    Issue,

    /// <summary>Unused parts come back.</summary>
    Return,

    /// <summary>The line wants another quantity.</summary>
    Resize,

    /// <summary>A return was a mistake: the parts went out again.</summary>
    UndoReturn,

    /// <summary>Another technician has the order: their van is asked instead.</summary>
    Reassign,

    /// <summary>The line wants no more.</summary>
    Release,
}

/// <summary>The one transition table of a reservation. Its figures decide between the targets; they are changed before the trigger is fired.</summary>
internal static class ReservationLifecycle
{
    public static readonly Lifecycle<Reservation, ReservationState, ReservationTrigger> Table =
        Lifecycle<Reservation, ReservationState, ReservationTrigger>.Define(ReservationState.Waiting, life =>
        {
            foreach (var open in (ReservationState[])[ReservationState.Waiting, ReservationState.PartlyReserved])
            {
                life.Configure(open)
                    .PermitIf(ReservationTrigger.Reserve, ReservationState.Reserved, r => r.IsReady, "Not all that is wanted lies ready.")
                    .PermitIf(ReservationTrigger.Reserve, ReservationState.PartlyReserved, r => r.IsPartlyReady, "Nothing is available.");
            }

            foreach (var ready in (ReservationState[])[ReservationState.PartlyReserved, ReservationState.Reserved])
            {
                life.Configure(ready)
                    .PermitIf(ReservationTrigger.Issue, ReservationState.Issued, r => r.IsDone, "Not all that is wanted was handed out.")
                    .PermitIf(ReservationTrigger.Issue, ReservationState.Waiting, r => r.IsWaiting, "Something promised was not handed out.")
                    .PermitIf(ReservationTrigger.Issue, ReservationState.PartlyReserved, r => r.IsPartlyReady, "Nothing is missing, or nothing lies ready.")
                    .PermitIf(ReservationTrigger.Issue, ReservationState.Reserved, r => r.IsReady, "Not all that is wanted lies ready.");
            }

            foreach (var open in (ReservationState[])[ReservationState.Waiting, ReservationState.PartlyReserved, ReservationState.Reserved])
            {
                life.Configure(open)
                    .PermitReentry(ReservationTrigger.Return)
                    .PermitIf(ReservationTrigger.Release, ReservationState.Released, r => r.IsEmpty, "Something was handed out.")
                    .PermitIf(ReservationTrigger.Release, ReservationState.Issued, r => r.IsDone, "Nothing was handed out.");
            }

            life.Configure(ReservationState.Issued)
                .PermitIf(ReservationTrigger.Return, ReservationState.Issued, r => r.IsDone, "Everything came back.")
                .PermitIf(ReservationTrigger.Return, ReservationState.Released, r => r.IsEmpty, "Something is still handed out.");

            foreach (var trigger in (ReservationTrigger[])[ReservationTrigger.Resize, ReservationTrigger.UndoReturn, ReservationTrigger.Reassign])
            {
                foreach (var any in Enum.GetValues<ReservationState>().Where(s => trigger != ReservationTrigger.Reassign || s is not (ReservationState.Issued or ReservationState.Released)))
                {
                    life.Configure(any)
                        .PermitIf(trigger, ReservationState.Waiting, r => r.IsWaiting, "Something lies ready.")
                        .PermitIf(trigger, ReservationState.PartlyReserved, r => r.IsPartlyReady, "Nothing is missing, or nothing lies ready.")
                        .PermitIf(trigger, ReservationState.Reserved, r => r.IsReady, "Not all that is wanted lies ready.")
                        .PermitIf(trigger, ReservationState.Issued, r => r.IsDone, "Not all that is wanted was handed out.");
                }
            }
        });
}
