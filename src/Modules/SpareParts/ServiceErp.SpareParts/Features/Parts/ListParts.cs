using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>The catalogue with what lies in the stores of the branches the reader sees; vans, quarantine, defective goods and goods on their way are not counted. Filters: <c>group</c>, <c>active</c> (yes, no), <c>short</c> (yes: orders wait for it).</summary>
public static class ListParts
{
    private static readonly SortOrders<Part> Orders = new SortOrders<Part>().Add("number", p => p.Number).Add("name", p => p.Name).Add("group", p => p.Group);

    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>The price is today's in the currency of the reader's branch.</summary>
    public sealed record Row(Guid Id, string Number, string Name, string Group, string Unit, string? Barcode, decimal? Price, decimal OnHand, decimal Available, decimal Missing, bool Active)
    {
        public string Currency { get; init; } = "";

        /// <summary>What stands in where it is short, with its free stock.</summary>
        public IReadOnlyList<PartInstead> Instead { get; init; } = [];
    }

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, Substitutes substitutes, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var parts = db.Parts.AsNoTracking();
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                parts = parts.Where(p => found.Contains(p.Id));
            }

            if (list.Filter("group") is { } group)
            {
                parts = parts.Where(p => p.Group == group);
            }

            if (list.Filter("active") is "yes" or "no")
            {
                var active = list.Filter("active") == "yes";
                parts = parts.Where(p => p.Active == active);
            }

            if (list.Filter("short") == "yes")
            {
                parts = parts.Where(p => db.Reservations.Any(r => r.PartId == p.Id && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved)));
            }

            var branch = branches.For(user);
            var currency = branch?.Currency;
            var today = branch?.DayOf(clock.GetCurrentInstant()) ?? LocalDate.MinIsoValue;
            var (listed, own) = (db.ListedOn(branch?.Id, currency, today), db.OwnOn(currency, today));
            var stock = db.Usable();
            var page = await parts.ToListPageAsync(list, Orders, p => new Row(
                p.Id, p.Number, p.Name, p.Group, p.Unit, p.BarcodeLine,
                listed.Where(e => e.PartId == p.Id).Select(e => (decimal?)e.Amount).FirstOrDefault() ?? own.Where(x => x.PartId == p.Id).Select(x => (decimal?)x.Amount).FirstOrDefault(),
                stock.Where(i => i.PartId == p.Id).Sum(i => i.OnHand),
                stock.Where(i => i.PartId == p.Id).Sum(i => i.OnHand - i.Reserved),
                db.Reservations.Where(r => r.PartId == p.Id && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved)).Sum(r => r.Wanted - r.Reserved - r.Issued),
                p.Active) { Currency = currency ?? "" }, cancel);
            return page with { Items = await substitutes.WithAsync(page.Items, r => r.Available <= 0 ? r.Id : null, branch, (r, instead) => r with { Instead = instead }, cancel) };
        }
    }
}
