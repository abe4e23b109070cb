using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>Where a loan stands.</summary>
public enum LoanState
{
    /// <summary>The customer has the unit.</summary>
    Out,

    /// <summary>It came back.</summary>
    Returned,

    /// <summary>The customer keeps it; the faulty one stays with us.</summary>
    Exchanged,

    /// <summary>It was lost or stolen.</summary>
    Lost,
}

/// <summary>What moves a loan.</summary>
public enum LoanTrigger
{
    /// <summary>Another day is agreed.</summary>
    Prolong,

    /// <summary>The repair is ready: the return clock starts.</summary>
    StartClock,

    /// <summary>The order may be closed although the unit is out.</summary>
    ReleaseOrder,

    /// <summary>The unit comes back.</summary>
    Return,

    /// <summary>The customer keeps it.</summary>
    Exchange,

    /// <summary>It is lost or stolen.</summary>
    Lose,

    /// <summary>What was lost is found again.</summary>
    Find,
}

/// <summary>The one transition table of a loan.</summary>
internal static class LoanLifecycle
{
    public static readonly Lifecycle<Loan, LoanState, LoanTrigger> Table =
        Lifecycle<Loan, LoanState, LoanTrigger>.Define(LoanState.Out, life =>
        {
            life.Configure(LoanState.Out)
                .Permit(LoanTrigger.Return, LoanState.Returned)
                .PermitReentry(LoanTrigger.Prolong)
                .PermitReentryIf(LoanTrigger.StartClock, l => l.ReadyAt is null, "The repair was ready before.")
                .PermitReentryIf(LoanTrigger.ReleaseOrder, l => l.ReleasedAt is null, "The order was released before.")
                .Permit(LoanTrigger.Exchange, LoanState.Exchanged)
                .Permit(LoanTrigger.Lose, LoanState.Lost);
            life.Configure(LoanState.Lost).Permit(LoanTrigger.Find, LoanState.Returned);
            life.Final(LoanState.Returned, LoanState.Exchanged);
        });
}
