using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The dispatch board of one day: what nobody has, and each technician's day against the branch's open hours (WRK-1).</summary>
public static class GetBoard
{
    /// <param name="Day">The day; today unless said.</param>
    [Requires(WorkshopPermissions.OrderAssign)]
    public sealed record Query(string? Day = null) : IQuery<Answer>;

    public sealed record Card(Guid Id, string Number, OrderState State, ServicePlace Place, Priority Priority, string CustomerName, string CustomerAddress, string ModelName, LocalDate? PlannedDay, LocalTime? PlannedTime, int PlannedMinutes, Instant DueAt, bool Late, bool Movable);

    public sealed record Column(Guid? TechnicianId, string? TechnicianName, IReadOnlyList<Card> Cards, int PlannedMinutes, int OpenMinutes);

    public sealed record Answer(LocalDate Day, IReadOnlyList<Column> Columns);

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IUserDirectory users, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        private const int MostCards = 400;

        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (branches.For(user) is not { } branch)
            {
                return new Answer(default, []);
            }

            var now = clock.GetCurrentInstant();
            var today = branch.DayOf(now);
            var day = KnownYears.Day(query.Day) ?? today;
            // Work that was planned for an earlier day and is not finished belongs to today.
            var earliest = day == today ? LocalDate.FromDateTime(DateTime.UnixEpoch) : day;
            OrderState[] atWork = [OrderState.Assigned, OrderState.Travelling, OrderState.OnSite, OrderState.TakenBack, OrderState.Diagnosing, OrderState.InRepair];
            // What nobody had at the end of an earlier day comes first (REC-6).
            var morning = branch.Zone.AtStartOfDay(today).ToInstant();
            var cards = await db.Orders.AsNoTracking()
                .Where(o => o.BranchId == branch.Id && (o.State == OrderState.Received || (atWork.Contains(o.State) && ((o.PlannedDay >= earliest && o.PlannedDay <= day) || (o.PlannedDay == null && day == today)))))
                .OrderByDescending(o => o.State == OrderState.Received && o.ReceivedAt < morning).ThenByDescending(o => o.Priority == Priority.Emergency).ThenBy(o => o.DueAt).Take(MostCards)
                .Select(o => new { o.TechnicianId, Card = new Card(o.Id, o.Number, o.State, o.Place, o.Priority, o.CustomerName, o.CustomerAddress, o.ModelName, o.PlannedDay, o.PlannedTime, o.PlannedMinutes, o.DueAt, o.DueAt < now && o.AnsweredAt == null, false) })
                .ToListAsync(cancel);
            var byTechnician = cards.ToLookup(c => c.Card.State == OrderState.Received ? null : c.TechnicianId, c => c.Card with { Movable = c.Card.State is OrderState.Received or OrderState.Assigned or OrderState.Diagnosing });
            var open = (int)branch.Calendar.Elapsed(day.AtStartOfDayInZone(branch.Zone).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(branch.Zone).ToInstant()).TotalMinutes;
            var technicians = users.InRole(Roles.Technician, branch.Id);
            return new Answer(day,
            [
                new Column(null, null, [.. byTechnician[null]], 0, 0),
                .. technicians.Select(t => new Column(t.Id, t.Name, [.. byTechnician[t.Id].OrderBy(c => c.PlannedTime ?? LocalTime.MaxValue)], byTechnician[t.Id].Sum(c => c.PlannedMinutes), open)),
            ]);
        }
    }
}
