using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Periods;

/// <summary>The closed periods of the branches the reader sees, the newest first, with what the stock was worth.</summary>
public static class ListStockPeriods
{
    public const int Most = 120;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>Only the newest of a branch can be opened again.</summary>
    public sealed record Row(Guid Id, string Branch, LocalDate Through, Instant At, string Person, decimal Value, string Currency, bool IsLast);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var closings = await db.Closings.AsNoTracking().OrderByDescending(c => c.Through).Take(Most)
                .Select(c => new { c.Id, c.BranchId, c.Through, c.At, c.Person, Value = c.Values.Sum(v => v.Value) }).ToListAsync(cancel);
            var last = closings.GroupBy(c => c.BranchId).ToDictionary(g => g.Key, g => g.Max(c => c.Through));
            return closings.ConvertAll(c => new Row(
                c.Id, branches.Find(c.BranchId)?.Name ?? "", c.Through, c.At, c.Person, c.Value, branches.Find(c.BranchId)?.Currency ?? "", last[c.BranchId] == c.Through));
        }
    }
}
