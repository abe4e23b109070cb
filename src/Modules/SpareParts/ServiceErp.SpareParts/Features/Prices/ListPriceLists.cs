using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>All price lists, the newest first; they are few.</summary>
public static class ListPriceLists
{
    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, int Version, string Code, string Name, string Currency, Guid? BranchId, string? Branch, LocalDate ValidFrom, LocalDate? ValidUntil, int Prices, bool InForce);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var today = branches.Today(user, clock.GetCurrentInstant());
            var lists = await db.PriceLists.AsNoTracking().OrderByDescending(l => l.ValidFrom).ThenBy(l => l.Code)
                .Select(l => new { List = l, Prices = db.PriceListEntries.Count(e => e.PriceListId == l.Id) }).ToListAsync(cancel);
            return lists.ConvertAll(l => new Row(
                l.List.Id, l.List.Version, l.List.Code, l.List.Name, l.List.Currency, l.List.BranchId, l.List.BranchId is { } branch ? branches.Find(branch)?.Name : null, l.List.ValidFrom,
                l.List.ValidUntil == PriceList.Endless ? null : l.List.ValidUntil, l.Prices, l.List.ValidFrom <= today && l.List.ValidUntil >= today));
        }
    }
}
