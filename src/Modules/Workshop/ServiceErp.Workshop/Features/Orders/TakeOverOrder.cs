using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>A technician takes an order that nobody has, or that a colleague has: from now on it is theirs, and the history says so (WRK-1).</summary>
public static class TakeOverOrder
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Handler(WorkshopDbContext db, IUserDirectory users, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.Id, c.Version, order =>
            user.UserId is { } me && users.Find(me) is { Active: true } technician && technician.Roles.Contains(Roles.Technician)
                ? order.TakeOver(new Person(technician.Id, technician.Name), clock.GetCurrentInstant())
                : OrderErrors.NotATechnician, cancel);
    }
}
