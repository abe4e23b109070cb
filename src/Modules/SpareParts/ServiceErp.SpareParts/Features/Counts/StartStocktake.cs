using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Begins a full stocktake: all places of a warehouse with their balances frozen; issues go on meanwhile (PAR-5).</summary>
public static class StartStocktake
{
    [Requires(SparePartsPermissions.CountPlan)]
    public sealed record Command(Guid WarehouseId) : ICommand<Answer>;

    public sealed record Answer(Guid Id, string Number, int Places);

    internal sealed class Handler(SparePartsDbContext db, CountDesk desk, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Warehouses.BranchOf(c.WarehouseId), cancel);
            if (await db.Warehouses.FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.Kind != WarehouseKind.Transit, cancel) is not { } warehouse)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            if (await db.StockCounts.FirstOrDefaultAsync(s => s.WarehouseId == c.WarehouseId && s.Kind == StockCountKind.Full && s.State != StockCountState.Posted && s.State != StockCountState.Cancelled, cancel) is { } open)
            {
                return CountErrors.OpenStocktake(open.Number);
            }

            var run = await desk.ClassesAsync(warehouse.BranchId, cancel);
            var classes = await db.PartClasses.AsNoTracking().Where(p => p.RunId == run && p.Class != AbcClass.NoMovement && db.StockItems.Any(i => i.WarehouseId == c.WarehouseId && i.PartId == p.Id))
                .ToDictionaryAsync(p => p.Id, p => p.Class, cancel);
            var items = await db.StockItems.AsNoTracking().Where(i => i.WarehouseId == c.WarehouseId && i.OnHand > 0).OrderBy(i => i.PartNumber)
                .Select(i => new { i.PartId, i.PartNumber, i.BinId, i.OnHand }).ToListAsync(cancel);
            if (items.Count == 0)
            {
                return CountErrors.NothingDue;
            }

            var count = await desk.WriteAsync(StockCountKind.Full, warehouse, user.Name, [.. items.Select(i => new PlaceToCount(i.PartId, i.PartNumber, i.BinId, classes.GetValueOrDefault(i.PartId, AbcClass.NoMovement), i.OnHand))], cancel);
            return new Answer(count.Id, count.Number, items.Count);
        }
    }
}
