using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>Free goods that lie outside of bins in warehouses that have bins, with the bin where the part lies or lay last.</summary>
public static class ListPutAway
{
    public const int Most = 200;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid WarehouseId, string Warehouse, Guid PartId, string Number, string Name, string Unit, decimal Quantity, bool SerialTracked, string? Suggested);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel) =>
            await db.StockItems.Where(i => i.BinId == null && i.OnHand > i.Reserved && i.Warehouse.Kind != WarehouseKind.Transit && db.Bins.Any(b => b.WarehouseId == i.WarehouseId))
                .OrderBy(i => i.Warehouse.Code).ThenBy(i => i.PartNumber).Take(Most)
                .Select(i => new Row(
                    i.WarehouseId, i.Warehouse.Code, i.PartId, i.PartNumber, i.Part.Name, i.Part.Unit, i.OnHand - i.Reserved, i.Part.SerialTracked,
                    db.StockItems.Where(o => o.PartId == i.PartId && o.WarehouseId == i.WarehouseId && o.BinId != null)
                        .OrderByDescending(o => o.OnHand).ThenByDescending(o => o.LastSequence).Select(o => o.Bin!.Code).FirstOrDefault()))
                .ToListAsync(cancel);
    }
}
