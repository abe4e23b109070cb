using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Reception.Features.Requests;

namespace ServiceErp.Reception.Integration;

/// <summary>Looks every five minutes whose response is late.</summary>
internal sealed class EscalateResponsesOften(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Reception.EscalateResponses";

    public string Cron => "0 0/5 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var done = await dispatcher.DoAsync(new EscalateResponses.Command(), cancel);
        return $"{done.Told} told.";
    }
}
