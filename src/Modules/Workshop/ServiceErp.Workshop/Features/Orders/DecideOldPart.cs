using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Says what becomes of the part that was taken out (WRK-5).</summary>
public static class DecideOldPart
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, Guid LineId, OldPart OldPart) : ICommand<OrderMoved>;

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.OrderId, null, o =>
        {
            if (o.ActiveLines.FirstOrDefault(l => l.Id == c.LineId && l.IsPart) is not { } line)
            {
                return OrderErrors.LineNotFound;
            }

            line.Keep(c.OldPart);
            return Result.Success;
        }, cancel);
    }
}
