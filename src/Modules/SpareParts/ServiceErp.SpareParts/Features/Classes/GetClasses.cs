using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>A classification at a glance: the matrix of classes, the largest parts, and by which rule. The one of today, or a preview.</summary>
public static class GetClasses
{
    private const int MostBars = 60;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(Guid? WarehouseId, Guid? RunId) : IQuery<Answer>;

    public sealed record Answer(string Currency, Run? Shown, Guid? Preview, IReadOnlyList<Cell> Cells, IReadOnlyList<Bar> Bars, IReadOnlyList<Policy> Policies)
    {
        public int Parts => Cells.Sum(c => c.Count);

        public decimal Value => Cells.Sum(c => c.Value);
    }

    /// <param name="Changes">Of a preview: how many parts would be in another class.</param>
    public sealed record Run(
        Guid Id, ClassRunState State, LocalDate From, LocalDate Through, decimal ShareOfA, decimal ShareOfB, ShareRule By, decimal LimitOfX, decimal LimitOfY, Instant At, string Person, int Changes);

    public sealed record Cell(AbcClass Class, XyzClass Xyz, int Count, decimal Value);

    public sealed record Bar(Guid PartId, string Number, string Name, AbcClass Class, decimal Value, decimal Cumulated);

    public sealed record Policy(AbcClass Class, decimal ServiceLevel, int ReviewDays, int CountDays, decimal ApprovalLimit);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var branchId = q.WarehouseId is { } warehouse ? await db.Warehouses.Where(w => w.Id == warehouse).Select(w => w.BranchId).FirstOrDefaultAsync(cancel) : branches.For(user)?.Id ?? default;
            var run = q.RunId is { } id
                ? await db.ClassRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel)
                : await db.ClassRuns.AsNoTracking().InForce(branchId, q.WarehouseId).FirstOrDefaultAsync(cancel);
            if (run is null && q.RunId is not null)
            {
                return ClassErrors.RunNotFound;
            }

            var preview = await db.ClassRuns.Where(r => r.BranchId == branchId && r.WarehouseId == q.WarehouseId && r.State == ClassRunState.Preview).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);
            var policies = (await db.TermsAsync(cancel)).Select(t => new Policy(t.Key, t.Value.ServiceLevel, t.Value.ReviewDays, t.Value.CountDays, t.Value.ApprovalLimit)).ToArray();
            var currency = branches.Find(run?.BranchId ?? branchId)?.Currency ?? "";
            if (run is null)
            {
                return new Answer(currency, null, preview, [], [], policies);
            }

            var cells = await db.PartClasses.Where(p => p.RunId == run.Id).GroupBy(p => new { p.Class, p.Xyz }).Select(g => new Cell(g.Key.Class, g.Key.Xyz, g.Count(), g.Sum(p => p.Value))).ToListAsync(cancel);
            var bars = await db.PartClasses.AsNoTracking().Where(p => p.RunId == run.Id && p.Rank <= MostBars && p.Value > 0).OrderBy(p => p.Rank)
                .Select(p => new Bar(p.Id, p.PartNumber, p.Part.Name, p.Class, p.Value, p.Cumulated)).ToListAsync(cancel);
            var changes = run.State == ClassRunState.Preview ? await db.Differing(run.Id, await db.ClassRuns.InForce(run.BranchId, run.WarehouseId).Select(r => r.Id).FirstOrDefaultAsync(cancel)).CountAsync(cancel) : 0;
            return new Answer(
                currency, new Run(run.Id, run.State, run.From, run.Through, run.ShareOfA, run.ShareOfB, run.By, run.LimitOfX, run.LimitOfY, run.CalculatedAt, run.Person, changes), preview, cells, bars, policies);
        }
    }
}
