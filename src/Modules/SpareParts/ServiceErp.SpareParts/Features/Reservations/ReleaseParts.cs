using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Takes a promise back; what was handed out stays. The goods go to whoever waits for them. A line without a promise is released already.</summary>
public static class ReleaseParts
{
    [Requires(SparePartsPermissions.StockReserve)]
    public sealed record Command(Guid LineId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db, StockRoom room) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var reservation = await db.Reservations.Include(r => r.Allocations).FirstOrDefaultAsync(r => r.LineId == c.LineId, cancel);
            if (reservation is null)
            {
                return Done.It;
            }

            var shelves = await room.OpenAsync(reservation, cancel);
            if (reservation.Release(shelves) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            return await room.ServeWaitingAsync(shelves, [reservation.PartId], cancel, reservation.Id) is { Succeeded: false, Error: var failed } ? failed : Done.It;
        }
    }
}
