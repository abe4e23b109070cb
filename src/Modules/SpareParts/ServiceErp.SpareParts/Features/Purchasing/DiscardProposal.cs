using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Puts a proposal aside; its parts may be proposed again.</summary>
public static class DiscardProposal
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Handler(SparePartsDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var proposal = await db.PurchaseProposals.FirstOrDefaultAsync(p => p.Id == c.Id, cancel);
            return proposal is null ? PurchasingErrors.ProposalNotFound
                : proposal.Stale(c.Version) is { } stale ? stale
                : proposal.Discard(user.Name, clock.GetCurrentInstant()) is { Succeeded: false, Error: var refused } ? refused
                : Done.It;
        }
    }
}
