using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Takes an order off its technician; it waits for another.</summary>
public static class UnassignOrder
{
    [Requires(WorkshopPermissions.OrderAssign)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Handler(WorkshopDbContext db, IClock clock) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.ChangeAsync(c.Id, c.Version, o => o.Unassign(clock.GetCurrentInstant()), cancel);
    }
}
