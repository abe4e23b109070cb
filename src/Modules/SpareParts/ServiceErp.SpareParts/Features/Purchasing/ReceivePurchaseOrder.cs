using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>
/// Takes a delivery in against its order, inspected (PAR-4): what is good is booked into stock at the ordered price and serves the orders that wait, what is not is noted with the reason and stays out.
/// The same receipt or delivery note twice is taken in once.
/// </summary>
public static class ReceivePurchaseOrder
{
    /// <param name="Id">Identity of the receipt, so that sending it again moves nothing.</param>
    /// <param name="OrderId">The order.</param>
    /// <param name="DeliveryNote">The supplier's number.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid? Id, Guid OrderId, string DeliveryNote) : ICommand<Answer>, ICreates
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];

        /// <summary>The day it came, when it is noted later; such a booking needs an open period.</summary>
        public LocalDate? Day { get; init; }
    }

    /// <param name="LineId">The line of the order.</param>
    /// <param name="Accepted">Good, in the part's unit.</param>
    public sealed record Line(Guid LineId, decimal Accepted)
    {
        public decimal Rejected { get; init; }

        public string? Reason { get; init; }

        /// <summary>Where the good ones are put; a bin's code.</summary>
        public string? Bin { get; init; }

        /// <summary>Of a serial-tracked part: the serial numbers of the good ones.</summary>
        public string? Serials { get; init; }
    }

    /// <param name="Document">The stock document; null when all was rejected.</param>
    public sealed record Answer(Guid Id, PurchaseOrderState State, string? Document);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DeliveryNote).Needed(80, "SpareParts.PurchaseOrder.DeliveryNoteMissing");
            RuleFor(c => c.Lines).Must(l => l.Any(line => line.Accepted > 0 || line.Rejected > 0)).WithMessage("Say what came.").WithErrorCode("SpareParts.PurchaseOrder.NothingCame");
            RuleForEach(c => c.Lines).Must(l => l.Accepted is >= 0 and <= Rules.Most && l.Rejected is >= 0 and <= Rules.Most)
                .WithMessage("A quantity must be from zero to a million.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk purchases, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var order = await purchases.FindAsync(c.OrderId, cancel);
            if (order is null)
            {
                return PurchasingErrors.OrderNotFound;
            }

            var (now, came) = (clock.GetCurrentInstant(), c.Lines.Where(l => l.Accepted + l.Rejected > 0).ToArray());
            var receipt = new PurchaseReceipt(c.Id ?? ids.NewId(), order.Id, c.DeliveryNote, c.Day ?? purchases.Today(order.BranchId), now, user.Name);
            if (order.Receive(receipt, [.. came.Select(l => new Delivered(l.LineId, l.Accepted, l.Rejected, l.Reason))], await db.RulesAsync(cancel), ids) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            db.PurchaseReceipts.Add(receipt);
            return await BookAsync(c, order, receipt, cancel) is { } notBooked ? notBooked : new Answer(receipt.Id, order.State, receipt.StockDocumentNumber);
        }

        private async Task<Error?> BookAsync(Command c, PurchaseOrder order, PurchaseReceipt receipt, CancellationToken cancel)
        {
            var good = c.Lines.Where(l => l.Accepted > 0).Select(l => (Line: l, Ordered: order.Lines.First(o => o.Id == l.LineId))).ToArray();
            if (good.Length == 0)
            {
                return null;
            }

            var warehouse = await db.Warehouses.AsNoTracking().FirstAsync(w => w.Id == order.WarehouseId, cancel);
            var document = new StockDocument(ids.NewId(), StockDocumentKind.Receipt, warehouse, receipt.At, user.Name);
            var lines = good.Select(g => new NewLine(g.Ordered.PartId, g.Line.Accepted) { UnitCost = g.Ordered.Price, Bin = g.Line.Bin, Serials = g.Line.Serials, PurchaseLineId = g.Ordered.Id }).ToArray();
            var wrong = await desk.DescribeAsync(document, null, order.SupplierId, receipt.DeliveryNote, c.Day is null ? null : order.Number, c.Day, order.Id, cancel)
                ?? await desk.AddLinesAsync(document, lines, cancel) ?? await desk.PostAsync(document, cancel);
            if (wrong is null)
            {
                db.Documents.Add(document);
                receipt.BookedBy(document.Id, document.Number!);
            }

            return wrong;
        }
    }
}
