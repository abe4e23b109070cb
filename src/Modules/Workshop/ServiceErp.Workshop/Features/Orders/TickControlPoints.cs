using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Notes the control points of the repair as passed, with who and when. Those of the inspection are the inspector's, who ticks them with the verdict (WRK-6).</summary>
public static class TickControlPoints
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, IReadOnlyList<Guid>? PointIds) : ICommand<OrderMoved>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PointIds).NotEmpty().WithErrorCode("Workshop.ControlPoint.NoneChosen").WithMessage("Tick at least one control point.");
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Orders.Include(o => o.Ticks).FirstOrDefaultAsync(o => o.Id == c.Id, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (order.WorkRefusal(user) is { } notYours)
            {
                return notYours;
            }

            if (!order.IsOpen)
            {
                return OrderErrors.Closed;
            }

            Guid[] wanted = [.. c.PointIds!.Distinct()];
            var points = await db.ControlPoints.AsNoTracking().Where(p => p.Active && wanted.Contains(p.Id)).Select(p => p.Boundary).ToListAsync(cancel);
            if (points.Count != wanted.Length)
            {
                return Error.NotFound("Workshop.ControlPoint.NotFound", "There is no such control point.");
            }

            if (points.Contains(Boundary.Inspection))
            {
                return Error.Refused("Workshop.ControlPoint.Inspectors", "The points of the inspection are ticked by the inspector.");
            }

            order.Worked(user.WorkerOf(order));

            foreach (var point in wanted)
            {
                order.Tick(ids.NewId(), point, clock.GetCurrentInstant(), user.Name);
            }

            return OrderMoved.Of(order);
        }
    }
}
