using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Lets a date follow its weekday and the holidays again.</summary>
public static class RemoveException
{
    /// <summary>The command.</summary>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, LocalDate Date) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            db.ChangeBranchAsync(request.Id, null, branch => branch.RemoveException(request.Date)
                ? null
                : Error.NotFound("Platform.Branch.ExceptionNotFound", "This day has no hours of its own."), cancel);
    }
}
