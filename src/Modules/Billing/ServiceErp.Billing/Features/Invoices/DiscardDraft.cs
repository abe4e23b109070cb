using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Throws a draft away without a trace in any balance; its voucher waits for an invoice again.</summary>
public static class DiscardDraft
{
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<Answer>, IVersioned;

    public sealed record Answer(Guid VoucherId);

    internal sealed class Handler(BillingDbContext db) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.Include(i => i.Lines).FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            if (invoice.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            if (invoice.State != InvoiceState.Draft)
            {
                return InvoiceErrors.Immutable;
            }

            var voucher = await db.Vouchers.FirstAsync(v => v.Id == invoice.VoucherId, cancel);
            voucher.ForgetDraft();
            db.Search.Remove(await db.Search.SingleAsync(s => s.Id == invoice.Id, cancel));
            db.Invoices.Remove(invoice);
            return new Answer(voucher.Id);
        }
    }
}
