using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Notes a supplier's credit note for a claim; more than is open of what was accepted needs a reason.</summary>
public static class NoteClaimCredit
{
    /// <param name="Id">The claim.</param>
    /// <param name="Number">Of the credit note.</param>
    /// <param name="Day">Of the credit note.</param>
    /// <param name="Amount">Net, in the claim's currency.</param>
    /// <param name="Reason">Why it is more than is open.</param>
    [Requires(SparePartsPermissions.ClaimSettle)]
    public sealed record Command(Guid Id, string Number, LocalDate? Day, decimal Amount, string? Reason) : ICommand<Answer>;

    public sealed record Answer(SupplierClaimState State, decimal Credited, decimal Open);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).Needed(80, "SpareParts.SupplierClaim.CreditNumberMissing");
            RuleFor(c => c.Amount).Must(a => a is > 0 and <= 100_000_000).WithMessage("The amount must be more than zero, at most a hundred million.").WithErrorCode("SpareParts.SupplierClaim.AmountNotRight");
            RuleFor(c => c.Reason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, ClaimDesk claims, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, null, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var claim = found.Value;
            if (c.Amount != Rounding.Round(c.Amount, claims.Digits(claim.Currency)))
            {
                return Error.Invalid("SpareParts.SupplierClaim.AmountNotRight", "An amount in {0} has at most {1} decimals.", claim.Currency, claims.Digits(claim.Currency)).On(nameof(c.Amount));
            }

            var credit = new ClaimCredit(ids.NewId(), claim.Id, c.Number, c.Day ?? claims.Today(claim.BranchId), c.Amount, c.Reason, clock.GetCurrentInstant(), user.Name);
            if (claim.Credit(credit) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            db.ClaimCredits.Add(credit);
            return new Answer(claim.State, claim.Credited, claim.Open);
        }
    }
}
