using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>The parts of one order: promised, handed out, returned, and where they lie.</summary>
public static class GetOrderParts
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(Guid OrderId) : IQuery<Answer>;

    public sealed record Answer(Guid OrderId, string Number, string Currency, IReadOnlyList<Line> Lines, IReadOnlyList<Moved> Movements);

    public sealed record Line(
        Guid LineId, Guid PartId, string PartNumber, string PartName, string Unit, decimal Wanted, decimal Reserved, decimal Issued, decimal? Cost, ReservationState State, IReadOnlyList<Place> Places)
    {
        public decimal Missing => Wanted - Reserved - Issued;

        /// <summary>Each piece is named when it is handed out.</summary>
        public bool SerialTracked { get; init; }

        /// <summary>What could be used while something is missing.</summary>
        public IReadOnlyList<PartInstead> Instead { get; init; } = [];

        /// <summary>Pieces handed out, each with the faulty one that it replaced.</summary>
        public IReadOnlyList<Piece> Pieces { get; init; } = [];
    }

    public sealed record Piece(string Serial, string? FaultySerial);

    public sealed record Place(string Warehouse, string? Bin, decimal Quantity);

    public sealed record Moved(Instant At, MovementKind Kind, string PartNumber, decimal Quantity, string Unit, decimal? Value, string Person, string? Reason);

    internal sealed class Handler(SparePartsDbContext db, Substitutes substitutes, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var seesCost = user.Can(SparePartsPermissions.StockValue);
            var lines = await db.Reservations.AsNoTracking().Where(r => r.OrderId == q.OrderId).OrderBy(r => r.WantedAt).ThenBy(r => r.Id)
                .Select(r => new
                {
                    r.OrderNumber,
                    r.BranchId,
                    Line = new Line(r.LineId, r.PartId, r.PartNumber, r.Part.Name, r.Part.Unit, r.Wanted, r.Reserved, r.Issued, seesCost ? r.Cost : null, r.State,
                        r.Allocations.Where(a => a.Reserved > 0).Select(a => new Place(a.StockItem.Warehouse.Code, a.StockItem.Bin!.Code, a.Reserved)).ToList())
                    {
                        SerialTracked = r.Part.SerialTracked,
                    },
                })
                .ToListAsync(cancel);
            if (lines.Count == 0)
            {
                return Error.NotFound("SpareParts.Order.NotFound", "No parts were asked for by this order.");
            }

            var moved = await db.Movements.AsNoTracking().Where(m => m.OrderId == q.OrderId).OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
                .Select(m => new Moved(m.At, m.Kind, m.StockItem.Part.Number, m.Quantity, m.StockItem.Part.Unit, seesCost ? m.Value : null, m.Person, m.Reason)).ToListAsync(cancel);
            Guid[] tracked = [.. lines.Where(l => l.Line.SerialTracked).Select(l => l.Line.LineId)];
            var pieces = tracked.Length == 0 ? [] : await db.SerialPieces.AsNoTracking().Where(p => p.OrderId == q.OrderId).OrderBy(p => p.Serial).Select(p => new { p.LineId, p.Serial, p.FaultySerial }).ToListAsync(cancel);
            Guid[] shortOf = [.. lines.Where(l => l.Line.Missing > 0).Select(l => l.Line.PartId).Distinct()];
            var instead = branches.Find(lines[0].BranchId) is not { } branch ? null : await substitutes.OfAsync(shortOf, branch, cancel);
            return new Answer(q.OrderId, lines[0].OrderNumber, branches.Find(lines[0].BranchId)?.Currency ?? "", [.. lines.Select(l => l.Line with
            {
                Instead = l.Line.Missing > 0 && instead is not null ? [.. instead[l.Line.PartId]] : [],
                Pieces = [.. pieces.Where(p => p.LineId == l.Line.LineId).Select(p => new Piece(p.Serial, p.FaultySerial))],
            })], moved);
        }
    }
}
