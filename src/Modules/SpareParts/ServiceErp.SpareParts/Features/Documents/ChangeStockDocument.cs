using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Changes the head of a draft.</summary>
public static class ChangeStockDocument
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version, Guid? TargetWarehouseId, Guid? SupplierId, string? Reference, string? Reason) : ICommand<Done>, IVersioned
    {
        /// <summary>The day to book on, when it is not the day of posting.</summary>
        public LocalDate? BookingDate { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reference).AtMost(80);
            RuleFor(c => c.Reason).ReasonOrNothing();
        }
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

            return await desk.DescribeAsync(document, c.TargetWarehouseId, c.SupplierId, c.Reference, c.Reason, c.BookingDate, document.PurchaseOrderId, cancel) is { } refused ? refused : Done.It;
        }
    }
}
