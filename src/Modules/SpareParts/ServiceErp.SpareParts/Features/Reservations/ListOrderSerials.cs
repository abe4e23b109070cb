using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>The lines of an order whose parts have serial numbers, each with the pieces handed out and the faulty ones they replaced.</summary>
public static class ListOrderSerials
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(Guid OrderId) : IQuery<IReadOnlyList<SerialLine>>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, IReadOnlyList<SerialLine>>
    {
        public async Task<Result<IReadOnlyList<SerialLine>>> Handle(Query q, CancellationToken cancel)
        {
            var tracked = await db.Reservations.AsNoTracking().Where(r => r.OrderId == q.OrderId && r.Part.SerialTracked).Select(r => r.LineId).ToListAsync(cancel);
            var pieces = tracked.Count == 0
                ? []
                : await db.SerialPieces.AsNoTracking().Where(p => p.OrderId == q.OrderId && p.LineId != null).OrderBy(p => p.Serial).Select(p => new PieceUsed(p.LineId!.Value, p.Serial, p.FaultySerial)).ToListAsync(cancel);
            return tracked.ConvertAll(line => new SerialLine(line, pieces.FindAll(p => p.LineId == line)));
        }
    }
}
