using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Reminders;

/// <summary>Reminds of every overdue invoice whose next level is due. May run as often as one likes: each level goes out once.</summary>
public static class SendDueReminders
{
    /// <summary>The rest waits for the next run.</summary>
    private const int Most = 500;

    [Requires(BillingPermissions.ReminderSend)]
    public sealed record Command : ICommand<Answer>;

    /// <param name="Sent">Reminders written.</param>
    /// <param name="WithoutAddress">Overdue customers who can't be reached; remind them by post.</param>
    public sealed record Answer(int Sent, int WithoutAddress);

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, Reminding reminding, IBranches branches, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var (sent, unreachable) = (0, 0);
            foreach (var branch in branches.All)
            {
                var today = branch.DayOf(now);
                var terms = await invoicing.TermsAsync(branch.Id, cancel);
                var (first, second, third) = (today.PlusDays(-terms.FirstReminderDays), today.PlusDays(-terms.SecondReminderDays), today.PlusDays(-terms.ThirdReminderDays));
                var due = await db.Invoices
                    .Where(i => i.BranchId == branch.Id && i.Open > 0
                        && ((i.ReminderLevel == 0 && i.DueOn <= first) || (i.ReminderLevel == 1 && i.DueOn <= second) || (i.ReminderLevel == 2 && i.DueOn <= third)))
                    .OrderBy(i => i.DueOn).Take(Most).ToListAsync(cancel);
                foreach (var invoice in due)
                {
                    // After a long pause a customer gets the first reminder first, not the third.
                    if ((await reminding.RemindAsync(invoice, invoice.ReminderLevel + 1, cancel)).Succeeded)
                    {
                        sent++;
                    }
                    else
                    {
                        unreachable++;
                    }
                }
            }

            return new Answer(sent, unreachable);
        }
    }
}
