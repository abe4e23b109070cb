using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Invoices;

internal static class InvoiceErrors
{
    public static readonly Error NotFound = Error.NotFound("Billing.Invoice.NotFound", "There is no such invoice.");
}
