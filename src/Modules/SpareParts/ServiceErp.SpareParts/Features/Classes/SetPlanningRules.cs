using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Changes how parts are classed and bought. What is classed already stays so until it is classed anew. It binds every branch, so who sees them all changes it.</summary>
public static class SetPlanningRules
{
    [Requires(SparePartsPermissions.RulesWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(
        int WindowMonths, decimal ShareOfA, decimal ShareOfB, ShareRule By, decimal LimitOfX, decimal LimitOfY, int UsualLeadDays, int UsualCoverDays, decimal OrderCost, decimal HoldingPercent,
        decimal OverDeliveryPercent, decimal UnderDeliveryPercent, decimal PricePercent, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const string Code = "SpareParts.PlanningRules.NotRight";

        public Validator()
        {
            RuleFor(c => c.WindowMonths).InclusiveBetween(1, 60).WithMessage("From 1 to 60 months.").WithErrorCode(Code);
            RuleFor(c => c.ShareOfA).ExclusiveBetween(0, 100).WithMessage("A percentage between 0 and 100.").WithErrorCode(Code);
            RuleFor(c => c.ShareOfB).ExclusiveBetween(0, 100).WithMessage("A percentage between 0 and 100.").WithErrorCode(Code);
            RuleFor(c => c.LimitOfX).InclusiveBetween(0, 10).WithMessage("A number from 0 to 10.").WithErrorCode(Code);
            RuleFor(c => c.LimitOfY).InclusiveBetween(0, 10).WithMessage("A number from 0 to 10.").WithErrorCode(Code);
            RuleFor(c => c.UsualLeadDays).InclusiveBetween(0, 1000).WithMessage("From 0 to 1000 days.").WithErrorCode(Code);
            RuleFor(c => c.UsualCoverDays).InclusiveBetween(1, 1000).WithMessage("From 1 to 1000 days.").WithErrorCode(Code);
            RuleFor(c => c.OrderCost).Amount();
            RuleFor(c => c.HoldingPercent).InclusiveBetween(0, 100).WithMessage("A percentage from 0 to 100.").WithErrorCode(Code);
            RuleFor(c => c.OverDeliveryPercent).InclusiveBetween(0, 100).WithMessage("A percentage from 0 to 100.").WithErrorCode(Code);
            RuleFor(c => c.UnderDeliveryPercent).InclusiveBetween(0, 100).WithMessage("A percentage from 0 to 100.").WithErrorCode(Code);
            RuleFor(c => c.PricePercent).InclusiveBetween(0, 100).WithMessage("A percentage from 0 to 100.").WithErrorCode(Code);
        }
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var rules = await db.PlanningRules.FindAsync([PlanningRules.TheOne], cancel);
            if (rules is null)
            {
                rules = new PlanningRules();
                db.PlanningRules.Add(rules);
            }

            if (rules.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            rules.Buy(c.UsualLeadDays, c.UsualCoverDays, c.OrderCost, c.HoldingPercent, c.OverDeliveryPercent, c.UnderDeliveryPercent, c.PricePercent);
            return rules.Class(c.WindowMonths, c.ShareOfA, c.ShareOfB, c.By, c.LimitOfX, c.LimitOfY) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
