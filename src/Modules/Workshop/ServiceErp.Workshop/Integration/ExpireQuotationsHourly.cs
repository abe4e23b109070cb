using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Workshop.Integration;

/// <summary>Ends overdue quotations each hour, so that no branch's midnight is missed.</summary>
internal sealed class ExpireQuotationsHourly(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Workshop.ExpireQuotations";

    public string Cron => "0 5 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var done = await dispatcher.DoAsync(new ExpireQuotations.Command(), cancel);
        return $"{done.Expired} expired.";
    }
}
