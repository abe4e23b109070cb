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
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, Rights rights) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeUserAsync(
            rights,
            request.Id,
            async user =>
            {
                await db.ForgiveAsync(user, cancel);
                return null;
            },
            cancel);
    }
}
