using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The list of service orders: filters state, technician, category, place, promise, day of receipt.</summary>
public static class ListOrders
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string Number, OrderState State, ServiceCategory Category, ServicePlace Place, Priority Priority, string CustomerName, string ModelName, string SerialNumber, string? TechnicianName,
        Instant ReceivedAt, Instant DueAt, LocalDate? PlannedDay, LocalDate? ReadyBy, int Reworks, bool IsComeback);

    internal static readonly Expression<Func<ServiceOrder, Row>> ToRow = o => new Row(
        o.Id, o.Number, o.State, o.Category, o.Place, o.Priority, o.CustomerName, o.ModelName, o.SerialNumber, o.TechnicianName, o.ReceivedAt, o.DueAt, o.PlannedDay, o.ReadyBy, o.Reworks, o.ComebackOf != null);

    private static readonly SortOrders<ServiceOrder> Orders = new SortOrders<ServiceOrder>()
        .Add("received", o => o.ReceivedAt, descending: true)
        .Add("number", o => o.Number)
        .Add("due", o => o.DueAt)
        .Add("customer", o => o.CustomerName);

    internal sealed class Handler(WorkshopDbContext db, SearchBox search, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel) =>
            await (await Narrow(query.List, cancel)).ToListPageAsync(query.List, Orders, ToRow, cancel);

        private async Task<IQueryable<ServiceOrder>> Narrow(ListQuery list, CancellationToken cancel)
        {
            var orders = db.Orders.AsNoTracking();
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(ServiceOrder), text, cancel);
                orders = orders.Where(o => found.Contains(o.Id));
            }

            if (list.Filter<OrderState>("state") is { } state)
            {
                orders = orders.Where(o => o.State == state);
            }
            else if (list.Filter("state") == "open")
            {
                orders = orders.Where(o => OrderLifecycle.Open.Contains(o.State));
            }

            if (list.Filter<ServiceCategory>("category") is { } category)
            {
                orders = orders.Where(o => o.Category == category);
            }

            if (list.Filter<ServicePlace>("place") is { } place)
            {
                orders = orders.Where(o => o.Place == place);
            }

            if (Guid.TryParse(list.Filter("technician"), out var technician))
            {
                orders = orders.Where(o => o.TechnicianId == technician);
            }

            var today = branches.Today(user, clock.GetCurrentInstant());
            if (list.Filter("promise") is { } promise)
            {
                orders = orders.Where(o => OrderLifecycle.Unfinished.Contains(o.State));
                var tomorrow = today.PlusDays(1);
                orders = promise switch
                {
                    "late" => orders.Where(o => o.ReadyBy < today),
                    "risk" => orders.Where(o => o.ReadyBy <= tomorrow),
                    "none" => orders.Where(o => o.ReadyBy == null),
                    _ => orders,
                };
            }

            if (list.Filter("comeback") == "true")
            {
                orders = orders.Where(o => o.ComebackOf != null);
            }

            orders = list.Filter("self") switch
            {
                "true" => orders.Where(o => o.SelfReleased),
                "unaudited" => orders.Where(o => o.SelfReleased && o.SelfReleaseAuditedAt == null),
                _ => orders,
            };

            if (list.Since is { } since)
            {
                orders = orders.Where(o => o.ReceivedAt >= since);
            }

            if (list.Until is { } until)
            {
                orders = orders.Where(o => o.ReceivedAt < until);
            }

            return orders;
        }
    }
}
