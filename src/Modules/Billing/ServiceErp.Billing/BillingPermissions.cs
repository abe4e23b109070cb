namespace ServiceErp.Billing;

/// <summary>What may be done in Billing.</summary>
internal static class BillingPermissions
{
    public const string VoucherRead = "Billing.Voucher.Read";
    public const string VoucherInvoice = "Billing.Voucher.Invoice";
    public const string VoucherWaive = "Billing.Voucher.Waive";
    public const string InvoiceRead = "Billing.Invoice.Read";
    public const string InvoiceCorrect = "Billing.Invoice.Correct";
    public const string PaymentTake = "Billing.Payment.Take";
    public const string PaymentRefund = "Billing.Payment.Refund";
    public const string CreditNoteIssue = "Billing.CreditNote.Issue";
    public const string ReminderSend = "Billing.Reminder.Send";
    public const string ReceivablesRead = "Billing.Receivables.Read";
    public const string SettingsRead = "Billing.Settings.Read";
    public const string SettingsWrite = "Billing.Settings.Write";
}
