using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>What stock is worth per warehouse, now or at the end of a past day. Nothing for who does not see what goods cost. Branches keep their books in their own currencies, so values are never added over branches.</summary>
public static class GetStockTotals
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(LocalDate? On) : IQuery<IReadOnlyList<Total>>;

    public sealed record Total(Guid WarehouseId, string Branch, string Code, string Name, decimal Value, string Currency);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, IReadOnlyList<Total>>
    {
        public async Task<Result<IReadOnlyList<Total>>> Handle(Query q, CancellationToken cancel)
        {
            if (!user.Can(SparePartsPermissions.StockValue))
            {
                return Array.Empty<Total>();
            }

            var warehouses = await db.Warehouses.AsNoTracking().Where(w => w.Active).OrderBy(w => w.Code).Select(w => new { w.Id, w.BranchId, w.Code, w.Name }).ToListAsync(cancel);
            if (q.On is { } on)
            {
                var past = new Dictionary<Guid, decimal>();
                foreach (var branchId in warehouses.Select(w => w.BranchId).Distinct())
                {
                    foreach (var (warehouse, value) in await db.ValuesOnAsync(branchId, on, cancel))
                    {
                        past[warehouse] = value;
                    }
                }

                return Totals(past);
            }

            return Totals(await db.StockItems.GroupBy(i => i.WarehouseId).Select(g => new { g.Key, Value = g.Sum(i => i.Value) }).ToDictionaryAsync(g => g.Key, g => g.Value, cancel));

            List<Total> Totals(Dictionary<Guid, decimal> values) => warehouses.ConvertAll(w => new Total(
                w.Id, branches.Find(w.BranchId)?.Name ?? "", w.Code, w.Name, values.GetValueOrDefault(w.Id), branches.Find(w.BranchId)?.Currency ?? ""));
        }
    }
}
