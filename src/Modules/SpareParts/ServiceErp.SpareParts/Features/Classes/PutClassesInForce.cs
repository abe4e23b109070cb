using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Makes a previewed classification the one of today, writes down which classes changed by it, and judges anew how much must be there of those parts.</summary>
public static class PutClassesInForce
{
    [Requires(SparePartsPermissions.ClassWrite)]
    public sealed record Command(Guid RunId) : ICommand<Answer>;

    /// <param name="Changed">How many parts are in another class than before.</param>
    public sealed record Answer(int Changed);

    internal sealed class Handler(SparePartsDbContext db, IClock clock, ICurrentUser user, PartPlanner planner) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.ClassRuns.BranchOf(c.RunId), cancel);
            var run = await db.ClassRuns.FirstOrDefaultAsync(r => r.Id == c.RunId, cancel);
            if (run is null)
            {
                return ClassErrors.RunNotFound;
            }

            if (run.PutInForce() is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if (run.WarehouseId is null)
            {
                var classes = await db.PartClasses.AsNoTracking().Where(p => p.RunId == run.Id && db.PartForecasts.Any(f => f.BranchId == run.BranchId && f.Id == p.Id && f.Class != p.Class)).Take(10_000).ToDictionaryAsync(p => p.Id, p => p.Class, cancel);
                await planner.JudgeAsync(db.PartForecasts.Where(f => f.BranchId == run.BranchId && db.PartClasses.Any(p => p.RunId == run.Id && p.Id == f.Id && p.Class != f.Class)), f => classes[f.Id], await db.TermsAsync(cancel), cancel);
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
