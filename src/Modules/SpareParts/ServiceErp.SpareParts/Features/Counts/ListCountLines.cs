using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>The places of a count (filter <c>count</c>); balances and differences are told once the counting is over. Filter <c>show</c>: <c>different</c>, <c>open</c>.</summary>
public static class ListCountLines
{
    private static readonly SortOrders<CountLine> Orders = new SortOrders<CountLine>().Add("part", l => l.PartNumber);

    [Requires(SparePartsPermissions.CountRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, Guid PartId, string PartNumber, string PartName, string Unit, string? Bin, AbcClass Class, decimal? Counted, int Countings, string? CountedBy, Instant? CountedAt, decimal? Frozen, decimal? Balance, decimal? Difference, decimal? Value, Guid BranchId)
    {
        /// <summary>Of the amounts: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var id = Guid.TryParse(list.Filter("count"), out var count) ? count : Guid.Empty;
            var told = await db.StockCounts.AnyAsync(s => s.Id == id && (s.State == StockCountState.ToApprove || s.State == StockCountState.Posted), cancel);
            var lines = db.CountLines.AsNoTracking().Where(l => l.StockCountId == id);
            if (Codes.CleanOrNull(list.Search) is { } part)
            {
                lines = lines.Where(l => l.PartNumber.StartsWith(part));
            }

            lines = list.Filter("show") switch
            {
                "different" when told => lines.Where(l => l.Difference != 0),
                "open" => lines.Where(l => l.Counted == null || l.Again),
                _ => lines,
            };
            return (await lines.ToListPageAsync(list, Orders, l => new Row(
                l.Id, l.PartId, l.PartNumber, l.Part.Name, l.Part.Unit, l.Bin!.Code, l.Class, l.Counted, l.Countings, l.CountedBy, l.CountedAt, told ? l.Frozen : null, told && l.Counted != null ? l.Balance : null,
                told && l.Counted != null ? l.Difference : null, told && l.Counted != null ? l.Value : null, l.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
