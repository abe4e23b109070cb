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

    /// <summary>What orders took since an instant.</summary>
    public static IQueryable<Movement> AskedFor(this SparePartsDbContext db, Instant since) => db.Movements.AsNoTracking().Where(m => m.At >= since && m.Kind == MovementKind.Issue);

    /// <summary>Goods in stores and vans that lay there before an instant, and of which no order has taken any since.</summary>
    public static IQueryable<StockItem> NotAskedFor(this SparePartsDbContext db, Instant since)
    {
        var asked = db.AskedFor(since);
        return db.StockItems.AsNoTracking().Where(i => i.OnHand > 0
            && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore || i.Warehouse.Kind == WarehouseKind.Van)
            && !asked.Any(m => m.PartId == i.PartId && m.WarehouseId == i.WarehouseId)
            && db.Movements.Any(m => m.PartId == i.PartId && m.At < since && m.WarehouseId == i.WarehouseId));
    }
}
