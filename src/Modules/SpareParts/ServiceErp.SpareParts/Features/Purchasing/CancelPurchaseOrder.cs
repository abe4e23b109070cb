using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Calls an order off before anything of it came; a supplier who has it reads so.</summary>
public static class CancelPurchaseOrder
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

            var isSent = order.OrderedOn is not null;
            if (order.Cancel(c.Reason) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if (isSent)
            {
                await desk.TellAsync(order, "purchase-order-cancelled", c.Reason.Trim(), cancel);
            }

            return Done.It;
        }
    }
}
