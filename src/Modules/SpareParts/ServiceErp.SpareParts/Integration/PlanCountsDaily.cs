using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.SpareParts.Features.Counts;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Plans each branch's share of counts for the day while it is open; a day that is closed has none.</summary>
internal sealed class PlanCountsDaily(Dispatcher dispatcher, IBranches branches, NodaTime.IClock clock) : IScheduledJob
{
    public string Name => "SpareParts.PlanCounts";

    public string Cron => "0 40 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var places = 0;
        foreach (var branch in branches.All.Where(b => !b.Calendar.IsEmpty && b.Calendar.IsOpen(clock.GetCurrentInstant())))
        {
            var planned = await dispatcher.Send(new PlanCounts.Command(branch.Id), Caller.System, cancel: cancel);
            places += planned.Succeeded ? planned.Value.Places : 0;
        }

        return $"{places} places planned.";
    }
}
