using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Charges damage, missing accessories or the loss of a loaner (PAR-6): it goes on the order's invoice like a late fee, or on one of its own when that is out.</summary>
public static class ChargeLoan
{
    /// <param name="Id">The loan.</param>
    /// <param name="Kind">For what; each is charged once.</param>
    /// <param name="Amount">Net; of a loss the unit's value unless said.</param>
    /// <param name="Reason">What was damaged, missing or lost.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerFee)]
    public sealed record Command(Guid Id, LoanChargeKind Kind, decimal? Amount, string Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Amount();
            RuleFor(c => c.Reason).Reason();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Loans.BranchOf(c.Id), cancel);
            if (await db.Loans.Include(l => l.Charges).FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loan)
            {
                return LoanErrors.NotFound;
            }

            if (loan.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var order = await db.KnownOrders.AsNoTracking().FirstAsync(o => o.Id == loan.OrderId, cancel);
            var amount = c.Amount ?? (c.Kind == LoanChargeKind.Loss ? await db.Loaners.Where(l => l.Id == loan.LoanerId).Select(l => l.Value).FirstAsync(cancel) : 0);
            return loan.Charge(ids.NewId(), c.Kind, amount, c.Reason, order, clock.GetCurrentInstant(), user.Name).Error is { } refused ? refused : Done.It;
        }
    }
}
