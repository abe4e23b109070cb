using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>The workshop settings of a branch: the one named, or the one the user works for.</summary>
public static class GetWorkshopRules
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query(Guid? BranchId = null) : IQuery<Answer>;

    /// <param name="TolerancePercent">What was approved may be exceeded by so much without asking again.</param>
    /// <param name="ToleranceAmount">Or by so much, whichever is more.</param>
    /// <param name="QuotationValidDays">Days from sending.</param>
    /// <param name="LabourCode">Charged for labour when none is said.</param>
    /// <param name="DiagnosisFeeCode">Due when a customer declines; empty for none.</param>
    /// <param name="QuotationLinkDays">Days after the answer, or after the last day without one.</param>
    /// <param name="Currency">Of the amount.</param>
    public sealed record Answer(decimal TolerancePercent, decimal ToleranceAmount, int QuotationValidDays, string LabourCode, string DiagnosisFeeCode, int QuotationLinkDays, string Currency);

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (branches.For(user, query.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            var rules = await db.RulesAsync(branch.Id, cancel);
            return new Answer(rules.TolerancePercent, rules.ToleranceAmount, rules.QuotationValidDays, rules.LabourCode, rules.DiagnosisFeeCode, rules.QuotationLinkDays, branch.Currency);
        }
    }
}
