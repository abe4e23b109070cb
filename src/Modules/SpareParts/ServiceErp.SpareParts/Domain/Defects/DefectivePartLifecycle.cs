using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Defects;

/// <summary>Where defective goods stand.</summary>
public enum DefectState
{
    /// <summary>They lie apart from what may be used.</summary>
    Held,

    /// <summary>They went back to the supplier.</summary>
    Returned,

    /// <summary>They were thrown away.</summary>
    Scrapped,

    /// <summary>The booking that brought them was taken back.</summary>
    Withdrawn,
}

/// <summary>What moves defective goods.</summary>
public enum DefectTrigger
{
    /// <summary>They leave for the supplier.</summary>
    Return,

    /// <summary>They are thrown away.</summary>
    Scrap,

    /// <summary>The paper by which they left was taken back.</summary>
    TakeBack,

    /// <summary>The paper by which they came was taken back.</summary>
    Withdraw,
}

/// <summary>The one transition table of defective goods.</summary>
internal static class DefectivePartLifecycle
{
    public static readonly Lifecycle<DefectivePart, DefectState, DefectTrigger> Table =
        Lifecycle<DefectivePart, DefectState, DefectTrigger>.Define(DefectState.Held, life =>
        {
            life.Configure(DefectState.Held)
                .Permit(DefectTrigger.Return, DefectState.Returned)
                .Permit(DefectTrigger.Scrap, DefectState.Scrapped)
                .Permit(DefectTrigger.Withdraw, DefectState.Withdrawn);
            life.Configure(DefectState.Returned).Permit(DefectTrigger.TakeBack, DefectState.Held);
            life.Configure(DefectState.Scrapped).Permit(DefectTrigger.TakeBack, DefectState.Held);
            life.Final(DefectState.Withdrawn);
        });
}
