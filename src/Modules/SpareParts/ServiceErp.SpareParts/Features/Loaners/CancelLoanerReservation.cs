using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Gives the days of a reservation free; a unit set aside for it goes back into the pool.</summary>
public static class CancelLoanerReservation
{
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid Id, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.LoanerReservations.BranchOf(c.Id), cancel);
            if (await db.LoanerReservations.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } reservation)
            {
                return LoanErrors.ReservationNotFound;
            }

            var cancelled = reservation.Cancel(c.Reason.Trim());
            if (cancelled.Succeeded && await db.Loaners.FirstOrDefaultAsync(l => l.SetAsideFor == c.Id, cancel) is { State: LoanerState.SetAside } unit)
            {
                cancelled = unit.PutBack(c.Reason);
            }

            return cancelled.Succeeded ? Done.It : cancelled.Error;
        }
    }
}
