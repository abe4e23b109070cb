using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>
/// How much of what orders asked for was there at once, per class and month (PAR-8). A line counts as filled when all of it was promised in the moment it was asked for; a line that later asks for more asks
/// anew for the rest, one that asks for less asks for less. The class is the one in force today. A branch is asked and not a warehouse, since an order is served out of all of them.
/// </summary>
public static class GetFillRate
{
    private const int UsualMonths = 12;

    /// <param name="From">The first day; a year before the last unless said.</param>
    /// <param name="Through">The last day; today unless said.</param>
    /// <param name="Group">One part group only.</param>
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(LocalDate? From, LocalDate? Through, string? Group) : IQuery<Answer>;

    /// <param name="Classes">Of the whole period.</param>
    /// <param name="Months">Of each month and class in which something was asked.</param>
    public sealed record Answer(LocalDate From, LocalDate Through, IReadOnlyList<Row> Classes, IReadOnlyList<Row> Months);

    /// <param name="Month">Its first day; null of the whole period.</param>
    /// <param name="Class">Parts that nobody classed count as without movement.</param>
    /// <param name="Lines">Asked for.</param>
    /// <param name="Filled">Of them all there at once.</param>
    /// <param name="Asked">Quantity asked for, over all units.</param>
    /// <param name="Given">Of it there at once.</param>
    /// <param name="Target">Service level of the class's policy, in percent.</param>
    public sealed record Row(LocalDate? Month, AbcClass Class, int Lines, int Filled, decimal Asked, decimal Given, decimal Target)
    {
        /// <summary>Percent of the lines.</summary>
        public decimal LineRate => Rounding.Round(100m * Filled / Lines, 1);

        /// <summary>Percent of the quantity.</summary>
        public decimal QuantityRate => Asked == 0 ? 0 : Rounding.Round(100 * Given / Asked, 1);

        public bool IsMet => LineRate >= Target;
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var today = branches.Today(user, clock.GetCurrentInstant());
            var through = q.Through is { } last && last <= today ? last : today;
            var from = q.From is { } first && first <= through ? first : through.PlusMonths(-UsualMonths).PlusDays(1);
            var asked = db.Reservations.AsNoTracking().Where(r => r.AskedOn >= from && r.AskedOn <= through && (q.Group == null || r.Part.Group == q.Group));
            var days = await (
                from r in asked
                join c in db.ClassesToday() on new { r.BranchId, r.PartId } equals new { c.BranchId, c.PartId } into classed
                from c in classed.DefaultIfEmpty()
                group r by new { r.AskedOn, Class = (AbcClass?)c.Class } into g
                select new { g.Key.AskedOn, g.Key.Class, Lines = g.Count(), Filled = g.Sum(r => r.AtOnce == r.Asked ? 1 : 0), Asked = g.Sum(r => r.Asked), Given = g.Sum(r => r.AtOnce) }).ToListAsync(cancel);
            var terms = await db.TermsAsync(cancel);
            var rows = days.ConvertAll(d => (Month: d.AskedOn!.Value.With(DateAdjusters.StartOfMonth), Class: d.Class ?? AbcClass.NoMovement, d.Lines, d.Filled, d.Asked, d.Given));
            return new Answer(
                from, through,
                [.. rows.GroupBy(r => r.Class).OrderBy(g => g.Key).Select(g => new Row(null, g.Key, g.Sum(r => r.Lines), g.Sum(r => r.Filled), g.Sum(r => r.Asked), g.Sum(r => r.Given), terms[g.Key].ServiceLevel))],
                [.. rows.GroupBy(r => (r.Month, r.Class)).OrderByDescending(g => g.Key.Month).ThenBy(g => g.Key.Class).Select(g => new Row(g.Key.Month, g.Key.Class, g.Sum(r => r.Lines), g.Sum(r => r.Filled), g.Sum(r => r.Asked), g.Sum(r => r.Given), terms[g.Key.Class].ServiceLevel))]);
        }
    }
}
