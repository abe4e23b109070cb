using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>An order to a supplier with its receipts and invoices, which waiting orders each line will serve, and what may be done with it.</summary>
public static class GetPurchaseOrder
{
    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(
        Guid Id, int Version, Guid BranchId, string Number, PurchaseOrderState State, Guid SupplierId, string Supplier, string? SupplierEmail, string? SupplierPhone, Guid WarehouseId, string Warehouse, string Currency, string? Note,
        Guid? ProposalId, Instant CreatedAt, string Person, LocalDate? OrderedOn, LocalDate? ExpectedOn, decimal Amount, bool Disputed, bool IsLate)
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];

        public IReadOnlyList<Receipt> Receipts { get; init; } = [];

        /// <summary>What was rejected, and what became of it.</summary>
        public IReadOnlyList<Goods> Rejected { get; init; } = [];

        public IReadOnlyList<Invoice> Invoices { get; init; } = [];

        public IReadOnlyList<ExplainedTrigger<PurchaseOrderTrigger>> Actions { get; init; } = [];

        public string? ApprovedBy { get; init; }

        public Instant? ApprovedAt { get; init; }

        /// <summary>A draft above the branch's limit that nobody has approved.</summary>
        public bool NeedsApproval { get; init; }

        /// <summary>The reader wrote it or changed it last, so another person approves it.</summary>
        public bool IsOwn { get; init; }

        /// <summary>Codes of the bins of the warehouse, for choices.</summary>
        public IReadOnlyList<string> Bins { get; init; } = [];
    }

    public sealed record Line(
        Guid Id, int Number, Guid PartId, string PartNumber, string PartName, string? SupplierNumber, string Unit, bool SerialTracked, decimal Quantity, decimal Price, decimal Amount, LocalDate? ExpectedOn, decimal Received, decimal Rejected, decimal Open,
        IReadOnlyList<Peg> Pegs)
    {
        /// <summary>What it is packed in; the part's unit where it isn't.</summary>
        public string PackUnit { get; init; } = "";

        /// <summary>How many of the part's unit are in one.</summary>
        public decimal PackFactor { get; init; } = 1;

        public LocalDate? ConfirmedOn { get; init; }

        public decimal? ConfirmedQuantity { get; init; }

        public decimal? ConfirmedPrice { get; init; }
    }

    /// <summary>A waiting order that will be served.</summary>
    public sealed record Peg(Guid OrderId, string OrderNumber, decimal Quantity);

    public sealed record Receipt(string DeliveryNote, LocalDate Day, string Person, Guid? DocumentId, string? Document, IReadOnlyList<Taken> Lines);

    public sealed record Taken(string PartNumber, decimal Accepted, decimal Rejected, string? Reason);

    public sealed record Goods(
        Guid Id, string PartNumber, decimal Quantity, string Unit, bool SerialTracked, string Defect, string? DeliveryNote, DefectState State, string? Warehouse, Guid? EntryDocumentId, string? EntryDocument, Guid? ExitDocumentId, string? ExitDocument);

    /// <param name="Variance">What it costs more than ordered.</param>
    public sealed record Invoice(Guid Id, string Number, LocalDate Day, bool Disputed, string? ReleasedBy, string? ReleaseReason, decimal Amount, decimal Variance, IReadOnlyList<Invoiced> Lines);

    public sealed record Invoiced(string PartNumber, decimal Quantity, decimal Price, decimal OrderedPrice, bool FarOff, decimal TooMany);

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var order = await db.PurchaseOrders.AsNoTracking().Include(o => o.Supplier).Include(o => o.Warehouse).Include(o => o.Lines).ThenInclude(l => l.Part)
                .Include(o => o.Receipts).ThenInclude(r => r.Lines).Include(o => o.Invoices).ThenInclude(i => i.Lines).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == q.Id, cancel);
            if (order is null)
            {
                return PurchasingErrors.OrderNotFound;
            }

            var pegs = await PegsAsync(order, cancel);
            var numbers = order.Lines.ToDictionary(l => l.Id, l => l.PartNumber);
            return new Answer(
                order.Id, order.Version, order.BranchId, order.Number, order.State, order.SupplierId, order.Supplier.Name, order.Supplier.Email, order.Supplier.Phone, order.WarehouseId, order.Warehouse.Code, order.Currency, order.Note,
                order.ProposalId, order.CreatedAt, order.Person, order.OrderedOn, order.ExpectedOn, order.Amount, order.Disputed,
                order.State is PurchaseOrderState.Ordered or PurchaseOrderState.PartlyReceived && order.ExpectedOn < desk.Today(order.BranchId))
            {
                Lines = [.. order.Lines.OrderBy(l => l.Line).Select(l => new Line(
                    l.Id, l.Line, l.PartId, l.PartNumber, l.Part.Name, l.SupplierNumber, l.Unit, l.Part.SerialTracked, l.Quantity, l.Price, l.Amount, l.ExpectedOn, l.Received, l.Rejected, l.Open, [.. pegs[l.Id]])
                {
                    PackUnit = l.PackUnit, PackFactor = l.PackFactor, ConfirmedOn = l.ConfirmedOn, ConfirmedQuantity = l.ConfirmedQuantity, ConfirmedPrice = l.ConfirmedPrice,
                })],
                IsOwn = order.IsOwnOf(desk.Me),
                ApprovedBy = order.ApprovedBy, ApprovedAt = order.ApprovedAt,
                NeedsApproval = order.State == PurchaseOrderState.Draft && order.ApprovedBy is null && order.Amount > await desk.OrderLimitAsync(order.BranchId, cancel),
                Receipts = [.. order.Receipts.OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => new Receipt(
                    r.DeliveryNote, r.Day, r.Person, r.StockDocumentId, r.StockDocumentNumber, [.. r.Lines.Select(l => new Taken(numbers[l.LineId], l.Accepted, l.Rejected, l.Reason))]))],
                Rejected = await db.DefectiveParts.AsNoTracking().Where(d => d.PurchaseOrderId == order.Id).OrderBy(d => d.FoundAt).ThenBy(d => d.Id)
                    .Select(d => new Goods(d.Id, d.PartNumber, d.Quantity, d.Unit, d.Serials != null, d.Defect, d.DeliveryNote, d.State, d.Warehouse!.Code, d.EntryDocumentId, d.EntryDocumentNumber, d.ExitDocumentId, d.ExitDocumentNumber)).ToListAsync(cancel),
                Invoices = [.. order.Invoices.OrderBy(i => i.At).ThenBy(i => i.Id).Select(i => new Invoice(
                    i.Id, i.Number, i.Day, i.Disputed, i.ReleasedBy, i.ReleaseReason, i.Amount, i.Variance, [.. i.Lines.Select(l => new Invoiced(numbers[l.LineId], l.Quantity, l.Price, l.OrderedPrice, l.FarOff, l.TooMany))]))],
                Actions = PurchaseOrderLifecycle.Table.Explain(order, order.State),
                Bins = await db.Bins.AsNoTracking().Where(b => b.WarehouseId == order.WarehouseId).OrderBy(b => b.Code).Select(b => b.Code).ToListAsync(cancel),
            };
        }

        private async Task<ILookup<Guid, Peg>> PegsAsync(PurchaseOrder order, CancellationToken cancel)
        {
            Guid[] parts = [.. order.Lines.Where(l => l.Open > 0).Select(l => l.PartId).Distinct()];
            var wishes = await db.Reservations.AsNoTracking().Where(r => parts.Contains(r.PartId) && r.BranchId == order.BranchId && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved))
                .OrderBy(r => r.WantedAt).ThenBy(r => r.Id).Select(r => new { r.Id, r.PartId, r.OrderId, r.OrderNumber, Missing = r.Wanted - r.Reserved - r.Issued }).ToListAsync(cancel);
            var deliveries = await (
                from line in db.PurchaseOrderLines.AsNoTracking()
                join other in db.PurchaseOrders on line.PurchaseOrderId equals other.Id
                // What nobody has sent serves nobody, except on its own page.
                where parts.Contains(line.PartId) && line.Open > 0 && other.BranchId == order.BranchId && (other.State == PurchaseOrderState.Ordered || other.State == PurchaseOrderState.PartlyReceived || other.Id == order.Id)
                orderby line.ConfirmedOn ?? line.ExpectedOn ?? LocalDate.MaxIsoValue, line.Id
                select new { line.Id, line.PartId, line.Open }).ToListAsync(cancel);
            var byId = wishes.ToDictionary(w => w.Id);
            return parts.SelectMany(part => Pegging.Of(wishes.Where(w => w.PartId == part).Select(w => (w.Id, w.Missing)), deliveries.Where(d => d.PartId == part).Select(d => (d.Id, d.Open))))
                .ToLookup(p => p.Delivery, p => new Peg(byId[p.Wish].OrderId, byId[p.Wish].OrderNumber, p.Quantity));
        }
    }
}
