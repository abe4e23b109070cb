using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Throws a draft away; it leaves nothing in any book.</summary>
public static class DiscardStockDocument
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
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

            if (document.Discard() is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            db.Documents.Remove(document);
            return Done.It;
        }
    }
}
