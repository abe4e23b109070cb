using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>How stock turned over in a period, per part group or class (PAR-8): three sums by the database, each over a range of one index.</summary>
public static class GetTurnover
{
    /// <param name="From">The first day; the last three whole months unless a day is said.</param>
    /// <param name="Through">The last day.</param>
    /// <param name="ByClass">Per class instead of per part group.</param>
    /// <param name="WarehouseId">One warehouse only.</param>
    [Requires(SparePartsPermissions.StockValue)]
    public sealed record Query(LocalDate? From, LocalDate? Through, bool? ByClass, Guid? WarehouseId) : IQuery<Answer>;

    /// <param name="Rows">The largest consumption first.</param>
    /// <param name="Totals">Per branch; currencies are never added.</param>
    public sealed record Answer(LocalDate From, LocalDate Through, bool ByClass, IReadOnlyList<Row> Rows, IReadOnlyList<Row> Totals);

    /// <param name="Key">The part group, or the class.</param>
    /// <param name="Class">The class; null of parts that nobody classed, or per part group.</param>
    public sealed record Row(string Key, AbcClass? Class, string Branch, string Currency, Turnover Figures);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var (from, through) = ReportReading.Period(q.From, q.Through, branches.Today(user, clock.GetCurrentInstant()));
            var days = Period.DaysBetween(from, through) + 1;
            var branchOf = await db.Warehouses.AsNoTracking().Where(w => q.WarehouseId == null || w.Id == q.WarehouseId).ToDictionaryAsync(w => w.Id, w => w.BranchId, cancel);
            Guid[] warehouses = [.. branchOf.Keys];
            var moved = db.MovedIn(warehouses);
            var inside = await SumsAsync(moved.Where(m => m.BookingDate >= from && m.BookingDate <= through), q.ByClass == true, cancel);
            var after = await SumsAsync(moved.Where(m => m.BookingDate > through), q.ByClass == true, cancel);
            var now = await NowAsync(warehouses, q.ByClass == true, cancel);
            var keys = now.Select(n => (n.WarehouseId, n.Key)).Concat(inside.Select(s => (s.WarehouseId, s.Key))).Distinct();
            var (insideBy, afterBy, nowBy) = (inside.ToDictionary(s => (s.WarehouseId, s.Key)), after.ToDictionary(s => (s.WarehouseId, s.Key)), now.ToDictionary(n => (n.WarehouseId, n.Key), n => n.Value));
            var rows = keys.GroupBy(k => (Branch: branchOf[k.WarehouseId], k.Key)).Select(g => Row(g.Key.Branch, g.Key.Key, q.ByClass == true, g.Select(k =>
            {
                var (sums, closing) = (insideBy.GetValueOrDefault(k), nowBy.GetValueOrDefault(k) - (afterBy.GetValueOrDefault(k)?.Net ?? 0));
                return new Turnover(closing - (sums?.Net ?? 0), sums?.Received ?? 0, sums?.Consumed ?? 0, closing, days);
            }).Aggregate((a, b) => a + b))).Where(r => r.Figures is not { Opening: 0, Closing: 0, Consumed: 0, Received: 0 }).ToArray();
            return new Answer(
                from, through, q.ByClass == true, [.. rows.OrderByDescending(r => r.Figures.Consumed).ThenBy(r => r.Key, StringComparer.Ordinal)],
                [.. rows.GroupBy(r => (r.Branch, r.Currency)).OrderBy(g => g.Key.Branch, StringComparer.CurrentCulture).Select(g => new Row("", null, g.Key.Branch, g.Key.Currency, g.Select(r => r.Figures).Aggregate((a, b) => a + b)))]);
        }

        private Row Row(Guid branchId, string key, bool byClass, Turnover figures) =>
            new(key, byClass && Enum.TryParse<AbcClass>(key, out var abc) ? abc : null, branches.Find(branchId)?.Name ?? "", branches.Find(branchId)?.Currency ?? "", figures);

        private async Task<List<Sums>> SumsAsync(IQueryable<Movement> moved, bool byClass, CancellationToken cancel)
        {
            if (!byClass)
            {
                return await (
                    from m in moved
                    join p in db.Parts on m.PartId equals p.Id
                    group m by new { m.WarehouseId, p.Group } into g
                    select new Sums(
                        g.Key.WarehouseId, g.Key.Group, g.Sum(m => m.Value), g.Sum(m => m.Kind == MovementKind.Receipt ? m.Value : 0),
                        -g.Sum(m => m.Kind == MovementKind.Issue || m.Kind == MovementKind.Return ? m.Value : 0))).ToListAsync(cancel);
            }

            var classes = db.ClassesToday();
            var sums = await (
                from m in moved
                join w in db.Warehouses on m.WarehouseId equals w.Id
                join c in classes on new { w.BranchId, m.PartId } equals new { c.BranchId, c.PartId } into classed
                from c in classed.DefaultIfEmpty()
                group m by new { m.WarehouseId, Class = (AbcClass?)c.Class } into g
                select new
                {
                    g.Key.WarehouseId, g.Key.Class, Net = g.Sum(m => m.Value), Received = g.Sum(m => m.Kind == MovementKind.Receipt ? m.Value : 0),
                    Consumed = -g.Sum(m => m.Kind == MovementKind.Issue || m.Kind == MovementKind.Return ? m.Value : 0),
                }).ToListAsync(cancel);
            return sums.ConvertAll(s => new Sums(s.WarehouseId, s.Class?.ToString() ?? "", s.Net, s.Received, s.Consumed));
        }

        private async Task<List<Worth>> NowAsync(Guid[] warehouses, bool byClass, CancellationToken cancel)
        {
            var stock = db.StockItems.AsNoTracking().Where(i => warehouses.Contains(i.WarehouseId));
            if (!byClass)
            {
                return await (from i in stock group i by new { i.WarehouseId, i.Part.Group } into g select new Worth(g.Key.WarehouseId, g.Key.Group, g.Sum(i => i.Value))).ToListAsync(cancel);
            }

            var classes = db.ClassesToday();
            var worths = await (
                from i in stock
                join c in classes on new { i.BranchId, i.PartId } equals new { c.BranchId, c.PartId } into classed
                from c in classed.DefaultIfEmpty()
                group i by new { i.WarehouseId, Class = (AbcClass?)c.Class } into g
                select new { g.Key.WarehouseId, g.Key.Class, Value = g.Sum(i => i.Value) }).ToListAsync(cancel);
            return worths.ConvertAll(w => new Worth(w.WarehouseId, w.Class?.ToString() ?? "", w.Value));
        }

        private sealed record Sums(Guid WarehouseId, string Key, decimal Net, decimal Received, decimal Consumed);

        private sealed record Worth(Guid WarehouseId, string Key, decimal Value);
    }
}
