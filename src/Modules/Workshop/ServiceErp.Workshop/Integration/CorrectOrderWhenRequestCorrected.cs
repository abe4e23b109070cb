using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>What was put right in the register is right on the order too; what is over stays as it was.</summary>
internal sealed class CorrectOrderWhenRequestCorrected(WorkshopDbContext db) : ISubscriber<ServiceRequestCorrected>
{
    public async Task<Result> Handle(ServiceRequestCorrected happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        if (order.State is not (OrderState.Completed or OrderState.Cancelled))
        {
            order.Correct(happened);
        }

        return Result.Success;
    }
}
