namespace ServiceErp.Platform.Importing;

/// <summary>How many files are read at once, so that a counter's pages stay quick whatever somebody uploads: two that are looked into at their arrival, and two whose rows are checked or applied.</summary>
internal sealed class ImportPlaces : IDisposable
{
    private const int AtOnce = 2;

    public SemaphoreSlim Looking { get; } = new(AtOnce, AtOnce);

    public SemaphoreSlim Working { get; } = new(AtOnce, AtOnce);

    public void Dispose()
    {
        Looking.Dispose();
        Working.Dispose();
    }
}
