using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>The part groups with how many parts each has, for how many of them orders wait, and what lies in stock of it at the reader's branch.</summary>
public static class ListGroups
{
    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="Active">Parts in use.</param>
    /// <param name="Awaited">Parts that orders wait for.</param>
    /// <param name="Value">Of the stock; null for who reads all branches, since currencies are never added.</param>
    public sealed record Row(string Group, int Parts, int Active, int Awaited, decimal? Value, string? Currency);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var branch = branches.For(user);
            var groups = await db.Parts.AsNoTracking().GroupBy(p => p.Group).Select(g => new { g.Key, Parts = g.Count(), Active = g.Sum(p => p.Active ? 1 : 0) }).OrderBy(g => g.Key).ToListAsync(cancel);
            var missing = await db.Reservations.AsNoTracking().Where(r => r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved)
                .Select(r => new { r.Part.Group, r.PartId }).Distinct().GroupBy(r => r.Group).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            var value = branch is null ? [] : await db.StockItems.AsNoTracking().Where(i => i.BranchId == branch.Id).GroupBy(i => i.Part.Group).Select(g => new { g.Key, Value = g.Sum(i => i.Value) }).ToDictionaryAsync(g => g.Key, g => g.Value, cancel);
            return groups.ConvertAll(g => new Row(g.Key, g.Parts, g.Active, missing.GetValueOrDefault(g.Key), branch is null ? null : value.GetValueOrDefault(g.Key), branch?.Currency));
        }
    }
}
