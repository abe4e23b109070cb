using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>The repair-call register (REC-1): every contact, with its clock.</summary>
public static class ListRequests
{
    private static readonly SortOrders<ServiceRequest> Orders = new SortOrders<ServiceRequest>()
        .Add("received", r => r.ReceivedAt, descending: true).Add("due", r => r.DueAt).Add("number", r => r.Number).Add("customer", r => r.CustomerName);

    [Requires(ReceptionPermissions.RequestRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string Number, RequestState State, OrderStage? Stage, ContactChannel Channel, ServicePlace Place, Priority Priority, string CustomerName, string CustomerPhone, string ModelName, string SerialNumber,
        string Fault, ServiceCategory? Category, Instant ReceivedAt, Instant DueAt, ClockState Clock, string? OrderNumber, string? TechnicianName, LocalDate? ReadyBy, string RegisteredBy)
    {
        /// <summary>Whether the clock stands still, however late it is.</summary>
        public bool IsPaused { get; init; }
    }

    internal sealed class Handler(ReceptionDbContext db, SearchBox search, IClock clock, ICurrentUser user) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var list = query.List;
            var requests = db.Requests.AsNoTracking();
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(ServiceRequest), text, cancel);
                requests = requests.Where(r => found.Contains(r.Id));
            }

            if (list.Filter<RequestState>("state") is { } state)
            {
                requests = requests.Where(r => r.State == state);
            }

            if (list.Filter<ContactChannel>("channel") is { } channel)
            {
                requests = requests.Where(r => r.Channel == channel);
            }

            if (list.Filter<ServicePlace>("place") is { } place)
            {
                requests = requests.Where(r => r.Place == place);
            }

            if (list.Filter<ServiceCategory>("category") is { } category)
            {
                requests = requests.Where(r => r.Category == category);
            }

            if (list.Filter("mine") is not null)
            {
                requests = requests.Where(r => r.RegisteredById == user.UserId);
            }

            var now = clock.GetCurrentInstant();
            if (list.Filter<ClockState>("clock") is { } reading)
            {
                requests = requests.Showing(reading, now);
            }

            if (list.Filter("undispatched") is not null)
            {
                requests = requests.Undispatched();
            }

            if (list.Since is { } since)
            {
                requests = requests.Where(r => r.ReceivedAt >= since);
            }

            if (list.Until is { } until)
            {
                requests = requests.Where(r => r.ReceivedAt < until);
            }

            return await requests.ToListPageAsync(
                list,
                Orders,
                r => new Row(
                    r.Id, r.Number, r.State, r.Stage, r.Channel, r.Place, r.Priority, r.CustomerName, r.CustomerPhone, r.ModelName, r.SerialNumber, r.Fault, r.Category, r.ReceivedAt, r.DueAt,
                    ServiceRequest.ClockStateOf(now, r.DueAt, r.AtRiskAt, r.PausedAt, r.AnsweredAt), r.OrderNumber, r.TechnicianName, r.ReadyBy, r.RegisteredBy)
                {
                    IsPaused = r.AnsweredAt == null && r.PausedAt != null,
                },
                cancel);
        }
    }
}

internal static class ClockFilters
{
    /// <summary>The requests whose clock stands so now. Those that were at risk or overdue when they were paused are found as that, and as paused.</summary>
    public static IQueryable<ServiceRequest> Showing(this IQueryable<ServiceRequest> requests, ClockState state, Instant now) => state switch
    {
        ClockState.Met => requests.Where(r => r.AnsweredAt != null && r.AnsweredAt <= r.DueAt),
        ClockState.Late => requests.Where(r => r.AnsweredAt != null && r.AnsweredAt > r.DueAt),
        ClockState.Paused => requests.Where(r => r.AnsweredAt == null && r.PausedAt != null),
        ClockState.Overdue => requests.Where(r => r.AnsweredAt == null && ((r.PausedAt == null && r.DueAt < now) || r.PausedAt > r.DueAt)),
        ClockState.AtRisk => requests.Where(r => r.AnsweredAt == null && ((r.PausedAt == null && r.DueAt >= now && r.AtRiskAt <= now) || (r.PausedAt >= r.AtRiskAt && r.PausedAt <= r.DueAt))),
        _ => requests.Where(r => r.AnsweredAt == null && r.PausedAt == null && r.AtRiskAt > now),
    };
}
