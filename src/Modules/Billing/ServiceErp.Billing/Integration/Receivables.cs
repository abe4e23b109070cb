using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;

namespace ServiceErp.Billing.Integration;

internal sealed class Receivables(BillingDbContext db) : IReceivables
{
    public async Task<OrderBalance?> OfOrderAsync(Guid orderId, CancellationToken cancel)
    {
        var found = await db.Vouchers.AsNoTracking().Where(v => v.OrderId == orderId)
            .Select(v => new
            {
                v.State,
                v.Currency,
                Invoices = db.Invoices.Where(i => i.VoucherId == v.Id && i.State != InvoiceState.Draft).Select(i => new { i.Gross, i.Credited, i.Open }).ToList(),
            })
            .FirstOrDefaultAsync(cancel);
        return found is null
            ? null
            : new OrderBalance(
                orderId, found.State != VoucherState.ToInvoice, found.Invoices.Sum(i => i.Gross - i.Credited), found.Invoices.Sum(i => Math.Max(0, i.Open)), found.Currency);
    }
}
