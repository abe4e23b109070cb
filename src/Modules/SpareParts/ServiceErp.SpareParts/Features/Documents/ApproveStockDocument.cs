using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Approves a correction as it is now, so that it may be booked above the branch's limit for differences; never by who wrote it. A change takes the approval away.</summary>
public static class ApproveStockDocument
{
    [Requires(SparePartsPermissions.CountApprove)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Handler(SparePartsDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var document = await db.Documents.Include(d => d.Lines).FirstOrDefaultAsync(d => d.Id == c.Id, cancel);
            if (document is null)
            {
                return StockDocumentErrors.NotFound;
            }

            if (document.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            return document.Approve(user.UserId, user.Name) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
