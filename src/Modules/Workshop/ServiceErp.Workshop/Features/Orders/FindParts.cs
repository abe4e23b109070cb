using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Parts by words or number, those that fit the order's model first; nothing without the store.</summary>
public static class FindParts
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Query(Guid Id, string? Q = null) : IQuery<IReadOnlyList<PartOffer>>;

    internal sealed class Handler(WorkshopDbContext db, IPartsStock? stock = null) : IHandler<Query, IReadOnlyList<PartOffer>>
    {
        public async Task<Result<IReadOnlyList<PartOffer>>> Handle(Query query, CancellationToken cancel)
        {
            if (await db.Orders.AsNoTracking().Where(o => o.Id == query.Id).Select(o => new { o.ModelId, o.BranchId }).FirstOrDefaultAsync(cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            IReadOnlyList<PartOffer> offers = stock is null || string.IsNullOrWhiteSpace(query.Q) ? [] : await stock.SearchAsync(query.Q, order.ModelId, order.BranchId, cancel);
            return offers.ToArray();
        }
    }
}
