using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>
/// The key of a machine (HOST-2). Invariants: only the fingerprint of the key is kept, so that a copy of the database opens nothing; it ends by itself; a revoked one stays revoked.
/// </summary>
internal sealed class ApiKey : Aggregate, IAuditedInBranch
{
    public const int UsualDays = 365;

    public const int MostDays = 730;

    /// <summary>How long before its end an administrator is reminded of the next one.</summary>
    public static readonly Duration Warning = Duration.FromDays(14);

    private ApiKey()
    {
    }

    public ApiKey(Guid id, string name, string fingerprint, string beginning, IEnumerable<string> roles, Guid? branchId, Instant now, int days)
    {
        Id = id;
        Name = name.Trim();
        Fingerprint = fingerprint;
        Beginning = beginning;
        RoleNames = string.Join(',', Modules.Roles.All.Intersect(roles));
        BranchId = branchId;
        CreatedAt = now;
        ExpiresAt = now + Duration.FromDays(days);
        Raise(new UserChanged(id));
    }

    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of the key, in hexadecimal.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>The first characters, by which an administrator tells keys apart.</summary>
    public string Beginning { get; private init; } = "";

    public string RoleNames { get; private init; } = "";

    public Guid? BranchId { get; private init; }

    public Instant CreatedAt { get; private init; }

    /// <summary>From when on it opens nothing any more: a key that nobody remembers ends by itself.</summary>
    public Instant ExpiresAt { get; private init; }

    public Instant? LastUsedAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public IReadOnlyList<string> Roles => RoleNames.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public Features.ApiKeyState StateAt(Instant now) => RevokedAt is not null ? Features.ApiKeyState.Revoked
        : ExpiresAt <= now ? Features.ApiKeyState.Expired
        : ExpiresAt <= now + Warning ? Features.ApiKeyState.EndsSoon
        : Features.ApiKeyState.InForce;

    public void Used(Instant now) => LastUsedAt = now;

    public void Revoke(Instant now)
    {
        RevokedAt ??= now;
        Raise(new UserChanged(Id));
    }
}
