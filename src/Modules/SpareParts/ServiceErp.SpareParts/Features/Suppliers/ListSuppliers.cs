using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Suppliers;

/// <summary>Suppliers by name; the search box takes the beginning of a name or number.</summary>
public static class ListSuppliers
{
    private static readonly SortOrders<Supplier> Orders = new SortOrders<Supplier>().Add("name", s => s.Name).Add("number", s => s.Number);

    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, int Version, string Number, string Name, string? Email, string? Phone, bool Active, int? WarrantyMonths, int AnswerDays);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var suppliers = db.Suppliers.AsNoTracking();
            if (q.List.Search is { } text)
            {
                suppliers = suppliers.Where(s => s.Name.StartsWith(text) || s.Number.StartsWith(text));
            }

            return await suppliers.ToListPageAsync(q.List, Orders, s => new Row(s.Id, s.Version, s.Number, s.Name, s.Email, s.Phone, s.Active, s.WarrantyMonths, s.AnswerDays), cancel);
        }
    }
}
