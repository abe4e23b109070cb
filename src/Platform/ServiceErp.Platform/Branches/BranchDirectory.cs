using System.Collections.Frozen;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches;

/// <summary>The branches in memory.</summary>
internal sealed class BranchDirectory(ILifetimeScope root, ILogger<BranchDirectory> log, TimeProvider? time = null) : IBranches
{
    private readonly Remembered<Snapshot> branches = new(root, time, log, Read);

    public IReadOnlyList<Branch> All => branches.Value.Working;

    public Branch Of(Guid id) => Find(id) ?? throw new KeyNotFoundException($"There is no branch {id}.");

    public Branch? Find(Guid id) => branches.Value.ById.GetValueOrDefault(id);

    public Branch? For(ICurrentUser caller) => caller.BranchId is { } id ? Find(id) : All is [var first, ..] ? first : null;

    public void Forget() => branches.Forget();

    private static Snapshot Read(PlatformDbContext db)
    {
        var records = db.Set<BranchRecord>().AsNoTracking().AsSplitQuery().OrderBy(b => b.Code).ToList().ConvertAll(r => (r.ClosedAt, Branch: r.ToBranch()));
        return new Snapshot([.. records.Where(b => b.ClosedAt is null).Select(b => b.Branch)], records.ToFrozenDictionary(b => b.Branch.Id, b => b.Branch));
    }

    private sealed record Snapshot(IReadOnlyList<Branch> Working, FrozenDictionary<Guid, Branch> ById);
}

internal sealed class RenewBranchesWhenChanged(BranchDirectory directory) : ISubscriber<BranchChanged>
{
    public Task<Result> Handle(BranchChanged happened, CancellationToken cancel)
    {
        directory.Forget();
        return Task.FromResult(Result.Success);
    }
}
