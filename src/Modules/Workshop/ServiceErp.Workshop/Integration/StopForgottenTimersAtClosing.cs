using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.Workshop.Integration;

/// <summary>Looks every quarter of an hour for timers that run on after closing, in whatever zone.</summary>
internal sealed class StopForgottenTimersAtClosing(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Workshop.StopForgottenTimers";

    public string Cron => "0 2/15 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var done = await dispatcher.DoAsync(new StopForgottenTimers.Command(), cancel);
        return $"{done.Stopped} stopped.";
    }
}
