using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Defects;

/// <summary>Where defective goods stand.</summary>
public enum DefectState
{
    /// <summary>They lie apart from what may be used.</summary>
    Held,

    /// <summary>They are the matter of a claim against their supplier.</summary>
    Claimed,

    /// <summary>They went back to the supplier.</summary>
    Returned,

    /// <summary>They were thrown away.</summary>
    Scrapped,

    /// <summary>They were inspected and nothing is wrong with them: they lie with what may be used.</summary>
    FoundGood,

    /// <summary>They are not there: the booking that brought them was taken back, or they never came to the store.</summary>
    Withdrawn,
}

/// <summary>What moves defective goods.</summary>
public enum DefectTrigger
{
    /// <summary>What is known of them is put right.</summary>
    Edit,

    /// <summary>They are claimed from their supplier.</summary>
    Claim,

    /// <summary>They are taken out of the claim.</summary>
    Unclaim,

    /// <summary>They leave for the supplier.</summary>
    Return,

    /// <summary>They are thrown away.</summary>
    Scrap,

    /// <summary>An inspection finds nothing wrong with them.</summary>
    FindGood,

    /// <summary>The paper by which they left was taken back.</summary>
    TakeBack,

    /// <summary>The paper by which they came was taken back, or nobody waits for them.</summary>
    Withdraw,
}

/// <summary>The one transition table of defective goods.</summary>
internal static class DefectivePartLifecycle
{
    public static readonly Lifecycle<DefectivePart, DefectState, DefectTrigger> Table =
        Lifecycle<DefectivePart, DefectState, DefectTrigger>.Define(DefectState.Held, life =>
        {
            life.Configure(DefectState.Held)
                .PermitReentry(DefectTrigger.Edit)
                .Permit(DefectTrigger.Claim, DefectState.Claimed)
                .Permit(DefectTrigger.Return, DefectState.Returned)
                .Permit(DefectTrigger.Scrap, DefectState.Scrapped)
                .Permit(DefectTrigger.FindGood, DefectState.FoundGood)
                .Permit(DefectTrigger.Withdraw, DefectState.Withdrawn);
            life.Configure(DefectState.Claimed)
                .Permit(DefectTrigger.Unclaim, DefectState.Held)
                .Permit(DefectTrigger.Return, DefectState.Returned)
                .Permit(DefectTrigger.Scrap, DefectState.Scrapped);
            foreach (var gone in (DefectState[])[DefectState.Returned, DefectState.Scrapped, DefectState.FoundGood])
            {
                life.Configure(gone)
                    .PermitIf(DefectTrigger.TakeBack, DefectState.Held, d => d.ClaimId is null, "They are claimed.")
                    .PermitIf(DefectTrigger.TakeBack, DefectState.Claimed, d => d.ClaimId is not null, "Nobody claims them.");
            }

            life.Final(DefectState.Withdrawn);
        });
}
