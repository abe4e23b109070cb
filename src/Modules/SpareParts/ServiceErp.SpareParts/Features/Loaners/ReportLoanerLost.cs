using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>A customer lost the loaner, or it was stolen (PAR-6): the order is held by it no longer, the deposit is settled, and what it costs is proposed from its value.</summary>
public static class ReportLoanerLost
{
    /// <param name="Id">The loan.</param>
    /// <param name="Reason">What happened.</param>
    /// <param name="PoliceReport">The number of the report to the police, where there is one.</param>
    /// <param name="DepositReturned">What of the deposit is given back all the same; nothing unless said.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(Guid Id, string Reason, string? PoliceReport = null, decimal? DepositReturned = null, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason();
            RuleFor(c => c.PoliceReport).AtMost(80);
            RuleFor(c => c.DepositReturned).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Loans.BranchOf(c.Id), cancel);
            if (await db.Loans.FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loan)
            {
                return LoanErrors.NotFound;
            }

            if (loan.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var unit = await db.Loaners.FirstAsync(l => l.Id == loan.LoanerId, cancel);
            var today = desk.Today(loan.BranchId);
            var lost = loan.Lose(c.Reason, c.PoliceReport, new DepositSettled(c.DepositReturned ?? 0, c.Reason, clock.GetCurrentInstant(), user.Name), today);
            if ((lost.Error ?? unit.Lose(c.Reason.Trim(), today).Error) is { } refused)
            {
                return refused;
            }

            return await desk.FreeReservationsAsync(unit, c.Reason.Trim(), cancel) is { } notFreed ? notFreed : Done.It;
        }
    }
}
