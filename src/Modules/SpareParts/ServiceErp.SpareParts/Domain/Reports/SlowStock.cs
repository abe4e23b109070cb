namespace ServiceErp.SpareParts.Domain.Reports;

/// <summary>How long goods have not been asked for.</summary>
public enum Standing
{
    /// <summary>Not within the window.</summary>
    Slow,

    /// <summary>Not within twice the window.</summary>
    Dead,
}

/// <summary>What could be done with goods that nobody asks for.</summary>
public enum SlowProposal
{
    /// <summary>They have to be there: a model they fit is within its service life.</summary>
    Keep,

    /// <summary>They came from a supplier not long ago.</summary>
    ReturnToSupplier,

    /// <summary>They are worth offering.</summary>
    Sell,

    /// <summary>They are not worth the room.</summary>
    Scrap,
}

internal static class SlowStock
{
    /// <summary>Goods that came within so many days are offered to their supplier first.</summary>
    public const int ReturnableDays = 365;

    /// <param name="standing">How long nobody asked.</param>
    /// <param name="isObliged">Whether a model within its service life needs them.</param>
    /// <param name="cameLately">Whether they came from a supplier within <see cref="ReturnableDays"/>.</param>
    /// <param name="value">What they are worth in the books.</param>
    /// <param name="worthTrouble">Below it selling costs more than it brings: what it costs to handle one order line.</param>
    public static SlowProposal Propose(Standing standing, bool isObliged, bool cameLately, decimal value, decimal worthTrouble) =>
        isObliged ? SlowProposal.Keep
        : cameLately ? SlowProposal.ReturnToSupplier
        : standing == Standing.Dead && value <= worthTrouble ? SlowProposal.Scrap
        : SlowProposal.Sell;
}
