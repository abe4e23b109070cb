using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;

namespace ServiceErp.SpareParts.Integration;

/// <summary>
/// Gathers the demand of what has moved, classes all parts when a new month has begun, and foresees each part (PAR-3, PAR-4). Each step is a command of its own, so that what is done stays done when it
/// is stopped.
/// </summary>
internal sealed class PlanPartsNightly(Dispatcher dispatcher, IBranches branches) : IScheduledJob
{
    public string Name => StartPlanning.Job;

    public string Cron => "0 30 2 * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var months = await dispatcher.DoAsync(new ListMonthsToGather.Query(), cancel);
        for (var i = 0; i < months.Months.Count; i++)
        {
            progress.Report(new(30 * i / months.Months.Count, $"Demand of {months.Months[i].Year}-{months.Months[i].Month:D2}"));
            await dispatcher.DoAsync(new GatherDemand.Command(months.Months[i]) { AsOf = i == months.Months.Count - 1 ? months.AsOf : null }, cancel);
        }

        var classed = 0;
        var places = await dispatcher.DoAsync(new ListPlacesToClass.Query(), cancel);
        for (var i = 0; i < places.Count; i++)
        {
            progress.Report(new(30 + (20 * i / places.Count), "Classes"));
            var run = await dispatcher.DoAsync(new PreviewClasses.Command(places[i].WarehouseId) { BranchId = places[i].BranchId }, cancel);
            classed += (await dispatcher.DoAsync(new PutClassesInForce.Command(run.RunId), cancel)).Changed;
        }

        var planned = 0;
        foreach (var branch in branches.All)
        {
            Guid? last = null;
            do
            {
                progress.Report(new(50, $"{branch.Code}: {planned} parts planned"));
                var answer = await dispatcher.DoAsync(new ForecastParts.Command(branch.Id, last), cancel);
                (planned, last) = (planned + answer.Planned, answer.Last);
            }
            while (last is not null);
        }

        return $"{months.Months.Count} months gathered, {classed} classes changed, {planned} parts planned.";
    }
}
