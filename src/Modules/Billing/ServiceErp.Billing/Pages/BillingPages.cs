using Microsoft.AspNetCore.Http;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.CreditNotes;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Payments;
using ServiceErp.Billing.Features.Receivables;
using ServiceErp.Billing.Features.Reminders;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Billing.Features.Terms;
using ServiceErp.Billing.Features.Vouchers;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

namespace ServiceErp.Billing.Pages;

internal static class BillingPages
{
    public static void Map(PageRoutes pages) => pages
        .Get("/billing/vouchers", Vouchers)
        .Get("/billing/vouchers/preview", Preview)
        .Post("/billing/vouchers/invoice", Batch)
        .Get("/billing/vouchers/{id}", p => p.Show(new GetVoucher.Query(p.Id()), voucher => p.Page<VoucherPage>("Voucher", new { Voucher = voucher, p.Caller })))
        .Post("/billing/vouchers/{id}/draft", async p => p.Http.After(await p.Send(new CreateInvoiceFromVoucher.Command(null, p.Id(), AsDraft: true)), a => $"/billing/invoices/{a.InvoiceId}"))
        .Post("/billing/vouchers/{id}/waive", p => p.Do<WaiveVoucher.Command, Done>(_ => $"/billing/vouchers/{p.Id()}", p.L["Released without fee"]))
        .Post("/billing/vouchers/{id}/reopen", p => p.Do<ReopenVoucher.Command, Done>(_ => $"/billing/vouchers/{p.Id()}", p.L["Back on the list"]))
        .Get("/billing/invoices", p => p.ShowList(list => new ListInvoices.Query(list), "invoices", Lists.Invoices, list => p.Page<InvoicesPage>(
            "Invoices", new { List = list, Query = p.List, Branches = p.Service<IBranches>().Seen(p.Caller), CanRemind = p.Caller.Can(BillingPermissions.ReminderSend) })))
        .Post("/billing/reminders", async p => p.Http.After(await p.Send(new SendDueReminders.Command()), _ => "/billing/invoices?overdue=yes", p.L["Reminders sent"]))
        .Get("/billing/invoices/{id}", p => Invoice(p, null))
        .Post("/billing/invoices/{id}/draft", p => p.Submit<ChangeDraft.Command, Done>(_ => $"/billing/invoices/{p.Id()}", state => Invoice(p, state), p.L["Saved"]))
        .Post("/billing/invoices/{id}/lines", ChangeLines)
        .Get("/billing/invoices/{id}/issue", p => p.Show(new GetInvoice.Query(p.Id()), invoice => invoice.State == InvoiceState.Draft
            ? p.Page<IssuePage>("Look before it is issued", new { Invoice = invoice })
            : p.Http.Redirect($"/billing/invoices/{invoice.Id}")))
        .Post("/billing/invoices/{id}/issue", Issue)
        .Post("/billing/invoices/{id}/send", p => p.Submit<SendInvoice.Command, Delivery>(_ => $"/billing/invoices/{p.Id()}", state => Invoice(p, null, sending: state), p.L["On its way to the customer"]))
        .Post("/billing/invoices/{invoiceId}/credit-notes/{noteId}/send", p => p.Do<SendCreditNote.Command, Delivery>(_ => $"/billing/invoices/{Either(p)}", p.L["On its way to the customer"]))
        .Post("/billing/invoices/{id}/discard", p => p.Do<DiscardDraft.Command, DiscardDraft.Answer>(a => $"/billing/vouchers/{a.VoucherId}", p.L["Draft discarded"]))
        .Post("/billing/invoices/{id}/remind", p => p.Do<SendReminder.Command, SendReminder.Answer>(_ => $"/billing/invoices/{p.Id()}", p.L["Reminder sent"]))
        .Get("/billing/invoices/{id}/payment", p => Payment(p, null, isRefund: false))
        .Post("/billing/invoices/{invoiceId}/payment", p => p.Submit<TakePayment.Command, TakePayment.Answer>(a => $"/billing/invoices/{a.InvoiceId}", state => Payment(p, state, isRefund: false), p.L["Payment taken"]))
        .Get("/billing/invoices/{id}/refund", p => Payment(p, null, isRefund: true))
        .Post("/billing/invoices/{invoiceId}/refund", p => p.Submit<RefundPayment.Command, RefundPayment.Answer>(a => $"/billing/invoices/{a.InvoiceId}", state => Payment(p, state, isRefund: true), p.L["Money given back"]))
        .Get("/billing/invoices/{id}/credit-note", p => CreditNote(p, null))
        .Post("/billing/invoices/{invoiceId}/credit-note", IssueCreditNoteOf)
        .Get("/billing/invoices/{id}/print", p => p.Show(new GetInvoice.Query(p.Id()), invoice => p.Http
            .Paper<InvoicePaper>(invoice.Number.Length > 0 ? invoice.Number : invoice.OrderNumber, PaperSize.A4, new { Invoice = invoice }).In(invoice.Language)))
        .Get("/billing/invoices/{id}/credit-notes/{noteId}/print", p => p.Show(new GetInvoice.Query(p.Id()), invoice => invoice.CreditNotes.FirstOrDefault(n => n.Id == p.Id("noteId")) is { } note
            ? p.Http.Paper<CreditNotePaper>(note.Number, PaperSize.A4, new { Invoice = invoice, Note = note }).In(invoice.Language)
            : p.Http.Refuse(Error.NotFound("Billing.CreditNote.NotFound", "There is no such credit note."))))
        .Get("/billing/receivables", Receivables)
        .Get("/billing/tax-rates", p => TaxRates(p, new FormState()))
        .Post("/billing/tax-rates", p => p.Submit<AddTaxRate.Command, AddTaxRate.Answer>(_ => "/billing/tax-rates", state => TaxRates(p, state), p.L["Entered"]))
        .Post("/billing/tax-rates/{id}/end", p => p.Do<EndTaxRate.Command, Done>(_ => "/billing/tax-rates", p.L["Ended"]))
        .Get("/billing/terms", p => Terms(p, null))
        .Post("/billing/terms/{branchId}", p => p.Submit<SetPaymentTerms.Command, Done>(
            _ => "/billing/terms",
            state =>
            {
                state.Values["BranchId"] = p.Id("branchId").ToString();
                return Terms(p, state);
            },
            p.L["Saved"]));

