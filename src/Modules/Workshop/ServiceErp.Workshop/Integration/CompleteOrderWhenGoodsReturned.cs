using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The goods were handed back, stay with us in exchange, or were disposed of: the order is over. Those of a cancelled order are fetched too; it was over before.</summary>
internal sealed class CompleteOrderWhenGoodsReturned(WorkshopDbContext db) : ISubscriber<GoodsReturned>
{
    public async Task<Result> Handle(GoodsReturned happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        if (order.State == OrderState.Cancelled && !happened.Exchanged && happened.DisposedReason is null)
        {
            order.NoteFetched(happened.SignedBy, happened.SignatureId);
            return Result.Success;
        }

        return order.State == OrderState.Completed || (order.State == OrderState.Cancelled && happened.Exchanged) ? Result.Success
            : happened.DisposedReason is { } reason ? order.Abandon(reason, happened.ReturnedAt)
            : happened.Exchanged ? order.KeepGoods(happened.ReturnedAt)
            : order.ReturnGoods(happened.SignedBy, happened.SignatureId, happened.ReturnedAt);
    }
}
