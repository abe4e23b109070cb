using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>
/// Somebody who signs in (HOST-2). ASP.NET Core Identity keeps the password through <see cref="UserStore"/>; the rest is the administrator's.
/// Invariants: the e-mail address is unique; a user who left keeps their name in every history and can't sign in; a demo user has no password.
/// </summary>
internal sealed class ErpUser : Aggregate, IAuditedInBranch
{
    private ErpUser()
    {
    }

    public ErpUser(Guid id, Instant now)
    {
        Id = id;
        CreatedAt = now;
        Raise(new UserChanged(id));
    }

    public string Name { get; private set; } = "";

    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    public string? PasswordHash { get; set; }

    /// <summary>Somebody else chose the password: nothing but a new one is let through.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Identity's mark of the present password.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Since the last sign-in. Shown to administrators; what is refused is decided by <see cref="FailedSignIn"/>.</summary>
    public int FailedSignIns { get; private set; }

    /// <summary>The latest lock-out, wherever it came from; it need not keep the user out who signs in from elsewhere.</summary>
    public Instant? LockedUntil { get; private set; }

    public string Language { get; private set; } = "en";

    public Guid? BranchId { get; private set; }

    /// <summary>The roles' names with commas between; one readable line of the audit trail.</summary>
    public string RoleNames { get; private set; } = "";

    public bool Active { get; private set; } = true;

    /// <summary>Belongs to the demo centre: signs in with one click while the demo runs, and in no other way.</summary>
    public bool IsDemo { get; init; }

    public Instant CreatedAt { get; private init; }

    public Instant? LastSignInAt { get; private set; }

    public IReadOnlyList<string> Roles => RoleNames.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public void Describe(string name, string language, Guid? branchId, IEnumerable<string> roles)
    {
        Name = name.Trim();
        Language = language;
        BranchId = branchId;
        RoleNames = string.Join(',', Modules.Roles.All.Intersect(roles));
        Raise(new UserChanged(Id));
    }

    public void Activate(bool active)
    {
        Active = active;
        Raise(new UserChanged(Id));
    }

    public void SignedIn(Instant now)
    {
        LastSignInAt = now;
        Forgive();
    }

    public void SignInFailed(Instant? lockedUntil)
    {
        FailedSignIns++;
        LockedUntil = lockedUntil ?? LockedUntil;
    }

    public void Forgive() => (FailedSignIns, LockedUntil) = (0, null);

    /// <summary>Something changed that the directory in memory must learn, such as the stamp.</summary>
    public void Touch() => Raise(new UserChanged(Id));
}

/// <summary>A user, an API key or a permission was changed; what is kept of them in memory is renewed.</summary>
/// <param name="Id">Of what was changed.</param>
[EventName("platform.user-changed.v1")]
public sealed record UserChanged(Guid Id) : IIntegrationEvent;
