using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Invoices;

/// <summary>Where an invoice stands (BIL-3).</summary>
public enum InvoiceState
{
    Draft,
    Issued,
    PartlyPaid,
    Paid,
    Credited,
}

public enum InvoiceTrigger
{
    Issue,
    Pay,
    Credit,
    Refund,
    Remind,
    Send,
    SendCreditNote,
}

internal static class InvoiceLifecycle
{
    public static readonly Lifecycle<Invoice, InvoiceState, InvoiceTrigger> Table = Lifecycle<Invoice, InvoiceState, InvoiceTrigger>.Define(InvoiceState.Draft, table =>
    {
        table.Configure(InvoiceState.Draft)
            .PermitIf(InvoiceTrigger.Issue, InvoiceState.Issued, i => i.Gross > 0, "There is nothing to pay on this invoice.");
        table.Configure(InvoiceState.Issued)
            .PermitIf(InvoiceTrigger.Pay, InvoiceState.Paid, i => i.Open <= 0, "Something is still open.")
            .Permit(InvoiceTrigger.Pay, InvoiceState.PartlyPaid)
            .PermitIf(InvoiceTrigger.Credit, InvoiceState.Credited, i => i.IsFullyCredited, "Not all of it is credited.")
            .PermitReentry(InvoiceTrigger.Credit)
            .PermitReentryIf(InvoiceTrigger.Remind, i => i.Open > 0, "Nothing is open.")
            .PermitReentry(InvoiceTrigger.Send)
            .PermitReentryIf(InvoiceTrigger.SendCreditNote, i => i.Credited > 0, "There is no credit note to send.");
        table.Configure(InvoiceState.PartlyPaid)
            .PermitIf(InvoiceTrigger.Pay, InvoiceState.Paid, i => i.Open <= 0, "Something is still open.")
            .PermitReentry(InvoiceTrigger.Pay)
            .PermitIf(InvoiceTrigger.Credit, InvoiceState.Credited, i => i.IsFullyCredited, "Not all of it is credited.")
            .PermitIf(InvoiceTrigger.Credit, InvoiceState.Paid, i => i.Open <= 0, "Something is still open.")
            .PermitReentry(InvoiceTrigger.Credit)
            .PermitReentryIf(InvoiceTrigger.Remind, i => i.Open > 0, "Nothing is open.")
            .PermitReentry(InvoiceTrigger.Send)
            .PermitReentryIf(InvoiceTrigger.SendCreditNote, i => i.Credited > 0, "There is no credit note to send.");
        table.Configure(InvoiceState.Paid)
            .PermitIf(InvoiceTrigger.Credit, InvoiceState.Credited, i => i.IsFullyCredited, "Not all of it is credited.")
            .PermitReentry(InvoiceTrigger.Credit)
            .PermitReentryIf(InvoiceTrigger.Refund, i => i.ToRefund > 0, "There is nothing to give back.")
            .PermitReentry(InvoiceTrigger.Send)
            .PermitReentryIf(InvoiceTrigger.SendCreditNote, i => i.Credited > 0, "There is no credit note to send.");
        table.Configure(InvoiceState.Credited)
            .PermitReentryIf(InvoiceTrigger.Refund, i => i.ToRefund > 0, "There is nothing to give back.")
            .PermitReentryIf(InvoiceTrigger.SendCreditNote, i => i.Credited > 0, "There is no credit note to send.");
        table.Final(InvoiceState.Credited);
    });
}
