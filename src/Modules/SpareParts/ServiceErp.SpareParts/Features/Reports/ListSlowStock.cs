using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reports;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>
/// Goods that no order has taken for longer than a window, the most valuable first, with a proposal (PAR-8). Filters: <c>days</c> (the window, 180 unless said), <c>standing</c>, <c>warehouse</c>,
/// <c>group</c>, <c>class</c>. Goods that came within the window are new, not slow.
/// </summary>
public static class ListSlowStock
{
    private static readonly SortOrders<StockItem> Orders = new SortOrders<StockItem>().AddAmount("value", i => i.Value, descending: true).Add("number", i => i.PartNumber);

    [Requires(SparePartsPermissions.StockValue)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <param name="LastIssueOn">The day an order took of it there last; null is never.</param>
    /// <param name="LastMovedOn">The day of its last movement of any kind.</param>
    public sealed record Row(
        Guid Id, Guid PartId, string Number, string Name, string Group, string Unit, string Warehouse, string? Bin, decimal OnHand, decimal Value, AbcClass? Class, Standing Standing, LocalDate? LastIssueOn, LocalDate? LastMovedOn,
        SlowProposal Proposal, string Currency);

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var (list, now) = (q.List, clock.GetCurrentInstant());
            var today = branches.Today(user, now);
            var window = SlowStockReading.Window(list.Filter("days"));
            var (slowSince, deadSince) = (now - Duration.FromDays(window), now - Duration.FromDays(2 * window));
            var asked = db.AskedFor(deadSince);
            var goods = db.NotAskedFor(list.Filter<Standing>("standing") == Standing.Dead ? deadSince : slowSince);
            if (list.Filter<Standing>("standing") == Standing.Slow)
            {
                goods = goods.Where(i => asked.Any(o => o.PartId == i.PartId && o.WarehouseId == i.WarehouseId));
            }

            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                goods = goods.Where(i => found.Contains(i.PartId));
            }

            if (Guid.TryParse(list.Filter("warehouse"), out var warehouse))
            {
                goods = goods.Where(i => i.WarehouseId == warehouse);
            }

            if (list.Filter("group") is { } group)
            {
                goods = goods.Where(i => i.Part.Group == group);
            }

            var classes = db.ClassesToday();
            if (list.Filter<AbcClass>("class") is { } abc)
            {
                goods = goods.Where(i => classes.Any(c => c.BranchId == i.BranchId && c.PartId == i.PartId && c.Class == abc));
            }

            var page = await goods.ToListPageAsync(list, Orders, i => new
            {
                i.Id, i.PartId, i.PartNumber, i.Part.Name, i.Part.Group, i.Part.Unit, Warehouse = i.Warehouse.Code, Bin = i.Bin!.Code, i.OnHand, i.Value, i.BranchId,
                Class = classes.Where(c => c.BranchId == i.BranchId && c.PartId == i.PartId).Select(c => (AbcClass?)c.Class).FirstOrDefault(),
                AskedOnce = asked.Any(o => o.PartId == i.PartId && o.WarehouseId == i.WarehouseId),
                LastIssue = db.Movements.Where(m => m.PartId == i.PartId && m.WarehouseId == i.WarehouseId && m.Kind == MovementKind.Issue).Max(m => (LocalDate?)m.BookingDate),
                LastMove = db.Movements.Where(m => m.StockItemId == i.Id).Max(m => (LocalDate?)m.BookingDate),
                LastReceipt = db.Movements.Where(m => m.PartId == i.PartId && m.WarehouseId == i.WarehouseId && m.Kind == MovementKind.Receipt).Max(m => (LocalDate?)m.BookingDate),
                IsSupplied = db.PartSuppliers.Any(s => s.PartId == i.PartId && s.Supplier.Active),
                IsObliged = db.PartFits.Any(f => f.PartId == i.PartId && db.ModelObligations.Any(o => o.ModelCode == f.ModelCode && o.EndsOn >= today)),
            }, cancel);
            var worth = (await db.RulesAsync(cancel)).OrderCost;
            return new ListPage<Row>(
                [
                    .. page.Items.Select(i => (Item: i, Standing: i.AskedOnce ? Standing.Slow : Standing.Dead)).Select(i => new Row(
                        i.Item.Id, i.Item.PartId, i.Item.PartNumber, i.Item.Name, i.Item.Group, i.Item.Unit, i.Item.Warehouse, i.Item.Bin, i.Item.OnHand, i.Item.Value, i.Item.Class, i.Standing, i.Item.LastIssue, i.Item.LastMove,
                        SlowStock.Propose(i.Standing, i.Item.IsObliged, i.Item.IsSupplied && i.Item.LastReceipt is { } came && came.PlusDays(SlowStock.ReturnableDays) >= today, i.Item.Value, worth), branches.CurrencyOf(i.Item.BranchId))),
                ],
                page.Paging, page.Count, page.IsCapped);
        }
    }
}
