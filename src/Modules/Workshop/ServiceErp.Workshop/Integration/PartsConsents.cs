using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>Tells the store what an order permits, by the rules of the order itself; what is charged already finance knows.</summary>
internal sealed class PartsConsents(WorkshopDbContext db, IReceivables? receivables = null) : IPartsConsent
{
    public async Task<PartsConsent?> OfAsync(Guid orderId, CancellationToken cancel) =>
        await db.Orders.IgnoreQueryFilters().AsNoTracking().Include(o => o.Lines).FirstOrDefaultAsync(o => o.Id == orderId, cancel) is { } order
            ? new PartsConsent(order.Id, order.Number, order.BranchId, order.TechnicianId)
            {
                ReserveRefusal = order.IsOpen ? null : OrderErrors.Closed,
                IssueRefusal = order.IssueRefusal,
                ExchangeRefusal = order.GoodsInWorkshop ? null : OrderErrors.DeviceNotHere,
                ReturnRefusal = order.ReleasedAt is not null && receivables is not null && await receivables.OfOrderAsync(orderId, cancel) is { FollowsOrder: false } ? OrderErrors.Charged(order.Number) : null,
            }
            : null;
}
