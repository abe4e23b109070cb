using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>The workshop's settings.</summary>
public static class GetWorkshopRules
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(decimal TolerancePercent, decimal ToleranceAmount, int QuotationValidDays, string LabourCode, string DiagnosisFeeCode, int QuotationLinkDays);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var rules = await db.RulesAsync(cancel);
            return new Answer(rules.TolerancePercent, rules.ToleranceAmount, rules.QuotationValidDays, rules.LabourCode, rules.DiagnosisFeeCode, rules.QuotationLinkDays);
        }
    }
}
