using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Changes what a class means for the work in the store, and judges anew at once how much must be there of its parts. It binds every branch, so who sees them all changes it.</summary>
public static class SetClassPolicy
{
    [Requires(SparePartsPermissions.RulesWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(AbcClass Class, decimal ServiceLevel, int ReviewDays, int CountDays, decimal ApprovalLimit) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const string Code = "SpareParts.ClassPolicy.NotRight";

        public Validator()
        {
            RuleFor(c => c.ServiceLevel).InclusiveBetween(50, 99.99m).WithMessage("A percentage from 50 to 99.99.").WithErrorCode(Code);
            RuleFor(c => c.ReviewDays).InclusiveBetween(1, 365).WithMessage("From 1 to 365 days.").WithErrorCode(Code);
            RuleFor(c => c.CountDays).InclusiveBetween(1, 3650).WithMessage("From 1 to 3650 days.").WithErrorCode(Code);
            RuleFor(c => c.ApprovalLimit).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids, PartPlanner planner, IJobs jobs, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var policy = await db.ClassPolicies.FirstOrDefaultAsync(p => p.Class == c.Class, cancel);
            if (policy is null)
            {
                policy = new ClassPolicy(ids.NewId(), c.Class);
                db.ClassPolicies.Add(policy);
            }

            var terms = new ClassTerms(c.ServiceLevel, c.ReviewDays, c.CountDays, c.ApprovalLimit);
            policy.Agree(terms);
            var all = new Dictionary<AbcClass, ClassTerms>(await db.TermsAsync(cancel)) { [c.Class] = terms };
            if (!await planner.JudgeAsync(db.PartForecasts.Where(f => f.Class == c.Class), _ => c.Class, all, cancel))
            {
                // One that runs already goes through the rest with the new policy or is followed by the night's.
                await jobs.StartAsync(PartPlanner.Job, user.Name);
            }

            return Done.It;
        }
    }
}
