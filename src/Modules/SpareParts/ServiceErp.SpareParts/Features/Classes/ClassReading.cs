using Microsoft.EntityFrameworkCore;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>What several use cases ask about rules and classes.</summary>
internal static class ClassReading
{
    /// <summary>The rules as they are, or as they are until somebody sets them.</summary>
    public static async Task<PlanningRules> RulesAsync(this SparePartsDbContext db, CancellationToken cancel) =>
        await db.PlanningRules.AsNoTracking().FirstOrDefaultAsync(cancel) ?? new PlanningRules();

    /// <summary>The policy of every class.</summary>
    public static async Task<SortedDictionary<AbcClass, ClassTerms>> TermsAsync(this SparePartsDbContext db, CancellationToken cancel)
    {
        var set = await db.ClassPolicies.AsNoTracking().ToDictionaryAsync(p => p.Class, p => new ClassTerms(p.ServiceLevel, p.ReviewDays, p.CountDays, p.ApprovalLimit), cancel);
        return new(Enum.GetValues<AbcClass>().ToDictionary(c => c, c => set.GetValueOrDefault(c) ?? ClassPolicy.Usual(c)));
    }

    /// <summary>The classification of today of a branch or warehouse.</summary>
    public static IQueryable<ClassRun> InForce(this IQueryable<ClassRun> runs, Guid branchId, Guid? warehouseId) =>
        runs.Where(r => r.BranchId == branchId && r.WarehouseId == warehouseId && r.State == ClassRunState.InForce);

    /// <summary>The rows of a run that class a part otherwise than another run does, or for the first time.</summary>
    public static IQueryable<PartClass> Differing(this SparePartsDbContext db, Guid runId, Guid before) =>
        db.PartClasses.AsNoTracking().Where(p => p.RunId == runId && !db.PartClasses.Any(o => o.RunId == before && o.Id == p.Id && o.Abc == p.Abc && o.Xyz == p.Xyz));
}
