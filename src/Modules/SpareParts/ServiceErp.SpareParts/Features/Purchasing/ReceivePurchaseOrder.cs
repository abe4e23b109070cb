using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>
/// Takes a delivery in against its order, inspected (PAR-4): what is good is booked into stock at the ordered price and serves the orders that wait, what is not lies in quarantine at the same price, with the reason, until it goes back or is thrown away.
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

        /// <summary>Of a serial-tracked part: the serial numbers of the rejected ones.</summary>
        public string? RejectedSerials { get; init; }
    }

    /// <param name="Document">The stock document; null when all was rejected.</param>
    public sealed record Answer(Guid Id, PurchaseOrderState State, string? Document)
    {
        /// <summary>The stock document by which the rejected goods lie in quarantine; null when all was good.</summary>
        public string? Quarantined { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DeliveryNote).Needed(80, "SpareParts.PurchaseOrder.DeliveryNoteMissing");
            RuleFor(c => c.Lines).Must(l => l.Any(line => line.Accepted > 0 || line.Rejected > 0)).WithMessage("Say what came.").WithErrorCode("SpareParts.PurchaseOrder.NothingCame");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Reason).ReasonOrNothing();
                line.RuleFor(l => l.Bin).AtMost(20);
                line.RuleFor(l => l.Serials).AtMost(SerialText.LongestList);
            });
            RuleForEach(c => c.Lines).Must(l => l.RejectedSerials.ToSerials() is var s && s.Count <= 1000 && s.All(serial => serial.Length <= SerialText.Longest))
                .WithMessage("At most 1000 serial numbers of at most 80 characters each.").WithErrorCode("SpareParts.Stock.SerialTooLong");
            RuleForEach(c => c.Lines).Must(l => l.Accepted is >= 0 and <= Rules.Most && l.Rejected is >= 0 and <= Rules.Most)
                .WithMessage("A quantity must be from zero to a million.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk purchases, StockDocumentDesk desk, DefectDesk defects, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.PurchaseOrders.BranchOf(c.OrderId), cancel);
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
            var good = came.Where(l => l.Accepted > 0).Select(l => (l, new NewLine(Ordered(l).PartId, l.Accepted) { UnitCost = Ordered(l).Price, Bin = l.Bin, Serials = l.Serials, PurchaseLineId = l.LineId })).ToArray();
            var bad = came.Where(l => l.Rejected > 0).Select(l => (l, new NewLine(Ordered(l).PartId, l.Rejected) { UnitCost = Ordered(l).Price, Serials = l.RejectedSerials, PurchaseLineId = l.LineId })).ToArray();
            var (stored, held) = (good.Length == 0 ? null : Paper(await WarehouseAsync(order, cancel)), bad.Length == 0 ? null : Paper(await desk.PlaceAsync(order.BranchId, WarehouseKind.Quarantine, cancel)));
            var wrong = await WriteAsync(stored, good, null, cancel) ?? await WriteAsync(held, bad, string.Join(" · ", bad.Select(b => b.l.Reason).Distinct()), cancel)
                ?? await desk.PostAsync([.. new[] { stored, held }.OfType<StockDocument>()], cancel);
            if (wrong is not null)
            {
                return wrong;
            }

            if (stored is not null)
            {
                receipt.BookedBy(stored.Id, stored.Number!);
            }

            foreach (var (line, _) in bad)
            {
                var goods = SetAside(line, Ordered(line));
                await defects.CoverAsync(goods, cancel);
                db.DefectiveParts.Add(goods);
            }

            return new Answer(receipt.Id, order.State, receipt.StockDocumentNumber) { Quarantined = held?.Number };

            PurchaseOrderLine Ordered(Line line) => order.Lines.First(o => o.Id == line.LineId);

            StockDocument Paper(Warehouse warehouse) => new(ids.NewId(), StockDocumentKind.Receipt, warehouse, now, user.Name);

            async Task<Error?> WriteAsync(StockDocument? document, (Line, NewLine New)[] lines, string? reason, CancellationToken stop)
            {
                if (document is null)
                {
                    return null;
                }

                db.Documents.Add(document);
                return await desk.DescribeAsync(document, null, order.SupplierId, receipt.DeliveryNote, reason ?? (c.Day is null ? null : order.Number), c.Day, order.Id, stop)
                    ?? await desk.AddLinesAsync(document, [.. lines.Select(l => l.New)], stop);
            }

            DefectivePart SetAside(Line line, PurchaseOrderLine ordered)
            {
                var defect = new DefectivePart(ids.NewId(), order.BranchId, DefectSource.Rejected, ordered.PartId, ordered.PartNumber, ordered.Unit, line.Rejected, line.RejectedSerials.ToSerials(), line.Reason!, now, user.Name);
                defect.CameFrom(new Origin(order.SupplierId, order.Id, order.Number, receipt.DeliveryNote, receipt.Day, ordered.Price));
                defect.PutIn(held!.WarehouseId, held);
                return defect;
            }
        }

        private Task<Warehouse> WarehouseAsync(PurchaseOrder order, CancellationToken cancel) => db.Warehouses.AsNoTracking().FirstAsync(w => w.Id == order.WarehouseId, cancel);
    }
}
