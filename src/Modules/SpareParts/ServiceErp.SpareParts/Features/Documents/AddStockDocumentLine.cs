using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Adds a line to a draft, by a scanned code or a chosen part.</summary>
public static class AddStockDocumentLine
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version, NewLine Line) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Line).NotNull().WithMessage("Scan or choose a part.").WithErrorCode("SpareParts.StockDocument.PartMissing").SetValidator(new NewLineValidator());
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Done>
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

            if (await desk.AddLinesAsync(document, [c.Line], cancel) is { } wrong)
            {
                return wrong.Field is { } field ? wrong.On(field.Replace("Lines[0]", nameof(c.Line), StringComparison.Ordinal)) : wrong;
            }

            return Done.It;
        }
    }
}
