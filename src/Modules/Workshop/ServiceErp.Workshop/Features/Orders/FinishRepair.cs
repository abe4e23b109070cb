using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The repair is done and goes to inspection, or the diagnosis has found no fault and nothing was repaired; refused while a clock runs, a part is neither issued nor dropped, or a mandatory control point is open (WRK-5, WRK-6).</summary>
public static class FinishRepair
{
    /// <param name="Id">The order.</param>
    /// <param name="Version">The version the sender saw.</param>
    /// <param name="HoursRemark">Why the hours charged differ from the hours measured; needed when they differ much.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, int? Version = null, string? HoursRemark = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.HoursRemark).ReasonOrNothing(500);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            var workable = await db.WorkableAsync(c.Id, user, cancel);
            if (!workable.Succeeded)
            {
                return workable.Error;
            }

            var order = workable.Value;

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var finished = order.FinishRepair(await db.OpenPointsAsync(order, Boundary.Repair, cancel), await db.RunningTimersAsync(order, cancel), clock.GetCurrentInstant(),
                new MeasuredHours(await db.MeasuredHoursAsync(order, cancel), c.HoursRemark));
            order.Worked(finished.Succeeded ? user.WorkerOf(order) : null);
            return finished.Succeeded ? OrderMoved.Of(order) : finished.Error;
        }
    }
}
