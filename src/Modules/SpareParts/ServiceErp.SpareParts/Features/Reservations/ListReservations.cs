using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>
/// Promises to orders, the oldest first. Filters: <c>state</c>, <c>part</c>, <c>show</c> (<c>missing</c>: what has to arrive; <c>issued</c>: what is handed out, the newest first);
/// the search box takes an order or part number.
/// </summary>
public static class ListReservations
{
    private static readonly SortOrders<Reservation> OldestFirst = new SortOrders<Reservation>().Add("since", r => r.WantedAt);
    private static readonly SortOrders<Reservation> NewestFirst = new SortOrders<Reservation>().Add("newest", r => r.WantedAt, descending: true);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid LineId, Guid OrderId, string OrderNumber, Guid PartId, string PartNumber, string PartName, string Unit, decimal Wanted, decimal Reserved, decimal Issued, decimal Missing, ReservationState State,
        Instant Since)
    {
        /// <summary>What stands in where it is short, with its free stock.</summary>
        public IReadOnlyList<PartInstead> Instead { get; init; } = [];
    }

    internal sealed class Handler(SparePartsDbContext db, Substitutes substitutes, IBranches branches, ICurrentUser user) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var reservations = db.Reservations.AsNoTracking();
            if (Codes.CleanOrNull(list.Search) is { } code)
            {
                var partIds = await db.Named([code]).ToListAsync(cancel);
                reservations = reservations.Where(r => r.OrderNumber == code || partIds.Contains(r.PartId));
            }

            if (list.Filter<ReservationState>("state") is { } state)
            {
                reservations = reservations.Where(r => r.State == state);
            }

            if (Guid.TryParse(list.Filter("part"), out var part))
            {
                reservations = reservations.Where(r => r.PartId == part);
            }

            reservations = list.Filter("show") switch
            {
                "missing" => reservations.Where(r => r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved),
                "issued" => reservations.Where(r => r.Issued > 0),
                _ => reservations,
            };
            var page = await reservations.ToListPageAsync(list, list.Filter("show") == "issued" ? NewestFirst : OldestFirst, r => new Row(
                r.LineId, r.OrderId, r.OrderNumber, r.PartId, r.PartNumber, r.Part.Name, r.Part.Unit, r.Wanted, r.Reserved, r.Issued, r.Wanted - r.Reserved - r.Issued, r.State, r.WantedAt), cancel);
            return page with { Items = await substitutes.WithAsync(page.Items, r => r.Missing > 0 ? r.PartId : null, branches.For(user), (r, instead) => r with { Instead = instead }, cancel) };
        }
    }
}
