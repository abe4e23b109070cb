using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.SpareParts.Features.Loaners;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Asks each hour, so that every branch's customers are written to on its own morning.</summary>
internal sealed class RemindOfLoansHourly(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "SpareParts.RemindOfLoans";

    public string Cron => "0 20 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var done = await dispatcher.DoAsync(new RemindOfLoans.Command(), cancel);
        return $"{done.Sent} reminded.";
    }
}
