using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>A technician's own orders and running clock: the bench (WRK-5).</summary>
public static class GetBench
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Row(
        Guid Id, string Number, OrderState State, Instant StateSince, ServicePlace Place, Priority Priority, string CustomerName, string CustomerAddress, string CustomerPhone, string ModelName, string SerialNumber, string Fault, string? Shelf,
        LocalDate? PlannedDay, LocalTime? PlannedTime, LocalDate? ReadyBy, string? WaitsFor, string BringAlong);

    public sealed record Running(Guid OrderId, string OrderNumber, WorkKind Kind, Instant StartedAt);

    public sealed record Answer(Running? Timer, IReadOnlyList<Row> Orders);

    internal sealed class Handler(WorkshopDbContext db, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var me = user.UserId;
            var timer = await db.Times.AsNoTracking().Where(t => t.TechnicianId == me && t.EndedAt == null)
                .Join(db.Orders, t => t.OrderId, o => o.Id, (t, o) => new Running(o.Id, o.Number, t.Kind, t.StartedAt)).FirstOrDefaultAsync(cancel);
            var orders = await db.Orders.AsNoTracking().Where(o => o.TechnicianId == me && OrderLifecycle.Unfinished.Contains(o.State))
                .OrderByDescending(o => o.Priority == Priority.Emergency).ThenBy(o => o.PlannedDay).ThenBy(o => o.PlannedTime).ThenBy(o => o.DueAt).Take(200)
                .Select(o => new Row(o.Id, o.Number, o.State, o.StateSince, o.Place, o.Priority, o.CustomerName, o.CustomerAddress, o.CustomerPhone, o.ModelName, o.SerialNumber, o.Fault, o.Shelf, o.PlannedDay, o.PlannedTime, o.ReadyBy, o.WaitsFor, o.BringAlong))
                .ToListAsync(cancel);
            return new Answer(timer, orders);
        }
    }
}
