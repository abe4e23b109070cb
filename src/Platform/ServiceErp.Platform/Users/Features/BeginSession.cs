using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Begins a session for somebody of whom it is known otherwise who they are.</summary>
internal static class BeginSession
{
    [Anyone("Sent by the program itself, after the first run or for a demo user")]
    [Reaches(Reach.Own)]
    public sealed record Command(Guid UserId, Visitor From) : ICommand<Answer>;

    public sealed record Answer(Guid SessionId);

    internal sealed class Handler(PlatformDbContext db, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Set<ErpUser>().FirstOrDefaultAsync(u => u.Id == request.UserId && u.Active, cancel) is not { } user)
            {
                return UserRules.NotFound;
            }

            var now = clock.GetCurrentInstant();
            user.SignedIn(now);
            var session = new UserSession(ids.NewId(), user.Id, request.From, now);
            db.Add(session);
            return new Answer(session.Id);
        }
    }
}
