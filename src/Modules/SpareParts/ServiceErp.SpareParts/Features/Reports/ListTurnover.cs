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
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>
/// How each part that has ever lain at the reader's branch turned over in a period, by part number (PAR-8); each page sums the movements of its own parts only. Filters: <c>warehouse</c>, <c>group</c>,
/// <c>class</c>; the period is <c>from</c> and <c>to</c>.
/// </summary>
public static class ListTurnover
{
    private static readonly SortOrders<Part> Orders = new SortOrders<Part>().Add("number", p => p.Number);

    [Requires(SparePartsPermissions.StockValue)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid PartId, string Number, string Name, string Group, string Unit, AbcClass? Class, decimal ConsumedQuantity, Turnover Figures, string Currency);

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;

            // Values of branches with different currencies are never added: who sees all branches sees the first one's, or the warehouse that was chosen.
            Guid? one = Guid.TryParse(list.Filter("warehouse"), out var named) ? named : null;
            var branchId = one is null ? branches.For(user)?.Id ?? branches.All.Select(b => b.Id).FirstOrDefault() : await db.Warehouses.Where(w => w.Id == one).Select(w => w.BranchId).FirstOrDefaultAsync(cancel);
            var warehouses = await db.Warehouses.Where(w => w.BranchId == branchId && (one == null || w.Id == one)).Select(w => w.Id).ToListAsync(cancel);
            var (from, through) = ReportReading.Period(list.From, list.To, branches.Today(user, clock.GetCurrentInstant()));
            var days = Period.DaysBetween(from, through) + 1;
            var (stock, moved, classes) = (db.StockItems.Where(i => warehouses.Contains(i.WarehouseId)), db.MovedIn(warehouses), db.ClassesToday().Where(c => c.BranchId == branchId));
            var parts = db.Parts.AsNoTracking().Where(p => stock.Any(i => i.PartId == p.Id));
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                parts = parts.Where(p => found.Contains(p.Id));
            }

            if (list.Filter("group") is { } group)
            {
                parts = parts.Where(p => p.Group == group);
            }

            if (list.Filter<AbcClass>("class") is { } abc)
            {
                parts = parts.Where(p => classes.Any(c => c.PartId == p.Id && c.Class == abc));
            }

            var page = await parts.ToListPageAsync(list with { Sort = "number", Descending = list.Sort == "number" && list.Descending }, Orders, p => new
            {
                p.Id, p.Number, p.Name, p.Group, p.Unit,
                Class = classes.Where(c => c.PartId == p.Id).Select(c => (AbcClass?)c.Class).FirstOrDefault(),
                Now = stock.Where(i => i.PartId == p.Id).Sum(i => i.Value),
                After = moved.Where(m => m.PartId == p.Id && m.BookingDate > through).Sum(m => m.Value),
                Net = moved.Where(m => m.PartId == p.Id && m.BookingDate >= from && m.BookingDate <= through).Sum(m => m.Value),
                Received = moved.Where(m => m.PartId == p.Id && m.BookingDate >= from && m.BookingDate <= through && m.Kind == MovementKind.Receipt).Sum(m => m.Value),
                Used = moved.Where(m => m.PartId == p.Id && m.BookingDate >= from && m.BookingDate <= through && (m.Kind == MovementKind.Issue || m.Kind == MovementKind.Return)).Sum(m => m.Value),
                UsedQuantity = moved.Where(m => m.PartId == p.Id && m.BookingDate >= from && m.BookingDate <= through && (m.Kind == MovementKind.Issue || m.Kind == MovementKind.Return)).Sum(m => m.Quantity),
            }, cancel);
            return new ListPage<Row>(
                [.. page.Items.Select(p => new Row(p.Id, p.Number, p.Name, p.Group, p.Unit, p.Class, -p.UsedQuantity, new Turnover(p.Now - p.After - p.Net, p.Received, -p.Used, p.Now - p.After, days), branches.CurrencyOf(branchId)))],
                page.Paging, page.Count, page.IsCapped);
        }
    }
}
