using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Sets a part's class by hand, with the reason, or takes the hand off it again; the computed one stays beside it.</summary>
public static class SetManualClass
{
    /// <param name="Class">Null takes the manual class back.</param>
    [Requires(SparePartsPermissions.ClassWrite)]
    public sealed record Command(Guid PartId, Guid? WarehouseId, AbcClass? Class, string Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, PartPlanner planner) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var branchId = c.WarehouseId is { } warehouse ? await db.Warehouses.Where(w => w.Id == warehouse).Select(w => w.BranchId).FirstOrDefaultAsync(cancel) : branches.For(user)?.Id ?? default;
            var row = await db.PartClasses.FirstOrDefaultAsync(p => p.Id == c.PartId && db.ClassRuns.InForce(branchId, c.WarehouseId).Any(r => r.Id == p.RunId), cancel);
            if (row is null)
            {
                return ClassErrors.NotClassed;
            }

            var manual = await db.ManualClasses.FirstOrDefaultAsync(m => m.PartId == c.PartId && m.BranchId == branchId && m.WarehouseId == c.WarehouseId, cancel);
            if (manual is null)
            {
                if (c.Class is null)
                {
                    return Done.It;
                }

                manual = new ManualClass(ids.NewId(), branchId, c.WarehouseId, c.PartId);
                db.ManualClasses.Add(manual);
            }

            var before = row.Class;
            manual.Set(c.Class ?? row.Abc, c.Reason, user.Name, clock.GetCurrentInstant());
            row.Override(c.Class);
            db.ClassChanges.Add(new ClassChange(ids.NewId(), c.PartId, manual, before, row.Class, row.Xyz, c.Class is null ? ClassChangeCause.TakenBack : ClassChangeCause.Set));
            if (c.Class is null)
            {
                db.ManualClasses.Remove(manual);
            }

            // The branch's class says how much must be there, and says so at once.
            if (c.WarehouseId is null)
            {
                await planner.JudgeAsync(db.PartForecasts.Where(f => f.BranchId == branchId && f.Id == c.PartId), _ => row.Class, await db.TermsAsync(cancel), cancel);
            }

            return Done.It;
        }
    }
}
