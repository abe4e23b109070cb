using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>
/// How much of what was claimed came back, per supplier and month of sending (PAR-9). What is refused or given up is what was claimed and answered, less what was accepted; recovered is credited and replaced.
/// </summary>
public static class GetClaimRecovery
{
    private const int UsualMonths = 12;

    /// <param name="From">The first day of sending; a year before the last unless said.</param>
    /// <param name="Through">The last day; today unless said.</param>
    [Requires(SparePartsPermissions.ClaimRead)]
    public sealed record Query(LocalDate? From, LocalDate? Through) : IQuery<Answer>;

    public sealed record Answer(LocalDate From, LocalDate Through, IReadOnlyList<Row> Rows, IReadOnlyList<Month> Months);

    /// <param name="Claims">Sent in the period.</param>
    /// <param name="Answered">Of them answered.</param>
    /// <param name="Refused">Claimed and not accepted, of those that were answered.</param>
    /// <param name="DaysToAnswer">Mean; null while nothing was answered.</param>
    public sealed record Row(Guid SupplierId, string Supplier, string Currency, int Claims, int Answered, decimal Claimed, decimal Accepted, decimal Credited, decimal Replaced, decimal Refused, decimal? DaysToAnswer)
    {
        public decimal Recovered => Credited + Replaced;

        /// <summary>Percent of what was claimed; null when that is nothing.</summary>
        public decimal? Rate => Claimed == 0 ? null : Rounding.Round(100 * Recovered / Claimed, 1);
    }

    public sealed record Month(LocalDate First, string Currency, decimal Claimed, decimal Recovered);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var today = branches.Today(user, clock.GetCurrentInstant());
            var through = q.Through is { } last && last <= today ? last : today;
            var from = q.From is { } first && first <= through ? first : through.PlusMonths(-UsualMonths).PlusDays(1);
            var sent = db.SupplierClaims.AsNoTracking().Where(c => c.SentOn >= from && c.SentOn <= through && c.State != SupplierClaimState.Cancelled);
            var sums = await sent.GroupBy(c => new { c.SupplierId, c.Supplier.Name, c.Currency }).Select(g => new
            {
                g.Key.SupplierId, g.Key.Name, g.Key.Currency, Claims = g.Count(), Answered = g.Sum(c => c.AnsweredOn == null ? 0 : 1), Claimed = g.Sum(c => c.Claimed), Accepted = g.Sum(c => c.Accepted),
                Credited = g.Sum(c => c.Credited), Replaced = g.Sum(c => c.Replaced), Judged = g.Sum(c => c.AnsweredOn == null ? 0 : c.Claimed), Days = g.Sum(c => c.DaysToAnswer ?? 0),
            }).ToListAsync(cancel);
            var days = await sent.GroupBy(c => new { c.SentOn, c.Currency }).Select(g => new { g.Key.SentOn, g.Key.Currency, Claimed = g.Sum(c => c.Claimed), Recovered = g.Sum(c => c.Credited) + g.Sum(c => c.Replaced) }).ToListAsync(cancel);
            return new Answer(
                from, through,
                [
                    .. sums.Select(s => new Row(s.SupplierId, s.Name, s.Currency, s.Claims, s.Answered, s.Claimed, s.Accepted, s.Credited, s.Replaced, s.Judged - s.Accepted, s.Answered == 0 ? null : Rounding.Round((decimal)s.Days / s.Answered, 1)))
                        .OrderByDescending(r => r.Claimed).ThenBy(r => r.Supplier, StringComparer.CurrentCulture),
                ],
                [.. days.GroupBy(d => (First: d.SentOn!.Value.With(DateAdjusters.StartOfMonth), d.Currency)).OrderBy(g => g.Key.First).Select(g => new Month(g.Key.First, g.Key.Currency, g.Sum(d => d.Claimed), g.Sum(d => d.Recovered)))]);
        }
    }
}
