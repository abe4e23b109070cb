using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>The customers.</summary>
public static class ListCustomers
{
    private static readonly SortOrders<Customer> Orders = new SortOrders<Customer>().Add("name", c => c.Name);

    [Requires(ReceptionPermissions.CustomerRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string? Code, CustomerKind Kind, string Name, string Phone, string Email, string Address, string Language, bool PaysOnAccount);

    internal sealed class Handler(ReceptionDbContext db, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var customers = db.Customers.AsNoTracking();
            if (query.List.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Customer), text, cancel);
                customers = customers.Where(c => found.Contains(c.Id));
            }

            if (query.List.Filter<CustomerKind>("kind") is { } kind)
            {
                customers = customers.Where(c => c.Kind == kind);
            }

            return await customers.ToListPageAsync(query.List, Orders, c => new Row(c.Id, c.Code, c.Kind, c.Name, c.Phone, c.Email, c.Address, c.Language, c.PaysOnAccount), cancel);
        }
    }
}
