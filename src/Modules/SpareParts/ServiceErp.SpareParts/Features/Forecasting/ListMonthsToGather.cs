using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>The months whose demand must be gathered anew: those with movements since the last time, and those in which orders asked for what they did not get.</summary>
public static class ListMonthsToGather
{
    [Requires(SparePartsPermissions.PlanWrite)]
    public sealed record Query : IQuery<Answer>;

    /// <param name="Months">First days, the oldest first.</param>
    /// <param name="AsOf">What has moved until then is in them.</param>
    public sealed record Answer(IReadOnlyList<LocalDate> Months, Instant AsOf);

    internal sealed class Handler(SparePartsDbContext db, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var since = await db.PlanningRules.AsNoTracking().Select(r => r.DemandGatheredAt).FirstOrDefaultAsync(cancel);

            // What was booked in the second of the last gathering may not have been seen by it.
            var moved = db.Movements.IgnoreQueryFilters().AsNoTracking();
            var first = since is { } last
                ? await moved.Where(m => m.At >= last - Duration.FromMinutes(1)).MinAsync(m => (LocalDate?)m.BookingDate, cancel)
                : await moved.MinAsync(m => (LocalDate?)m.BookingDate, cancel);
            var months = new SortedSet<LocalDate>(await db.Demands.AsNoTracking().Where(d => d.WarehouseId == Demand.NoWarehouse).Select(d => d.Month).Distinct().ToListAsync(cancel));
            var waiting = await db.Reservations.IgnoreQueryFilters().AsNoTracking().Where(r => r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved).MinAsync(r => (Instant?)r.WantedAt, cancel);
            var today = now.InUtc().Date;
            if (waiting?.InUtc().Date is { } asked && !(first < asked))
            {
                first = asked;
            }

            // A branch east of Greenwich may already have the next day.
            for (var month = (first ?? today).With(DateAdjusters.StartOfMonth); month <= today.PlusDays(1); month = month.PlusMonths(1))
            {
                months.Add(month);
            }

            return new Answer([.. months], now);
        }
    }
}
