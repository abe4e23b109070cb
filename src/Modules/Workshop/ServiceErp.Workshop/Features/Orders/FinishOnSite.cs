using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The job is done at the customer's place, who signs the voucher on the screen (WRK-2).</summary>
public static class FinishOnSite
{
    /// <param name="Id">The order.</param>
    /// <param name="SignedBy">Name of the customer who signed.</param>
    /// <param name="Signature">The picture as a PNG data address.</param>
    /// <param name="Version">The version the sender saw.</param>
    /// <param name="HoursRemark">Why the hours charged differ from the hours measured; needed when they differ much.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string SignedBy, string Signature, int? Version = null, string? HoursRemark = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SignedBy).NotEmpty().WithErrorCode("Workshop.ServiceOrder.SignerMissing").WithMessage("Enter the name of the person who signs.").AtMost(100);
            RuleFor(c => c.Signature).Signed();
            RuleFor(c => c.HoursRemark).ReasonOrNothing(500);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IAttachments attachments, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
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

            var (points, timers) = (await db.OpenPointsAsync(order, Boundary.Repair, cancel), await db.RunningTimersAsync(order, cancel));
            Guid? signature = null;
            if (order.Can(OrderTrigger.FinishOnSite) && order.Obstacle(OrderTrigger.FinishOnSite, points, timers) is null)
            {
                var kept = await attachments.KeepAsync(c.Signature, order.Id, cancel);
                if (!kept.Succeeded)
                {
                    return kept.Error;
                }

                signature = kept.Value;
            }

            var finished = order.FinishOnSite(points, timers, c.SignedBy, signature, clock.GetCurrentInstant(), new MeasuredHours(await db.MeasuredHoursAsync(order, cancel), c.HoursRemark));
            order.Worked(finished.Succeeded ? user.WorkerOf(order) : null);
            return finished.Succeeded ? OrderMoved.Of(order) : finished.Error;
        }
    }
}
