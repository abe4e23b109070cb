using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Issues a draft: it gets its number and is final; and sends it if asked.</summary>
public static class IssueInvoice
{
    /// <param name="Id">The draft.</param>
    /// <param name="Version">As it was seen.</param>
    /// <param name="Send">Whether it goes to the customer at once.</param>
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(Guid Id, int? Version = null, bool Send = false) : ICommand<InvoiceAnswer>, IVersioned;

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing) : IHandler<Command, InvoiceAnswer>
    {
        public async Task<Result<InvoiceAnswer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            if (invoice.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            if (invoice.IssueRefusal is { } refusal)
            {
                return refusal;
            }

            var voucher = await db.Vouchers.FirstAsync(v => v.Id == invoice.VoucherId, cancel);
            var issued = await invoicing.IssueAsync(invoice, voucher, cancel);
            return issued.Succeeded ? Invoicing.Answer(issued.Value, request.Send ? invoicing.Send(issued.Value) : null) : issued.Error;
        }
    }
}
