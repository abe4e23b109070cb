using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>
/// Changes a branch's workshop settings: how far an approval reaches, how long a quotation is valid, the fees charged by default (WRK-4). Not for those who write quotations: the
/// tolerance decides how far a customer's word binds them.
/// </summary>
public static class SaveWorkshopRules
{
    [Requires(WorkshopPermissions.LimitWrite)]
    public sealed record Command(decimal TolerancePercent, decimal ToleranceAmount, int QuotationValidDays, string? LabourCode, string? DiagnosisFeeCode = null, int QuotationLinkDays = 90) : ICommand<Done>
    {
        /// <summary>The branch; the user's own where none is named.</summary>
        public Guid? BranchId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TolerancePercent).InclusiveBetween(0, WorkshopRules.MostPercent).WithErrorCode("Workshop.Rules.PercentOutOfRange").WithMessage("The tolerance is between 0 and 25 percent: beyond it the customer is asked again.");
            RuleFor(c => c.ToleranceAmount).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("An amount can't be negative.");
            RuleFor(c => c.QuotationValidDays).InclusiveBetween(1, 365).WithErrorCode("Workshop.Rules.DaysOutOfRange").WithMessage("A quotation is valid for 1 to 365 days.");
            RuleFor(c => c.QuotationLinkDays).InclusiveBetween(1, 365).WithErrorCode("Workshop.Rules.LinkDaysOutOfRange").WithMessage("A link opens for 1 to 365 days.");
            RuleFor(c => c.LabourCode).NotEmpty().WithErrorCode("Workshop.FeeItem.CodeMissing").WithMessage("Enter a code.").AtMost(40);
            RuleFor(c => c.DiagnosisFeeCode).AtMost(40);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            var rules = await db.Rules.FirstOrDefaultAsync(r => r.Id == branch.Id, cancel);
            if (rules is null)
            {
                db.Rules.Add(rules = new WorkshopRules(branch.Id));
            }

            rules.Set(c.TolerancePercent, c.ToleranceAmount, c.QuotationValidDays, c.QuotationLinkDays, c.LabourCode!, c.DiagnosisFeeCode ?? "");
            return Done.It;
        }
    }
}
