using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Promises the day on which the product is ready; moving it needs a reason and alerts the director at once (WRK-7).</summary>
public static class PromiseReadyBy
{
    [Requires(WorkshopPermissions.OrderPromise)]
    public sealed record Command(Guid Id, LocalDate? ReadyBy, string? Reason = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ReadyBy).NotNull().WithErrorCode("Workshop.ServiceOrder.ReadyByMissing").WithMessage("Choose the promised day.");
            RuleFor(c => c.Reason).ReasonOrNothing(2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IIdentifiers ids, IClock clock, ICurrentUser user, StaffMessages staff) : IHandler<Command, OrderMoved>
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

            var now = clock.GetCurrentInstant();
            var (was, moved) = (order.ReadyBy, order.PromisesMoved);
            var promised = order.PromiseReadyBy(ids.NewId(), c.ReadyBy!.Value, c.Reason, branches.Of(order.BranchId).DayOf(now), now, user.Name);
            if (!promised.Succeeded)
            {
                return promised.Error;
            }

            if (order.PromisesMoved > moved)
            {
                staff.Tell(db, Roles.ServiceDirector, order, $"promise/{order.Id}/{order.PromisesMoved}", "Promised day moved: {0}",
                    "{0} for {1} was promised for {2} and is now promised for {3}. Reason: {4}", order.Number, order.CustomerName, was, order.ReadyBy, c.Reason);
            }

            return OrderMoved.Of(order);
        }
    }
}
