using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The goods were handed back, or stay with us in exchange: the order is over. The goods of a cancelled order are returned too, which changes nothing here.</summary>
internal sealed class CompleteOrderWhenGoodsReturned(WorkshopDbContext db) : ISubscriber<GoodsReturned>
{
    public async Task<Result> Handle(GoodsReturned happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        return order.State is OrderState.Cancelled or OrderState.Completed ? Result.Success
            : happened.Exchanged ? order.KeepGoods(happened.ReturnedAt)
            : order.ReturnGoods(happened.SignedBy, happened.SignatureId, happened.ReturnedAt);
    }
}
