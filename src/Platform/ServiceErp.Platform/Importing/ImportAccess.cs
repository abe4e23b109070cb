using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Importing;

/// <summary>Who may see an import: whoever may use its importer, and works for all branches or for the one that the file came from.</summary>
internal sealed class ImportAccess(PlatformDbContext db, IEnumerable<Importer> importers, ICurrentUser user)
{
    public const string Reason = "Each importer has a permission of its own, which is asked for by the handler";

    public static Error NotFound { get; } = Error.NotFound("Platform.Import.NotFound", "There is no such import, or not for you.");

    public static Error UnderWay { get; } = Error.Refused("Platform.Import.UnderWay", "This import is under way or done; upload the file again.");

    /// <summary>The importers the caller may use.</summary>
    public IReadOnlyList<Importer> Usable => [.. importers.Where(i => user.Can(i.Permission)).OrderBy(i => i.Title, StringComparer.Ordinal)];

    /// <summary>The runs that are the caller's to see.</summary>
    public IQueryable<ImportRun> Runs => db.Set<ImportRun>().Where(r => user.BranchId == null || r.BranchId == user.BranchId);

    /// <summary>A run and its importer; null when there is none for this caller.</summary>
    public async Task<(ImportRun Run, Importer Importer)?> FindAsync(Guid id, CancellationToken cancel) =>
        await Runs.FirstOrDefaultAsync(r => r.Id == id, cancel) is { } run && Usable.FirstOrDefault(i => i.Name == run.Importer) is { } importer ? (run, importer) : null;
}
