using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>From a voucher to its issued invoice, or to a draft that can still be changed. Asking again gives the same invoice.</summary>
public static class CreateInvoiceFromVoucher
{
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(Guid? Id, Guid VoucherId, bool AsDraft = false) : ICommand<InvoiceAnswer>, ICreates;

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, IIdentifiers ids) : IHandler<Command, InvoiceAnswer>
    {
        public async Task<Result<InvoiceAnswer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Vouchers.FirstOrDefaultAsync(v => v.Id == request.VoucherId, cancel) is not { } voucher)
            {
                return VoucherErrors.NotFound;
            }

            var id = request.Id ?? ids.NewId();
            var invoice = request.AsDraft ? await invoicing.DraftAsync(id, voucher, cancel) : await invoicing.InvoiceAsync(id, voucher, cancel);
            return invoice.Succeeded ? Invoicing.Answer(invoice.Value) : invoice.Error;
        }
    }
}
