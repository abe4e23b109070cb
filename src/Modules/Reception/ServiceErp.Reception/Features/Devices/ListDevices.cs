using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>The customers' devices.</summary>
public static class ListDevices
{
    private static readonly SortOrders<Device> Orders = new SortOrders<Device>().Add("customer", d => d.CustomerName).Add("model", d => d.ModelCode).Add("serial", d => d.SerialNumber);

    [Requires(ReceptionPermissions.DeviceRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string ModelCode, string ModelName, string SerialNumber, Guid CustomerId, string CustomerName, LocalDate? SoldOn, bool HasProofOfPurchase, bool IsReplaced);

    internal sealed class Handler(ReceptionDbContext db, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var devices = db.Devices.AsNoTracking();
            if (query.List.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Device), text, cancel);
                devices = devices.Where(d => found.Contains(d.Id));
            }

            if (Guid.TryParse(query.List.Filter("model"), out var model))
            {
                devices = devices.Where(d => d.ModelId == model);
            }

            return await devices.ToListPageAsync(
                query.List, Orders, d => new Row(d.Id, d.ModelCode, d.ModelName, d.SerialNumber, d.CustomerId, d.CustomerName, d.SoldOn, d.HasProofOfPurchase, d.ReplacedById != null), cancel);
        }
    }
}
