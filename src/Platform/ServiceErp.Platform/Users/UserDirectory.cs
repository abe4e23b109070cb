using System.Collections.Frozen;
using System.Security.Claims;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Users;

/// <summary>
/// Users, API keys and changed permissions in memory: every request asks who is there and what they may, without touching the database. A change made by this
/// program is in force at once (<see cref="RenewUsersWhenChanged"/>), one made by another program on the same database within <see cref="Lifetime"/>.
/// </summary>
internal sealed class UserDirectory(ILifetimeScope root, PermissionTable permissions, DemoMode demo, IClock clock, TimeProvider time, ILogger<UserDirectory> log) : IUserDirectory
{
    /// <summary>The claim of somebody who is let do nothing before they have chosen a password of their own.</summary>
    public const string NewPasswordClaim = "new-password";

    /// <summary>Ends the name under which a machine acts: whoever names a key like a colleague does not sign with the colleague's name.</summary>
    public const string MachineMark = "[API]";

    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Snapshot? known;
    private int changes;

    public IReadOnlyList<DirectoryUser> All => Current().All;

    /// <summary>Whether anybody could sign in without the demo; false only before the first run.</summary>
    public bool HasPeople => Current().HasPeople;

    /// <summary>The demo users, in the order of the roles.</summary>
    public IReadOnlyList<DirectoryUser> Demo => Current().Demo;

    public DirectoryUser? Find(Guid id) => Current().ById.GetValueOrDefault(id).User;

    public IReadOnlyList<DirectoryUser> InRole(string role, Guid? branchId) =>
        [.. Current().All.Where(u => u.Active && u.Roles.Contains(role) && (branchId is null || u.BranchId is null || u.BranchId == branchId))];

    /// <summary>What a session may rely on: the user's claims as they are now; null when the user left, or belongs to a demo that does not run or that real people have ended.</summary>
    /// <param name="id">The user.</param>
    /// <param name="session">The session.</param>
    /// <param name="scheme">The authentication scheme.</param>
    public ClaimsPrincipal? Principal(Guid id, Guid session, string scheme)
    {
        var present = Current();
        var (user, mustChange, isDemo) = present.ById.GetValueOrDefault(id);
        if (user is not { Active: true } || (isDemo && (!demo.On || present.HasPeople)))
        {
            return null;
        }

        Claim[] more = [new(HttpCaller.SessionClaim, session.ToString()), .. mustChange ? [new Claim(NewPasswordClaim, "")] : Array.Empty<Claim>()];
        return Make(scheme, user.Id, user.Name, user.Email, user.BranchId, user.Roles, more);
    }

    /// <summary>The claims of a machine, and when its key was last noted as used; null for a key that is unknown, revoked or has run out.</summary>
    public (ClaimsPrincipal Principal, ApiKey Key)? Machine(string fingerprint, string scheme) =>
        Current().Keys.TryGetValue(fingerprint, out var key) && key.ExpiresAt > clock.GetCurrentInstant() ? (Make(scheme, key.Id, $"{key.Name} {MachineMark}", key.Name, key.BranchId, key.Roles), key) : null;

    /// <summary>The next question reads the database anew.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        known = null;
    }

    private static ClaimsPrincipal Make(string scheme, Guid id, string name, string account, Guid? branch, IReadOnlyList<string> roles, params Claim[] more)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, id.ToString()), new(ClaimTypes.GivenName, name), new(ClaimTypes.Name, account),
            .. roles.Select(r => new Claim(ClaimTypes.Role, r)), .. more,
        ];
        if (branch is { } own)
        {
            claims.Add(new Claim(HttpCaller.BranchClaim, own.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private Snapshot Current()
    {
        var snapshot = known;
        if (snapshot is not null && time.GetElapsedTime(snapshot.ReadAt) < Lifetime)
        {
            return snapshot;
        }

        // One reads; those who have an old copy use it meanwhile.
        if (snapshot is null)
        {
            gate.Enter();
        }
        else if (!gate.TryEnter())
        {
            return snapshot;
        }

        try
        {
            if (known is { } fresh && !ReferenceEquals(fresh, snapshot))
            {
                return fresh;
            }

            var before = changes;
            var read = Read();
            known = before == changes ? read : null; // a change while reading: this answer may be old, the next must not
            return read;
        }
        catch (Exception e) when (snapshot is not null && e is System.Data.Common.DbException or InvalidOperationException)
        {
            log.LogWarning(e, "The users could not be read anew; what is known of them stays in force");
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
        var db = scope.Resolve<PlatformDbContext>();
        var users = db.Set<ErpUser>().AsNoTracking().OrderBy(u => u.Name).ToList();
        var keys = db.Set<ApiKey>().AsNoTracking().Where(k => k.RevokedAt == null).ToList();
        permissions.Override(db.Set<PermissionOverride>().AsNoTracking().ToDictionary(o => $"{o.Role}|{o.Permission}", o => o.Granted));
        var all = users.ConvertAll(u => (User: new DirectoryUser(u.Id, u.Name, u.Email, u.BranchId, u.Roles, u.Language, u.Active), u.MustChangePassword, u.IsDemo));
        return new Snapshot(
            readAt,
            all.ConvertAll(u => u.User),
            all.Exists(u => u.User.Active && !u.IsDemo),
            [.. all.Where(u => u.IsDemo && u.User.Active).Select(u => u.User).OrderBy(u => u.Roles.Count == 0 ? int.MaxValue : Roles.All.ToList().IndexOf(u.Roles[0]))],
            all.ToFrozenDictionary(u => u.User.Id, u => (u.User, u.MustChangePassword, u.IsDemo)),
            keys.ToFrozenDictionary(k => k.Fingerprint));
    }

    private sealed record Snapshot(
        long ReadAt,
        IReadOnlyList<DirectoryUser> All,
        bool HasPeople,
        IReadOnlyList<DirectoryUser> Demo,
        FrozenDictionary<Guid, (DirectoryUser User, bool MustChange, bool IsDemo)> ById,
        FrozenDictionary<string, ApiKey> Keys);
}

internal sealed class RenewUsersWhenChanged(UserDirectory directory) : ISubscriber<UserChanged>
{
    public Task<Result> Handle(UserChanged happened, CancellationToken cancel)
    {
        directory.Forget();
        return Task.FromResult(Result.Success);
    }
}
