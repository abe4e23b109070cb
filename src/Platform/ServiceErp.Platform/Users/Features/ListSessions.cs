using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>One's own sessions that go on, the newest first.</summary>
public static class ListSessions
{
    /// <summary>The question.</summary>
    [Anyone("Everybody sees their own sessions and no other.")]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One session.</summary>
    /// <param name="Id">Its identity, for ending it.</param>
    /// <param name="StartedAt">When it began.</param>
    /// <param name="LastSeenAt">When it was last used, to some minutes.</param>
    /// <param name="Device">Browser and system.</param>
    /// <param name="Address">From where.</param>
    /// <param name="IsThis">Whether it is the one that asks.</param>
    public sealed record Row(Guid Id, Instant StartedAt, Instant LastSeenAt, string Device, string Address, bool IsThis);

    internal sealed class Handler(PlatformDbContext db, Caller caller, SessionDirectory sessions) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var (user, mine) = (caller.UserId, caller.SessionId);
            var rows = await db.Set<UserSession>().AsNoTracking().Where(s => s.UserId == user && s.EndedAt == null).OrderByDescending(s => s.StartedAt)
                .Select(s => new Row(s.Id, s.StartedAt, s.LastSeenAt, s.Device, s.Address, s.Id == mine)).ToListAsync(cancel);
            return rows.FindAll(r => sessions.IsLiving(r.Id));
        }
    }
}
