using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>The net sales price that applied, or will apply, to a part on a day, and where it comes from (PAR-1).</summary>
public static class GetPriceOn
{
    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query(Guid PartId, LocalDate On) : IQuery<Answer>
    {
        /// <summary>The caller's own unless said.</summary>
        public Guid? BranchId { get; init; }
    }

    /// <param name="Amount">Null when none applied.</param>
    /// <param name="Currency">Of the branch.</param>
    /// <param name="List">Code of the price list; null when it is the part's own price.</param>
    /// <param name="ValidFrom">Its first day.</param>
    public sealed record Answer(decimal? Amount, string Currency, string? List, LocalDate? ValidFrom);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (branches.For(user, q.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            if (!await db.Parts.AnyAsync(p => p.Id == q.PartId, cancel))
            {
                return PartErrors.NotFound;
            }

            return await db.ListedOn(branch.Id, branch.Currency, q.On).Where(e => e.PartId == q.PartId).Select(e => new Answer(e.Amount, branch.Currency, e.PriceList.Code, e.PriceList.ValidFrom)).FirstOrDefaultAsync(cancel)
                ?? await db.OwnOn(branch.Currency, q.On).Where(p => p.PartId == q.PartId).Select(p => new Answer(p.Amount, branch.Currency, null, p.ValidFrom)).FirstOrDefaultAsync(cancel)
                ?? new Answer(null, branch.Currency, null, null);
        }
    }
}
