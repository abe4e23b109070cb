using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Reminders;

/// <summary>Sends the next reminder of one invoice by hand.</summary>
public static class SendReminder
{
    private const int Highest = 3;

    [Requires(BillingPermissions.ReminderSend)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<Answer>, IVersioned;

    public sealed record Answer(int Level);

    internal sealed class Handler(BillingDbContext db, Reminding reminding) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            if (invoice.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            if (invoice.ReminderLevel >= Highest)
            {
                return Error.Refused("Billing.Reminder.LastSent", "The last reminder was sent on {0}.", invoice.RemindedOn);
            }

            var level = invoice.ReminderLevel + 1;
            var reminded = await reminding.RemindAsync(invoice, level, cancel);
            return reminded.Succeeded ? new Answer(level) : reminded.Error;
        }
    }
}
