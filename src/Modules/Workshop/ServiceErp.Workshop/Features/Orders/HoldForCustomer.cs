using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Something is wanted from the customer.</summary>
public static class HoldForCustomer
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string Reason, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say what is wanted from the customer.", 2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, TimerStops timers, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.WorkAsync(c.Id, c.Version, user, async o =>
            {
                var now = clock.GetCurrentInstant();
                var waits = o.Hold(c.Reason, now);
                if (waits.Succeeded)
                {
                    await timers.WaitingAsync(o, now, cancel);
                }

                return waits;
            }, cancel);
    }
}
