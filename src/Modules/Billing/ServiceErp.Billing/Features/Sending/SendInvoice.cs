using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Sending;

/// <summary>Sends an issued invoice to its customer, or again: by e-mail with the document, by text message where there is no address (BIL-4).</summary>
public static class SendInvoice
{
    /// <param name="Id">The invoice.</param>
    /// <param name="Email">Where it goes instead of the customer's own address.</param>
    /// <param name="Version">As it was seen.</param>
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(Guid Id, string? Email = null, int? Version = null) : ICommand<Delivery>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).EmailOrNothing();
    }

    internal sealed class Handler(BillingDbContext db, InvoiceLetters letters) : IHandler<Command, Delivery>
    {
        public async Task<Result<Delivery>> Handle(Command request, CancellationToken cancel) =>
            await db.Invoices.FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is not { } invoice ? InvoiceErrors.NotFound
            : invoice.Stale(request.Version) is { } stale ? stale
            : letters.Send(invoice, request.Email);
    }
}
