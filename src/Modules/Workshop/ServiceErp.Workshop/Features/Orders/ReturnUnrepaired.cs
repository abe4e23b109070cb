using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The product goes back as it is: not worth it, no fault found, no part to be had. A diagnosis fee can be charged (WRK-4).</summary>
public static class ReturnUnrepaired
{
    /// <param name="Id">The order.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="FeeCode">An entry of the fee table to be charged; nothing charges nothing.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string Reason, string? FeeCode = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say why it is not repaired.", 2000);
            RuleFor(c => c.FeeCode).AtMost(40);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, ILoanerPool? loaners = null) : IHandler<Command, OrderMoved>
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

            var now = clock.GetCurrentInstant();
            OrderLine? fee = null;
            if (!string.IsNullOrEmpty(c.FeeCode))
            {
                var priced = await db.PricedAsync(order, new FeeWish(ids.NewId(), ChargeKind.Fee, c.FeeCode, null, 1, null, nameof(c.FeeCode)), branches.Of(order.BranchId).DayOf(now), (now, user.Name), cancel);
                if (!priced.Succeeded)
                {
                    return priced.Error;
                }

                fee = priced.Value;
            }

            // At the customer's place it ends the order at once; in the workshop the goods wait to be fetched.
            if (!order.GoodsInWorkshop && await loaners.RefusalAsync(order.Id, cancel) is { } loanerOut)
            {
                return loanerOut;
            }

            await db.WithdrawQuotationsAsync(order.Id, cancel);
            var moved = order.ReturnUnrepaired(c.Reason, fee, user.Name, now);
            return moved.Succeeded ? OrderMoved.Of(order) : moved.Error;
        }
    }
}
