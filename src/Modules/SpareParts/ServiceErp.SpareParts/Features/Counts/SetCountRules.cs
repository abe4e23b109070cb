using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Sets which differences are counted again, and which differences and orders of the branch need another person's approval.</summary>
public static class SetCountRules
{
    /// <param name="Tolerance">A difference worth more is counted a second time.</param>
    /// <param name="ApprovalLimit">Differences worth more together need the right to approve.</param>
    [Requires(SparePartsPermissions.RulesWrite)]
    public sealed record Command(decimal Tolerance, decimal ApprovalLimit) : ICommand<Done>
    {
        /// <summary>An order to a supplier worth more is approved by another person before it is sent; as it was unless said.</summary>
        public decimal? OrderLimit { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Tolerance).Amount();
            RuleFor(c => c.ApprovalLimit).Amount();
            RuleFor(c => c.OrderLimit).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            var rules = await db.CountRules.FirstOrDefaultAsync(r => r.Id == branch.Id, cancel);
            if (rules is null)
            {
                rules = new CountRules(branch.Id);
                db.CountRules.Add(rules);
            }

            rules.Set(c.Tolerance, c.ApprovalLimit, c.OrderLimit ?? rules.OrderLimit);
            return Done.It;
        }
    }
}
