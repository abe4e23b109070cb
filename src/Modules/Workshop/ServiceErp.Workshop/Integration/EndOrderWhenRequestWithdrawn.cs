using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The customer withdrew: the order is cancelled, or goes back unrepaired where work was begun. Where neither is possible any more the dispatcher is told.</summary>
internal sealed class EndOrderWhenRequestWithdrawn(WorkshopDbContext db, IClock clock, StaffMessages staff) : ISubscriber<ServiceRequestWithdrawn>
{
    public async Task<Result> Handle(ServiceRequestWithdrawn happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        var now = clock.GetCurrentInstant();
        if (order.Can(OrderTrigger.Cancel))
        {
            return order.Cancel(happened.Reason, now);
        }

        if (order.Can(OrderTrigger.ReturnUnrepaired))
        {
            return order.ReturnUnrepaired(happened.Reason, null, order.CustomerName, now);
        }

        staff.Tell(db, Roles.Dispatcher, order, $"withdrawn/{order.Id}", "Customer withdrew: {0}", "{0} withdrew the order {1}, which can no longer be cancelled. Reason: {2}", order.CustomerName, order.Number, happened.Reason);
        return Result.Success;
    }
}
