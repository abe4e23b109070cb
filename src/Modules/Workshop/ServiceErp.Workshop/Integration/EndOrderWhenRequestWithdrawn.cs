using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The customer withdrew: the order is cancelled, or goes back unrepaired where work was begun. Reception asked whether it would end; what came between is a timer that is stopped here, or is tried again until somebody has cleared it away.</summary>
internal sealed class EndOrderWhenRequestWithdrawn(WorkshopDbContext db, TimerStops timers, IClock clock, ILoanerPool? loaners = null) : ISubscriber<ServiceRequestWithdrawn>
{
    public async Task<Result> Handle(ServiceRequestWithdrawn happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        var now = clock.GetCurrentInstant();
        await timers.WaitingAsync(order, now, cancel);

        if (order.State is OrderState.Cancelled or OrderState.Completed or OrderState.ReadyUnrepaired)
        {
            return Result.Success;
        }

        return await db.EndAsync(order, happened.Reason, loaners, now, cancel);
    }
}
