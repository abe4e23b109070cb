using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Hands out what is promised to a line. Sent again when all is handed out, it tells what was and moves nothing.</summary>
public static class IssueParts
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid LineId) : ICommand<PartsHandedOut>;

    internal sealed class Handler(SparePartsDbContext db, StockRoom room) : IHandler<Command, PartsHandedOut>
    {
        public async Task<Result<PartsHandedOut>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var reservation = await db.Reservations.Include(r => r.Allocations).FirstOrDefaultAsync(r => r.LineId == c.LineId, cancel);
            if (reservation is null)
            {
                return ReservationErrors.NotFound;
            }

            if (reservation.State == ReservationState.Issued)
            {
                return reservation.HandedOut;
            }

            var shelves = await room.OpenAsync(reservation, cancel);
            if (reservation.Issue(shelves, room.Booking(reservation, reservation.Id, null)) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            room.Store(shelves);
            return reservation.HandedOut;
        }
    }
}
