using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The technician is there (WRK-2).</summary>
public static class ArriveAtCustomer
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.WorkAsync(c.Id, c.Version, user, o => Task.FromResult(o.Arrive(clock.GetCurrentInstant())), cancel);
    }
}
