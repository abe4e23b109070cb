using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>How parts are classed and bought, and what each class means (PAR-3).</summary>
public static class GetPlanningRules
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(
        int Version, int WindowMonths, decimal ShareOfA, decimal ShareOfB, ShareRule By, decimal LimitOfX, decimal LimitOfY, int UsualLeadDays, int UsualCoverDays, decimal OrderCost, decimal HoldingPercent,
        decimal OverDeliveryPercent, decimal UnderDeliveryPercent, decimal PricePercent, IReadOnlyList<Policy> Policies);

    public sealed record Policy(AbcClass Class, decimal ServiceLevel, int ReviewDays, int CountDays, decimal ApprovalLimit);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var rules = await db.RulesAsync(cancel);
            var terms = await db.TermsAsync(cancel);
            return new Answer(
                rules.Version, rules.WindowMonths, rules.ShareOfA, rules.ShareOfB, rules.By, rules.LimitOfX, rules.LimitOfY, rules.UsualLeadDays, rules.UsualCoverDays, rules.OrderCost, rules.HoldingPercent,
                rules.OverDeliveryPercent, rules.UnderDeliveryPercent, rules.PricePercent,
                [.. terms.Select(t => new Policy(t.Key, t.Value.ServiceLevel, t.Value.ReviewDays, t.Value.CountDays, t.Value.ApprovalLimit))]);
        }
    }
}
