using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Starts a technician's clock on an order (WRK-5). Everybody has one clock.</summary>
public static class StartTimer
{
    /// <param name="OrderId">The order.</param>
    /// <param name="Kind">What the time goes into.</param>
    /// <param name="TechnicianId">Whose time; the sender's unless said.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, WorkKind Kind = WorkKind.Repair, Guid? TechnicianId = null) : ICommand<Answer>;

    public sealed record Answer(Guid Id, Instant StartedAt);

    internal sealed class Handler(WorkshopDbContext db, IUserDirectory users, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if ((c.TechnicianId ?? user.UserId) is not { } who)
            {
                return OrderErrors.NoTimerOwner;
            }

            var workable = await db.WorkableAsync(c.OrderId, user, cancel);
            if (!workable.Succeeded)
            {
                return workable.Error;
            }

            var order = workable.Value;

            if (await db.Times.AnyAsync(t => t.TechnicianId == who && t.EndedAt == null, cancel))
            {
                return OrderErrors.TimerElsewhere;
            }

            var time = new WorkTime(ids.NewId(), order.Id, who, users.Find(who)?.Name ?? user.Name, c.Kind, clock.GetCurrentInstant());
            var started = order.StartTimer(time);
            return started.Succeeded ? new Answer(time.Id, time.StartedAt) : started.Error;
        }
    }
}
