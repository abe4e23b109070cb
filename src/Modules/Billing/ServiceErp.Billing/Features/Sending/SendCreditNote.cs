using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Sending;

/// <summary>Sends a credit note to the customer, or again, as an invoice is sent.</summary>
public static class SendCreditNote
{
    /// <param name="InvoiceId">The invoice that it corrects.</param>
    /// <param name="NoteId">The credit note.</param>
    /// <param name="Email">Where it goes instead of the customer's own address.</param>
    [Requires(BillingPermissions.CreditNoteIssue)]
    public sealed record Command(Guid InvoiceId, Guid NoteId, string? Email = null) : ICommand<Delivery>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).EmailOrNothing();
    }

    internal sealed class Handler(BillingDbContext db, InvoiceLetters letters) : IHandler<Command, Delivery>
    {
        public async Task<Result<Delivery>> Handle(Command request, CancellationToken cancel) =>
            await db.Invoices.Include(i => i.CreditNotes).FirstOrDefaultAsync(i => i.Id == request.InvoiceId, cancel) is not { } invoice ? InvoiceErrors.NotFound
            : invoice.CreditNotes.FirstOrDefault(n => n.Id == request.NoteId) is not { } note ? InvoiceErrors.NoteNotFound
            : letters.Send(invoice, note, request.Email);
    }
}
