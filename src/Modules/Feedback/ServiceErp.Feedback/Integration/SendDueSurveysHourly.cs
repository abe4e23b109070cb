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
        var done = await dispatcher.DoAsync(new SendDueSurveys.Command(), cancel);
        return $"{done.Sent} sent, {done.Expired} expired.";
    }
}
