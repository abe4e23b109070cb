using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>Where a piece with a serial number is.</summary>
public enum SerialState
{
    /// <summary>Named by a paper, and nothing more yet.</summary>
    Named,

    /// <summary>Lies in a warehouse.</summary>
    InStock,

    /// <summary>Handed out to an order.</summary>
    Issued,

    /// <summary>Left for good: scrapped, lost, sent back.</summary>
    Gone,
}

/// <summary>What moves a piece.</summary>
public enum SerialTrigger
{
    /// <summary>It comes into a warehouse, or changes it.</summary>
    Arrive,

    /// <summary>It is handed out to an order.</summary>
    Issue,

    /// <summary>It leaves for good.</summary>
    Leave,
}

/// <summary>The one transition table of a piece. What is gone may be found again, and what was handed out may come back.</summary>
internal static class SerialLifecycle
{
    public static readonly Lifecycle<SerialPiece, SerialState, SerialTrigger> Table =
        Lifecycle<SerialPiece, SerialState, SerialTrigger>.Define(SerialState.Named, life =>
        {
            life.Configure(SerialState.Named)
                .Permit(SerialTrigger.Arrive, SerialState.InStock)
                .Permit(SerialTrigger.Issue, SerialState.Issued)
                .Permit(SerialTrigger.Leave, SerialState.Gone);
            life.Configure(SerialState.InStock)
                .PermitReentry(SerialTrigger.Arrive)
                .Permit(SerialTrigger.Issue, SerialState.Issued)
                .Permit(SerialTrigger.Leave, SerialState.Gone);
            life.Configure(SerialState.Issued).Permit(SerialTrigger.Arrive, SerialState.InStock);
            life.Configure(SerialState.Gone).Permit(SerialTrigger.Arrive, SerialState.InStock);
        });
}
