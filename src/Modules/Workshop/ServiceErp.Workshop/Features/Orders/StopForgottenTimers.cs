using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Stops the work timers that run on although their branch has closed, at the closing, and tells whose they were (WRK-5).</summary>
public static class StopForgottenTimers
{
    [Requires(WorkshopPermissions.TimeCorrect)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Stopped);

    internal sealed class Handler(WorkshopDbContext db, TimerStops timers, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var stopped = 0;
            foreach (var time in await db.Times.Where(t => t.EndedAt == null).OrderBy(t => t.StartedAt).Take(500).ToListAsync(cancel))
            {
                if (await db.OrderAsync(time.OrderId, cancel) is { } order && timers.AtClosing(order, time, now))
                {
                    stopped++;
                }
            }

            return new Answer(stopped);
        }
    }
}
