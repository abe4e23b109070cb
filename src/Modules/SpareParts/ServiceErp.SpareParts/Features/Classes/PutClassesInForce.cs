using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Makes a previewed classification the one of today, and writes down which classes changed by it.</summary>
public static class PutClassesInForce
{
    [Requires(SparePartsPermissions.ClassWrite)]
    public sealed record Command(Guid RunId) : ICommand<Answer>;

    /// <param name="Changed">How many parts are in another class than before.</param>
    public sealed record Answer(int Changed);

    internal sealed class Handler(SparePartsDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.ClassRuns.Where(r => r.Id == c.RunId).Select(r => r.BranchId), cancel);
            var run = await db.ClassRuns.FirstOrDefaultAsync(r => r.Id == c.RunId, cancel);
            if (run is null)
            {
                return ClassErrors.RunNotFound;
            }

            if (run.PutInForce() is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if (await db.ClassRuns.InForce(run.BranchId, run.WarehouseId).FirstOrDefaultAsync(cancel) is not { } before)
            {
                return new Answer(0);
            }

            before.Replace();
            await db.NoteChangesAsync(run, before.Id, clock.GetCurrentInstant(), user.Name, cancel);
            await db.PartClasses.Where(p => p.RunId == before.Id).ExecuteDeleteAsync(cancel);
            return new Answer(await db.ClassChanges.CountAsync(h => h.CauseId == run.Id, cancel));
        }
    }
}
