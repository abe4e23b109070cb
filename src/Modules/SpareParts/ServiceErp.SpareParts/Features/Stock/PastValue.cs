using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>What warehouses were worth on a past day.</summary>
internal static class PastValue
{
    /// <summary>
    /// Value per warehouse of a branch at the end of a day: from the closing before it forward, or from today back, whichever reads fewer days of the ledger. Closed months are therefore never added up again.
    /// </summary>
    public static async Task<Dictionary<Guid, decimal>> ValuesOnAsync(this SparePartsDbContext db, Guid branchId, LocalDate day, CancellationToken cancel)
    {
        // By warehouse and not by branch: day, warehouse and value stand in one index, so that the ledger itself is not read.
        var warehouses = await db.Warehouses.IgnoreQueryFilters().Where(w => w.BranchId == branchId).Select(w => w.Id).ToListAsync(cancel);
        var moved = db.Movements.IgnoreQueryFilters().Where(m => warehouses.Contains(m.WarehouseId));
        var before = await db.Closings.AsNoTracking().Include(c => c.Values).Where(c => c.BranchId == branchId && c.Through <= day).OrderByDescending(c => c.Through).FirstOrDefaultAsync(cancel);
        var after = await db.Closings.AsNoTracking().Include(c => c.Values).Where(c => c.BranchId == branchId && c.Through >= day).OrderBy(c => c.Through).FirstOrDefaultAsync(cancel);
        Dictionary<Guid, decimal> known;
        IQueryable<Domain.Stock.Movement> rest;
        var sign = 1;
        if (before is not null && (after is null || Period.DaysBetween(before.Through, day) <= Period.DaysBetween(day, after.Through)))
        {
            known = before.Values.ToDictionary(v => v.WarehouseId, v => v.Value);
            rest = moved.Where(m => m.BookingDate > before.Through && m.BookingDate <= day);
        }
        else if (after is not null)
        {
            known = after.Values.ToDictionary(v => v.WarehouseId, v => v.Value);
            rest = moved.Where(m => m.BookingDate > day && m.BookingDate <= after.Through);
            sign = -1;
        }
        else
        {
            known = await db.StockItems.Where(i => i.BranchId == branchId).GroupBy(i => i.WarehouseId).Select(g => new { g.Key, Value = g.Sum(i => i.Value) }).ToDictionaryAsync(g => g.Key, g => g.Value, cancel);
            rest = moved.Where(m => m.BookingDate > day);
            sign = -1;
        }

        var sums = await rest.GroupBy(m => m.WarehouseId).Select(g => new { g.Key, Value = g.Sum(m => m.Value) }).ToDictionaryAsync(g => g.Key, g => g.Value, cancel);
        return known.Keys.Union(sums.Keys).ToDictionary(w => w, w => known.GetValueOrDefault(w) + (sign * sums.GetValueOrDefault(w)));
    }
}
