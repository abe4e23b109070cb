using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>A supervisor puts somebody's time right, or stops a clock that its owner forgot: with a reason, which is kept (WRK-5).</summary>
public static class CorrectTime
{
    /// <param name="OrderId">The order.</param>
    /// <param name="TimeId">The time.</param>
    /// <param name="StartedAt">When it began.</param>
    /// <param name="EndedAt">When it ended; now unless said.</param>
    /// <param name="Reason">Why.</param>
    [Requires(WorkshopPermissions.TimeCorrect)]
    public sealed record Command(Guid OrderId, Guid TimeId, Instant? StartedAt, Instant? EndedAt, string Reason) : ICommand<OrderMoved>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why the time is put right.", 500);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.OrderAsync(c.OrderId, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (await db.Times.FirstOrDefaultAsync(t => t.Id == c.TimeId && t.OrderId == order.Id, cancel) is not { } time)
            {
                return OrderErrors.TimeNotFound;
            }

            var now = clock.GetCurrentInstant();
            var corrected = order.CorrectTime(time, c.StartedAt ?? time.StartedAt, c.EndedAt ?? time.EndedAt ?? now, c.Reason.Trim(), user.Name, now);
            return corrected.Succeeded ? OrderMoved.Of(order) : corrected.Error;
        }
    }
}
