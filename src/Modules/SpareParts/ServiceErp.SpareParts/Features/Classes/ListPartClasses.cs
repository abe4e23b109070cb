using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>
/// Parts with their classes, the largest consumption value first. Filters: <c>warehouse</c>, <c>class</c>, <c>xyz</c>, <c>manual</c>, <c>run</c> (a preview), and with it <c>show=changes</c> (what it would change).
/// </summary>
public static class ListPartClasses
{
    private static readonly SortOrders<PartClass> Orders = new SortOrders<PartClass>().Add("rank", p => p.Rank);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>Of a preview, the classes of today beside the new ones.</summary>
    public sealed record Row(
        Guid PartId, string Number, string Name, string Unit, int Rank, AbcClass Abc, XyzClass Xyz, AbcClass? Manual, AbcClass Class, decimal Quantity, decimal Value, decimal Cumulated, decimal? Variation,
        AbcClass? TodayAbc, XyzClass? TodayXyz)
    {
        /// <summary>Of the value: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            Guid? warehouse = Guid.TryParse(list.Filter("warehouse"), out var named) ? named : null;
            var branchId = warehouse is { } w ? await db.Warehouses.Where(x => x.Id == w).Select(x => x.BranchId).FirstOrDefaultAsync(cancel) : branches.For(user)?.Id ?? default;
            var today = await db.ClassRuns.InForce(branchId, warehouse).Select(r => r.Id).FirstOrDefaultAsync(cancel);
            var runId = Guid.TryParse(list.Filter("run"), out var preview) && await db.ClassRuns.AnyAsync(r => r.Id == preview, cancel) ? preview : today;
            var owner = await db.ClassRuns.Where(r => r.Id == runId).Select(r => (Guid?)r.BranchId).FirstOrDefaultAsync(cancel);
            var rows = list.Filter("show") == "changes" ? db.Differing(runId, today) : db.PartClasses.AsNoTracking().Where(p => p.RunId == runId);
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                rows = rows.Where(p => found.Contains(p.Id));
            }

            if (list.Filter<AbcClass>("class") is { } abc)
            {
                rows = rows.Where(p => p.Class == abc);
            }

            if (list.Filter<XyzClass>("xyz") is { } xyz)
            {
                rows = rows.Where(p => p.Xyz == xyz);
            }

            if (list.Filter("manual") is not null)
            {
                rows = rows.Where(p => p.Manual != null);
            }

            return (await rows.ToListPageAsync(list, Orders, p => new Row(
                p.Id, p.PartNumber, p.Part.Name, p.Part.Unit, p.Rank, p.Abc, p.Xyz, p.Manual, p.Class, p.Quantity, p.Value, p.Cumulated, p.Variation,
                db.PartClasses.Where(o => o.RunId == today && o.Id == p.Id).Select(o => (AbcClass?)o.Abc).FirstOrDefault(),
                db.PartClasses.Where(o => o.RunId == today && o.Id == p.Id).Select(o => (XyzClass?)o.Xyz).FirstOrDefault()), cancel)).InCurrencies(branches, _ => owner, (r, currency) => r with { Currency = currency });
        }
    }
}
