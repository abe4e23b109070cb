using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>The differences of a count that could not be booked, each with what stands in the way: the orders to which the missing goods are promised, or the pieces of which one is missing.</summary>
public static class ListOpenDifferences
{
    [Requires(SparePartsPermissions.CountRead)]
    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid LineId, Guid PartId, string PartNumber, string PartName, string Unit, string? Bin, decimal Difference, decimal Available)
    {
        /// <summary>To whom what lies there is promised, the newest promise first: it is the one to take back.</summary>
        public IReadOnlyList<Promise> Promises { get; init; } = [];

        /// <summary>Of a serial-tracked part: the pieces that should lie in the warehouse.</summary>
        public IReadOnlyList<string> Pieces { get; init; } = [];
    }

    public sealed record Promise(Guid LineId, Guid OrderId, string OrderNumber, string Customer, decimal Quantity);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            if (!await db.StockCounts.AnyAsync(s => s.Id == q.Id && s.OpenDifferences > 0, cancel))
            {
                return Array.Empty<Row>();
            }

            var lines = await db.CountLines.AsNoTracking().Where(l => l.StockCountId == q.Id && l.Counted != null && l.PostedOn == null && l.Difference != 0).OrderBy(l => l.PartNumber).ThenBy(l => l.Id)
                .Select(l => new { Line = l, l.Part.Name, l.Part.Unit, l.Part.SerialTracked, Bin = l.Bin!.Code }).ToListAsync(cancel);
            var rows = new List<Row>(lines.Count);
            foreach (var open in lines)
            {
                var (line, item) = (open.Line, await db.StockItems.AsNoTracking().FirstOrDefaultAsync(i => i.PartId == open.Line.PartId && i.WarehouseId == open.Line.WarehouseId && i.BinId == open.Line.BinId, cancel));
                rows.Add(new Row(line.Id, line.PartId, line.PartNumber, open.Name, open.Unit, open.Bin, line.Difference, item?.Available ?? 0)
                {
                    Promises = item is null ? [] : await (
                        from allocation in db.Allocations
                        join reservation in db.Reservations on allocation.ReservationId equals reservation.Id
                        where allocation.StockItemId == item.Id && allocation.Reserved > 0
                        orderby reservation.WantedAt descending, reservation.Id
                        select new Promise(reservation.LineId, reservation.OrderId, reservation.OrderNumber, db.KnownOrders.Where(o => o.Id == reservation.OrderId).Select(o => o.CustomerName).FirstOrDefault() ?? "", allocation.Reserved))
                        .ToListAsync(cancel),
                    Pieces = !open.SerialTracked ? [] : await db.SerialPieces.Where(p => p.PartId == line.PartId && p.WarehouseId == line.WarehouseId && p.State == SerialState.InStock).OrderBy(p => p.Serial).Select(p => p.Serial).ToListAsync(cancel),
                });
            }

            return rows;
        }
    }
}
