using ServiceErp.Billing.Features.Reminders;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;

namespace ServiceErp.Billing.Integration;

/// <summary>Reminds of overdue invoices each morning, once per level (BIL-3).</summary>
internal sealed class SendDueRemindersDaily(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Billing.SendDueReminders";

    public string Cron => "0 0 7 * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var result = await dispatcher.Send(new SendDueReminders.Command(), Caller.System, cancel: cancel);
        return result.Succeeded ? $"{result.Value.Sent} sent, {result.Value.WithoutAddress} without an address." : throw new InvalidOperationException(result.Error.ToString());
    }
}
