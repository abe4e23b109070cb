using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>The keys of machines, to those of a branch only theirs; the keys themselves are not kept and can't be shown again.</summary>
public static class ListApiKeys
{
    /// <summary>The question.</summary>
    [Requires(UserPermissions.ApiKeys)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One key.</summary>
    public sealed record Row(Guid Id, string Name, string Beginning, IReadOnlyList<string> Roles, string? Branch, Instant CreatedAt, Instant? LastUsedAt, Instant? RevokedAt, Instant ExpiresAt)
    {
        /// <summary>Whether it still opens anything.</summary>
        public ApiKeyState State { get; init; }
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser caller, IBranches branches, IClock clock) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var keys = await db.Set<ApiKey>().AsNoTracking().Where(k => caller.BranchId == null || k.BranchId == caller.BranchId).OrderBy(k => k.Name).ThenBy(k => k.Id).ToListAsync(cancel);
            return keys.ConvertAll(k => new Row(k.Id, k.Name, k.Beginning, k.Roles, k.BranchId is { } id ? branches.Find(id)?.Name : null, k.CreatedAt, k.LastUsedAt, k.RevokedAt, k.ExpiresAt) { State = k.StateAt(now) });
        }
    }
}

/// <summary>Whether a key opens anything.</summary>
public enum ApiKeyState
{
    /// <summary>Yes.</summary>
    InForce,

    /// <summary>Yes, for two weeks at most: make the next one.</summary>
    EndsSoon,

    /// <summary>No longer: its time is over.</summary>
    Expired,

    /// <summary>No longer: somebody ended it.</summary>
    Revoked,
}
