using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>
/// Receipts, transfers, scrappings and corrections, the newest first. Filters: <c>kind</c>, <c>state</c>, <c>warehouse</c>, days of writing; the search box takes a number, ours or the other side's.
/// </summary>
public static class ListStockDocuments
{
    private static readonly SortOrders<StockDocument> Orders = new SortOrders<StockDocument>().Add("created", d => d.CreatedAt, descending: true);

    [Requires(SparePartsPermissions.StockValue)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string? Number, StockDocumentKind Kind, StockDocumentState State, string Warehouse, string? Target, string? Supplier, string? Reference, int Lines, decimal Value, Instant CreatedAt, string Person, Guid BranchId)
    {
        /// <summary>Of the amounts: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var documents = db.Documents.SeenFrom(db).AsNoTracking();
            if (Codes.CleanOrNull(list.Search) is { } code)
            {
                documents = documents.Where(d => d.Number == code || d.Reference == list.Search);
            }

            if (list.Filter<StockDocumentKind>("kind") is { } kind)
            {
                documents = documents.Where(d => d.Kind == kind);
            }

            if (list.Filter<StockDocumentState>("state") is { } state)
            {
                documents = documents.Where(d => d.State == state);
            }

            if (Guid.TryParse(list.Filter("warehouse"), out var warehouse))
            {
                documents = documents.Where(d => d.WarehouseId == warehouse || d.TargetWarehouseId == warehouse);
            }

            if (list.Since is { } first)
            {
                documents = documents.Where(d => d.CreatedAt >= first);
            }

            if (list.Until is { } end)
            {
                documents = documents.Where(d => d.CreatedAt < end);
            }

            return (await documents.ToListPageAsync(list, Orders, d => new Row(
                d.Id, d.Number, d.Kind, d.State, d.Warehouse.Code, d.TargetWarehouse!.Code, d.Supplier!.Name, d.Reference, d.Lines.Count, d.Value, d.CreatedAt, d.Person, d.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
