using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Takes a unit back: condition and accessories noted, signed, to be cleaned and checked; a late fee is proposed (PAR-6).</summary>
public static class ReturnLoaner
{
    /// <param name="Id">The loan.</param>
    /// <param name="Condition">As it came back.</param>
    /// <param name="SignedBy">The customer who brings it.</param>
    /// <param name="Signature">The picture as a PNG data address.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid Id, string Condition, string SignedBy, string? Signature, int? Version = null) : ICommand<Done>, IVersioned
    {
        /// <summary>What came back, one a line; all that went along unless said.</summary>
        public string? Accessories { get; init; }

        /// <summary>What is broken; null when nothing is.</summary>
        public string? Damage { get; init; }

        /// <summary>All of it unless said.</summary>
        public decimal? DepositReturned { get; init; }

        /// <summary>Why not all of it; the damage unless said.</summary>
        public string? DepositReason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Condition).Needed(1000, "SpareParts.Loan.ConditionMissing");
            RuleFor(c => c.SignedBy).Needed(200, "SpareParts.Loan.SignerMissing");
            RuleFor(c => c.Signature).Signature();
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.DepositReason).ReasonOrNothing();
            RuleFor(c => c.Damage).AtMost(1000);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IAttachments attachments, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (!await db.Loans.AnyAsync(l => l.Id == c.Id, cancel))
            {
                return LoanErrors.NotFound;
            }

            var signature = await attachments.AddDataUrlAsync(c.Signature, "signature.png", nameof(Loan), c.Id, "signature-in", cancel);
            if (!signature.Succeeded)
            {
                return signature.Error.On(nameof(c.Signature));
            }

            await db.BeginWriteAsync(db.Loans.BranchOf(c.Id), cancel);
            var loan = await db.Loans.FirstAsync(l => l.Id == c.Id, cancel);
            if (loan.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var taken = new Handover(clock.GetCurrentInstant(), desk.Today(loan.BranchId), c.Condition, (c.Accessories ?? loan.AccessoriesOut).Lines(), c.SignedBy, signature.Value.Id, user.Name);
            var returned = loan.Return(taken, c.Damage, new DepositSettled(c.DepositReturned ?? loan.Deposit, c.DepositReason ?? c.Damage, taken.At, user.Name));
            if (returned.Succeeded)
            {
                returned = (await db.Loaners.FirstAsync(l => l.Id == loan.LoanerId, cancel)).TakeBack(c.Damage);
            }

            return returned.Succeeded ? Done.It : returned.Error;
        }
    }
}
