using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Approves an order as it is now, so that it may be sent above the branch's limit; never one's own. A change takes the approval away.</summary>
public static class ApprovePurchaseOrder
{
    [Requires(SparePartsPermissions.PurchaseApproveAny)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Handler(PurchaseDesk desk, IClock clock) : IHandler<Command, Done>
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

            return order.Approve(desk.Me, clock.GetCurrentInstant()) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
