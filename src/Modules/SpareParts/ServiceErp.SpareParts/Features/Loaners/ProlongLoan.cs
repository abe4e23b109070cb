using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Agrees another due day; refused when somebody else has the unit reserved by then.</summary>
public static class ProlongLoan
{
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid Id, LocalDate DueOn, string Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk) : IHandler<Command, Done>
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

            var unit = await db.Loaners.AsNoTracking().FirstAsync(l => l.Id == loan.LoanerId, cancel);
            if (await desk.ClashAsync(unit, loan.LentOn, c.DueOn, null, loan.Id, cancel) is { } clash)
            {
                return clash.On(nameof(c.DueOn));
            }

            var prolonged = loan.Prolong(c.DueOn, c.Reason);
            return prolonged.Succeeded ? Done.It : prolonged.Error;
        }
    }
}
