using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>Proves the books: every balance is the sum of its movements, in quantity and in value, and promises are the sum of the orders' shares (PAR-2). Names what is not.</summary>
public static class CheckLedger
{
    public const int MostNamed = 100;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>Without faults the books are right.</summary>
    public sealed record Answer(int Checked, IReadOnlyList<Fault> Faults);

    public sealed record Fault(Guid StockItemId, string PartNumber, string Warehouse, decimal OnHand, decimal MovedQuantity, decimal Value, decimal MovedValue, decimal Reserved, decimal Promised);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var faults = await db.StockItems
                .Where(i => i.OnHand != db.Movements.Where(m => m.StockItemId == i.Id).Sum(m => m.Quantity)
                    || i.Value != db.Movements.Where(m => m.StockItemId == i.Id).Sum(m => m.Value)
                    || i.Reserved != db.Allocations.Where(a => a.StockItemId == i.Id).Sum(a => a.Reserved))
                .Take(MostNamed)
                .Select(i => new Fault(
                    i.Id, i.PartNumber, i.Warehouse.Code, i.OnHand, db.Movements.Where(m => m.StockItemId == i.Id).Sum(m => m.Quantity), i.Value, db.Movements.Where(m => m.StockItemId == i.Id).Sum(m => m.Value),
                    i.Reserved, db.Allocations.Where(a => a.StockItemId == i.Id).Sum(a => a.Reserved)))
                .ToListAsync(cancel);
            return new Answer(await db.StockItems.CountAsync(cancel), faults);
        }
    }
}
