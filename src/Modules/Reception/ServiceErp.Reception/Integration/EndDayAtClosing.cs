using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Reception.Features.Requests;

namespace ServiceErp.Reception.Integration;

/// <summary>Looks every ten minutes which branch has closed for the day.</summary>
internal sealed class EndDayAtClosing(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Reception.EndDay";

    public string Cron => "30 0/10 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var done = await dispatcher.DoAsync(new EndDay.Command(), cancel);
        return $"{done.Told} told.";
    }
}
