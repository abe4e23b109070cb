using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Warehouses;

/// <summary>A warehouse with its bins and what lies in each.</summary>
public static class GetWarehouse
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Code, string Name, WarehouseKind Kind, Guid BranchId, string Branch, string Currency, Guid? HolderId, bool Active, IReadOnlyList<Place> Places)
    {
        public decimal Value => Places.Sum(p => p.Value);
    }

    /// <summary>A bin, or with a null code what lies outside of all bins.</summary>
    public sealed record Place(string? Bin, int Parts, decimal Value);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var warehouse = await db.Warehouses.AsNoTracking().Include(w => w.Bins).FirstOrDefaultAsync(w => w.Id == q.Id, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound;
            }

            var held = await db.StockItems.Where(i => i.WarehouseId == q.Id && i.OnHand > 0).GroupBy(i => i.BinId)
                .Select(g => new { BinId = g.Key, Parts = g.Count(), Value = g.Sum(i => i.Value) }).ToListAsync(cancel);
            var branch = branches.Find(warehouse.BranchId);
            Place Held(Guid? binId, string? code) => held.Find(h => h.BinId == binId) is { } found ? new Place(code, found.Parts, found.Value) : new Place(code, 0, 0);
            return new Answer(
                warehouse.Id, warehouse.Version, warehouse.Code, warehouse.Name, warehouse.Kind, warehouse.BranchId, branch?.Name ?? "", branch?.Currency ?? "", warehouse.HolderId, warehouse.Active,
                [.. warehouse.Bins.OrderBy(b => b.Code, StringComparer.Ordinal).Select(b => Held(b.Id, b.Code)).Append(Held(null, null))]);
        }
    }
}
