using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>The branches and warehouses whose classes do not go by the last whole month yet. Once a month is enough, for the window is of whole months.</summary>
public static class ListPlacesToClass
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<IReadOnlyList<Place>>;

    public sealed record Place(Guid BranchId, Guid? WarehouseId);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock) : IHandler<Query, IReadOnlyList<Place>>
    {
        public async Task<Result<IReadOnlyList<Place>>> Handle(Query q, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var warehouses = (await db.Warehouses.Where(w => w.Active).Select(w => new Place(w.BranchId, w.Id)).ToListAsync(cancel)).ToLookup(w => w.BranchId);
            var classed = (await db.ClassRuns.AsNoTracking().Where(r => r.State == Domain.Classes.ClassRunState.InForce).Select(r => new { r.BranchId, r.WarehouseId, r.Through }).ToListAsync(cancel))
                .ToDictionary(r => new Place(r.BranchId, r.WarehouseId), r => r.Through);
            return branches.All.SelectMany(b => warehouses[b.Id].Prepend(new Place(b.Id, null)))
                .Where(place => !classed.TryGetValue(place, out var through) || through.ToYearMonth() < branches.Of(place.BranchId).DayOf(now).ToYearMonth().PlusMonths(-1))
                .ToList();
        }
    }
}
