using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Warehouses;

/// <summary>The warehouses that goods can be sent to: our own, then those of other branches with the same currency. Only their names are told.</summary>
public static class ListTransferTargets
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Code, string Name, string Branch, bool IsOwn)
    {
        public string Title => $"{Code} · {Name}";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var currency = branches.For(user)?.Currency;
            var reachable = branches.All.Where(b => user.BranchId is null || b.Currency == currency).ToDictionary(b => b.Id, b => b.Name);
            var ids = reachable.Keys.ToArray();
            var warehouses = await db.Warehouses.IgnoreQueryFilters().AsNoTracking().Where(w => w.Active && w.Kind != WarehouseKind.Transit && ids.Contains(w.BranchId))
                .OrderBy(w => w.Code).Select(w => new { w.Id, w.Code, w.Name, w.BranchId }).ToListAsync(cancel);
            return warehouses.ConvertAll(w => new Row(w.Id, w.Code, w.Name, reachable[w.BranchId], user.BranchId is null || w.BranchId == user.BranchId)).OrderByDescending(w => w.IsOwn).ToArray();
        }
    }
}
