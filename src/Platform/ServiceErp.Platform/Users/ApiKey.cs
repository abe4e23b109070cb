using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Users;

/// <summary>
/// The key of a machine (HOST-2). Invariants: only the fingerprint of the key is kept, so that a copy of the database opens nothing; a revoked one stays revoked.
/// </summary>
internal sealed class ApiKey : Aggregate
{
    private ApiKey()
    {
    }

    public ApiKey(Guid id, string name, string fingerprint, string beginning, IEnumerable<string> roles, Guid? branchId, Instant now)
    {
        Id = id;
        Name = name.Trim();
        Fingerprint = fingerprint;
        Beginning = beginning;
        RoleNames = string.Join(',', Modules.Roles.All.Intersect(roles));
        BranchId = branchId;
        CreatedAt = now;
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

    public Instant? LastUsedAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public IReadOnlyList<string> Roles => RoleNames.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public void Used(Instant now) => LastUsedAt = now;

    public void Revoke(Instant now)
    {
        RevokedAt ??= now;
        Raise(new UserChanged(Id));
    }
}
