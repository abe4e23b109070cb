using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Wants less of a line than was ordered and has not come yet; the supplier reads it.</summary>
public static class ReducePurchaseOrderLine
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, Guid LineId, decimal Quantity, string Reason, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity).Quantity();
            RuleFor(c => c.Reason).Reason("Say why.");
        }
    }

    internal sealed class Handler(PurchaseDesk desk, SparePartsDbContext db) : IHandler<Command, Done>
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

            if (order.Reduce(c.LineId, c.Quantity, (await db.RulesAsync(cancel)).UnderDeliveryPercent) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            await desk.TellAsync(order, "purchase-order-changed", c.Reason.Trim(), cancel);
            return Done.It;
        }
    }
}
