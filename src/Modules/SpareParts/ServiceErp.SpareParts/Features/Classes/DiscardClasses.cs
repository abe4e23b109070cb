using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Throws a previewed classification away.</summary>
public static class DiscardClasses
{
    [Requires(SparePartsPermissions.ClassWrite)]
    public sealed record Command(Guid RunId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.ClassRuns.BranchOf(c.RunId), cancel);
            var run = await db.ClassRuns.FirstOrDefaultAsync(r => r.Id == c.RunId, cancel);
            if (run is null)
            {
                return ClassErrors.RunNotFound;
            }

            if (run.Discard() is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            await db.PartClasses.Where(p => p.RunId == run.Id).ExecuteDeleteAsync(cancel);
            return Done.It;
        }
    }
}
