using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>The pick list: what lies ready for which order and where, the oldest order first.</summary>
public static class ListPartsToHandOut
{
    public const int MostLines = 300;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(string? OrderNumber) : IQuery<IReadOnlyList<Order>>;

    public sealed record Order(Guid OrderId, string Number, Instant Since, IReadOnlyList<Line> Lines);

    public sealed record Line(Guid LineId, Guid PartId, string PartNumber, string PartName, string Unit, decimal Quantity, decimal Missing, IReadOnlyList<Place> Places);

    public sealed record Place(string Warehouse, string? Bin, decimal Quantity);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, IReadOnlyList<Order>>
    {
        public async Task<Result<IReadOnlyList<Order>>> Handle(Query q, CancellationToken cancel)
        {
            var number = Codes.CleanOrNull(q.OrderNumber);
            var lines = await db.Reservations.AsNoTracking()
                .Where(r => (r.State == ReservationState.Reserved || r.State == ReservationState.PartlyReserved) && (number == null || r.OrderNumber == number))
                .OrderBy(r => r.WantedAt).ThenBy(r => r.Id).Take(MostLines)
                .Select(r => new
                {
                    r.OrderId,
                    r.OrderNumber,
                    r.WantedAt,
                    Line = new Line(r.LineId, r.PartId, r.PartNumber, r.Part.Name, r.Part.Unit, r.Reserved, r.Wanted - r.Reserved - r.Issued,
                        r.Allocations.Where(a => a.Reserved > 0).Select(a => new Place(a.StockItem.Warehouse.Code, a.StockItem.Bin!.Code, a.Reserved)).ToList()),
                })
                .ToListAsync(cancel);
            return lines.GroupBy(l => (l.OrderId, l.OrderNumber)).Select(g => new Order(g.Key.OrderId, g.Key.OrderNumber, g.Min(l => l.WantedAt), [.. g.Select(l => l.Line)])).ToList();
        }
    }
}
