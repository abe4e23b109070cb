using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>From a finished order to its issued invoice in one step. Asking again gives the same invoice. A late fee with a voucher of its own is invoiced from that.</summary>
public static class IssueInvoiceForOrder
{
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(Guid OrderId) : ICommand<InvoiceAnswer>;

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, IIdentifiers ids) : IHandler<Command, InvoiceAnswer>
    {
        public async Task<Result<InvoiceAnswer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Vouchers.FirstOrDefaultAsync(v => v.OrderId == request.OrderId && v.About == "", cancel) is not { } voucher)
            {
                return VoucherErrors.NoneOfOrder;
            }

            var invoice = await invoicing.InvoiceAsync(ids.NewId(), voucher, cancel);
            return invoice.Succeeded ? Invoicing.Answer(invoice.Value) : invoice.Error;
        }
    }
}
