using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Takes a line out of a draft.</summary>
public static class RemoveStockDocumentLine
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version, Guid LineId) : ICommand<Done>, IVersioned;

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

            document.ChangedBy(user.UserId);
            return document.RemoveLine(c.LineId) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
