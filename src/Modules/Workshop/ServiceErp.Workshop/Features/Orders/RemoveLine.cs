using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Takes a line off the order; a promise of the store is given back.</summary>
public static class RemoveLine
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, Guid LineId) : ICommand<OrderMoved>;

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.OrderId, null, o => o.Remove(c.LineId), cancel);
    }
}
