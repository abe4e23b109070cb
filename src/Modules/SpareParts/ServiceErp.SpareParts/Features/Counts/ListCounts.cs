using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Counts, the newest first. Filters: <c>state</c>, <c>kind</c>; the search box takes a number.</summary>
public static class ListCounts
{
    private static readonly SortOrders<StockCount> Orders = new SortOrders<StockCount>().Add("created", s => s.CreatedAt, descending: true);

    [Requires(SparePartsPermissions.CountRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string Number, StockCountKind Kind, StockCountState State, string Warehouse, LocalDate PlannedFor, int Places, int Counted, int Again, Instant CreatedAt, string? ApprovedBy);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var counts = db.StockCounts.AsNoTracking();
            if (Codes.CleanOrNull(list.Search) is { } number)
            {
                counts = counts.Where(s => s.Number == number);
            }

            if (list.Filter<StockCountState>("state") is { } state)
            {
                counts = counts.Where(s => s.State == state);
            }

            if (list.Filter<StockCountKind>("kind") is { } kind)
            {
                counts = counts.Where(s => s.Kind == kind);
            }

            return await counts.ToListPageAsync(list, Orders, s => new Row(
                s.Id, s.Number, s.Kind, s.State, s.Warehouse.Code, s.PlannedFor, db.CountLines.Count(l => l.StockCountId == s.Id), db.CountLines.Count(l => l.StockCountId == s.Id && l.Counted != null),
                db.CountLines.Count(l => l.StockCountId == s.Id && l.Again), s.CreatedAt, s.ApprovedBy), cancel);
        }
    }
}
