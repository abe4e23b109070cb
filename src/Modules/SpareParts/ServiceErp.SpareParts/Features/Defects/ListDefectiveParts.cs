using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>Defective goods, the newest first. Filters: <c>state</c>, <c>source</c>, <c>supplier</c>, <c>order</c> (a purchase order), days on which they were found.</summary>
public static class ListDefectiveParts
{
    private static readonly SortOrders<DefectivePart> Orders = new SortOrders<DefectivePart>().Add("found", d => d.FoundAt, descending: true).Add("part", d => d.PartNumber);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, DefectSource Source, DefectState State, Guid PartId, string PartNumber, string PartName, decimal Quantity, string Unit, string? Serials, string Defect, Guid? SupplierId, string? Supplier,
        Guid? PurchaseOrderId, string? PurchaseOrder, string? DeliveryNote, LocalDate? ReceivedOn, decimal? UnitCost, string? Warehouse, Guid? EntryDocumentId, string? EntryDocument, Guid? ExitDocumentId, string? ExitDocument,
        Instant FoundAt, string Person, Guid? OrderId, string? OrderNumber, string? Device, LocalDate? CoveredUntil, Guid? ClaimId, string? Claim, bool IsHere, Guid BranchId)
    {
        /// <summary>Of the cost: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var goods = db.DefectiveParts.AsNoTracking();
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                goods = goods.Where(d => found.Contains(d.PartId));
            }

            if (list.Filter<DefectState>("state") is { } state)
            {
                goods = goods.Where(d => d.State == state);
            }

            if (list.Filter<DefectSource>("source") is { } source)
            {
                goods = goods.Where(d => d.Source == source);
            }

            if (Guid.TryParse(list.Filter("supplier"), out var supplier))
            {
                goods = goods.Where(d => d.SupplierId == supplier);
            }

            if (Guid.TryParse(list.Filter("order"), out var order))
            {
                goods = goods.Where(d => d.PurchaseOrderId == order);
            }

            if (list.Since is { } first)
            {
                goods = goods.Where(d => d.FoundAt >= first);
            }

            if (list.Until is { } end)
            {
                goods = goods.Where(d => d.FoundAt < end);
            }

            return (await goods.ToListPageAsync(list, Orders, d => new Row(
                d.Id, d.Source, d.State, d.PartId, d.PartNumber, d.Part.Name, d.Quantity, d.Unit, d.Serials, d.Defect, d.SupplierId, d.Supplier!.Name, d.PurchaseOrderId, d.PurchaseOrderNumber, d.DeliveryNote, d.ReceivedOn,
                d.UnitCost, d.Warehouse!.Code, d.EntryDocumentId, d.EntryDocumentNumber, d.ExitDocumentId, d.ExitDocumentNumber, d.FoundAt, d.Person, d.OrderId,
                d.OrderNumber, d.Device, d.CoveredUntil, d.ClaimId, d.ClaimNumber, d.WarehouseId != null, d.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
