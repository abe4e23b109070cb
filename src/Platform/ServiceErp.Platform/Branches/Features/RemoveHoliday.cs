using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Makes a holiday an ordinary day again.</summary>
public static class RemoveHoliday
{
    /// <summary>The command.</summary>
    [Requires(BranchPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, LocalDate Date) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) =>
            db.ChangeBranchAsync(request.Id, null, branch => branch.RemoveHoliday(request.Date)
                ? null
                : Error.NotFound("Platform.Branch.HolidayNotFound", "This day is no holiday."), cancel);
    }
}
