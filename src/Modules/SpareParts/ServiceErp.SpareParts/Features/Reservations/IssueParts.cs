using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Hands out what is promised to lines, all or none. Sent again when all is handed out, it tells what was and moves nothing.</summary>
public static class IssueParts
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(IReadOnlyList<Guid> LineIds) : ICommand<IReadOnlyList<PartsHandedOut>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.LineIds).Must(l => l is { Count: > 0 and <= 200 }).WithMessage("Ask for 1 to 200 lines.").WithErrorCode("SpareParts.Reservation.LineMissing");
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room) : IHandler<Command, IReadOnlyList<PartsHandedOut>>
    {
        public async Task<Result<IReadOnlyList<PartsHandedOut>>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var lines = await db.Reservations.Include(r => r.Allocations).Where(r => c.LineIds.Contains(r.LineId)).ToDictionaryAsync(r => r.LineId, cancel);
            var shelves = await room.OpenAsync(lines.Values, cancel);
            var handedOut = new List<PartsHandedOut>(c.LineIds.Count);
            foreach (var lineId in c.LineIds)
            {
                if (!lines.TryGetValue(lineId, out var reservation))
                {
                    return ReservationErrors.NotFound;
                }

                if (reservation.State != ReservationState.Issued && reservation.Issue(shelves, room.Booking(reservation, reservation.Id, null)) is { Succeeded: false, Error: var refused })
                {
                    return refused;
                }

                handedOut.Add(reservation.HandedOut);
            }

            room.Store(shelves);
            return handedOut;
        }
    }
}
