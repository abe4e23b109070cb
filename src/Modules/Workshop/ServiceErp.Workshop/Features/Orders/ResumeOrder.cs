using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>A waiting order goes on where it was.</summary>
public static class ResumeOrder
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.WorkAsync(c.Id, c.Version, user, o => Task.FromResult(o.Resume(clock.GetCurrentInstant())), cancel);
    }
}
