using NodaTime;
using ServiceErp.Platform.Jobs;

namespace ServiceErp.Platform.Importing;

/// <summary>Imported files hold customers' data and have done their service: they are deleted after a month. What came of them stays listed.</summary>
internal sealed class RemoveOldImports(ImportFiles files, IClock clock) : IScheduledJob
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public string Name => "Platform.RemoveOldImports";

    public string Cron => "0 50 3 * * ?";

    public Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var old = files.OlderThan(clock.GetCurrentInstant() - Kept).ToList();
        old.ForEach(File.Delete);
        return Task.FromResult($"{old.Count} files removed.");
    }
}
