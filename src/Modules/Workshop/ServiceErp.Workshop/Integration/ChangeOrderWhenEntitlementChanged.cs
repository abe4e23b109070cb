using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>Reception judged anew who pays for what; what was released already stays as it was charged, so the register asks the same rule before.</summary>
internal sealed class ChangeOrderWhenEntitlementChanged(WorkshopDbContext db) : ISubscriber<EntitlementChanged>
{
    public async Task<Result> Handle(EntitlementChanged happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        return order.Entitle(happened.Entitlement);
    }
}
