using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Closes a branch for good: it is offered nowhere any more, its documents stay.</summary>
public static class CloseBranch
{
    /// <summary>The command.</summary>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.All)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, IBranches branches, IClock clock) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            db.ChangeBranchAsync(request.Id, null, branch =>
            {
                if (branches.All.All(other => other.Id == branch.Id))
                {
                    return Error.Refused("Platform.Branch.LastOne", "This is the last branch that works; open another one first.");
                }

                branch.Close(clock.GetCurrentInstant());
                return null;
            }, cancel);
    }
}
