using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Users;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Warehouses;

/// <summary>All warehouses the reader sees, by code; they are few.</summary>
public static class ListWarehouses
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Code, string Name, WarehouseKind Kind, string Branch, string? Holder, int Bins, bool Active)
    {
        public string Title => $"{Code} · {Name}";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IUserDirectory users) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var warehouses = await db.Warehouses.AsNoTracking().OrderByDescending(w => w.Active).ThenBy(w => w.Code)
                .Select(w => new { w.Id, w.Code, w.Name, w.Kind, w.BranchId, w.HolderId, Bins = w.Bins.Count, w.Active }).ToListAsync(cancel);
            return warehouses.ConvertAll(w => new Row(
                w.Id, w.Code, w.Name, w.Kind, branches.Find(w.BranchId)?.Name ?? "", w.HolderId is { } holder ? users.Find(holder)?.Name : null, w.Bins, w.Active));
        }
    }
}
