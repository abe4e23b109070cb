using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.TaxRates;

/// <summary>Enters a rate; the one before it ends the day before. Without a branch it applies to every branch that has none of its own.</summary>
public static class AddTaxRate
{
    [Requires(BillingPermissions.SettingsWrite)]
    public sealed record Command(Guid? Id, string Code, string Name, decimal Percent, LocalDate ValidFrom, Guid? BranchId = null) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().WithErrorCode("Billing.TaxRate.CodeMissing").WithMessage("Enter a code, such as standard.")
                .AtMost(40);
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Billing.TaxRate.NameMissing").WithMessage("Enter the name that is printed, such as VAT 19 %.")
                .AtMost(100);
            RuleFor(c => c.Percent).InclusiveBetween(0, 100).WithErrorCode("Billing.TaxRate.Percent").WithMessage("Enter a percentage from 0 to 100.")
                .PrecisionScale(7, 4, true).WithErrorCode("Billing.TaxRate.PercentTooFine").WithMessage("Enter at most 4 decimals.");
            RuleFor(c => c.ValidFrom).NotEqual(default(LocalDate)).WithErrorCode("Billing.TaxRate.ValidFromMissing").WithMessage("Enter the first day.");
        }
    }

    internal sealed class Handler(BillingDbContext db, IBranches branches, ICurrentUser user, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (branches.Refusal(user, request.BranchId) is { } notTheirs)
            {
                return notTheirs.On(nameof(Command.BranchId));
            }

            var code = request.Code.Trim();
            await db.BeginWriteAsync(cancel);
            var latest = await db.TaxRates.Where(r => r.Code == code && r.BranchId == request.BranchId).OrderByDescending(r => r.ValidFrom).FirstOrDefaultAsync(cancel);
            if (latest is not null && latest.ValidFrom >= request.ValidFrom)
            {
                return Error.Refused("Billing.TaxRate.NotAfterLatest", "A rate with this code already begins on {0}; a new one must begin later.", latest.ValidFrom).On(nameof(Command.ValidFrom));
            }

            if (latest is not null && latest.IsValidOn(request.ValidFrom))
            {
                latest.End(request.ValidFrom.PlusDays(-1));
            }

            var rate = new TaxRate(request.Id ?? ids.NewId(), request.BranchId, code, request.Name.Trim(), request.Percent, request.ValidFrom);
            db.TaxRates.Add(rate);
            return new Answer(rate.Id);
        }
    }
}
