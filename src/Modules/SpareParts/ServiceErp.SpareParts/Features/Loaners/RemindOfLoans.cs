using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Reminds customers before and after a loaner is due, each time once and while their branch is open (PAR-6). May run as often as one likes.</summary>
public static class RemindOfLoans
{
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Sent);

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IBranches branches, IMessageTemplates templates, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var open = branches.All.Where(b => !b.Calendar.IsEmpty && b.Calendar.IsOpen(now)).ToDictionary(b => b.Id);
            Guid[] openIds = [.. open.Keys];
            var rules = await db.LoanerRules.AsNoTracking().Where(r => openIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
            var loans = await db.Loans.AsNoTracking()
                .Where(l => l.State == LoanState.Out && l.ReadyAt != null && openIds.Contains(l.BranchId) && (l.CustomerEmail != "" || l.CustomerPhone != "")).ToListAsync(cancel);
            var due = loans
                .Select(l => (Loan: l, Key: (rules.GetValueOrDefault(l.BranchId) ?? new LoanerRules(l.BranchId)).ReminderOn(l, desk.Today(l.BranchId))))
                .Where(r => r.Key is not null).ToList();
            var keys = due.Select(r => r.Key!).ToArray();
            var sent = await db.Messages.Where(m => keys.Contains(m.OnceKey)).Select(m => m.OnceKey).ToListAsync(cancel);
            due.RemoveAll(r => sent.Contains(r.Key!));
            foreach (var (loan, key) in due)
            {
                db.Messages.Add(Reminder(loan, key!, open[loan.BranchId], now));
            }

            return new Answer(due.Count);
        }

        private OutgoingMessage Reminder(Loan loan, string key, Branch branch, Instant now)
        {
            var late = loan.LateOn(branch.DayOf(now));
            var byMail = loan.CustomerEmail.Length > 0;
            var text = templates.Render(late > 0 ? "loan-overdue" : "loan-due", loan.Language, new
            {
                Customer = loan.CustomerName,
                Unit = $"{loan.ModelName} {loan.Serial}",
                loan.Number,
                Order = loan.OrderNumber,
                loan.DueOn,
                DaysLate = late,
                Fee = new Money(loan.DailyFee, loan.Currency).ToString(),
                Branch = branch.Name,
                branch.Address,
                branch.Phone,
            });
            return new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = branch.Id,
                Channel = byMail ? MessageChannel.Email : MessageChannel.Sms,
                Recipient = byMail ? loan.CustomerEmail : loan.CustomerPhone,
                RecipientName = loan.CustomerName,
                Subject = byMail ? text.Subject : "",
                Body = byMail ? text.Body : text.Subject,
                About = nameof(Loan),
                AboutId = loan.Id,
                OnceKey = key,
                WrittenAt = now,
                NextAttemptAt = now,
            };
        }
    }
}
