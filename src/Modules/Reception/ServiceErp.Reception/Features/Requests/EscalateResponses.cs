using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>
/// Tells who must know that a response is late or will be: the supervisor when it is at risk and when it is overdue, the branch manager and the service director when it stays so for as long as the branch has decided
/// (REC-4). Told while the branch is open, each step once; may run as often as one likes.
/// </summary>
public static class EscalateResponses
{
    /// <summary>At most so many of a branch in one go; the others are due at the next run.</summary>
    private const int AtOnce = 200;

    [Requires(ReceptionPermissions.RequestOversee)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Told);

    internal sealed class Handler(ReceptionDbContext db, StaffMessages staff, IBranches branches, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
            var told = 0;
            foreach (var branch in branches.All.Where(b => !b.Calendar.IsEmpty && b.Calendar.IsOpen(now)))
            {
                var rules = settings.GetValueOrDefault(branch.Id) ?? new ReceptionSettings(branch.Id);
                var waiting = await db.Requests.Unanswered().Where(r => r.BranchId == branch.Id && r.AtRiskAt <= now && r.Alerted != ResponseAlert.Director).OrderBy(r => r.DueAt).Take(AtOnce).ToListAsync(cancel);
                foreach (var late in waiting)
                {
                    var reached = late.AlertAt(now, branch.Calendar, rules.ManagerAfter, rules.DirectorAfter);
                    for (var step = late.Alerted + 1; step <= reached; step++)
                    {
                        // Overdue already when it is first looked at: nobody needs to hear that it was at risk.
                        if (step != ResponseAlert.AtRisk || reached == ResponseAlert.AtRisk)
                        {
                            told += await TellAsync(late, step, cancel);
                        }
                    }

                    if (reached > late.Alerted)
                    {
                        late.NoteAlert(reached);
                    }
                }
            }

            return new Answer(told);
        }

        private Task<int> TellAsync(ServiceRequest request, ResponseAlert step, CancellationToken cancel) => staff.TellAsync(
            step switch { ResponseAlert.Manager => Roles.BranchManager, ResponseAlert.Director => Roles.ServiceDirector, _ => Roles.Dispatcher },
            request.BranchId,
            request.Id,
            $"response/{request.Id}/{step}",
            step == ResponseAlert.AtRisk ? "Response at risk: {0}" : "Response overdue: {0}",
            step == ResponseAlert.AtRisk ? "{0} of {1}, {2}: a response is due on {3}." : "{0} of {1}, {2}: a response was due on {3}, and nobody has answered yet.",
            [request.Number, request.CustomerName, request.ModelName, request.DueAt],
            cancel);
    }

    /// <summary>Still open, and nobody has answered.</summary>
    internal static IQueryable<ServiceRequest> Unanswered(this IQueryable<ServiceRequest> requests) =>
        requests.Where(r => r.AnsweredAt == null && r.State != RequestState.Closed && r.State != RequestState.Withdrawn);
}
