using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Lets the goods of a transfer leave. Until the other warehouse has received them they are in transit: in the sender's books, and promised to nobody.</summary>
public static class SendStockDocument
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Answer>, IVersioned;

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.BranchesOf(c.Id), cancel);
            var document = await desk.FindAsync(c.Id, cancel);
            if (document is null || (db.BranchScope is { } own && document.BranchId != own))
            {
                return StockDocumentErrors.NotFound;
            }

            if (document.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            return await desk.SendAsync(document, cancel) is { } refused ? refused : new Answer(document.Id, document.Number!);
        }
    }
}
