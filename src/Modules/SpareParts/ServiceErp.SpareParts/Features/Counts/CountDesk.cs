using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>What the use cases of counting share.</summary>
internal sealed class CountDesk(SparePartsDbContext db, IClock clock, IIdentifiers ids, IBranches branches)
{
    public LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    public Task<CountRules> RulesAsync(Guid branchId, CancellationToken cancel) => db.CountRulesOfAsync(branchId, cancel);

    /// <summary>The classes in force of a branch's parts; null when it was never classed.</summary>
    public async Task<Guid?> ClassesAsync(Guid branchId, CancellationToken cancel) =>
        await db.ClassRuns.AsNoTracking().Where(r => r.BranchId == branchId && r.WarehouseId == null && r.State == ClassRunState.InForce).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Writes a count with its places.</summary>
    public async Task<StockCount> WriteAsync(StockCountKind kind, Warehouse warehouse, string person, IReadOnlyCollection<PlaceToCount> places, CancellationToken cancel)
    {
        var branch = branches.Of(warehouse.BranchId);
        var now = clock.GetCurrentInstant();
        var today = branch.DayOf(now);
        var number = $"CNT-{branch.Code}-{today.Year}-{await db.NextNumberAsync($"stock-count/{branch.Code}/{today.Year}", cancel):D5}";
        var count = new StockCount(ids.NewId(), number, kind, warehouse, today, now, person);
        db.StockCounts.Add(count);
        db.CountLines.AddRange(places.Select(p => new CountLine(ids.NewId(), count, p.PartId, p.PartNumber, p.BinId, p.Class, p.OnHand)));
        return count;
    }

    /// <summary>What lay in a place at a moment: what lies there now, less what moved since.</summary>
    public async Task<(decimal Balance, decimal UnitValue)> BalanceAsync(CountLine line, Instant at, CancellationToken cancel)
    {
        var item = await db.StockItems.AsNoTracking().FirstOrDefaultAsync(i => i.PartId == line.PartId && i.WarehouseId == line.WarehouseId && i.BinId == line.BinId, cancel);
        if (item is null)
        {
            return (0, 0);
        }

        var since = await db.Movements.Where(m => m.StockItemId == item.Id && m.At > at).SumAsync(m => m.Quantity, cancel);
        return (item.OnHand - since, item.OnHand > 0 ? item.Average : await LastCostAsync(item, cancel));
    }

    /// <summary>Which differences can't be booked now: more is missing than is free of promises, or each piece has a name.</summary>
    public async Task<IReadOnlyList<Guid>> BlockedAsync(IReadOnlyCollection<CountLine> lines, CancellationToken cancel)
    {
        Guid[] partIds = [.. lines.Select(l => l.PartId).Distinct()];
        if (partIds.Length == 0)
        {
            return [];
        }

        var warehouse = lines.First().WarehouseId;
        var tracked = await db.Parts.Where(p => partIds.Contains(p.Id) && p.SerialTracked).Select(p => p.Id).ToListAsync(cancel);
        var items = await db.StockItems.AsNoTracking().Where(i => i.WarehouseId == warehouse && partIds.Contains(i.PartId)).ToListAsync(cancel);
        return [.. lines.Where(l => tracked.Contains(l.PartId) || -l.Difference > (items.Find(i => i.PartId == l.PartId && i.BinId == l.BinId)?.Available ?? 0)).Select(l => l.Id)];
    }

    /// <summary>What one was worth when some last lay there; 0 when none ever did.</summary>
    public async Task<decimal> LastCostAsync(StockItem item, CancellationToken cancel) =>
        await db.Movements.AsNoTracking().Where(m => m.StockItemId == item.Id && m.QuantityAfter > 0).OrderByDescending(m => m.Sequence).Select(m => new { m.QuantityAfter, m.ValueAfter }).FirstOrDefaultAsync(cancel) is { } last
            ? last.ValueAfter / last.QuantityAfter
            : 0;
}

/// <summary>A place that is to be counted.</summary>
internal sealed record PlaceToCount(Guid PartId, string PartNumber, Guid? BinId, AbcClass Class, decimal OnHand);
