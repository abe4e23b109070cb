using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>The accountant charges a proposed late fee, or lets it go with a reason.</summary>
public static class DecideLoanFee
{
    /// <param name="Id">The loan.</param>
    /// <param name="Charge">False lets it go.</param>
    /// <param name="Amount">What is charged; the proposed amount unless said.</param>
    /// <param name="Note">On which paper, or why not.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerFee)]
    public sealed record Command(Guid Id, bool Charge, decimal? Amount = null, string? Note = null, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Amount();
            RuleFor(c => c.Note).AtMost(1000, "SpareParts.Loan.NoteTooLong");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Loans.FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loan)
            {
                return LoanErrors.NotFound;
            }

            if (loan.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var decided = loan.DecideFee(c.Charge, c.Amount ?? loan.LateFee, c.Note, user.Name);
            return decided.Succeeded ? Done.It : decided.Error;
        }
    }
}
