using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Takes a posted document back by counter-entries, exactly; refused when its goods were used meanwhile.</summary>
public static class ReverseStockDocument
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version, string Reason) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.BranchesOf(c.Id), cancel);
            var document = await desk.FindAsync(c.Id, cancel);
            if (document is null)
            {
                return StockDocumentErrors.NotFound;
            }

            if (document.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            return await desk.ReverseAsync(document, c.Reason.Trim(), cancel) is { } refused ? refused : Done.It;
        }
    }
}
