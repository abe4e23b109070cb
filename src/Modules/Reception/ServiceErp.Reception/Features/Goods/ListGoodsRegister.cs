using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
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

    internal sealed class Handler(ReceptionDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var entries = db.Register.AsNoTracking();
            if (query.List.Filter<GoodsDirection>("direction") is { } direction)
            {
                entries = entries.Where(e => e.Direction == direction);
            }

            var zone = branches.For(user)?.Zone ?? DateTimeZone.Utc;
            if (query.List.From is { } from)
            {
                var begin = from.AtStartOfDayInZone(zone).ToInstant();
                entries = entries.Where(e => e.At >= begin);
            }

            if (query.List.To is { } to)
            {
                var end = to.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
                entries = entries.Where(e => e.At < end);
            }

            return await entries.ToListPageAsync(
                query.List, Orders, e => new Row(e.Id, e.ReceiptId, e.ReceiptNumber, e.Direction, e.At, e.CustomerName, e.ModelName, e.SerialNumber, e.By, e.OtherSide), cancel);
        }
    }
}
