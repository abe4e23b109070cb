namespace ServiceErp.Platform.Composition;

/// <summary>Whether the program shows the demonstration centre: on unless it was started with <c>--demo false</c>.</summary>
/// <param name="On">Whether it does.</param>
public sealed record DemoMode(bool On);
