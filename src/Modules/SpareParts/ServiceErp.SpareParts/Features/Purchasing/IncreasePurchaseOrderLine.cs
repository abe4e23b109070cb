using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Wants more of a line of a sent order; the supplier reads it. Where the order's value then passes the branch's limit, somebody who may approve any amount does it, and not whoever wrote the order.</summary>
public static class IncreasePurchaseOrderLine
{
    [Requires(SparePartsPermissions.PurchaseApprove)]
    public sealed record Command(Guid Id, Guid LineId, decimal Quantity, string Reason, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity).Quantity();
            RuleFor(c => c.Reason).Reason("Say why.");
        }
    }

    internal sealed class Handler(PurchaseDesk desk, SparePartsDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var order = await desk.FindAsync(c.Id, cancel);
            if (order is null)
            {
                return PurchasingErrors.OrderNotFound;
            }

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var approves = user.Can(SparePartsPermissions.PurchaseApproveAny) && !order.IsOwnOf(desk.Me);
            if (order.Increase(c.LineId, c.Quantity, approves ? decimal.MaxValue : await desk.OrderLimitAsync(order.BranchId, cancel), (await db.RulesAsync(cancel)).UnderDeliveryPercent) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            await desk.TellAsync(order, "purchase-order-changed", c.Reason.Trim(), cancel);
            return Done.It;
        }
    }
}
