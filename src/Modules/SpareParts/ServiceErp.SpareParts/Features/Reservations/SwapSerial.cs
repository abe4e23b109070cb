using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>A wrong serial number was scanned when a piece was handed out: the piece that the order really has takes its place. No quantity moves.</summary>
public static class SwapSerial
{
    /// <param name="LineId">The order's line.</param>
    /// <param name="Wrong">What was scanned; the piece lies on the shelf.</param>
    /// <param name="Right">What the order has.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid LineId, string Wrong, string Right) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Wrong).Needed(80, "SpareParts.Stock.SerialTooLong");
            RuleFor(c => c.Right).Needed(80, "SpareParts.Stock.SerialTooLong");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Reservations.Where(r => r.LineId == c.LineId).Select(r => r.BranchId), cancel);
            if (await db.Reservations.AsNoTracking().FirstOrDefaultAsync(r => r.LineId == c.LineId, cancel) is not { } line)
            {
                return ReservationErrors.NotFound;
            }

            var shelves = await room.OpenAsync([line], cancel);
            var parts = await room.PartsAsync([line.PartId], cancel);
            await room.PlacePiecesAsync(shelves, parts.Values, [c.Wrong, c.Right], [line.LineId], cancel);
            return shelves.Pieces.Swap(parts[line.PartId], c.Wrong, c.Right, room.Booking(line, line.Id, line.OrderNumber, null, 0)).Error is { } refused ? refused : Done.It;
        }
    }
}
