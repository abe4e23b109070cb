using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>How far each role may record a customer's consent, in the currency of each branch.</summary>
public static class ListConsentLimits
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="UpTo">Net; null for no limit.</param>
    /// <param name="IsUsual">Nobody has set it yet.</param>
    public sealed record Row(string Role, string Currency, decimal? UpTo, bool IsUsual);

    internal sealed class Handler(WorkshopDbContext db, IBranches branches) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var set = await db.ConsentLimits.AsNoTracking().ToListAsync(cancel);
            return branches.All.Select(b => b.Currency).Concat(set.Select(l => l.Currency)).Distinct().Order(StringComparer.Ordinal)
                .SelectMany(currency => ConsentLimit.Roles.Select(role => set.Find(l => l.Role == role && l.Currency == currency) is { } limit
                    ? new Row(role, currency, limit.UpTo, false)
                    : new Row(role, currency, ConsentLimit.Usual(role, currency), true))).ToList();
        }
    }
}
