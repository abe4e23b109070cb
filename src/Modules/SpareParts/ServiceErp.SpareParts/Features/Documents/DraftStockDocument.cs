using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Begins a receipt, transfer, scrapping or correction, with lines if they are known, and posts it at once if asked.</summary>
public static class DraftStockDocument
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid? Id, StockDocumentKind Kind, Guid WarehouseId) : ICommand<Answer>, ICreates
    {
        public Guid? TargetWarehouseId { get; init; }

        public Guid? SupplierId { get; init; }

        public string? Reference { get; init; }

        public string? Reason { get; init; }

        /// <summary>The day to book on, when it is not today; needs a reason and an open period.</summary>
        public LocalDate? BookingDate { get; init; }

        /// <summary>Of a receipt: the purchase order it answers.</summary>
        public Guid? PurchaseOrderId { get; init; }

        public IReadOnlyList<NewLine> Lines { get; init; } = [];

        /// <summary>Books it in the same step; refused as a whole when a line can't be booked.</summary>
        public bool Post { get; init; }
    }

    /// <summary>The number is null while it is a draft.</summary>
    public sealed record Answer(Guid Id, string? Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reference).AtMost(80);
            RuleFor(c => c.Reason).ReasonOrNothing();
            RuleFor(c => c.Lines).Must(l => l.Count <= 1000).WithMessage("A document has at most 1000 lines.").WithErrorCode("SpareParts.StockDocument.TooManyLines");
            RuleForEach(c => c.Lines).SetValidator(new NewLineValidator());
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId, cancel);
            if (warehouse is not { Active: true, Kind: not WarehouseKind.Transit })
            {
                return warehouse is null ? WarehouseErrors.NotFound.On(nameof(c.WarehouseId)) : WarehouseErrors.Closed(warehouse.Code).On(nameof(c.WarehouseId));
            }

            var document = new StockDocument(c.Id ?? ids.NewId(), c.Kind, warehouse, clock.GetCurrentInstant(), user.Name, user.UserId);
            if ((await desk.DescribeAsync(document, c.TargetWarehouseId, c.SupplierId, c.Reference, c.Reason, c.BookingDate, c.PurchaseOrderId, cancel) ?? await desk.AddLinesAsync(document, c.Lines, cancel)) is { } wrong)
            {
                return wrong;
            }

            db.Documents.Add(document);
            if (c.Post && await desk.PostAsync(document, cancel) is { } notPosted)
            {
                return notPosted;
            }

            return new Answer(document.Id, document.Number);
        }
    }
}
