using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Takes a part off an order that is not sent yet.</summary>
public static class RemovePurchaseOrderLine
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, Guid LineId, int? Version) : ICommand<Done>, IVersioned;

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

            return order.RemoveLine(c.LineId, desk.Me.Id) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
