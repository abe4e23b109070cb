using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Ends the counting; the differences go to approval. Places left out stay as they are and are planned again.</summary>
public static class FinishCount
{
    /// <param name="Id">The count.</param>
    /// <param name="LeaveRest">Leaves out what is not counted.</param>
    [Requires(SparePartsPermissions.CountWrite)]
    public sealed record Command(Guid Id, bool LeaveRest = false) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.StockCounts.BranchOf(c.Id), cancel);
            if (await db.StockCounts.FirstOrDefaultAsync(s => s.Id == c.Id, cancel) is not { } count)
            {
                return CountErrors.NotFound;
            }

            var missing = await db.CountLines.CountAsync(l => l.StockCountId == c.Id && (l.Again || (l.Counted == null && !c.LeaveRest)), cancel);
            if (missing > 0)
            {
                return CountErrors.Uncounted(missing);
            }

            var finished = count.Finish();
            return finished.Succeeded ? Done.It : finished.Error;
        }
    }
}
