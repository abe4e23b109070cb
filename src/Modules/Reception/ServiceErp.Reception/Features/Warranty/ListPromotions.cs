using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>The warranty promotions.</summary>
public static class ListPromotions
{
    private static readonly SortOrders<WarrantyPromotion> Orders = new SortOrders<WarrantyPromotion>().Add("from", p => p.SoldFrom, descending: true).Add("code", p => p.Code);

    [Requires(ReceptionPermissions.WarrantyRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string Code, string Name, Guid? ModelId, string? ModelCode, LocalDate SoldFrom, LocalDate SoldTo, int ExtraMonths, string? PartGroup, bool ExtendsLabour);

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel) =>
            await db.Promotions.AsNoTracking().ToListPageAsync(
                query.List, Orders, p => new Row(p.Id, p.Code, p.Name, p.ModelId, db.Models.Where(m => m.Id == p.ModelId).Select(m => m.Code).FirstOrDefault(), p.SoldFrom, p.SoldTo, p.ExtraMonths, p.PartGroup, p.ExtendsLabour), cancel);
    }
}
