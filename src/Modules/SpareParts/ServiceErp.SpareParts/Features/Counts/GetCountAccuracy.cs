using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>How many of the counted places were right, per class and month (PAR-5).</summary>
public static class GetCountAccuracy
{
    private const int Months = 12;

    [Requires(SparePartsPermissions.CountRead)]
    public sealed record Query : IQuery<Answer>;

    /// <param name="Months">First days of the months, the oldest first.</param>
    /// <param name="Rows">A row for each class, month and currency in which something was counted.</param>
    public sealed record Answer(IReadOnlyList<LocalDate> Months, IReadOnlyList<Row> Rows);

    public sealed record Row(LocalDate Month, AbcClass Class, int Counted, int Right, decimal Value, string Currency)
    {
        /// <summary>Percent of the counted places without a difference.</summary>
        public decimal Accuracy => Math.Round(100m * Right / Counted, 1);
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var today = branches.For(user)?.DayOf(clock.GetCurrentInstant()) ?? default;
            var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(1 - Months);
            var days = await db.CountLines.AsNoTracking().Where(l => l.PostedOn != null && l.PostedOn >= first)
                .GroupBy(l => new { l.PostedOn, l.Class, l.BranchId })
                .Select(g => new { Day = g.Key.PostedOn!.Value, g.Key.Class, g.Key.BranchId, Counted = g.Count(), Right = g.Count(l => l.Difference == 0), Value = g.Sum(l => l.Value) }).ToListAsync(cancel);
            return new Answer(
                [.. Enumerable.Range(0, Months).Select(first.PlusMonths)],
                [.. days.GroupBy(d => (Month: d.Day.With(DateAdjusters.StartOfMonth), d.Class, Currency: branches.CurrencyOf(d.BranchId))).OrderBy(g => g.Key.Month).ThenBy(g => g.Key.Class).ThenBy(g => g.Key.Currency, StringComparer.Ordinal)
                    .Select(g => new Row(g.Key.Month, g.Key.Class, g.Sum(d => d.Counted), g.Sum(d => d.Right), g.Sum(d => d.Value), g.Key.Currency))]);
        }
    }
}
