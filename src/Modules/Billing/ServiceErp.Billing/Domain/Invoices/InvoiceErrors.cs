using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Invoices;

internal static class InvoiceErrors
{
    public static readonly Error NotFound = Error.NotFound("Billing.Invoice.NotFound", "There is no such invoice.");
    public static readonly Error Immutable = Error.Refused("Billing.Invoice.Immutable", "An issued invoice is never changed. Correct it with a credit note.");
    public static readonly Error AddressMissing = Error.Refused("Billing.Invoice.AddressMissing", "The law wants the customer's address on an invoice. Prepare a draft and enter it there, then issue it.");
    public static readonly Error NothingToPay = Error.Refused("Billing.Invoice.NothingToPay", "Nothing is to be paid on this voucher yet. Prepare a draft and enter what was forgotten.");
    public static readonly Error DraftStands = Error.Refused("Billing.Invoice.DraftStands", "A draft is prepared already. Open it, look at it and issue it there.");
    public static readonly Error NoteNotFound = Error.NotFound("Billing.CreditNote.NotFound", "There is no such credit note.");
    public static readonly Error LineNotFound = Error.NotFound("Billing.Invoice.LineNotFound", "The draft has no such line.");

    public static Error NotAgreed(Money agreed, Money net) =>
        Error.Refused("Billing.Invoice.NotAgreed", "The customer has agreed to {0} net, and this is {1}. Have their consent to it recorded on the order first.", agreed, net).On("Lines");
}
