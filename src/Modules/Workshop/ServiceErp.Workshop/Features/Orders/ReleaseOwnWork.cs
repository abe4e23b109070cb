using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>A technician with the recorded right of self-control releases their own work; it is marked for audit (WRK-6).</summary>
public static class ReleaseOwnWork
{
    /// <param name="Id">The order.</param>
    /// <param name="Ticked">Points of the inspection found in order.</param>
    /// <param name="Version">The version the sender saw.</param>
    /// <param name="Reason">Why it is released although nothing of the work is recorded.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, IReadOnlyList<Guid>? Ticked = null, int? Version = null, string? Reason = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).ReasonOrNothing(2000);
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

            if (!order.IsWorkOf(user.UserId))
            {
                return OrderErrors.NotOwnWork;
            }

            if (!order.GoodsInWorkshop && await loaners.RefusalAsync(order.Id, cancel) is { } loanerOut)
            {
                return loanerOut;
            }

            var now = clock.GetCurrentInstant();
            var released = await db.ReleaseAsync(order, c.Ticked, new Person(user.UserId, user.Name), branches.Of(order.BranchId).DayOf(now), now, ids, c.Reason, cancel);
            return released.Succeeded ? OrderMoved.Of(order) : released.Error;
        }
    }
}
