using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>How much the pool is used, per model: days lent of the days that its units were in the pool.</summary>
public static class GetLoanerUse
{
    private const int UsualDays = 90;

    /// <param name="From">The first day; 90 days before the last unless said.</param>
    /// <param name="Through">The last day; today unless said.</param>
    [Requires(SparePartsPermissions.LoanerRead)]
    public sealed record Query(LocalDate? From = null, LocalDate? Through = null) : IQuery<Answer>;

    public sealed record Answer(LocalDate From, LocalDate Through, IReadOnlyList<Row> Rows);

    /// <param name="ModelCode">The model.</param>
    /// <param name="ModelName">Its name.</param>
    /// <param name="Units">How many there were.</param>
    /// <param name="DaysInPool">Their days in the pool, all together.</param>
    /// <param name="DaysLent">Of these with a customer.</param>
    /// <param name="Loans">How many loans touched the period.</param>
    /// <param name="ReturnedLate">Ended in the period later than due.</param>
    public sealed record Row(string ModelCode, string ModelName, int Units, int DaysInPool, int DaysLent, int Loans, int ReturnedLate)
    {
        /// <summary>Percent of the days in the pool; null without any.</summary>
        public decimal? Use => DaysInPool == 0 ? null : Math.Round(100m * DaysLent / DaysInPool, 1);
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var today = branches.For(user)?.DayOf(clock.GetCurrentInstant()) ?? default;
            var through = q.Through is { } last && last <= today ? last : today;
            var from = q.From is { } first && first <= through ? first : through.PlusDays(1 - UsualDays);
            var units = await db.Loaners.AsNoTracking().Where(l => l.InPoolSince <= through && (l.LeftPoolOn == null || l.LeftPoolOn >= from))
                .Select(l => new { l.Id, l.ModelCode, l.ModelName, l.InPoolSince, l.LeftPoolOn }).ToListAsync(cancel);
            var loans = await db.Loans.AsNoTracking().Where(l => l.LentOn <= through && (l.EndedOn == null || l.EndedOn >= from))
                .Select(l => new { l.LoanerId, l.LentOn, l.EndedOn, l.DaysLate }).ToListAsync(cancel);
            var ofUnit = loans.ToLookup(l => l.LoanerId);
            return new Answer(from, through,
            [
                .. units.GroupBy(u => (u.ModelCode, u.ModelName)).Select(m => new Row(
                    m.Key.ModelCode,
                    m.Key.ModelName,
                    m.Count(),
                    m.Sum(u => Overlap(from, through, u.InPoolSince, u.LeftPoolOn)),
                    m.Sum(u => Math.Min(ofUnit[u.Id].Sum(l => Overlap(from, through, l.LentOn, l.EndedOn)), Overlap(from, through, u.InPoolSince, u.LeftPoolOn))),
                    m.Sum(u => ofUnit[u.Id].Count()),
                    m.Sum(u => ofUnit[u.Id].Count(l => l.EndedOn <= through && l.DaysLate > 0)))).OrderByDescending(r => r.Use ?? 0).ThenBy(r => r.ModelCode, StringComparer.Ordinal),
            ]);
        }

        // Both ends count; a unit that came back and went out again on one day was lent for one day, which the caller's minimum keeps.
        private static int Overlap(LocalDate from, LocalDate through, LocalDate begin, LocalDate? end) =>
            Math.Max(0, Period.DaysBetween(LocalDate.Max(from, begin), LocalDate.Min(through, end ?? through)) + 1);
    }
}
