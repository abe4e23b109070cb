using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Attachments;

/// <summary>Clears away files whose row was never written, because the program died in between or the upload broke off.</summary>
internal sealed class RemoveOrphanedFiles(AttachmentFiles files, PlatformDbContext db, IClock clock) : IScheduledJob
{
    /// <summary>An upload that is still on its way is left alone.</summary>
    private static readonly Duration Patience = Duration.FromDays(1);

    public string Name => "Platform.RemoveOrphanedFiles";

    public string Cron => "0 40 3 * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var (looked, removed) = (0, 0);
        foreach (var some in files.WrittenBefore(clock.GetCurrentInstant() - Patience).Chunk(500))
        {
            var ids = some.Select(f => f.Id).OfType<Guid>().ToArray();
            var known = (await db.Set<AttachmentRecord>().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel)).ToHashSet();
            foreach (var (file, id) in some)
            {
                if (id is null || !known.Contains(id.Value))
                {
                    File.Delete(file);
                    removed++;
                }
            }

            looked += some.Length;
            progress.Report(new JobProgress(null, $"{looked} files"));
        }

        return $"{removed} of {looked} files were orphans.";
    }
}