    private static async Task<IResult> Vouchers(PageRequest p)
    {
        var measure = await p.Send(new MeasureUninvoicedVouchers.Query(BranchId: Guid.TryParse(p.List.Filter("branch"), out var branch) ? branch : null));
        return measure.Succeeded
            ? await p.ShowList(list => new ListVouchers.Query(list), "vouchers", Lists.Vouchers, list => p.Page<VouchersPage>(
                "Vouchers to invoice", new { List = list, Query = p.List, Measure = measure.Value, Branches = p.Service<IBranches>().Seen(p.Caller), CanInvoice = p.Caller.Can(BillingPermissions.VoucherInvoice) }))
            : p.Http.Refuse(measure.Error);
    }

    /// <summary>What the chosen become is looked at before anything is issued.</summary>
    private static async Task<IResult> Preview(PageRequest p)
    {
        Guid[] ids = [.. p.Http.Request.Query["VoucherIds"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct()];
        if (ids.Length is 0 or > InvoiceVouchers.Most)
        {
            return p.Http.Refuse(ids.Length == 0 ? InvoiceVouchers.NoneChosen : InvoiceVouchers.TooMany);
        }

        var vouchers = new List<GetVoucher.Answer>();
        foreach (var id in ids)
        {
            var voucher = await p.Send(new GetVoucher.Query(id));
            if (!voucher.Succeeded)
            {
                return p.Http.Refuse(voucher.Error);
            }

            vouchers.Add(voucher.Value);
        }

        return p.Page<InvoicePreviewPage>("Look before it is issued", new { Vouchers = vouchers });
    }

    private static async Task<IResult> Issue(PageRequest p)
    {
        var bound = Binding.FromForm<IssueInvoice.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        return p.Http.After(result, a => $"/billing/invoices/{a.InvoiceId}", result.Succeeded ? Looks.Issued(result.Value.Number, result.Value.Delivery, p.L["The customer"], p.L) : null);
    }

    private static async Task<IResult> IssueCreditNoteOf(PageRequest p)
    {
        var bound = Binding.FromForm<IssueCreditNote.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        return result.Succeeded
            ? p.Http.Redirect($"/billing/invoices/{result.Value.InvoiceId}", Looks.Issued(result.Value.Number, result.Value.Delivery, p.L["The customer"], p.L))
            : await CreditNote(p, FormState.Posted(p.Http.Request.Form).With(result.Error, p.L));
    }

    private static async Task<IResult> Batch(PageRequest p)
    {
        var bound = Binding.FromForm<InvoiceVouchers.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value with { VoucherIds = bound.Value.VoucherIds ?? [] }) : bound.Error;
        return !result.Succeeded ? p.Http.Refuse(result.Error)
            : result.Value.Rows is [{ InvoiceId: { } invoice } one] ? p.Http.Redirect($"/billing/invoices/{invoice}", Looks.Issued(one.Number!, one.Delivery, p.L["The customer"], p.L))
            : p.Page<BatchPage>("Invoiced together", new { result.Value.Rows });
    }

