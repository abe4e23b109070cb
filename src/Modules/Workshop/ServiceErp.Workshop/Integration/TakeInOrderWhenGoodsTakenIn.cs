using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The product taken back from the field has come in: it can be looked at.</summary>
internal sealed class TakeInOrderWhenGoodsTakenIn(WorkshopDbContext db, IClock clock) : ISubscriber<GoodsTakenIn>
{
    public async Task<Result> Handle(GoodsTakenIn happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        // Goods carried in are taken in with the request; only those from the field move their order.
        return order.State == OrderState.TakenBack ? order.TakeIn(happened.Shelf, happened.SerialNumber, clock.GetCurrentInstant()) : Result.Success;
    }
}
