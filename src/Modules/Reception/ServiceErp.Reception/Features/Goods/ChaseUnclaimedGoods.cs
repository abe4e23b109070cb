using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>
/// Reminds the customers of goods that were not fetched, while their branch is open and as often as it has decided (REC-5). May run as often as one likes. Who can't be reached, or did not come after
/// the last reminder, is left to a person.
/// </summary>
public static class ChaseUnclaimedGoods
{
    /// <summary>At most so many in one go; the others are due an hour later.</summary>
    private const int AtOnce = 100;

    [Requires(ReceptionPermissions.GoodsWrite)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Reminded);

    internal sealed class Handler(ReceptionDbContext db, CustomerMessages messages, IBranches branches, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
            var reachable = db.Customers.Reachable();
            var reminded = 0;
            foreach (var branch in branches.All.Where(b => !b.Calendar.IsEmpty && b.Calendar.IsOpen(now)))
            {
                var rules = settings.GetValueOrDefault(branch.Id) ?? new ReceptionSettings(branch.Id);
                var (since, before) = (rules.UnclaimedSince(now), now - Duration.FromDays(rules.RemindEveryDays));
                var due = await db.Receipts.Unclaimed(since)
                    .Where(r => r.BranchId == branch.Id && r.Reminders < rules.MostReminders && (r.RemindedAt == null || r.RemindedAt <= before) && reachable.Any(c => c.Id == r.CustomerId))
                    .OrderBy(r => r.ReadyAt).Take(AtOnce).ToListAsync(cancel);
                Guid[] asked = [.. due.Select(r => r.RequestId)];
                var requests = await db.Requests.AsNoTracking().Where(r => asked.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
                foreach (var receipt in due)
                {
                    receipt.Remind(now);
                    await messages.TellAsync(requests[receipt.RequestId], CustomerMessages.Unclaimed, receipt.ReminderKey, cancel);
                    reminded++;
                }
            }

            return new Answer(reminded);
        }
    }
}
