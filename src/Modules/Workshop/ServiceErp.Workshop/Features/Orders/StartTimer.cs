using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Starts the sender's clock on an order (WRK-5). Everybody has one clock, and nobody starts another's.</summary>
public static class StartTimer
{
    /// <param name="OrderId">The order.</param>
    /// <param name="Kind">What the time goes into.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, WorkKind Kind = WorkKind.Repair) : ICommand<Answer>;

    public sealed record Answer(Guid Id, Instant StartedAt);

    internal sealed class Handler(WorkshopDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (user.IsMachine || user.UserId is not { } who)
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

            var time = new WorkTime(ids.NewId(), order.Id, who, user.Name, c.Kind, clock.GetCurrentInstant());
            var started = order.StartTimer(time);
            order.Worked(started.Succeeded ? who : null);
            return started.Succeeded ? new Answer(time.Id, time.StartedAt) : started.Error;
        }
    }
}
