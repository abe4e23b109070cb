using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>How well suppliers have delivered what was ordered in the last months (PAR-4): on time, complete at the first delivery, and how much was rejected.</summary>
public static class ListSupplierScores
{
    private const int UsualMonths = 12;

    /// <param name="Months">Of how many months; 12 unless said.</param>
    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(int? Months) : IQuery<IReadOnlyList<Row>>;

    /// <param name="Lines">Lines that were ordered and are complete, or late.</param>
    /// <param name="OnTime">Percent of them complete by the promised day.</param>
    /// <param name="Complete">Percent of them that came in one delivery.</param>
    /// <param name="Rejected">Percent of the quantity that failed the inspection.</param>
    /// <param name="Score">Mean of on time, complete and accepted.</param>
    public sealed record Row(Guid SupplierId, string Number, string Name, int Lines, decimal OnTime, decimal Complete, decimal Rejected, int Late, decimal Score);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var today = branches.Today(user, clock.GetCurrentInstant());
            var since = today.PlusMonths(-Math.Clamp(q.Months ?? UsualMonths, 1, 120));
            var judged =
                from line in db.PurchaseOrderLines.AsNoTracking()
                join order in db.PurchaseOrders on line.PurchaseOrderId equals order.Id
                where order.OrderedOn >= since && order.State != PurchaseOrderState.Cancelled && (line.CompletedOn != null || line.ExpectedOn < today)
                select new
                {
                    order.SupplierId,
                    OnTime = line.CompletedOn != null && line.CompletedOn <= line.ExpectedOn ? 1 : 0,
                    AtOnce = line.CompletedOn != null && db.PurchaseReceiptLines.Count(r => r.LineId == line.Id) == 1 ? 1 : 0,
                    Late = line.CompletedOn == null ? 1 : 0,
                    line.Received,
                    line.Rejected,
                };
            var sums = await judged.GroupBy(l => l.SupplierId).Select(g => new
            {
                g.Key, Lines = g.Count(), OnTime = g.Sum(l => l.OnTime), AtOnce = g.Sum(l => l.AtOnce), Late = g.Sum(l => l.Late), Received = g.Sum(l => l.Received), Rejected = g.Sum(l => l.Rejected),
            }).ToListAsync(cancel);
            var names = await db.Suppliers.AsNoTracking().ToDictionaryAsync(s => s.Id, s => new { s.Number, s.Name }, cancel);
            return sums.Select(s =>
            {
                var onTime = Percent(s.OnTime, s.Lines);
                var complete = Percent(s.AtOnce, s.Lines);
                var rejected = Percent(s.Rejected, s.Received + s.Rejected);
                return new Row(s.Key, names[s.Key].Number, names[s.Key].Name, s.Lines, onTime, complete, rejected, s.Late, Rounding.Round((onTime + complete + 100 - rejected) / 3, 1));
            }).OrderByDescending(r => r.Score).ThenBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        }

        private static decimal Percent(decimal part, decimal whole) => whole == 0 ? 0 : Rounding.Round(100 * part / whole, 1);
    }
}
