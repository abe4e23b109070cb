using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches;

internal static class BranchChanges
{
    /// <summary>Loads a branch, looks whether it is the sender's to change and whether they saw its present version, and changes it.</summary>
    public static async Task<Result<Done>> ChangeBranchAsync(this PlatformDbContext db, Guid id, int? version, Func<BranchRecord, Error?> change, CancellationToken cancel)
    {
        var bound = db.BranchScope is { } own && own != id; // another's branch is answered as one that is not there
        var branch = bound ? null : await db.Set<BranchRecord>().AsSplitQuery().FirstOrDefaultAsync(b => b.Id == id, cancel);
        if ((branch is null ? BranchErrors.NotFound : branch.Stale(version) ?? change(branch)) is { } refusal)
        {
            return refusal;
        }

        return Done.It;
    }
}
