using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>
/// Books the draft receipts of a delivery note, the oldest first, as many as fit into one step; sent again it goes on with the rest. Each answer says how many are left, so that a large delivery is
/// posted in short steps that do not hold up the store.
/// </summary>
public static class PostStockDocuments
{
    /// <summary>Receipts in one step; the write lock is held for as long as they take.</summary>
    public const int AtOnce = 5;

    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(string DeliveryNote) : ICommand<Answer>;

    public sealed record Answer(IReadOnlyList<string> Posted, int Left);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.DeliveryNote).Needed(60, "SpareParts.StockDocument.ReferenceMissing");
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var note = c.DeliveryNote.Trim() + " (";
            var drafts = db.Documents.Where(d => d.Kind == StockDocumentKind.Receipt && d.State == StockDocumentState.Draft && d.Reference!.StartsWith(note));
            var left = await drafts.CountAsync(cancel);
            var documents = await drafts.Include(d => d.Lines).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).Take(AtOnce).ToListAsync(cancel);
            return documents.Count > 0 && await desk.PostAsync(documents, cancel) is { } refused ? refused : new Answer(documents.ConvertAll(d => d.Number!), left - documents.Count);
        }
    }
}
