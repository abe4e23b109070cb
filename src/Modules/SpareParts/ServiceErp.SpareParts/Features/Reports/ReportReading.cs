using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>What the reports read in common.</summary>
internal static class ReportReading
{
    private const int UsualMonths = 3;

    /// <summary>The period that is asked for, else the last three whole months; never beyond today.</summary>
    public static (LocalDate From, LocalDate Through) Period(LocalDate? from, LocalDate? through, LocalDate today)
    {
        var last = through is { } asked && asked <= today ? asked : through is null && from is null ? today.With(DateAdjusters.StartOfMonth).PlusDays(-1) : today;
        return from is { } first && first <= last ? (first, last) : (last.PlusDays(1).PlusMonths(-UsualMonths), last);
    }

    /// <summary>The class of each part at each branch, as it is in force.</summary>
    public static IQueryable<ClassToday> ClassesToday(this SparePartsDbContext db) =>
        from part in db.PartClasses
        join run in db.ClassRuns on part.RunId equals run.Id
        where run.WarehouseId == null && run.State == ClassRunState.InForce
        select new ClassToday { BranchId = run.BranchId, PartId = part.Id, Class = part.Class };

    /// <summary>
    /// Movements in some warehouses. By warehouse and not by branch: day, warehouse, part, kind and value stand in one index, so that the ledger itself is not read; the caller names only warehouses that the
    /// reader may see.
    /// </summary>
    public static IQueryable<Movement> MovedIn(this SparePartsDbContext db, IReadOnlyCollection<Guid> warehouseIds) => db.Movements.AsNoTracking().IgnoreQueryFilters().Where(m => warehouseIds.Contains(m.WarehouseId));
}

/// <summary>The class of a part at a branch.</summary>
internal sealed class ClassToday
{
    public Guid BranchId { get; init; }

    public Guid PartId { get; init; }

    public AbcClass Class { get; init; }
}
