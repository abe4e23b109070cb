using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>
/// Plans today's share of the cycle counts (PAR-5): of each class so many places that within the class's count cycle all come up once, those longest not counted first. Places that have become empty since their
/// last count are confirmed empty. Asked again on the same day it plans nothing more.
/// </summary>
public static class PlanCounts
{
    /// <param name="BranchId">The user's own branch unless said.</param>
    [Requires(SparePartsPermissions.CountPlan)]
    public sealed record Command(Guid? BranchId = null) : ICommand<Answer>;

    public sealed record Answer(int Counts, int Places);

    internal sealed class Handler(SparePartsDbContext db, CountDesk desk, IBranches branches, IClock clock, ICurrentUser user) : IHandler<Command, Answer>
    {
        private const int MostEmpty = 20;

        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            await db.BeginWriteAsync([branch.Id], cancel);
            var today = branch.DayOf(clock.GetCurrentInstant());
            var run = await desk.ClassesAsync(branch.Id, cancel);
            var policies = await db.ClassPolicies.AsNoTracking().ToDictionaryAsync(p => p.Class, p => p.CountDays, cancel);
            var planned = await db.StockCounts.Where(s => s.BranchId == branch.Id && s.Kind == StockCountKind.Cycle && s.PlannedFor == today).Select(s => s.WarehouseId).ToListAsync(cancel);
            var warehouses = await db.Warehouses.Where(w => w.BranchId == branch.Id && w.Active && w.Kind != WarehouseKind.Transit && !planned.Contains(w.Id)).OrderBy(w => w.Code).ToListAsync(cancel);
            var (counts, places) = (0, 0);
            foreach (var warehouse in warehouses)
            {
                var due = await DueAsync(warehouse, branch, run, policies, today, cancel);
                if (due.Count > 0)
                {
                    await desk.WriteAsync(StockCountKind.Cycle, warehouse, user.Name, due, cancel);
                    (counts, places) = (counts + 1, places + due.Count);
                }
            }

            return counts == 0 && planned.Count == 0 ? CountErrors.NothingDue : new Answer(counts, places);
        }

        private async Task<IReadOnlyList<PlaceToCount>> DueAsync(Warehouse warehouse, Branch branch, Guid? run, Dictionary<AbcClass, int> policies, LocalDate today, CancellationToken cancel)
        {
            List<PlaceToCount> due = [];
            foreach (var abc in Enum.GetValues<AbcClass>())
            {
                var items = OfClass(warehouse.Id, run, abc).Where(i => i.OnHand > 0);
                var quota = Quota(await items.CountAsync(cancel), OpenDays(branch, today, policies.GetValueOrDefault(abc, ClassPolicy.Usual(abc).CountDays)));
                if (quota > 0)
                {
                    due.AddRange(await items
                        .Where(i => !db.CountLines.Any(l => l.PartId == i.PartId && l.WarehouseId == i.WarehouseId && l.BinId == i.BinId && l.PostedOn == null
                            && db.StockCounts.Any(s => s.Id == l.StockCountId && s.State != StockCountState.Cancelled && s.State != StockCountState.Posted && s.State != StockCountState.Reversed)))
                        .OrderBy(i => db.CountLines.Where(l => l.PartId == i.PartId && l.WarehouseId == i.WarehouseId && l.BinId == i.BinId && l.PostedOn != null).Max(l => l.CountedAt) ?? Instant.FromUnixTimeTicks(0)).ThenBy(i => i.PartNumber).ThenBy(i => i.Id)
                        .Take(quota).Select(i => new PlaceToCount(i.PartId, i.PartNumber, i.BinId, abc, i.OnHand)).ToListAsync(cancel));
                }

                due.AddRange(await OfClass(warehouse.Id, run, abc)
                    .Where(i => i.OnHand == 0 && i.LastSequence > 0
                        && !db.CountLines.Any(l => l.PartId == i.PartId && l.WarehouseId == i.WarehouseId && l.BinId == i.BinId
                            && (l.CountedAt == null || l.CountedAt >= db.Movements.Where(m => m.StockItemId == i.Id).Max(m => (Instant?)m.At))
                            && db.StockCounts.Any(s => s.Id == l.StockCountId && s.State != StockCountState.Cancelled && s.State != StockCountState.Reversed)))
                    .OrderBy(i => i.PartNumber).ThenBy(i => i.Id).Take(MostEmpty)
                    .Select(i => new PlaceToCount(i.PartId, i.PartNumber, i.BinId, abc, 0)).ToListAsync(cancel));
            }

            return due;
        }

        private IQueryable<Domain.Stock.StockItem> OfClass(Guid warehouseId, Guid? run, AbcClass abc) => abc == AbcClass.NoMovement
            ? db.StockItems.AsNoTracking().Where(i => i.WarehouseId == warehouseId && !db.PartClasses.Any(p => p.RunId == run && p.Id == i.PartId && p.Class != AbcClass.NoMovement))
            : db.StockItems.AsNoTracking().Where(i => i.WarehouseId == warehouseId && db.PartClasses.Any(p => p.RunId == run && p.Id == i.PartId && p.Class == abc));
    }

    /// <summary>How many of so many places are counted on one of so many days, so that all come up within them.</summary>
    internal static int Quota(int places, int days) => days <= 0 ? places : (places + days - 1) / days;

    internal static int OpenDays(Branch branch, LocalDate from, int days)
    {
        var open = 0;
        for (var day = from; day < from.PlusDays(days);)
        {
            if (branch.Calendar.NextOpening(day.AtStartOfDayInZone(branch.Zone).ToInstant()) is not { } opening)
            {
                return days;
            }

            day = branch.DayOf(opening).PlusDays(1);
            open += day.PlusDays(-1) < from.PlusDays(days) ? 1 : 0;
        }

        return Math.Max(1, open);
    }
}
