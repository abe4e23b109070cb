using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Lets the order be closed although its loaner is out; the unit is chased all the same (RULES, Loaners).</summary>
public static class ReleaseOrderFromLoan
{
    [Requires(SparePartsPermissions.LoanerRelease)]
    public sealed record Command(Guid Id, string Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
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

            var released = loan.ReleaseOrder(c.Reason, clock.GetCurrentInstant(), user.Name);
            return released.Succeeded ? Done.It : released.Error;
        }
    }
}
