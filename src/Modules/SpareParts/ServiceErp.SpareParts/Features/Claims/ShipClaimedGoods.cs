using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>The goods of a claim leave for the supplier: out of the places where they lie, by documents of the ledger.</summary>
public static class ShipClaimedGoods
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Answer>, IVersioned;

    /// <param name="Documents">Numbers of the documents by which they left.</param>
    public sealed record Answer(IReadOnlyList<string> Documents);

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var goods = (await claims.GoodsAsync(found.Value, cancel)).Values.Where(g => g.State == DefectState.Claimed && g.ClaimId == c.Id).ToArray();
            if (found.Value.WhyNotShipped() is { } early)
            {
                return early;
            }

            var left = await claims.LeaveAsync(found.Value, goods, DefectTrigger.Return, found.Value.Number, cancel);
            if (!left.Succeeded)
            {
                return left.Error;
            }

            return found.Value.Ship(left.Value) is { Succeeded: false, Error: var refused } ? refused : new Answer([.. left.Value.Select(d => d.Number!)]);
        }
    }
}
