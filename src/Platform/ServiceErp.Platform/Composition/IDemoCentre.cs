namespace ServiceErp.Platform.Composition;

/// <summary>How far the demo centre is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="What">What is being made, in English.</param>
public sealed record DemoProgress(int Percent, string What);

/// <summary>
/// Fills an empty database with a demonstration centre, through the program's own use cases. Optional: without one the demo starts empty.
/// The Host calls it once, before the first page is served, and lets the clock run again afterwards.
/// </summary>
public interface IDemoCentre
{
    /// <summary>Makes everything; the same every time but for the dates, which end today.</summary>
    /// <param name="progress">Told from time to time how far it is.</param>
    /// <param name="cancel">Stops it between two commands; what is made so far stays.</param>
    Task BuildAsync(IProgress<DemoProgress> progress, CancellationToken cancel);
}
