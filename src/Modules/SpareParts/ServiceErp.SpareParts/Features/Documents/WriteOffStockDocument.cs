using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Writes off the goods of a sent transfer that never arrived: another person than who sent them does, who holds the right. When they are found after all, it is reversed.</summary>
public static class WriteOffStockDocument
{
    [Requires(SparePartsPermissions.StockWriteOff)]
    public sealed record Command(Guid Id, int? Version, string Reason) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
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

            return await desk.WriteOffAsync(document, c.Reason.Trim(), cancel) is { } refused ? refused : Done.It;
        }
    }
}
