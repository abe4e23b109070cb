using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The product is in the house, whatever was planned: the work is here.</summary>
internal sealed class TakeInOrderWhenGoodsTakenIn(WorkshopDbContext db, IClock clock) : ISubscriber<GoodsTakenIn>
{
    public async Task<Result> Handle(GoodsTakenIn happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        return order.TakeIn(happened.Shelf, happened.SerialNumber, clock.GetCurrentInstant());
    }
}
