using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Changes of classes and why, the newest first. Filters: <c>warehouse</c>, <c>part</c>, <c>cause</c>; the search box takes a part number.</summary>
public static class ListClassChanges
{
    private static readonly SortOrders<ClassChange> Orders = new SortOrders<ClassChange>().Add("at", c => c.At, descending: true);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid PartId, string Number, string Name, Instant At, AbcClass FromAbc, XyzClass FromXyz, AbcClass ToAbc, XyzClass ToXyz, ClassChangeCause Cause, string? Reason, string Person, decimal FromValue, decimal ToValue, string? Warehouse, Guid BranchId)
    {
        /// <summary>Of the amounts: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var changes = db.ClassChanges.AsNoTracking();
            if (Codes.CleanOrNull(list.Search) is { } number)
            {
                changes = changes.Where(c => c.Part.Number == number);
            }

            if (Guid.TryParse(list.Filter("part"), out var part))
            {
                changes = changes.Where(c => c.Id == part);
            }

            if (Guid.TryParse(list.Filter("warehouse"), out var warehouse))
            {
                changes = changes.Where(c => c.WarehouseId == warehouse);
            }

            if (list.Filter<ClassChangeCause>("cause") is { } cause)
            {
                changes = changes.Where(c => c.Cause == cause);
            }

            return (await changes.ToListPageAsync(list, Orders, c => new Row(
                c.Id, c.Part.Number, c.Part.Name, c.At, c.FromAbc, c.FromXyz, c.ToAbc, c.ToXyz, c.Cause, c.Reason, c.Person, c.FromValue, c.ToValue,
                db.Warehouses.Where(w => w.Id == c.WarehouseId).Select(w => w.Code).FirstOrDefault(), c.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
