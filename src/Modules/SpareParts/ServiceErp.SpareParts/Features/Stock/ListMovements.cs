using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>The ledger, newest first. Filters: <c>part</c>, <c>warehouse</c>, <c>kind</c>, days; the search box takes a document, order or part number.</summary>
public static class ListMovements
{
    private static readonly SortOrders<Movement> Orders = new SortOrders<Movement>().Add("at", m => m.At, descending: true);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, Instant At, LocalDate BookingDate, MovementKind Kind, Guid PartId, string PartNumber, string PartName, string Unit, string Warehouse, string? Bin, decimal Quantity, decimal? Value,
        decimal QuantityAfter, decimal? ValueAfter, Guid DocumentId, string DocumentNumber, int DocumentLine, Guid? OrderId, string Person, string? Reason, bool IsReversal, Guid BranchId)
    {
        /// <summary>Of the amounts: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, ICurrentUser user, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var (movements, seesCost) = (db.Movements.AsNoTracking(), user.Can(SparePartsPermissions.StockValue));
            if (Codes.CleanOrNull(list.Search) is { } code)
            {
                var partIds = await db.Named([code]).ToListAsync(cancel);
                var orderIds = await db.Reservations.Where(r => r.OrderNumber == code).Select(r => (Guid?)r.OrderId).Distinct().ToListAsync(cancel);
                movements = movements.Where(m => m.DocumentNumber == code || partIds.Contains(m.PartId) || orderIds.Contains(m.OrderId));
            }

            if (Guid.TryParse(list.Filter("part"), out var part))
            {
                movements = movements.Where(m => m.PartId == part);
            }

            if (Guid.TryParse(list.Filter("warehouse"), out var warehouse))
            {
                movements = movements.Where(m => m.WarehouseId == warehouse);
            }

            if (list.Filter<MovementKind>("kind") is { } kind)
            {
                movements = movements.Where(m => m.Kind == kind);
            }

            if (list.From is { } from)
            {
                movements = movements.Where(m => m.BookingDate >= from);
            }

            if (list.To is { } to)
            {
                movements = movements.Where(m => m.BookingDate <= to);
            }

            return (await movements.ToListPageAsync(list, Orders, m => new Row(
                m.Id, m.At, m.BookingDate, m.Kind, m.PartId, m.StockItem.Part.Number, m.StockItem.Part.Name, m.StockItem.Part.Unit, m.StockItem.Warehouse.Code, m.StockItem.Bin!.Code, m.Quantity, seesCost ? m.Value : null,
                m.QuantityAfter, seesCost ? m.ValueAfter : null, m.DocumentId, m.DocumentNumber, m.DocumentLine, m.OrderId, m.Person, m.Reason, m.ReversalOf != null, m.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
