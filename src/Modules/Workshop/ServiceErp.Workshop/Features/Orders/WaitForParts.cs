using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The order waits for parts; it goes on by itself when they arrive (WRK-5).</summary>
public static class WaitForParts
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string? What = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.What).AtMost(2000);
    }

    internal sealed class Handler(WorkshopDbContext db, TimerStops timers, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.WorkAsync(c.Id, c.Version, user, async o =>
            {
                var now = clock.GetCurrentInstant();
                var waits = o.WaitForParts(c.What, now);
                if (waits.Succeeded)
                {
                    await timers.WaitingAsync(o, now, cancel);
                }

                return waits;
            }, cancel);
    }
}
