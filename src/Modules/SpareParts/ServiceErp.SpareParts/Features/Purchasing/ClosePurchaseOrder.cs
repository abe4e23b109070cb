using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Gives up what has not come of an order; the supplier reads that nothing more is wanted.</summary>
public static class ClosePurchaseOrder
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, string Reason, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(PurchaseDesk desk) : IHandler<Command, Done>
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

            if (order.Close(c.Reason) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            await desk.TellAsync(order, "purchase-order-closed", c.Reason.Trim(), cancel);
            return Done.It;
        }
    }
}
