using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Lets a user who left come back, or closes the account of a leaver: their sessions end, their name stays in every history.</summary>
public static class ActivateUser
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    /// <param name="Active">Whether they may sign in.</param>
    [Requires(UserPermissions.Write)]
    public sealed record Command(Guid Id, bool Active) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, ICurrentUser caller) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeUserAsync(
            request.Id,
            async user =>
            {
                if (!request.Active && user.Id == caller.UserId)
                {
                    return Error.Refused("Platform.User.OwnAccount", "You can't close your own account.");
                }

                if (!request.Active && user.Roles.Contains(Roles.Administrator) && await db.IsLastAdministratorAsync(user.Id, cancel))
                {
                    return UserRules.LastAdministrator;
                }

                user.Activate(request.Active);
                return null;
            },
            cancel);
    }
}
