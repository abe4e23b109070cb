using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>What is slow, said once for the list and its sums.</summary>
internal static class SlowStockReading
{
    public const int UsualDays = 180;

    /// <summary>The window in days; one that nobody could mean is the usual one.</summary>
    public static int Window(string? days) => int.TryParse(days, out var asked) && asked is >= 1 and <= 3650 ? asked : UsualDays;

    /// <summary>The shelves from which orders took something since an instant.</summary>
    public static IQueryable<StockItem> AskedFor(this SparePartsDbContext db, Instant since) => db.StockItems.AsNoTracking().Where(i => i.LastIssuedAt >= since);

    /// <summary>Goods in stores and vans that lay there before an instant, and of which no order has taken any since. A part may lie in several bins of a warehouse; it is judged as one.</summary>
    public static IQueryable<StockItem> NotAskedFor(this SparePartsDbContext db, Instant since)
    {
        // What the shelf says of itself mostly settles it, without a look at the part's others.
        var asked = db.AskedFor(since);
        return db.StockItems.AsNoTracking().Where(i => i.OnHand > 0 && (i.LastIssuedAt == null || i.LastIssuedAt < since)
            && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore || i.Warehouse.Kind == WarehouseKind.Van)
            && (i.FirstMovedAt < since || db.StockItems.Any(o => o.PartId == i.PartId && o.WarehouseId == i.WarehouseId && o.FirstMovedAt < since))
            && !asked.Any(o => o.PartId == i.PartId && o.WarehouseId == i.WarehouseId));
    }
}
