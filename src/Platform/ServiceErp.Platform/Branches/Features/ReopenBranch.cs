using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Opens a closed branch again.</summary>
public static class ReopenBranch
{
    /// <summary>The command.</summary>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.All)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            db.ChangeBranchAsync(request.Id, null, branch =>
            {
                branch.Reopen();
                return null;
            }, cancel);
    }
}
