using Microsoft.EntityFrameworkCore;
using ServiceErp.SpareParts.Domain.Counts;

namespace ServiceErp.SpareParts.Persistence;

/// <summary>The limits that a branch has set.</summary>
internal static class CountRulesReading
{
    /// <summary>A branch's rules, or the usual ones; the caller is entitled to the branch.</summary>
    public static async Task<CountRules> CountRulesOfAsync(this SparePartsDbContext db, Guid branchId, CancellationToken cancel) =>
        await db.CountRules.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(r => r.Id == branchId, cancel) ?? new CountRules(branchId);
}
