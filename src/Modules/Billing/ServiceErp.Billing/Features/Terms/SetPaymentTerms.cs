using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Terms;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Terms;

/// <summary>Sets a branch's payment terms; invoices already made keep theirs.</summary>
public static class SetPaymentTerms
{
    [Requires(BillingPermissions.SettingsWrite)]
    public sealed record Command(
        Guid BranchId, int DueDays, string TaxCode, int FirstReminderDays, int SecondReminderDays, int ThirdReminderDays, string? PaymentDetails, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DueDays).InclusiveBetween(0, 365).WithErrorCode("Billing.Terms.DueDays").WithMessage("Enter 0 to 365 days.");
            RuleFor(c => c.TaxCode).NotEmpty().WithErrorCode("Billing.TaxRate.CodeMissing").WithMessage("Enter a code, such as standard.")
                .AtMost(40);
            RuleFor(c => c.FirstReminderDays).InclusiveBetween(1, 365).WithErrorCode("Billing.Terms.ReminderDays").WithMessage("Enter 1 to 365 days.");
            RuleFor(c => c.SecondReminderDays).GreaterThan(c => c.FirstReminderDays).WithErrorCode("Billing.Terms.ReminderOrder").WithMessage("Each reminder comes later than the one before.");
            RuleFor(c => c.ThirdReminderDays).GreaterThan(c => c.SecondReminderDays).WithErrorCode("Billing.Terms.ReminderOrder").WithMessage("Each reminder comes later than the one before.");
            RuleFor(c => c.PaymentDetails).AtMost(1000);
        }
    }

    internal sealed class Handler(BillingDbContext db, IBranches branches, ICurrentUser user, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (branches.For(user, request.BranchId) is null)
            {
                return BranchErrors.NotFound.On(nameof(Command.BranchId));
            }

            var terms = await db.Terms.FirstOrDefaultAsync(t => t.BranchId == request.BranchId, cancel);
            if (terms?.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            if (terms is null)
            {
                terms = new PaymentTerms(ids.NewId(), request.BranchId);
                db.Terms.Add(terms);
            }

            terms.Change(
                request.DueDays, request.TaxCode.Trim(), request.FirstReminderDays, request.SecondReminderDays, request.ThirdReminderDays, request.PaymentDetails?.Trim() ?? "");
            return Done.It;
        }
    }
}
