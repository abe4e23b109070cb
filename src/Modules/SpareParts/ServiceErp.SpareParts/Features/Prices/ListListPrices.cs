using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>The prices of the list that the filter <c>list</c> names.</summary>
public static class ListListPrices
{
    private static readonly SortOrders<PriceListEntry> Orders = new SortOrders<PriceListEntry>().Add("number", e => e.Part.Number);

    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid PartId, string Number, string Name, string Group, string Unit, decimal Amount, string Currency);

    internal sealed class Handler(SparePartsDbContext db, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var listId = Guid.TryParse(q.List.Filter("list"), out var asked) ? asked : Guid.Empty;
            var entries = db.PriceListEntries.AsNoTracking().Where(e => e.PriceListId == listId);
            if (q.List.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                entries = entries.Where(e => found.Contains(e.PartId));
            }

            return await entries.ToListPageAsync(q.List, Orders, e => new Row(e.PartId, e.Part.Number, e.Part.Name, e.Part.Group, e.Part.Unit, e.Amount, e.PriceList.Currency), cancel);
        }
    }
}
