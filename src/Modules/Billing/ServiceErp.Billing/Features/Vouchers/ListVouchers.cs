using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception;

namespace ServiceErp.Billing.Features.Vouchers;

/// <summary>Vouchers with their age; those still to be invoiced unless the filter <c>state</c> says otherwise (<c>all</c> for every state).</summary>
public static class ListVouchers
{
    /// <summary>The filter's value for every state.</summary>
    public const string EveryState = "all";

    private static readonly SortOrders<Voucher> Orders = new SortOrders<Voucher>()
        .Add("released", v => v.ReleasedAt).Add("order", v => v.OrderNumber).Add("customer", v => v.CustomerName).AddAmount("payable", v => v.Payable);

    [Requires(BillingPermissions.VoucherRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, Guid OrderId, string OrderNumber, string About, Guid BranchId, string CustomerName, string DeviceName, ServiceCategory Category, VoucherState State,
        decimal Normal, decimal Reduction, decimal Payable, string Currency, Instant ReleasedAt, int AgeDays, Guid? InvoiceId);

    internal sealed class Handler(BillingDbContext db, SearchBox search, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var list = request.List;
            var vouchers = db.Vouchers.AsNoTracking();
            if (list.Filter("state") != EveryState)
            {
                var state = list.Filter<VoucherState>("state") ?? VoucherState.ToInvoice;
                vouchers = vouchers.Where(v => v.State == state);
            }

            if (list.Filter<ServiceCategory>("category") is { } category)
            {
                vouchers = vouchers.Where(v => v.Category == category);
            }

            if (Guid.TryParse(list.Filter("branch"), out var branch))
            {
                vouchers = vouchers.Where(v => v.BranchId == branch);
            }

            if (list.From is { } from)
            {
                vouchers = vouchers.Where(v => v.ReleasedOn >= from);
            }

            if (list.To is { } to)
            {
                vouchers = vouchers.Where(v => v.ReleasedOn <= to);
            }

            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync("Voucher", text, cancel);
                vouchers = vouchers.Where(v => found.Contains(v.Id));
            }

            var now = clock.GetCurrentInstant();
            var today = branches.Today(user, now);
            return await vouchers.ToListPageAsync(
                list, Orders,
                v => new Row(
                    v.Id, v.OrderId, v.OrderNumber, v.About, v.BranchId, v.CustomerName, v.DeviceName, v.Category, v.State, v.Normal, v.Reduction, v.Payable, v.Currency, v.ReleasedAt,
                    Period.DaysBetween(v.ReleasedOn, today), v.InvoiceId),
                cancel);
        }
    }
}
