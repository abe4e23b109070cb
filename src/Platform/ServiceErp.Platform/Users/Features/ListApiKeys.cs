using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>The keys of machines; the keys themselves are not kept and can't be shown again.</summary>
public static class ListApiKeys
{
    /// <summary>The question.</summary>
    [Requires(UserPermissions.ApiKeys)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One key.</summary>
    public sealed record Row(Guid Id, string Name, string Beginning, IReadOnlyList<string> Roles, string? Branch, Instant CreatedAt, Instant? LastUsedAt, Instant? RevokedAt);

    internal sealed class Handler(PlatformDbContext db, IBranches branches) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var keys = await db.Set<ApiKey>().AsNoTracking().OrderBy(k => k.Name).ThenBy(k => k.Id).ToListAsync(cancel);
            return keys.ConvertAll(k => new Row(k.Id, k.Name, k.Beginning, k.Roles, k.BranchId is { } id ? branches.Find(id)?.Name : null, k.CreatedAt, k.LastUsedAt, k.RevokedAt));
        }
    }
}
