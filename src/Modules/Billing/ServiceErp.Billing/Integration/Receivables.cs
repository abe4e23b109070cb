using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;

namespace ServiceErp.Billing.Integration;

internal sealed class Receivables(BillingDbContext db) : IReceivables
{
    public async Task<OrderBalance?> OfOrderAsync(Guid orderId, CancellationToken cancel)
    {
        // Beside the job's own voucher an order may have one for the late fee of its loaner.
        var found = await db.Vouchers.AsNoTracking().Where(v => v.OrderId == orderId)
            .Select(v => new
            {
                v.State,
                IsFixed = v.About == "" && (v.InvoiceId != null || v.State == VoucherState.Invoiced || v.State == VoucherState.Waived),
                v.Currency,
                Invoices = db.Invoices.Where(i => i.VoucherId == v.Id && i.State != InvoiceState.Draft).Select(i => new { i.Gross, i.Credited, i.Open }).ToList(),
            })
            .ToListAsync(cancel);
        return found is [var any, ..]
            ? new OrderBalance(
                orderId, found.TrueForAll(v => v.State != VoucherState.ToInvoice), found.Sum(v => v.Invoices.Sum(i => i.Gross - i.Credited)), found.Sum(v => v.Invoices.Sum(i => Math.Max(0, i.Open))), any.Currency) { FollowsOrder = !found.Exists(v => v.IsFixed) }
            : null;
    }
}
