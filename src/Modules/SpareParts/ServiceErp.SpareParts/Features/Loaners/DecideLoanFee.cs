using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Charges a proposed late fee, which finance then puts on the order's invoice, or lets it go with a reason (PAR-6).</summary>
public static class DecideLoanFee
{
    /// <param name="Id">The loan.</param>
    /// <param name="Charge">False lets it go.</param>
    /// <param name="Amount">What is charged; the proposed amount unless said.</param>
    /// <param name="Note">Why it is let go, or another amount charged.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerFee)]
    public sealed record Command(Guid Id, bool Charge, decimal? Amount = null, string? Note = null, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Amount();
            RuleFor(c => c.Note).ReasonOrNothing();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, Done>
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

            var order = await db.KnownOrders.AsNoTracking().FirstAsync(o => o.Id == loan.OrderId, cancel);
            var decided = loan.DecideFee(c.Charge, c.Amount ?? loan.LateFee, c.Note, order, clock.GetCurrentInstant(), user.Name);
            return decided.Succeeded ? Done.It : decided.Error;
        }
    }
}
