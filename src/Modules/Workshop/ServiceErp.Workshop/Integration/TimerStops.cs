using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>Stops work timers for those who forgot them, and tells them (WRK-5).</summary>
internal sealed class TimerStops(WorkshopDbContext db, IBranches branches, IUserDirectory users, ICurrentUser user, StaffMessages staff)
{
    private const string Subject = "Your timer on {0} was stopped";

    /// <summary>Those of an order that waits from now on: nobody works on it.</summary>
    public async Task WaitingAsync(ServiceOrder order, Instant now, CancellationToken cancel)
    {
        foreach (var running in await db.Times.Where(t => t.OrderId == order.Id && t.EndedAt == null).ToListAsync(cancel))
        {
            order.StopTimer(running, null, branches.Of(order.BranchId).Calendar, now);
            if (running.TechnicianId != user.UserId)
            {
                Tell(order, running, "Order {0} ({1}) waits, so your timer on it was stopped. Start it again when the order goes on.");
            }
        }
    }

    /// <summary>One that runs on although the branch has closed.</summary>
    /// <returns>False when the branch is open.</returns>
    public bool AtClosing(ServiceOrder order, WorkTime running, Instant now)
    {
        var calendar = branches.Of(order.BranchId).Calendar;
        if (WorkClock.Measure(calendar, running.StartedAt, now).End >= now)
        {
            return false;
        }

        order.StopTimer(running, null, calendar, now);
        Tell(order, running, "Your timer on order {0} ({1}) still ran when the branch closed, so it ended at the closing. If you worked longer, ask a supervisor to correct the time.");
        return true;
    }

    private void Tell(ServiceOrder order, WorkTime stopped, string body)
    {
        if (users.Find(stopped.TechnicianId) is { } technician)
        {
            staff.Tell(db, technician, order, $"timer-stopped/{stopped.Id}", Subject, body, order.Number, order.ModelName);
        }
    }
}
