using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Workshop.Domain.Quality;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quality;

/// <summary>Work that did not pass its inspection (WRK-6).</summary>
public static class ListNonconformities
{
    [Requires(WorkshopPermissions.NonconformityRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, Guid OrderId, string OrderNumber, string? TechnicianName, string Reason, Instant FoundAt, string FoundBy, NonconformityState State, string? Cause, string? Correction);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, ListPage<Row>>
    {
        private static readonly SortOrders<Nonconformity> Orders = new SortOrders<Nonconformity>().Add("found", n => n.FoundAt, descending: true);

        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var source = db.Nonconformities.AsNoTracking();
            if (query.List.Filter<NonconformityState>("state") is { } state)
            {
                source = source.Where(n => n.State == state);
            }

            if (query.List.Search is { } text)
            {
                source = source.WithWords(db, text, n => n.OrderNumber, n => n.Reason);
            }

            return await source.ToListPageAsync(query.List, Orders, n => new Row(n.Id, n.OrderId, n.OrderNumber, n.TechnicianName, n.Reason, n.FoundAt, n.FoundBy, n.State, n.Cause, n.Correction), cancel);
        }
    }
}
