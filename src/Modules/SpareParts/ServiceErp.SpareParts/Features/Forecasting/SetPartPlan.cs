using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>Says how a part is bought, and until when it can be; its need at the caller's branch is foreseen anew at once.</summary>
public static class SetPartPlan
{
    [Requires(SparePartsPermissions.PlanWrite)]
    public sealed record Command(Guid PartId, OrderPolicy Policy) : ICommand<Done>
    {
        public decimal FixedQuantity { get; init; }

        public decimal Minimum { get; init; }

        public decimal Maximum { get; init; }

        public int? CoverDays { get; init; }

        public int? LeadDays { get; init; }

        public LocalDate? DiscontinuedOn { get; init; }

        public LocalDate? LastOrderOn { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FixedQuantity).InclusiveBetween(0, Rules.Most).WithMessage("From zero to a million.").WithErrorCode("SpareParts.PartPlan.NotRight");
            RuleFor(c => c.Minimum).InclusiveBetween(0, Rules.Most).WithMessage("From zero to a million.").WithErrorCode("SpareParts.PartPlan.NotRight");
            RuleFor(c => c.Maximum).InclusiveBetween(0, Rules.Most).WithMessage("From zero to a million.").WithErrorCode("SpareParts.PartPlan.NotRight");
            RuleFor(c => c.CoverDays).InclusiveBetween(1, 1000).WithMessage("From 1 to 1000 days.").WithErrorCode("SpareParts.PartPlan.NotRight");
            RuleFor(c => c.LeadDays).InclusiveBetween(0, 1000).WithMessage("From 0 to 1000 days.").WithErrorCode("SpareParts.PartPlan.NotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, PartPlanner planner) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var number = await db.Parts.Where(p => p.Id == c.PartId).Select(p => p.Number).FirstOrDefaultAsync(cancel);
            if (number is null)
            {
                return PartErrors.NotFound;
            }

            var plan = await db.PartPlans.FindAsync([c.PartId], cancel);
            if (plan is null)
            {
                plan = new PartPlan(c.PartId);
                db.PartPlans.Add(plan);
            }

            plan.Discontinue(c.DiscontinuedOn, c.LastOrderOn);
            var branch = branches.For(user);
            if (plan.Set(c.Policy, c.FixedQuantity, c.Minimum, c.Maximum, c.CoverDays, c.LeadDays, branch?.Id) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if (branch is not null)
            {
                var forecast = (await planner.PlanAsync(branch.Id, new Dictionary<Guid, string> { [c.PartId] = number }, cancel, plan))[0];
                if (await db.PartForecasts.FindAsync([branch.Id, c.PartId], cancel) is { } before)
                {
                    db.Entry(before).CurrentValues.SetValues(forecast);
                }
                else
                {
                    // A part that never lay here is looked at from now on.
                    db.PartForecasts.Add(forecast);
                }
            }

            return Done.It;
        }
    }
}
