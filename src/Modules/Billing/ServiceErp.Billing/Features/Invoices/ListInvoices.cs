using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Invoices and drafts. Filters: <c>state</c>, <c>branch</c>, <c>customer</c> (identity), <c>overdue</c> (yes), days of issue.</summary>
public static class ListInvoices
{
    private static readonly SortOrders<Invoice> Orders = new SortOrders<Invoice>()
        .Add("issued", i => i.IssuedOn, descending: true).Add("number", i => i.Number).Add("due", i => i.DueOn).Add("customer", i => i.CustomerName).AddAmount("gross", i => i.Gross);

    [Requires(BillingPermissions.InvoiceRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string Number, string OrderNumber, Guid BranchId, Guid CustomerId, string CustomerName, InvoiceState State, LocalDate IssuedOn, LocalDate DueOn,
        decimal Net, decimal Tax, decimal Gross, decimal Open, string Currency, int ReminderLevel, bool IsOverdue);

    internal sealed class Handler(BillingDbContext db, SearchBox search, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var list = request.List;
            var invoices = db.Invoices.AsNoTracking();
            if (list.Filter<InvoiceState>("state") is { } state)
            {
                invoices = invoices.Where(i => i.State == state);
            }

            if (Guid.TryParse(list.Filter("branch"), out var branch))
            {
                invoices = invoices.Where(i => i.BranchId == branch);
            }

            if (Guid.TryParse(list.Filter("customer"), out var customer))
            {
                invoices = invoices.Where(i => i.CustomerId == customer);
            }

            if (list.From is { } from)
            {
                invoices = invoices.Where(i => i.IssuedOn >= from);
            }

            if (list.To is { } to)
            {
                invoices = invoices.Where(i => i.IssuedOn <= to);
            }

            var now = clock.GetCurrentInstant();
            var today = branches.Today(user, now);
            if (list.Filter("overdue") == "yes")
            {
                invoices = invoices.Where(i => i.Open > 0 && i.DueOn < today);
            }

            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync("Invoice", text, cancel);
                invoices = invoices.Where(i => found.Contains(i.Id));
            }

            return await invoices.ToListPageAsync(
                list, Orders,
                i => new Row(
                    i.Id, i.Number, i.OrderNumber, i.BranchId, i.CustomerId, i.CustomerName, i.State, i.IssuedOn, i.DueOn, i.Net, i.Tax, i.Gross, i.Open, i.Currency, i.ReminderLevel,
                    i.Open > 0 && i.DueOn < today),
                cancel);
        }
    }
}
