using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Takes unused parts of a line back at the cost at which they left. The same return sent twice moves stock once.</summary>
public static class ReturnParts
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid LineId, Guid? ReturnId, decimal Quantity, string Reason) : ICommand<PartsHandedOut>
    {
        /// <summary>Of a serial-tracked part: the pieces that come back, separated by commas or new lines; none means all that were handed out.</summary>
        public string? Serials { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity).Quantity();
            RuleFor(c => c.Reason).Reason("Say why.");
            RuleFor(c => c.Serials).AtMost(SerialText.LongestList);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, HandOutDesk desk, IIdentifiers identifiers) : IHandler<Command, PartsHandedOut>
    {
        public async Task<Result<PartsHandedOut>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Reservations.Where(r => r.LineId == c.LineId).Select(r => r.BranchId), cancel);
            var reservation = await db.Reservations.Include(r => r.Allocations).FirstOrDefaultAsync(r => r.LineId == c.LineId, cancel);
            if (reservation is null)
            {
                return ReservationErrors.NotFound;
            }

            if (c.ReturnId is { } known && await db.Movements.AnyAsync(m => m.DocumentId == known && m.LineId == c.LineId, cancel))
            {
                return reservation.HandedOut;
            }

            var shelves = await room.OpenAsync([reservation], cancel);
            if (await desk.ReturnAsync(reservation, c.ReturnId ?? identifiers.NewId(), c.Quantity, c.Serials.ToSerials(), c.Reason.Trim(), shelves, cancel) is { } refused)
            {
                return refused;
            }

            room.Store(shelves);
            return await room.ServeWaitingAsync(shelves, [reservation.PartId], cancel) is { Succeeded: false, Error: var failed } ? failed : reservation.HandedOut;
        }
    }
}
