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
        var done = await dispatcher.DoAsync(new SendDueReminders.Command(), cancel);
        return $"{done.Sent} sent, {done.WithoutAddress} without an address.";
    }
}
