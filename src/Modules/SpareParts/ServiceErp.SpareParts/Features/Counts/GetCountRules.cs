using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Which differences the user's branch counts again, and which differences and orders need another person's approval.</summary>
public static class GetCountRules
{
    [Requires(SparePartsPermissions.CountRead)]
    public sealed record Query : IQuery<Answer>;

    /// <param name="Tolerance">A difference worth more is counted a second time.</param>
    /// <param name="ApprovalLimit">Differences worth more together need the right to approve.</param>
    /// <param name="Currency">Of all.</param>
    /// <param name="OrderLimit">An order to a supplier worth more is approved by another person before it is sent.</param>
    public sealed record Answer(decimal Tolerance, decimal ApprovalLimit, string Currency, decimal OrderLimit);

    internal sealed class Handler(CountDesk desk, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (branches.For(user) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            var rules = await desk.RulesAsync(branch.Id, cancel);
            return new Answer(rules.Tolerance, rules.ApprovalLimit, branch.Currency, rules.OrderLimit);
        }
    }
}
