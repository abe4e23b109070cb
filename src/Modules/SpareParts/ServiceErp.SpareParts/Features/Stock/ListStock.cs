using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>
/// What lies where and what it is worth, the most valuable first. Filters: <c>warehouse</c>, <c>part</c>, <c>on</c> (a past day: stock and value as they were at its end, by part number).
/// </summary>
public static class ListStock
{
    private static readonly SortOrders<StockItem> Orders = new SortOrders<StockItem>()
        .AddAmount("value", i => i.Value, descending: true).Add("number", i => i.PartNumber);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>Reserved is unknown for past days.</summary>
    public sealed record Row(
        Guid Id, Guid PartId, string Number, string Name, string Group, string Unit, Guid WarehouseId, string Warehouse, WarehouseKind Kind, string? Bin, decimal OnHand, decimal? Reserved, decimal? Value, Guid BranchId)
    {
        /// <summary>Of the value: that of the branch.</summary>
        public string Currency { get; init; } = "";

        /// <summary>For orders of the branch; what lies in a van, in quarantine, to go back or on its way is not.</summary>
        public decimal? Available => Reserved is null ? null : Kind.MayIssue() ? OnHand - Reserved : 0;

        /// <summary>Unknown, like the value, to who does not see what goods cost.</summary>
        public decimal? Average => OnHand == 0 ? 0 : Value / OnHand;

        /// <summary>What stands in where it is short, with its free stock.</summary>
        public IReadOnlyList<PartInstead> Instead { get; init; } = [];
    }

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, Substitutes substitutes, IBranches branches, ICurrentUser user) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var (stock, seesCost) = (db.StockItems.AsNoTracking(), user.Can(SparePartsPermissions.StockValue));
            list = seesCost || list.Sort is not (null or "value") ? list : list with { Sort = "number", Descending = false };
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                stock = stock.Where(i => found.Contains(i.PartId));
            }

            if (Guid.TryParse(list.Filter("warehouse"), out var warehouse))
            {
                stock = stock.Where(i => i.WarehouseId == warehouse);
            }

            if (Guid.TryParse(list.Filter("part"), out var part))
            {
                stock = stock.Where(i => i.PartId == part);
            }

            if (KnownYears.Day(list.Filter("on")) is not { } on)
            {
                var page = await stock.Where(i => i.OnHand > 0).ToListPageAsync(list, Orders, i => new Row(
                    i.Id, i.PartId, i.PartNumber, i.Part.Name, i.Part.Group, i.Part.Unit, i.WarehouseId, i.Warehouse.Code, i.Warehouse.Kind, i.Bin!.Code, i.OnHand, i.Reserved, seesCost ? i.Value : null, i.BranchId), cancel);
                return page with { Items = await substitutes.WithAsync(page.InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency }).Items, r => r.Available <= 0 ? r.PartId : null, branches.For(user), (r, instead) => r with { Instead = instead }, cancel) };
            }

            // Back from today: what has moved since is taken off, so that a day not long ago costs little.
            return (await stock.Where(i => i.OnHand != db.Movements.Where(m => m.StockItemId == i.Id && m.BookingDate > on).Sum(m => m.Quantity))
                .ToListPageAsync(list with { Sort = "number", Descending = false }, Orders, i => new Row(
                    i.Id, i.PartId, i.PartNumber, i.Part.Name, i.Part.Group, i.Part.Unit, i.WarehouseId, i.Warehouse.Code, i.Warehouse.Kind, i.Bin!.Code,
                    i.OnHand - db.Movements.Where(m => m.StockItemId == i.Id && m.BookingDate > on).Sum(m => m.Quantity), null,
                    seesCost ? i.Value - db.Movements.Where(m => m.StockItemId == i.Id && m.BookingDate > on).Sum(m => m.Value) : null, i.BranchId), cancel))
                .InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
