using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>A stock document with its lines and what may be done with it.</summary>
public static class GetStockDocument
{
    [Requires(SparePartsPermissions.StockValue)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(
        Guid Id, int Version, string? Number, StockDocumentKind Kind, StockDocumentState State, Guid WarehouseId, string Warehouse, Guid? TargetWarehouseId, string? Target, Guid? SupplierId, string? Supplier,
        string? Reference, string? Reason, Instant CreatedAt, Instant? PostedAt, string Person, decimal Value, string Currency)
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];

        public Guid BranchId { get; init; }

        public string Branch { get; init; } = "";

        /// <summary>The day it is booked on, when it is not the day of posting.</summary>
        public LocalDate? BookingDate { get; init; }

        public Instant? SentAt { get; init; }

        public string? SentBy { get; init; }

        /// <summary>Of a slip: the order.</summary>
        public Guid? OrderId { get; init; }

        public string? OrderNumber { get; init; }

        public Guid? PurchaseOrderId { get; init; }

        /// <summary>Of a correction: who approved it.</summary>
        public string? ApprovedBy { get; init; }

        /// <summary>Whether the reader's branch is the one that receives it.</summary>
        public bool IsComing { get; init; }

        /// <summary>What may be done now, and why not.</summary>
        public IReadOnlyList<ExplainedTrigger<StockDocumentTrigger>> Actions { get; init; } = [];

        /// <summary>Codes of the bins of the warehouse, for choices.</summary>
        public IReadOnlyList<string> Bins { get; init; } = [];

        public IReadOnlyList<string> TargetBins { get; init; } = [];
    }

    public sealed record Line(
        Guid Id, int Number, Guid PartId, string PartNumber, string PartName, string Unit, decimal UnitQuantity, string PartUnit, decimal Quantity, decimal? UnitCost, string? Bin, string? TargetBin, decimal Value)
    {
        public bool SerialTracked { get; init; }

        public IReadOnlyList<string> Serials { get; init; } = [];

        /// <summary>Of a received transfer: how many were counted, in the part's unit.</summary>
        public decimal? Arrived { get; init; }
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var document = await db.Documents.SeenFrom(db).AsNoTracking().Include(d => d.Lines).ThenInclude(l => l.Part).Include(d => d.Warehouse).Include(d => d.TargetWarehouse).Include(d => d.Supplier)
                .FirstOrDefaultAsync(d => d.Id == q.Id, cancel);
            if (document is null)
            {
                return StockDocumentErrors.NotFound;
            }

            var bins = await db.Bins.AsNoTracking().Where(b => b.WarehouseId == document.WarehouseId || b.WarehouseId == document.TargetWarehouseId).OrderBy(b => b.Code).ToListAsync(cancel);
            string? Bin(Guid? id) => bins.Find(b => b.Id == id)?.Code;
            return new Answer(
                document.Id, document.Version, document.Number, document.Kind, document.State, document.WarehouseId, document.Warehouse.Code, document.TargetWarehouseId, document.TargetWarehouse?.Code,
                document.SupplierId, document.Supplier?.Name, document.Reference, document.Reason, document.CreatedAt, document.PostedAt, document.Person, document.Value,
                branches.Find(document.BranchId)?.Currency ?? "")
            {
                Lines = [.. document.Lines.OrderBy(l => l.Line).Select(l => new Line(
                    l.Id, l.Line, l.PartId, l.Part.Number, l.Part.Name, l.Unit, l.UnitQuantity, l.Part.Unit, l.Quantity, l.UnitCost, Bin(l.BinId), Bin(l.TargetBinId), l.Value)
                {
                    SerialTracked = l.Part.SerialTracked, Serials = l.SerialList, Arrived = l.Arrived,
                })],
                BranchId = document.BranchId,
                Branch = branches.Find(document.BranchId)?.Name ?? "",
                BookingDate = document.BookingDate,
                SentAt = document.SentAt,
                SentBy = document.SentBy,
                OrderId = document.OrderId,
                OrderNumber = document.OrderNumber,
                PurchaseOrderId = document.PurchaseOrderId,
                ApprovedBy = document.ApprovedBy,
                IsComing = document.TargetBranchId is { } target && target != document.BranchId && db.BranchScope == target,
                Actions = StockDocumentLifecycle.Table.Explain(document, document.State),
                Bins = [.. bins.Where(b => b.WarehouseId == document.WarehouseId).Select(b => b.Code)],
                TargetBins = [.. bins.Where(b => b.WarehouseId == document.TargetWarehouseId).Select(b => b.Code)],
            };
        }
    }
}
