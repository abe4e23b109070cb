using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Sets the branch's days for return and reminders.</summary>
public static class SetLoanerRules
{
    /// <param name="ReturnDays">Open days in which a unit comes back once the repair is ready.</param>
    /// <param name="RemindBeforeDays">Days before the due day of the first reminder.</param>
    /// <param name="RemindEveryDays">Days between reminders after it.</param>
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(int ReturnDays, int RemindBeforeDays, int RemindEveryDays) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ReturnDays).InclusiveBetween(0, 60).WithMessage("From 0 to 60 days.").WithErrorCode("SpareParts.Loaner.DaysNotRight");
            RuleFor(c => c.RemindBeforeDays).InclusiveBetween(0, 60).WithMessage("From 0 to 60 days.").WithErrorCode("SpareParts.Loaner.DaysNotRight");
            RuleFor(c => c.RemindEveryDays).InclusiveBetween(1, 60).WithMessage("From 1 to 60 days.").WithErrorCode("SpareParts.Loaner.DaysNotRight");
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

            var rules = await db.LoanerRules.FirstOrDefaultAsync(r => r.Id == branch.Id, cancel);
            if (rules is null)
            {
                rules = new LoanerRules(branch.Id);
                db.LoanerRules.Add(rules);
            }

            rules.Set(c.ReturnDays, c.RemindBeforeDays, c.RemindEveryDays);
            return Done.It;
        }
    }
}
