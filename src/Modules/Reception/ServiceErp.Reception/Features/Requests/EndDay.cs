using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>
/// When a branch has closed for the day, its supervisors get the count of the day's register and the requests that nobody has, which come first the next day (REC-6). Told once a day and branch; may run as often as one likes.
/// </summary>
public static class EndDay
{
    /// <summary>At most so many are named; all are counted.</summary>
    private const int MostNamed = 50;

    [Requires(ReceptionPermissions.RequestOversee)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Told);

    internal sealed class Handler(ReceptionDbContext db, StaffMessages staff, IBranches branches, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var told = 0;
            foreach (var branch in branches.All.Where(b => HasClosed(b, now)))
            {
                var day = branch.DayOf(now);
                var morning = branch.Zone.AtStartOfDay(day).ToInstant();
                var registered = await db.Requests.CountAsync(r => r.BranchId == branch.Id && r.RegisteredAt >= morning && r.RegisteredAt <= now, cancel);
                var left = db.Requests.AsNoTracking().Undispatched().Where(r => r.BranchId == branch.Id);
                var count = await left.CountAsync(cancel);
                if (registered == 0 && count == 0)
                {
                    continue;
                }

                var named = await left.OrderBy(r => r.DueAt).Take(MostNamed).Select(r => $"{r.Number} {r.CustomerName}, {r.ModelName}").ToListAsync(cancel);
                told += await staff.TellAsync(
                    Roles.Dispatcher, branch.Id, branch.Id, $"day/{branch.Id}/{NodaTime.Text.LocalDatePattern.Iso.Format(day)}",
                    "Not dispatched today: {0}", "Registered today: {1}. Not dispatched, first tomorrow: {0}.\n{2}", [count, registered, string.Join('\n', named)], cancel);
            }

            return new Answer(told);
        }

        /// <summary>It was open today and does not open again today.</summary>
        private static bool HasClosed(Branch branch, Instant now) =>
            !branch.Calendar.IsEmpty && !branch.Calendar.IsOpen(now)
            && branch.Calendar.Elapsed(branch.Zone.AtStartOfDay(branch.DayOf(now)).ToInstant(), now) > Duration.Zero
            && (branch.Calendar.NextOpening(now) is not { } next || branch.DayOf(next) > branch.DayOf(now));
    }

    /// <summary>Nobody has them yet.</summary>
    internal static IQueryable<ServiceRequest> Undispatched(this IQueryable<ServiceRequest> requests) =>
        requests.Where(r => r.State == RequestState.Registered || r.State == RequestState.Accepted);
}
