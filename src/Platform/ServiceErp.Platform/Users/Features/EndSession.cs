using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Ends one of one's own sessions: by signing out, or from another browser. A copy of its cookie opens nothing any more.</summary>
public static class EndSession
{
    /// <summary>The command.</summary>
    /// <param name="Id">The session.</param>
    [Anyone("Everybody ends their own sessions and no other.")]
    [Reaches(Reach.Own)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, ICurrentUser caller, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Set<UserSession>().FirstOrDefaultAsync(s => s.Id == request.Id && s.UserId == caller.UserId, cancel) is not { } session)
            {
                return Error.NotFound("Platform.Session.NotFound", "There is no such session.");
            }

            session.End(clock.GetCurrentInstant());
            return Done.It;
        }
    }
}
