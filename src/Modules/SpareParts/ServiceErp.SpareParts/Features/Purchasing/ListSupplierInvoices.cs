using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Suppliers' invoices with what they cost more or less than ordered, the newest first. Filters: <c>supplier</c>, <c>show</c> (<c>disputed</c>, <c>variance</c>); the search box takes the invoice's or the order's number.</summary>
public static class ListSupplierInvoices
{
    private static readonly SortOrders<SupplierInvoice> Orders = new SortOrders<SupplierInvoice>().Add("day", i => i.Day, descending: true);

    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <param name="Variance">What it costs more than ordered; the goods lie at the ordered price.</param>
    public sealed record Row(Guid Id, string Number, LocalDate Day, Guid OrderId, string Order, string Supplier, decimal Amount, decimal Variance, string Currency, bool Disputed, string Person, string? ReleasedBy, string? ReleaseReason);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var invoices = db.SupplierInvoices.AsNoTracking().Where(i => db.PurchaseOrders.Any(o => o.Id == i.PurchaseOrderId));
            if (list.Search?.Trim() is { Length: > 0 } number)
            {
                invoices = invoices.Where(i => i.Number == number || db.PurchaseOrders.Any(o => o.Id == i.PurchaseOrderId && o.Number == number));
            }

            if (Guid.TryParse(list.Filter("supplier"), out var supplier))
            {
                invoices = invoices.Where(i => db.PurchaseOrders.Any(o => o.Id == i.PurchaseOrderId && o.SupplierId == supplier));
            }

            invoices = list.Filter("show") switch
            {
                "disputed" => invoices.Where(i => i.Disputed),
                "variance" => invoices.Where(i => i.Variance != 0),
                _ => invoices,
            };
            return await invoices.ToListPageAsync(list, Orders, i => new Row(
                i.Id, i.Number, i.Day, i.PurchaseOrderId, db.PurchaseOrders.Where(o => o.Id == i.PurchaseOrderId).Select(o => o.Number).FirstOrDefault() ?? "",
                db.PurchaseOrders.Where(o => o.Id == i.PurchaseOrderId).Select(o => o.Supplier.Name).FirstOrDefault() ?? "", i.Amount, i.Variance,
                db.PurchaseOrders.Where(o => o.Id == i.PurchaseOrderId).Select(o => o.Currency).FirstOrDefault() ?? "", i.Disputed, i.Person, i.ReleasedBy, i.ReleaseReason), cancel);
        }
    }
}
