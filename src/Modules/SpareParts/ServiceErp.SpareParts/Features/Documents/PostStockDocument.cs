using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Books a draft: every line or none (PAR-2).</summary>
public static class PostStockDocument
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Answer>, IVersioned;

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.BranchesOf(c.Id), cancel);
            var document = await db.Documents.Include(d => d.Lines).FirstOrDefaultAsync(d => d.Id == c.Id, cancel);
            if (document is null)
            {
                return StockDocumentErrors.NotFound;
            }

            if (document.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            return await desk.PostAsync(document, cancel) is { } refused ? refused : new Answer(document.Id, document.Number!);
        }
    }
}
