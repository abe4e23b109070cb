using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>Where a loaner stands.</summary>
public enum LoanerState
{
    /// <summary>Clean, checked and free.</summary>
    InPool,

    /// <summary>Set aside for a customer who fetches it.</summary>
    SetAside,

    /// <summary>With a customer.</summary>
    Out,

    /// <summary>Came back: to be cleaned and checked before the next loan.</summary>
    Checking,

    /// <summary>Broken.</summary>
    InRepair,

    /// <summary>A customer kept it in exchange for a faulty one.</summary>
    Exchanged,

    /// <summary>Sold.</summary>
    Sold,

    /// <summary>Taken out of use.</summary>
    Retired,

    /// <summary>A customer lost it, or it was stolen.</summary>
    Lost,
}

/// <summary>What moves a loaner.</summary>
public enum LoanerTrigger
{
    /// <summary>It is put aside for a reservation.</summary>
    SetAside,

    /// <summary>It goes back into the pool unused.</summary>
    PutBack,

    /// <summary>A customer takes it.</summary>
    Lend,

    /// <summary>A customer brings it back.</summary>
    TakeBack,

    /// <summary>Cleaned and found in order.</summary>
    Pass,

    /// <summary>It must be repaired.</summary>
    SendToRepair,

    /// <summary>The repair is done; it is checked like one that came back.</summary>
    EndRepair,

    /// <summary>The customer keeps it and leaves the faulty one.</summary>
    Exchange,

    /// <summary>A unit that a customer kept or bought comes back as a faulty one taken in exchange.</summary>
    ComeBack,

    /// <summary>It is sold.</summary>
    Sell,

    /// <summary>It is taken out of use.</summary>
    Retire,

    /// <summary>It is lost or stolen.</summary>
    Lose,

    /// <summary>It is found again; it is checked like one that came back.</summary>
    Find,
}

/// <summary>The one transition table of a loaner.</summary>
internal static class LoanerLifecycle
{
    public static readonly Lifecycle<Loaner, LoanerState, LoanerTrigger> Table =
        Lifecycle<Loaner, LoanerState, LoanerTrigger>.Define(LoanerState.InPool, life =>
        {
            life.Configure(LoanerState.InPool)
                .Permit(LoanerTrigger.Lend, LoanerState.Out)
                .Permit(LoanerTrigger.SetAside, LoanerState.SetAside)
                .Permit(LoanerTrigger.SendToRepair, LoanerState.InRepair)
                .Permit(LoanerTrigger.Sell, LoanerState.Sold)
                .Permit(LoanerTrigger.Retire, LoanerState.Retired);
            life.Configure(LoanerState.SetAside)
                .Permit(LoanerTrigger.Lend, LoanerState.Out)
                .Permit(LoanerTrigger.PutBack, LoanerState.InPool)
                .Permit(LoanerTrigger.SendToRepair, LoanerState.InRepair);
            life.Configure(LoanerState.Out)
                .Permit(LoanerTrigger.TakeBack, LoanerState.Checking)
                .Permit(LoanerTrigger.Exchange, LoanerState.Exchanged)
                .Permit(LoanerTrigger.Lose, LoanerState.Lost);
            // It left the pool when it was lost; to retire it as well would leave no way back for one that is found.
            life.Configure(LoanerState.Lost).Permit(LoanerTrigger.Find, LoanerState.Checking);
            life.Configure(LoanerState.Checking)
                .PermitIf(LoanerTrigger.Pass, LoanerState.InPool, l => !l.NeedsRepair, "It came back damaged: have it repaired first.")
                .Permit(LoanerTrigger.SendToRepair, LoanerState.InRepair)
                .Permit(LoanerTrigger.Retire, LoanerState.Retired);
            life.Configure(LoanerState.InRepair)
                .Permit(LoanerTrigger.EndRepair, LoanerState.Checking)
                .Permit(LoanerTrigger.Retire, LoanerState.Retired);
            life.Configure(LoanerState.Exchanged)
                .Permit(LoanerTrigger.ComeBack, LoanerState.InRepair);
            life.Configure(LoanerState.Sold)
                .Permit(LoanerTrigger.ComeBack, LoanerState.InRepair);
            life.Final(LoanerState.Retired);
        });
}
