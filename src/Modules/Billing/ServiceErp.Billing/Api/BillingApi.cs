using ServiceErp.Billing.Features.CreditNotes;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Payments;
using ServiceErp.Billing.Features.Receivables;
using ServiceErp.Billing.Features.Reminders;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Billing.Features.Terms;
using ServiceErp.Billing.Features.Vouchers;
using ServiceErp.Platform.Web;

namespace ServiceErp.Billing.Api;

internal static class BillingApi
{
    public static void Map(ApiRoutes api) => api
        .Post<IssueInvoiceForOrder.Command>("orders/{orderId}/invoice")
        .List<ListVouchers.Query>("vouchers", "state", "category", "branch")
        .Get<MeasureUninvoicedVouchers.Query>("vouchers/uninvoiced-by-day")
        .Get<GetVoucher.Query>("vouchers/{id}")
        .Post<CreateInvoiceFromVoucher.Command>("vouchers/{voucherId}/invoice")
        .Post<InvoiceVouchers.Command>("vouchers/invoice")
        .Post<WaiveVoucher.Command>("vouchers/{id}/waive")
        .Post<ReopenVoucher.Command>("vouchers/{id}/reopen")
        .List<ListInvoices.Query>("invoices", "state", "branch", "customer", "overdue")
        .Get<GetInvoice.Query>("invoices/{id}")
        .Put<ChangeDraft.Command>("invoices/{id}")
        .Put<ChangeDraftLines.Command>("invoices/{id}/lines")
        .Delete<DiscardDraft.Command>("invoices/{id}")
        .Post<IssueInvoice.Command>("invoices/{id}/issue")
        .Post<TakePayment.Command>("invoices/{invoiceId}/payments")
        .Post<RefundPayment.Command>("invoices/{invoiceId}/refunds")
        .Post<IssueCreditNote.Command>("invoices/{invoiceId}/credit-notes")
        .Post<SendInvoice.Command>("invoices/{id}/send")
        .Get<GetCreditNote.Query>("credit-notes/{id}")
        .Post<SendCreditNote.Command>("invoices/{invoiceId}/credit-notes/{noteId}/send")
        .Post<SendReminder.Command>("invoices/{id}/remind")
        .Post<SendDueReminders.Command>("reminders")
        .Get<GetReceivables.Query>("receivables")
        .Get<ListTaxRates.Query>("tax-rates")
        .Post<AddTaxRate.Command>("tax-rates")
        .Post<EndTaxRate.Command>("tax-rates/{id}/end")
        .Get<GetPaymentTerms.Query>("terms")
        .Put<SetPaymentTerms.Command>("terms/{branchId}");
}
