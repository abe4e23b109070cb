using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Takes goods out of a claim that the supplier has not seen; they may be claimed anew.</summary>
public static class RemoveClaimLine
{
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, Guid LineId, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            if (found.Value.Lines.FirstOrDefault(l => l.Id == c.LineId) is not { } line)
            {
                return ClaimErrors.LineNotFound;
            }

            var goods = await claims.GoodsAsync(found.Value, cancel);
            return found.Value.RemoveLine(line.Id, goods[line.DefectivePartId]) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
