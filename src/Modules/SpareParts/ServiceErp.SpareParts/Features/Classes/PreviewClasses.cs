using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Classes all parts of a branch, or of one warehouse, by the rules of today, to be looked at. Nothing changes until it is put in force; a preview before it is thrown away.</summary>
public static class PreviewClasses
{
    [Requires(SparePartsPermissions.ClassWrite)]
    public sealed record Command(Guid? WarehouseId) : ICommand<Answer>
    {
        /// <summary>The caller's own unless said; a warehouse says it itself.</summary>
        public Guid? BranchId { get; init; }
    }

    public sealed record Answer(Guid RunId);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var branchId = c.WarehouseId is { } warehouse
                ? await db.Warehouses.Where(w => w.Id == warehouse).Select(w => (Guid?)w.BranchId).FirstOrDefaultAsync(cancel)
                : branches.For(user, c.BranchId)?.Id;
            if (branchId is not { } id || branches.Find(id) is not { } branch)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            await db.BeginWriteAsync([id], cancel);
            foreach (var earlier in await db.ClassRuns.Where(r => r.BranchId == id && r.WarehouseId == c.WarehouseId && r.State == ClassRunState.Preview).ToListAsync(cancel))
            {
                earlier.Discard();
                await db.PartClasses.Where(p => p.RunId == earlier.Id).ExecuteDeleteAsync(cancel);
            }

            var rules = await db.RulesAsync(cancel);
            var now = clock.GetCurrentInstant();
            var through = branch.DayOf(now).ToYearMonth().PlusMonths(-1);
            var run = new ClassRun(ids.NewId(), id, c.WarehouseId, through.PlusMonths(1 - rules.WindowMonths), through, rules, now, user.Name);
            db.ClassRuns.Add(run);
            await db.ClassifyAsync(run, branch.Zone, cancel);
            return new Answer(run.Id);
        }
    }
}
