using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.CreditNotes;

/// <summary>A credit note with the invoice it corrects, as both are printed.</summary>
public static class GetCreditNote
{
    [Requires(BillingPermissions.InvoiceRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(GetInvoice.Answer Invoice, GetInvoice.CreditNoteRow Note);

    internal sealed class Handler(BillingDbContext db, InvoiceReading reading) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            if (await db.CreditNotes.Where(n => n.Id == request.Id).Select(n => (Guid?)n.InvoiceId).FirstOrDefaultAsync(cancel) is not { } of)
            {
                return InvoiceErrors.NoteNotFound;
            }

            var invoice = await reading.OfAsync(of, cancel);
            return invoice.Succeeded ? new Answer(invoice.Value, invoice.Value.CreditNotes.Single(n => n.Id == request.Id)) : invoice.Error;
        }
    }
}
