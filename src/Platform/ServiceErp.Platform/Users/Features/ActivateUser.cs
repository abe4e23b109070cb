using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Lets a user who left come back, or closes the account of a leaver: their sessions end, their name stays in every history.</summary>
public static class ActivateUser
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    /// <param name="Active">Whether they may sign in.</param>
    [Requires(UserPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, bool Active) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, Rights rights, ICurrentUser caller, IClock clock) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeUserAsync(
            rights,
            request.Id,
            async user =>
            {
                if (!request.Active && user.Id == caller.UserId)
                {
                    return Error.Refused("Platform.User.OwnAccount", "You can't close your own account.");
                }

                if (!request.Active && await db.IsLastAdministratorAsync(user, cancel))
                {
                    return UserRules.LastAdministrator;
                }

                if (!request.Active)
                {
                    await db.EndSessionsAsync(user.Id, null, clock.GetCurrentInstant(), cancel);
                }

                user.Activate(request.Active);
                return null;
            },
            cancel);
    }
}
