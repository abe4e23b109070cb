using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quality;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Releases or rejects a finished repair (WRK-6). A rejection needs a reason, goes back to repair and records a nonconformity.</summary>
public static class InspectOrder
{
    /// <param name="Id">The order.</param>
    /// <param name="Release">True releases, false rejects.</param>
    /// <param name="Reason">Why it is rejected; or why it is released although nothing of the work is recorded.</param>
    /// <param name="Ticked">Control points found in order.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(WorkshopPermissions.OrderInspect)]
    public sealed record Command(Guid Id, bool Release, string? Reason = null, IReadOnlyList<Guid>? Ticked = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            When(c => !c.Release, () => RuleFor(c => c.Reason).Reason("Say what did not pass.", 2000));
            When(c => c.Release, () => RuleFor(c => c.Reason).ReasonOrNothing(2000));
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, ILoanerPool? loaners = null) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.OrderAsync(c.Id, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            // Work at the customer's place is over with its release.
            if (c.Release && !order.GoodsInWorkshop && await loaners.RefusalAsync(order.Id, cancel) is { } loanerOut)
            {
                return loanerOut;
            }

            var now = clock.GetCurrentInstant();
            var inspected = c.Release
                ? await db.ReleaseAsync(order, c.Ticked, new Person(user.UserId, user.Name), branches.Of(order.BranchId).DayOf(now), now, ids, c.Reason, cancel)
                : order.Reject(c.Reason!, now);
            if (!inspected.Succeeded)
            {
                return inspected.Error;
            }

            if (!c.Release)
            {
                db.Nonconformities.Add(new Nonconformity(ids.NewId(), order.BranchId, order.Id, order.Number, order.TechnicianName, c.Reason!, now, user.Name));
            }

            return OrderMoved.Of(order);
        }
    }
}
