using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;

namespace ServiceErp.Feedback.Integration;

/// <summary>Sends the surveys of the day before (FEE-5). Hourly, since each branch's morning comes at an hour of its own.</summary>
internal sealed class SendDueSurveysHourly(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Feedback.SendDueSurveys";

    public string Cron => "0 10 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var result = await dispatcher.Send(new SendDueSurveys.Command(), Caller.System, cancel: cancel);
        return result.Succeeded ? $"{result.Value.Sent} sent, {result.Value.Expired} expired." : throw new InvalidOperationException(result.Error.ToString());
    }
}
