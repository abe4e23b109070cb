using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The repair begins; refused while something chargeable is not approved (WRK-4).</summary>
public static class StartRepair
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.WorkAsync(c.Id, c.Version, user, o =>
            {
                o.Worked(user.WorkerOf(o));
                return Task.FromResult(o.StartRepair(clock.GetCurrentInstant()));
            }, cancel);
    }
}
