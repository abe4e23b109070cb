using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The customer withdrew: the order is cancelled, or goes back unrepaired where work was begun. Where neither is possible any more, or the customer still has a loaner, the dispatcher is told.</summary>
internal sealed class EndOrderWhenRequestWithdrawn(WorkshopDbContext db, IClock clock, StaffMessages staff, ILoanerPool? loaners = null) : ISubscriber<ServiceRequestWithdrawn>
{
    public async Task<Result> Handle(ServiceRequestWithdrawn happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        var now = clock.GetCurrentInstant();
        if (order.Can(OrderTrigger.Cancel) && loaners is not null && await loaners.HoldingAsync(order.Id, cancel) is { } loan)
        {
            staff.Tell(
                db, Roles.Dispatcher, order, $"withdrawn/{order.Id}", "Customer withdrew: {0}", "{0} withdrew the order {1}, but still has our loaner {2} ({3}). Have it brought back, then cancel the order. Reason: {4}",
                order.CustomerName, order.Number, loan.Unit, loan.Number, happened.Reason);
            return Result.Success;
        }

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
