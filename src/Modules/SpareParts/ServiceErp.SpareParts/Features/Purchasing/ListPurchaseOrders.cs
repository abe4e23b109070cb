using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Orders to suppliers, the newest first. Filters: <c>state</c>, <c>supplier</c>, <c>part</c>, <c>show</c> (<c>late</c>, <c>disputed</c>, <c>approve</c>); the search box takes a number.</summary>
public static class ListPurchaseOrders
{
    private static readonly SortOrders<PurchaseOrder> Orders = new SortOrders<PurchaseOrder>().Add("created", o => o.CreatedAt, descending: true).AddAmount("amount", o => o.Amount, descending: true);

    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string Number, PurchaseOrderState State, string Supplier, string Warehouse, int Lines, decimal Amount, string Currency, LocalDate? OrderedOn, LocalDate? ExpectedOn, Instant CreatedAt, bool Disputed);

    internal sealed class Handler(SparePartsDbContext db, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var orders = db.PurchaseOrders.AsNoTracking();
            if (Codes.CleanOrNull(list.Search) is { } number)
            {
                orders = orders.Where(o => o.Number == number);
            }

            if (list.Filter<PurchaseOrderState>("state") is { } state)
            {
                orders = orders.Where(o => o.State == state);
            }

            if (Guid.TryParse(list.Filter("supplier"), out var supplier))
            {
                orders = orders.Where(o => o.SupplierId == supplier);
            }

            if (Guid.TryParse(list.Filter("part"), out var part))
            {
                orders = orders.Where(o => o.Lines.Any(l => l.PartId == part));
            }

            var today = clock.GetCurrentInstant().InUtc().Date;
            orders = list.Filter("show") switch
            {
                "late" => orders.Where(o => (o.State == PurchaseOrderState.Ordered || o.State == PurchaseOrderState.PartlyReceived) && o.ExpectedOn < today),
                "disputed" => orders.Where(o => o.Disputed),
                "approve" => orders.ToApprove(db),
                _ => orders,
            };
            return await orders.ToListPageAsync(list, Orders, o => new Row(
                o.Id, o.Number, o.State, o.Supplier.Name, o.Warehouse.Code, o.Lines.Count, o.Amount, o.Currency, o.OrderedOn, o.ExpectedOn, o.CreatedAt, o.Disputed), cancel);
        }
    }
}
