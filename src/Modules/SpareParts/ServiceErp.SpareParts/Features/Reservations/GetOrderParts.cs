using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>The parts of one order: promised, handed out, returned, and where they lie.</summary>
public static class GetOrderParts
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(Guid OrderId) : IQuery<Answer>;

    public sealed record Answer(Guid OrderId, string Number, string Currency, IReadOnlyList<Line> Lines, IReadOnlyList<Moved> Movements);

    public sealed record Line(
        Guid LineId, Guid PartId, string PartNumber, string PartName, string Unit, decimal Wanted, decimal Reserved, decimal Issued, decimal Cost, ReservationState State, IReadOnlyList<Place> Places)
    {
        public decimal Missing => Wanted - Reserved - Issued;
    }

    public sealed record Place(string Warehouse, string? Bin, decimal Quantity);

    public sealed record Moved(Instant At, MovementKind Kind, string PartNumber, decimal Quantity, string Unit, decimal Value, string Person, string? Reason);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var lines = await db.Reservations.AsNoTracking().Where(r => r.OrderId == q.OrderId).OrderBy(r => r.WantedAt).ThenBy(r => r.Id)
                .Select(r => new
                {
                    r.OrderNumber,
                    r.BranchId,
                    Line = new Line(r.LineId, r.PartId, r.PartNumber, r.Part.Name, r.Part.Unit, r.Wanted, r.Reserved, r.Issued, r.Cost, r.State,
                        r.Allocations.Where(a => a.Reserved > 0).Select(a => new Place(a.StockItem.Warehouse.Code, a.StockItem.Bin!.Code, a.Reserved)).ToList()),
                })
                .ToListAsync(cancel);
            if (lines.Count == 0)
            {
                return Error.NotFound("SpareParts.Order.NotFound", "No parts were asked for by this order.");
            }

            var moved = await db.Movements.AsNoTracking().Where(m => m.OrderId == q.OrderId).OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
                .Select(m => new Moved(m.At, m.Kind, m.StockItem.Part.Number, m.Quantity, m.StockItem.Part.Unit, m.Value, m.Person, m.Reason)).ToListAsync(cancel);
            return new Answer(q.OrderId, lines[0].OrderNumber, branches.Find(lines[0].BranchId)?.Currency ?? "", [.. lines.Select(l => l.Line)], moved);
        }
    }
}
