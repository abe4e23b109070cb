using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>Foresees the next thousand parts of a branch (PAR-4). The one who asks goes on after the last until there are no more: nothing is lost when it stops between.</summary>
public static class ForecastParts
{
    private const int AtOnce = 1000;

    /// <param name="BranchId">The branch.</param>
    /// <param name="After">The last part of the thousand before; null begins.</param>
    [Requires(SparePartsPermissions.PlanWrite)]
    public sealed record Command(Guid BranchId, Guid? After) : ICommand<Answer>;

    /// <param name="Last">Where to go on; null when there are no more.</param>
    public sealed record Answer(int Planned, Guid? Last);

    internal sealed class Handler(SparePartsDbContext db, PartPlanner planner, IBranches branches, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is null)
            {
                return BranchErrors.NotFound;
            }

            // What neither lies nor was ever wanted at the branch needs no plan there, unless the branch keeps a minimum of it or it takes the place of what was.
            var after = c.After ?? Guid.Empty;
            var parts = await db.Parts.AsNoTracking()
                .Where(p => p.Id > after)
                .Where(p => db.StockItems.Any(i => i.PartId == p.Id && i.BranchId == c.BranchId) || db.Demands.Any(d => d.PartId == p.Id && d.BranchId == c.BranchId) || db.DemandRecords.Any(d => d.PartId == p.Id && d.BranchId == c.BranchId)
                    || db.PartPlans.Any(k => k.Id == p.Id && k.KeptAt == c.BranchId) || db.PartForecasts.Any(f => f.Id == p.Id && f.BranchId == c.BranchId) || db.Parts.Any(old => old.SupersededById == p.Id))
                .OrderBy(p => p.Id).Take(AtOnce).Select(p => new { p.Id, p.Number }).ToListAsync(cancel);
            var forecasts = await planner.PlanAsync(c.BranchId, parts.ToDictionary(p => p.Id, p => p.Number), cancel);
            await db.BeginWriteAsync([c.BranchId], cancel);
            Guid[] ids = [.. parts.Select(p => p.Id)];
            await db.PartForecasts.Where(f => f.BranchId == c.BranchId && ids.Contains(f.Id)).ExecuteDeleteAsync(cancel);
            db.PartForecasts.AddRange(forecasts);
            return new Answer(parts.Count, parts.Count < AtOnce ? null : parts[^1].Id);
        }
    }
}
