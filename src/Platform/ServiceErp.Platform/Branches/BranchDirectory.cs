using System.Collections.Frozen;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches;

/// <summary>
/// The branches in memory. A change made by this program shows at once (<see cref="RenewBranchesWhenChanged"/>), one made by another program on the same
/// database within <see cref="Lifetime"/>.
/// </summary>
internal sealed class BranchDirectory(ILifetimeScope root, TimeProvider time, ILogger<BranchDirectory> log) : IBranches
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Snapshot? known;

    public IReadOnlyList<Branch> All => Current().Working;

    public Branch Of(Guid id) => Find(id) ?? throw new KeyNotFoundException($"There is no branch {id}.");

    public Branch? Find(Guid id) => Current().ById.GetValueOrDefault(id);

    public Branch? For(ICurrentUser caller) => caller.BranchId is { } id ? Find(id) : Current().Working is [var first, ..] ? first : null;

    /// <summary>The next question reads the database anew.</summary>
    public void Forget() => known = null;

    private Snapshot Current()
    {
        var snapshot = known;
        if (snapshot is not null && time.GetElapsedTime(snapshot.ReadAt) < Lifetime)
        {
            return snapshot;
        }

        // One reads; those who have an old copy use it meanwhile.
        if (snapshot is not null && !gate.TryEnter())
        {
            return snapshot;
        }

        if (snapshot is null)
        {
            gate.Enter();
        }

        try
        {
            return known is { } fresh && !ReferenceEquals(fresh, snapshot) ? fresh : known = Read();
        }
        catch (Exception e) when (snapshot is not null && e is System.Data.Common.DbException or InvalidOperationException)
        {
            log.LogWarning(e, "The branches could not be read anew; what is known of them stays in force");
            return snapshot!;
        }
        finally
        {
            gate.Exit();
        }
    }

    private Snapshot Read()
    {
        var readAt = time.GetTimestamp();
        using var scope = root.BeginLifetimeScope();
        var records = scope.Resolve<PlatformDbContext>().Set<BranchRecord>().AsNoTracking().AsSplitQuery().OrderBy(b => b.Code).ToList();
        var branches = records.ConvertAll(r => (r.ClosedAt, Branch: r.ToBranch()));
        return new Snapshot(readAt, [.. branches.Where(b => b.ClosedAt is null).Select(b => b.Branch)], branches.ToFrozenDictionary(b => b.Branch.Id, b => b.Branch));
    }

    private sealed record Snapshot(long ReadAt, IReadOnlyList<Branch> Working, FrozenDictionary<Guid, Branch> ById);
}

internal sealed class RenewBranchesWhenChanged(BranchDirectory directory) : ISubscriber<BranchChanged>
{
    public Task<Result> Handle(BranchChanged happened, CancellationToken cancel)
    {
        directory.Forget();
        return Task.FromResult(Result.Success);
    }
}
