using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Signs a user out everywhere: oneself, or as administrator anybody whose computer was lost.</summary>
public static class EndSessions
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    [Anyone("Everybody may end their own sessions; those of others need the permission to change users, which the handler asks for.")]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, Rights rights, ICurrentUser caller, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel) => caller.UserId == request.Id || caller.Can(UserPermissions.Write)
            ? await db.ChangeUserAsync(rights, request.Id, async user =>
            {
                await db.EndSessionsAsync(user.Id, null, clock.GetCurrentInstant(), cancel);
                return null;
            }, cancel)
            : Error.Forbidden("Platform.Forbidden", "You may not do this.");
    }
}
