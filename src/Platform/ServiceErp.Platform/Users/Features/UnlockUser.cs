using Microsoft.AspNetCore.Identity;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Ends a lock-out before its time.</summary>
public static class UnlockUser
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    [Requires(UserPermissions.Write)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeUserAsync(
            request.Id,
            async user =>
            {
                await users.ResetAccessFailedCountAsync(user);
                return (await users.SetLockoutEndDateAsync(user, null)).Refusal();
            },
            cancel);
    }
}
