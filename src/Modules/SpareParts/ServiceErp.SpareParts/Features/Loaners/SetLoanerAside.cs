using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Puts a reserved unit aside for the customer who fetches it; it is lent for that reservation alone.</summary>
public static class SetLoanerAside
{
    /// <param name="Id">The reservation.</param>
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.LoanerReservations.BranchOf(c.Id), cancel);
            if (await db.LoanerReservations.FirstOrDefaultAsync(r => r.Id == c.Id && r.State == LoanerReservationState.Booked, cancel) is not { } reservation)
            {
                return LoanErrors.ReservationNotFound;
            }

            var unit = await db.Loaners.FirstAsync(l => l.Id == reservation.LoanerId, cancel);
            var moved = unit.SetAside(reservation.Id);
            return moved.Succeeded ? Done.It : moved.Error;
        }
    }
}
