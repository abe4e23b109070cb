using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>A lost or stolen loaner is found again: it is cleaned and checked like one that came back. What was charged for it is for finance to credit.</summary>
public static class FindLostLoaner
{
    /// <param name="Id">The loan.</param>
    /// <param name="Condition">How it was found.</param>
    /// <param name="Damage">What is broken; null when nothing is.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(Guid Id, string Condition, string? Damage = null, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Condition).Needed(1000, "SpareParts.Loan.ConditionMissing");
            RuleFor(c => c.Damage).AtMost(1000);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Loans.Where(l => l.Id == c.Id).Select(l => l.BranchId), cancel);
            if (await db.Loans.FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loan)
            {
                return LoanErrors.NotFound;
            }

            if (loan.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var unit = await db.Loaners.FirstAsync(l => l.Id == loan.LoanerId, cancel);
            return (loan.Find(c.Condition, c.Damage, clock.GetCurrentInstant(), user.Name).Error ?? unit.Find(c.Condition.Trim(), !string.IsNullOrWhiteSpace(c.Damage)).Error) is { } refused ? refused : Done.It;
        }
    }
}
