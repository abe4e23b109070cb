using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>A lost or stolen loaner is found again: it is cleaned and checked like one that came back. The deposit is settled anew, and finance credits what was charged for the loss (PAR-6).</summary>
public static class FindLostLoaner
{
    /// <param name="Id">The loan.</param>
    /// <param name="Condition">How it was found.</param>
    /// <param name="Damage">What is broken; null when nothing is.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(Guid Id, string Condition, string? Damage = null, int? Version = null) : ICommand<Done>, IVersioned
    {
        /// <summary>What of the deposit is given back in all; all of it unless said.</summary>
        public decimal? DepositReturned { get; init; }

        /// <summary>Why not all of it; the damage unless said.</summary>
        public string? DepositReason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Condition).Needed(1000, "SpareParts.Loan.ConditionMissing");
            RuleFor(c => c.Damage).AtMost(1000);
            RuleFor(c => c.DepositReturned).Amount();
            RuleFor(c => c.DepositReason).ReasonOrNothing();
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

            var unit = await db.Loaners.FirstAsync(l => l.Id == loan.LoanerId, cancel);
            var deposit = new DepositSettled(c.DepositReturned ?? loan.Deposit, c.DepositReason ?? c.Damage, clock.GetCurrentInstant(), user.Name);
            return (loan.Find(c.Condition, c.Damage, deposit, ids.NewId()).Error ?? unit.Find(c.Condition.Trim(), !string.IsNullOrWhiteSpace(c.Damage)).Error) is { } refused ? refused : Done.It;
        }
    }
}
