using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Hands out to an order the part whose number or barcode was scanned.</summary>
public static class IssueScannedPart
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid OrderId, string Code) : ICommand<PartsHandedOut>
    {
        /// <summary>How many, in the unit that the code counts in; all that lies ready unless said.</summary>
        public decimal? Quantity { get; init; }

        /// <summary>Of a serial-tracked part: the pieces handed out, separated by commas or new lines.</summary>
        public string? Serials { get; init; }

        /// <summary>The faulty pieces that they replace, in the same order.</summary>
        public string? FaultySerials { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(60, "SpareParts.Part.CodeMissing");
            RuleFor(c => c.Serials).AtMost(SerialText.LongestList);
            RuleFor(c => c.FaultySerials).AtMost(SerialText.LongestList);
            RuleFor(c => c.Quantity ?? 1).Quantity();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, HandOutDesk desk) : IHandler<Command, PartsHandedOut>
    {
        public async Task<Result<PartsHandedOut>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Reservations.Where(r => r.OrderId == c.OrderId).Select(r => r.BranchId), cancel);
            var code = Codes.Clean(c.Code);
            var lines = await db.Reservations.Include(r => r.Allocations)
                .Where(r => r.OrderId == c.OrderId && db.Named(new[] { code }).Contains(r.PartId))
                .OrderBy(r => r.WantedAt).ThenBy(r => r.Id).ToListAsync(cancel);
            if (lines.Count == 0)
            {
                return ReservationErrors.NotOfOrder(code).On(nameof(c.Code));
            }

            var reservation = lines.Find(r => r.Reserved > 0) ?? lines[0];
            var shelves = await room.OpenAsync([reservation], cancel);
            var faulty = c.FaultySerials.ToSerials();
            PieceUsed[] pieces = [.. c.Serials.ToSerials().Select((serial, i) => new PieceUsed(reservation.LineId, serial, i < faulty.Count ? faulty[i] : null))];
            var part = await db.Parts.AsNoTracking().Include(p => p.Units).Include(p => p.Barcodes).AsSplitQuery().FirstAsync(p => p.Id == reservation.PartId, cancel);
            if (await desk.IssueAsync([reservation], shelves, pieces, cancel, c.Quantity is { } some ? part.InOwnUnit(code, some) : null) is { } refused)
            {
                return refused.Field is null ? refused.On(nameof(c.Code)) : refused;
            }

            room.Store(shelves);
            return reservation.HandedOut;
        }
    }
}