    private static async Task<IResult> ChangeLines(PageRequest p)
    {
        // A line without words is left out, or was never filled in. Its empty numbers are nobody's fault.
        var bound = Binding.FromForm<ChangeDraftLines.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value with { Lines = [.. (bound.Value.Lines ?? []).Where(l => !string.IsNullOrWhiteSpace(l.Text))] }) : bound.Error;
        return result.Succeeded
            ? p.Http.Redirect($"/billing/invoices/{p.Id()}", p.L["Saved"])
            : await Invoice(p, null, FormState.Posted(p.Http.Request.Form).With(result.Error, p.L));
    }

    private static Task<IResult> Invoice(PageRequest p, FormState? draft, FormState? lines = null, FormState? sending = null) => p.Show(new GetInvoice.Query(p.Id()), invoice => p.Page<InvoicePage>(
        "Invoice",
        new
        {
            Invoice = invoice,
            p.Caller,
            LineState = lines ?? new FormState(),
            Sending = sending ?? new FormState(),
            Draft = draft ?? FormState.Of(new
            {
                invoice.CustomerName, invoice.CustomerAddress, invoice.CustomerTaxNumber, invoice.Language, invoice.Note, DueDays = NodaTime.Period.DaysBetween(invoice.IssuedOn, invoice.DueOn),
            }),
        },
        Status(draft ?? lines ?? sending)));

    private static Task<IResult> Payment(PageRequest p, FormState? state, bool isRefund) => p.Show(new GetInvoice.Query(Either(p)), invoice => p.Page<PaymentPage>(
        isRefund ? "Give money back" : "Take payment",
        new { Invoice = invoice, IsRefund = isRefund, State = state ?? FormState.Of(new { Amount = isRefund ? invoice.ToRefund : invoice.Open }) },
        Status(state)));

    private static Task<IResult> CreditNote(PageRequest p, FormState? state) =>
        p.Show(new GetInvoice.Query(Either(p)), invoice => p.Page<CreditNotePage>("Credit note", new { Invoice = invoice, State = state ?? new FormState() }, Status(state)));

    private static Task<IResult> Receivables(PageRequest p) => p.Show(new GetReceivables.Query(Guid.TryParse(p.List.Filter("branch"), out var branch) ? branch : null), answer => p.List.Format is { } format
        ? p.Http.File(format, "receivables", Lists.Receivables, answer.Customers.ToAsyncEnumerable())
        : p.Page<ReceivablesPage>("Receivables", new { Answer = answer, Query = p.List, Branches = p.Service<IBranches>().Seen(p.Caller) }));

    private static Task<IResult> TaxRates(PageRequest p, FormState state) => p.Show(new ListTaxRates.Query(), answer => p.Page<TaxRatesPage>(
        "Tax rates", new { answer.Rates, Branches = p.Service<IBranches>().Seen(p.Caller), CanWrite = p.Caller.Can(BillingPermissions.SettingsWrite), State = state }, Status(state.HasErrors ? state : null)));

    private static Task<IResult> Terms(PageRequest p, FormState? refused) => p.Show(new GetPaymentTerms.Query(), answer => p.Page<TermsPage>(
        "Payment terms", new { answer.Branches, CanWrite = p.Caller.Can(BillingPermissions.SettingsWrite), Refused = refused }, Status(refused)));

    /// <summary>The invoice of a route, which a form's command calls by its own name.</summary>
    private static Guid Either(PageRequest p) => p.Id() != Guid.Empty ? p.Id() : p.Id("invoiceId");

    private static int Status(FormState? refused) => refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
