using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>The register of customers' goods in and out (REC-5, REC-9).</summary>
public static class ListGoodsRegister
{
    private static readonly SortOrders<GoodsRegisterEntry> Orders = new SortOrders<GoodsRegisterEntry>().Add("at", e => e.At, descending: true);

    [Requires(ReceptionPermissions.GoodsRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, Guid ReceiptId, string ReceiptNumber, GoodsDirection Direction, Instant At, string CustomerName, string ModelName, string SerialNumber, string By, string OtherSide);

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var entries = db.Register.AsNoTracking();
            if (query.List.Filter<GoodsDirection>("direction") is { } direction)
            {
                entries = entries.Where(e => e.Direction == direction);
            }

            if (query.List.Since is { } since)
            {
                entries = entries.Where(e => e.At >= since);
            }

            if (query.List.Until is { } until)
            {
                entries = entries.Where(e => e.At < until);
            }

            return await entries.ToListPageAsync(
                query.List, Orders, e => new Row(e.Id, e.ReceiptId, e.ReceiptNumber, e.Direction, e.At, e.CustomerName, e.ModelName, e.SerialNumber, e.By, e.OtherSide), cancel);
        }
    }
}
