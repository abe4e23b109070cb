using System.Collections.Concurrent;
using System.Collections.Frozen;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>
/// One browser in which a user is signed in (HOST-2). The cookie only names it, so a copy of the cookie dies with it. Invariant: an ended session stays ended.
/// </summary>
internal sealed class UserSession : Aggregate
{
    private UserSession()
    {
    }

    public UserSession(Guid id, Guid userId, Visitor from, Instant now)
    {
        Id = id;
        (UserId, StartedAt, LastSeenAt) = (userId, now, now);
        (Device, Address) = (Visitor.InWords(from.Agent), from.Address);
        Raise(new SessionChanged(id));
    }

    public Guid UserId { get; private init; }

    public Instant StartedAt { get; private init; }

    /// <summary>To some minutes, see <see cref="SessionDirectory"/>.</summary>
    public Instant LastSeenAt { get; private init; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Browser and system in a few words, by which their owner knows them again.</summary>
    public string Device { get; private init; } = "";

    public string Address { get; private init; } = "";

    public void End(Instant now)
    {
        EndedAt ??= now;
        Raise(new SessionChanged(Id));
    }
}

/// <summary>A session began or ended; what is kept of it in memory is renewed.</summary>
/// <param name="Id">The session.</param>
[EventName("platform.session-changed.v1")]
public sealed record SessionChanged(Guid Id) : IIntegrationEvent;

/// <summary>How long a session lasts. Settings: <c>Sessions:Hours</c> and <c>Sessions:IdleHours</c>.</summary>
/// <param name="Longest">From its beginning, however busy it is.</param>
/// <param name="Idle">From when it was last seen.</param>
internal sealed record SessionLimits(Duration Longest, Duration Idle)
{
    public static SessionLimits Read(IConfiguration settings) =>
        new(Duration.FromHours(settings.GetValue("Sessions:Hours", 24)), Duration.FromHours(settings.GetValue("Sessions:IdleHours", 12)));
}

/// <summary>
/// The living sessions in memory, so that a request costs no query. One that is ended by this program is dead at once, one ended by another program on the same database within
/// <see cref="Lifetime"/>. When a session was last seen is noted beside the request, and coarsely.
/// </summary>
internal sealed class SessionDirectory
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private static readonly Duration Grain = Duration.FromMinutes(5);

    private readonly Remembered<FrozenDictionary<Guid, (Guid UserId, Instant StartedAt, Instant LastSeenAt)>> living;
    private readonly ConcurrentDictionary<Guid, Instant> seen = new();
    private readonly SessionLimits limits;
    private readonly PlatformWriter writer;
    private readonly IClock clock;
    private readonly ILogger<SessionDirectory> log;

    public SessionDirectory(ILifetimeScope root, SessionLimits limits, PlatformWriter writer, IClock clock, ILogger<SessionDirectory> log, TimeProvider? time = null)
    {
        (this.limits, this.writer, this.clock, this.log) = (limits, writer, clock, log);
        living = new(root, time, log, Read, Lifetime);
    }

    /// <summary>Whether a session goes on.</summary>
    public bool IsLiving(Guid id) => Of(id) is not null;

    /// <summary>Whose session it is, which thereby is seen; null when it has ended.</summary>
    public Guid? Enter(Guid id)
    {
        if (Of(id) is not { } session)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var last = seen.GetOrAdd(id, session.LastSeenAt);
        if (now - last >= Grain && seen.TryUpdate(id, now, last))
        {
            _ = NoteAsync(id, now);
        }

        return session.UserId;
    }

    public void Forget() => living.Forget();

    private (Guid UserId, Instant StartedAt, Instant LastSeenAt)? Of(Guid id)
    {
        var now = clock.GetCurrentInstant();
        return living.Value.TryGetValue(id, out var session) && now < session.StartedAt + limits.Longest
            && now < Instant.Max(session.LastSeenAt, seen.GetValueOrDefault(id, session.LastSeenAt)) + limits.Idle ? session : null;
    }

    private FrozenDictionary<Guid, (Guid UserId, Instant StartedAt, Instant LastSeenAt)> Read(PlatformDbContext db)
    {
        var oldest = clock.GetCurrentInstant() - limits.Longest;
        var sessions = db.Set<UserSession>().AsNoTracking().Where(s => s.EndedAt == null && s.StartedAt > oldest)
            .Select(s => new { s.Id, s.UserId, s.StartedAt, s.LastSeenAt }).ToList().ToFrozenDictionary(s => s.Id, s => (s.UserId, s.StartedAt, s.LastSeenAt));
        foreach (var gone in seen.Keys.Where(id => !sessions.ContainsKey(id)))
        {
            seen.TryRemove(gone, out _);
        }

        return sessions;
    }

    private async Task NoteAsync(Guid id, Instant now)
    {
        try
        {
            await writer.ChangeAsync("NoteSession", (db, _) => db.Set<UserSession>().Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.LastSeenAt, now)));
        }
        catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException or ObjectDisposedException)
        {
            log.LogWarning(e, "When a session was last seen could not be noted");
        }
    }
}

internal sealed class ForgetSessionsWhenChanged(SessionDirectory directory) : ISubscriber<SessionChanged>
{
    public Task<Result> Handle(SessionChanged happened, CancellationToken cancel)
    {
        directory.Forget();
        return Task.FromResult(Result.Success);
    }
}

internal static class SessionChanges
{
    /// <summary>Ends what is left of a user's sessions.</summary>
    /// <param name="db">The command's context.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="except">The one that goes on; null ends all.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task EndSessionsAsync(this PlatformDbContext db, Guid userId, Guid? except, Instant now, CancellationToken cancel) =>
        (await db.Set<UserSession>().Where(s => s.UserId == userId && s.EndedAt == null && s.Id != except).ToListAsync(cancel)).ForEach(s => s.End(now));
}

/// <summary>Where and by what somebody signed in is personal, and of no use after a month; so are failures that lock nobody out any more.</summary>
internal sealed class RemoveOldSessions(PlatformWriter writer) : IScheduledJob
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public string Name => "Platform.RemoveOldSessions";

    public string Cron => "0 55 3 * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var removed = await writer.ChangeAsync(Name, async (db, now) =>
        {
            var old = now - Kept;
            var forgotten = now - FailedSignIn.Remembered;
            await db.Set<FailedSignIn>().Where(f => f.LastAt < forgotten).ExecuteDeleteAsync(CancellationToken.None);
            return await db.Set<UserSession>().Where(s => s.StartedAt < old).ExecuteDeleteAsync(CancellationToken.None);
        });
        return $"{removed:N0} sessions removed.";
    }
}

internal sealed class UserSessionTable : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("Session");
        builder.Property(s => s.Device).HasMaxLength(60);
        builder.Property(s => s.Address).HasMaxLength(60);
        builder.HasIndex(s => new { s.UserId, s.StartedAt });
        builder.HasIndex(s => s.StartedAt);
    }
}
