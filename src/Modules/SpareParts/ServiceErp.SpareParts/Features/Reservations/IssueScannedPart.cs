using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Hands out to an order the part whose number or barcode was scanned.</summary>
public static class IssueScannedPart
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid OrderId, string Code) : ICommand<PartsHandedOut>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).Needed(60, "SpareParts.Part.CodeMissing");
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room) : IHandler<Command, PartsHandedOut>
    {
        public async Task<Result<PartsHandedOut>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var code = Codes.Clean(c.Code);
            var lines = await db.Reservations.Include(r => r.Allocations)
                .Where(r => r.OrderId == c.OrderId && (r.PartNumber == code || r.Part.Barcode == code || r.Part.Units.Any(u => u.Barcode == code)))
                .OrderBy(r => r.WantedAt).ToListAsync(cancel);
            if (lines.Count == 0)
            {
                return ReservationErrors.NotOfOrder(code).On(nameof(c.Code));
            }

            var reservation = lines.Find(r => r.Reserved > 0) ?? lines[0];
            var shelves = await room.OpenAsync([reservation], cancel);
            if (reservation.Issue(shelves, room.Booking(reservation, reservation.Id, null)) is { Succeeded: false, Error: var refused })
            {
                return refused.On(nameof(c.Code));
            }

            room.Store(shelves);
            return reservation.HandedOut;
        }
    }
}
