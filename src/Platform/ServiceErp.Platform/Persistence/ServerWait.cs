using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ServiceErp.Platform.Persistence;

/// <summary>A server may come up after the program: after a power cut both start at once, and the database recovers first.</summary>
/// <param name="Longest">How long the program waits before it gives up (<c>Database:WaitSeconds</c>, 60 unless set).</param>
public sealed record ServerWait(TimeSpan Longest)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(8);

    /// <summary>Does the work, again and again as long as the server isn't there yet, with longer and longer pauses.</summary>
    internal async Task UntilThereAsync(Func<Task> work, ILogger log, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        for (var pause = First; ; pause = pause * 2 < Most ? pause * 2 : Most)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (DatabaseErrors.IsNotThereYet(e) && watch.Elapsed + pause <= Longest)
            {
                log.LogWarning("The database does not answer yet ({Why}); trying again in {Seconds} s", e.GetBaseException().Message, pause.TotalSeconds);
                await Task.Delay(pause, cancel);
            }
        }
    }
}
