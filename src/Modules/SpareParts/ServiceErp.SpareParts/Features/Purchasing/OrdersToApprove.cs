using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Orders that another person has to approve before they are sent; the rule of <see cref="PurchaseOrder.Order"/>, in the words of the database.</summary>
internal static class OrdersToApprove
{
    public static IQueryable<PurchaseOrder> ToApprove(this IQueryable<PurchaseOrder> orders, SparePartsDbContext db)
    {
        var usual = new CountRules(default).OrderLimit;
        return orders.Where(o => o.State == PurchaseOrderState.Draft && o.ApprovedBy == null
            && (db.CountRules.Any(r => r.Id == o.BranchId && o.Amount > r.OrderLimit) || (o.Amount > usual && !db.CountRules.Any(r => r.Id == o.BranchId))));
    }
}
