using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>How much of the stock is slow and dead, per branch.</summary>
public static class GetSlowStock
{
    /// <param name="Days">The window; 180 unless said.</param>
    [Requires(SparePartsPermissions.StockValue)]
    public sealed record Query(int? Days) : IQuery<Answer>;

    public sealed record Answer(int Days, IReadOnlyList<Sum> Branches);

    /// <param name="Slow">Value that no order has taken from within the window, dead included.</param>
    /// <param name="Dead">Value that no order has taken from within twice the window.</param>
    /// <param name="Stock">Value of all stock of the branch.</param>
    public sealed record Sum(string Branch, string Currency, decimal Slow, decimal Dead, decimal Stock);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var (window, now) = (SlowStockReading.Window(q.Days?.ToString(System.Globalization.CultureInfo.InvariantCulture)), clock.GetCurrentInstant());
            var slow = await ValueAsync(db.NotAskedFor(now - Duration.FromDays(window)), cancel);
            var dead = await ValueAsync(db.NotAskedFor(now - Duration.FromDays(2 * window)), cancel);
            var stock = await ValueAsync(db.StockItems.AsNoTracking(), cancel);
            return new Answer(window, [.. stock.OrderByDescending(s => s.Value).Select(s => new Sum(
                branches.Find(s.Key)?.Name ?? "", branches.Find(s.Key)?.Currency ?? "", slow.GetValueOrDefault(s.Key), dead.GetValueOrDefault(s.Key), s.Value))]);
        }

        private static Task<Dictionary<Guid, decimal>> ValueAsync(IQueryable<Domain.Stock.StockItem> goods, CancellationToken cancel) =>
            goods.GroupBy(i => i.BranchId).Select(g => new { g.Key, Value = g.Sum(i => i.Value) }).ToDictionaryAsync(g => g.Key, g => g.Value, cancel);
    }
}
