using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Changes whom a draft is made out to, its language, the days to pay and the note.</summary>
public static class ChangeDraft
{
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(Guid Id, string CustomerName, string CustomerAddress, string? CustomerTaxNumber, string Language, int DueDays, string? Note, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.CustomerName).NotEmpty().WithErrorCode("Billing.Invoice.CustomerMissing").WithMessage("Enter whom the invoice is made out to.")
                .AtMost(200);
            RuleFor(c => c.CustomerAddress).NotEmpty().WithErrorCode("Billing.Invoice.AddressMissing").WithMessage("Enter the address.")
                .AtMost(500);
            RuleFor(c => c.CustomerTaxNumber).AtMost(40);
            RuleFor(c => c.Language).Must(l => l is "en" or "ru" or "es" or "ko").WithErrorCode("Billing.Invoice.Language").WithMessage("Choose one of the languages.");
            RuleFor(c => c.DueDays).InclusiveBetween(0, 365).WithErrorCode("Billing.Invoice.DueDays").WithMessage("Enter 0 to 365 days.");
            RuleFor(c => c.Note).AtMost(1000);
        }
    }

    internal sealed class Handler(BillingDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            if (invoice.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            var changed = invoice.Change(
                request.CustomerName.Trim(), request.CustomerAddress.Trim(), request.CustomerTaxNumber?.Trim() ?? "", request.Language, request.DueDays, request.Note?.Trim() ?? "");
            return changed.Succeeded ? Done.It : changed.Error;
        }
    }
}
