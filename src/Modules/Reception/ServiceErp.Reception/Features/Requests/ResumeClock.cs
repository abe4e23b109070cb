using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>Lets the response clock run again; what is due moves by the open time of the pause (REC-4).</summary>
public static class ResumeClock
{
    [Requires(ReceptionPermissions.ClockPause)]
    public sealed record Command(Guid Id) : ICommand<Answer>;

    public sealed record Answer(Instant DueAt);

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, IClock clock, IBranches branches) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.Include(r => r.Pauses).FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            var settings = await desk.SettingsAsync(request.BranchId, cancel);
            var resumed = request.ResumeClock(clock.GetCurrentInstant(), branches.Of(request.BranchId).Calendar, settings.AtRiskPercent);
            return resumed.Succeeded ? new Answer(request.DueAt) : resumed.Error;
        }
    }
}
