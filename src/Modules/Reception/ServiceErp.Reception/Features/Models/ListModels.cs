using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Models;

/// <summary>The models that are serviced.</summary>
public static class ListModels
{
    private static readonly SortOrders<DeviceModel> Orders = new SortOrders<DeviceModel>().Add("code", m => m.Code).Add("name", m => m.Name).Add("group", m => m.ProductGroup);

    [Requires(ReceptionPermissions.WarrantyRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string Code, string Name, string ProductGroup, int? ServiceLifeYears, bool HasPolicy, bool Active);

    internal sealed class Handler(ReceptionDbContext db, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var models = db.Models.AsNoTracking();
            if (query.List.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(DeviceModel), text, cancel);
                models = models.Where(m => found.Contains(m.Id));
            }

            return await models.ToListPageAsync(
                query.List, Orders, m => new Row(m.Id, m.Code, m.Name, m.ProductGroup, m.ServiceLifeYears, db.Policies.Any(p => p.ModelId == m.Id), m.Active), cancel);
        }
    }
}
