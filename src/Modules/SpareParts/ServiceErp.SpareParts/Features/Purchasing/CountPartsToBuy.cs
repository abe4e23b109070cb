using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>How many parts of the caller's branch are to be bought: at or below their point with all that is there and ordered. Successors' old stock is left out of the count: the proposal looks more closely.</summary>
public static class CountPartsToBuy
{
    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query : IQuery<Answer>;

    /// <param name="Parts">Nought for somebody of no branch in particular.</param>
    public sealed record Answer(int Parts);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel) => new Answer(branches.For(user) is { } branch ? await db.PartsToBuyAsync(branch.Id, cancel) : 0);
    }

    internal static Task<int> PartsToBuyAsync(this SparePartsDbContext db, Guid branchId, CancellationToken cancel) => db.PartForecasts.AsNoTracking()
        .Where(f => f.BranchId == branchId && (f.ReorderPoint > 0 || db.PartPlans.Any(p => p.Id == f.Id && p.Policy == OrderPolicy.MinMax)) && f.Part.Active && f.Part.SupersededById == null)
        .Where(f => db.StockItems.Where(i => i.PartId == f.Id && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore || i.Warehouse.Kind == WarehouseKind.Van)).Sum(i => i.OnHand - i.Reserved)
            + db.PurchaseOrderLines.Where(l => l.PartId == f.Id && l.Open > 0 && db.PurchaseOrders.Any(o => o.Id == l.PurchaseOrderId && o.BranchId == branchId && (o.State == PurchaseOrderState.Ordered || o.State == PurchaseOrderState.PartlyReceived))).Sum(l => l.Open) <= f.ReorderPoint)
        .CountAsync(cancel);
}
