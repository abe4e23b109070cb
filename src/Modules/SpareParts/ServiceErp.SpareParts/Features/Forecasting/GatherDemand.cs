using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>Gathers the demand of one month out of the ledger and of what orders did not get (PAR-4). Doing it again changes nothing.</summary>
public static class GatherDemand
{
    /// <param name="Month">Any day of it.</param>
    [Requires(SparePartsPermissions.PlanWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(LocalDate Month) : ICommand<Done>
    {
        /// <summary>Said with the last month: all that moved until then has been gathered.</summary>
        public Instant? AsOf { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Month).Must(m => m.Year is >= 1990 and <= 2100).WithMessage("A month from 1990 to 2100.").WithErrorCode("SpareParts.Demand.MonthNotRight");
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync([], cancel); // nobody else writes these rows, and who books goods need not wait
            var month = c.Month.ToYearMonth();
            var next = month.PlusMonths(1);
            await db.GatherDemandAsync(month, branches.All.Select(b => (b.Id, month.OnDayOfMonth(1).AtStartOfDayInZone(b.Zone).ToInstant(), next.OnDayOfMonth(1).AtStartOfDayInZone(b.Zone).ToInstant())), cancel);
            if (c.AsOf is { } asOf)
            {
                var rules = await db.PlanningRules.FindAsync([PlanningRules.TheOne], cancel);
                if (rules is null)
                {
                    rules = new PlanningRules();
                    db.PlanningRules.Add(rules);
                }

                rules.Gathered(asOf);
            }

            return Done.It;
        }
    }
}
