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
    public sealed record Command(IReadOnlyList<Guid> LineIds) : ICommand<IReadOnlyList<PartsHandedOut>>
    {
        /// <summary>Of serial-tracked parts: the pieces, each with the faulty one that it replaces.</summary>
        public IReadOnlyList<PieceUsed> Pieces { get; init; } = [];
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.LineIds).Must(l => l is { Count: > 0 and <= 200 }).WithMessage("Ask for 1 to 200 lines.").WithErrorCode("SpareParts.Reservation.LineMissing");
            RuleForEach(c => c.Pieces).SetValidator(new PieceUsedValidator());
        }
    }

    internal sealed class PieceUsedValidator : AbstractValidator<PieceUsed>
    {
        public PieceUsedValidator()
        {
            RuleFor(p => p.Serial).Needed(80, "SpareParts.Stock.SerialTooLong");
            RuleFor(p => p.FaultySerial).AtMost(80);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, HandOutDesk desk) : IHandler<Command, IReadOnlyList<PartsHandedOut>>
    {
        public async Task<Result<IReadOnlyList<PartsHandedOut>>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Reservations.Where(r => c.LineIds.Contains(r.LineId)).Select(r => r.BranchId), cancel);
            var lines = await db.Reservations.Include(r => r.Allocations).Where(r => c.LineIds.Contains(r.LineId)).ToDictionaryAsync(r => r.LineId, cancel);
            var shelves = await room.OpenAsync(lines.Values, cancel);
            if (c.LineIds.Any(id => !lines.ContainsKey(id)))
            {
                return ReservationErrors.NotFound;
            }

            Reservation[] open = [.. c.LineIds.Distinct().Select(id => lines[id]).Where(r => r.State != ReservationState.Issued)];
            if (open.Length > 0 && await desk.IssueAsync(open, shelves, c.Pieces, cancel) is { } refused)
            {
                return refused;
            }

            room.Store(shelves);
            return c.LineIds.Select(id => lines[id].HandedOut).ToArray();
        }
    }
}
