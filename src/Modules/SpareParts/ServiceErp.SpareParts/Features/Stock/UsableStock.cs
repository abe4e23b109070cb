using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>The one definition of what is available: on hand in the stores that may issue, less what is promised. Vans, quarantine, returned goods and goods in transit are no part of it.</summary>
internal static class UsableStock
{
    /// <summary>What orders of the branches that the reader sees can be served from; <see cref="WarehouseKinds.MayIssue"/>, in the words of the database.</summary>
    public static IQueryable<StockItem> Usable(this SparePartsDbContext db) =>
        from item in db.StockItems
        join warehouse in db.Warehouses on item.WarehouseId equals warehouse.Id
        where warehouse.Kind == WarehouseKind.Main || warehouse.Kind == WarehouseKind.BranchStore
        select item;

    /// <summary>The same of one branch.</summary>
    public static IQueryable<StockItem> UsableAt(this SparePartsDbContext db, Guid branchId) => db.Usable().Where(i => i.BranchId == branchId);
}
