using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.CreditNotes;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Payments;
using ServiceErp.Billing.Features.Receivables;
using ServiceErp.Billing.Features.Reminders;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Billing.Features.Terms;
using ServiceErp.Billing.Features.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Billing.Tests;

public sealed class MoneyTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    private Caller Accountant => centre.As(Roles.Accountant);

    private Caller Receptionist => centre.As(Roles.Receptionist);

    public async Task InitializeAsync() => centre = await CentreExtensions.WithTaxesAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Payments_come_in_parts_and_more_than_is_open_is_refused_with_what_is_open()
    {
        var invoice = await Issue(1);
        var part = await centre.Ok(new TakePayment.Command(null, invoice, PaymentMethod.Cash, 19), Receptionist);
        Assert.Equal((InvoiceState.PartlyPaid, 100m), (part.State, part.Open));

        var refused = await centre.Refused("Billing.Payment.MoreThanOpen", new TakePayment.Command(null, invoice, PaymentMethod.Card, 100.01m), Receptionist);
        Assert.Contains("100.00 EUR", refused.ToString(), StringComparison.Ordinal);
        await centre.Refused("Billing.Payment.Amount", new TakePayment.Command(null, invoice, PaymentMethod.Card, 0.001m), Receptionist);
        await centre.Refused("Billing.Payment.AmountMissing", new TakePayment.Command(null, invoice, PaymentMethod.Card, 0), Receptionist);

        Assert.Equal(InvoiceState.Paid, (await centre.Ok(new TakePayment.Command(null, invoice, PaymentMethod.Transfer, 100), Receptionist)).State);
        await centre.Refused("Billing.Invoice.NotPermitted", new TakePayment.Command(null, invoice, PaymentMethod.Cash, 1), Receptionist);
    }

    [Fact]
    public async Task The_same_payment_sent_twice_counts_once()
    {
        var invoice = await Issue(1);
        var payment = new TakePayment.Command(Orders.Id(0xabc), invoice, PaymentMethod.Cash, 19);
        Assert.Equal(await centre.Ok(payment, Receptionist), await centre.Ok(payment, Receptionist));
        Assert.Equal(100, (await Get(invoice)).Open);
    }

    [Fact]
    public async Task Eight_cashiers_at_once_never_take_more_than_is_open()
    {
        var invoice = await Issue(1);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => centre.Send(new TakePayment.Command(Orders.Id(0xa00 + i), invoice, PaymentMethod.Cash, 30), Receptionist)));
        Assert.Equal(3, results.Count(r => r.Succeeded));
        Assert.Equal((29m, 90m), await centre.Look<BillingDbContext, (decimal, decimal)>(async db => await db.Invoices.Select(i => ValueTuple.Create(i.Open, i.Paid)).SingleAsync()));
    }

    [Fact]
    public async Task A_payment_lies_between_the_issue_and_today()
    {
        var invoice = await Issue(1);
        await centre.Refused("Billing.Payment.Day", new TakePayment.Command(null, invoice, PaymentMethod.Cash, 1, new LocalDate(2026, 3, 5)), Receptionist);
        await centre.Refused("Billing.Payment.Day", new TakePayment.Command(null, invoice, PaymentMethod.Cash, 1, new LocalDate(2026, 3, 3)), Receptionist);
    }

    [Fact]
    public async Task A_credit_note_takes_lines_back_has_its_own_number_and_never_more_than_is_left()
    {
        var invoice = await Issue(1);
        var line = (await Get(invoice)).Lines.Single();
        var note = await centre.Ok(new IssueCreditNote.Command(null, invoice, "Half an hour too much", [new(line.Id, 33.33m)]), Accountant);
        // 19 % of 33.33 is 6.33
        Assert.Equal(("CRN-BER-2026-000001", 39.66m, InvoiceState.Issued, 79.34m), (note.Number, note.Gross, note.State, note.Open));
        var refused = await centre.Refused("Billing.CreditNote.MoreThanLeft", new IssueCreditNote.Command(null, invoice, "More was taken off", [new(line.Id, 66.68m)]), Accountant);
        Assert.Contains("66.67 EUR", refused.ToString(), StringComparison.Ordinal);
        await centre.Refused("Billing.CreditNote.UnknownLine", new IssueCreditNote.Command(null, invoice, "Of another invoice", [new(Orders.Id(9), 1)]), Accountant);
        await centre.Refused("Billing.CreditNote.NothingChosen", new IssueCreditNote.Command(null, invoice, "Nothing was done", [new(line.Id)]), Accountant);
        await centre.Refused("Platform.ReasonMissing", new IssueCreditNote.Command(null, invoice, ""), Accountant);

        var rest = await centre.Ok(new IssueCreditNote.Command(null, invoice, "All of it was wrong"), Accountant);
        Assert.Equal(("CRN-BER-2026-000002", 79.34m, InvoiceState.Credited, 0m), (rest.Number, rest.Gross, rest.State, rest.Open));
        await centre.Refused("Billing.Invoice.NotPermitted", new IssueCreditNote.Command(null, invoice, "Once again please"), Accountant);
    }

    [Fact]
    public async Task What_a_credit_note_made_too_much_is_given_back_and_no_more()
    {
        var invoice = await Issue(1);
        await centre.Ok(new TakePayment.Command(null, invoice, PaymentMethod.Cash, 119), Receptionist);
        await centre.Refused("Billing.Invoice.Refund.Refused", new RefundPayment.Command(null, invoice, PaymentMethod.Cash, 1), Accountant);
        var line = (await Get(invoice)).Lines.Single();
        await centre.Ok(new IssueCreditNote.Command(null, invoice, "Goodwill after the wait", [new(line.Id, 50)]), Accountant);
        Assert.Equal(59.50m, (await Get(invoice)).ToRefund);
        await centre.Refused("Billing.Payment.MoreThanToRefund", new RefundPayment.Command(null, invoice, PaymentMethod.Cash, 59.51m), Accountant);
        Assert.Equal(0, (await centre.Ok(new RefundPayment.Command(null, invoice, PaymentMethod.Cash, 59.50m), Accountant)).ToRefund);
        Assert.Equal((0m, 59.50m), (await Get(invoice)) is var got ? (got.Open, got.Paid) : default);
    }

    [Fact]
    public async Task A_draft_can_be_changed_discarded_and_issued_and_an_issued_invoice_cannot()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1));
        var draft = await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant);
        Assert.Equal(("", InvoiceState.Draft), (draft.Number, draft.State));
        Assert.Empty((await centre.Ok(new GetReceivables.Query(), Accountant)).Customers);
        await centre.Refused("Billing.Voucher.HasDraft", new WaiveVoucher.Command(voucher, "Goodwill after the wait"), Accountant);
        await centre.Ok(new DiscardDraft.Command(draft.InvoiceId), Accountant);
        Assert.Equal(0, await centre.Look<BillingDbContext, int>(db => db.Invoices.CountAsync()));

        var second = await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant);
        var change = new ChangeDraft.Command(second.InvoiceId, "Schmidt GmbH", "Hauptstr. 1, Berlin", "DE999", "ko", 30, "As agreed", Version: 1);
        await centre.Ok(change, Accountant);
        await centre.Refused("Platform.Stale", change, Accountant);
        await centre.Refused("Billing.Invoice.Language", change with { Language = "de", Version = 2 }, Accountant);
        centre.Advance(Duration.FromDays(3));
        var issued = await centre.Ok(new IssueInvoice.Command(second.InvoiceId), Accountant);
        Assert.Equal(("INV-BER-2026-000001", new LocalDate(2026, 4, 6)), (issued.Number, issued.DueOn));
        await centre.Refused("Billing.Invoice.Immutable", change with { Version = null }, Accountant);
        await centre.Refused("Billing.Invoice.Immutable", new DiscardDraft.Command(second.InvoiceId), Accountant);
        await centre.Refused("Billing.Invoice.NotPermitted", new IssueInvoice.Command(second.InvoiceId), Accountant);
        Assert.Equal(("Schmidt GmbH", "ko"), (await Get(second.InvoiceId)) is var got ? (got.CustomerName, got.Language) : default);
    }

    [Fact]
    public async Task A_fully_credited_order_can_be_invoiced_again()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1));
        var first = await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher), Accountant);
        await centre.Refused("Billing.Voucher.InvoiceStands", new ReopenVoucher.Command(voucher, "Wrong company"), Accountant);
        await centre.Ok(new IssueCreditNote.Command(null, first.InvoiceId, "Wrong company"), Accountant);
        await centre.Ok(new ReopenVoucher.Command(voucher, "Wrong company"), Accountant);
        Assert.Equal("INV-BER-2026-000002", (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher), Accountant)).Number);
    }

    [Fact]
    public async Task Released_without_fee_needs_a_reason_and_can_be_undone()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1));
        await centre.Refused("Platform.ReasonMissing", new WaiveVoucher.Command(voucher, " "), Accountant);
        await centre.Refused("Platform.Forbidden", new WaiveVoucher.Command(voucher, "It was my mistake"), Receptionist);
        await centre.Ok(new WaiveVoucher.Command(voucher, "Goodwill after the long wait"), centre.As(Roles.BranchManager));
        await centre.Refused("Billing.Voucher.NotPermitted", new CreateInvoiceFromVoucher.Command(null, voucher), Accountant);
        await centre.Ok(new ReopenVoucher.Command(voucher, "The customer insists to pay"), Accountant);
        await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher), Accountant);
    }

    [Fact]
    public async Task The_list_that_is_empty_every_evening_is_measured()
    {
        var first = await centre.ReleaseAsync(Orders.Released(1));
        await centre.ReleaseAsync(Orders.Released(2));
        await centre.Ok(new CreateInvoiceFromVoucher.Command(null, first), Accountant);
        centre.Advance(Duration.FromDays(2));
        await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(2)), Accountant);
        var measure = await centre.Ok(new MeasureUninvoicedVouchers.Query(4), Accountant);
        // Tuesday none; Wednesday two came and one was left; Thursday one was left; Friday it was invoiced
        Assert.Equal([(0, 0), (2, 1), (0, 1), (0, 0)], measure.Evenings.Select(e => (e.Arrived, e.Left)));
        Assert.Equal((1, 0), (measure.EmptyEvenings, measure.OldestDays));
    }

    [Fact]
    public async Task Vouchers_and_invoices_are_found_by_state_customer_number_and_day()
    {
        await Issue(1);
        await centre.ReleaseAsync(Orders.Released(2));
        async Task<int> Vouchers(ListQuery list) => (await centre.Ok(new ListVouchers.Query(list), Receptionist)).Count;
        async Task<int> Invoices(ListQuery list) => (await centre.Ok(new ListInvoices.Query(list), Receptionist)).Count;
        static ListQuery By(string name, string value) => new() { Path = "/", Filters = new Dictionary<string, string> { [name] = value } };
        Assert.Equal((1, 1, 2), (await Vouchers(new ListQuery { Path = "/" }), await Vouchers(By("state", "Invoiced")), await Vouchers(By("state", "all"))));
        Assert.Equal((1, 0), (await Invoices(By("state", "Issued")), await Invoices(By("state", "Paid"))));
        Assert.Equal((1, 0), (await Invoices(new ListQuery { Path = "/", Search = "INV-BER-2026-000001" }), await Invoices(new ListQuery { Path = "/", Search = "INV-BER-2026-000009" })));
        Assert.Equal((0, 1), (await Invoices(By("overdue", "yes")), await Invoices(By("customer", Orders.Id(0x900001).ToString()))));
        Assert.Equal((1, 0), (await Invoices(new ListQuery { Path = "/", From = new LocalDate(2026, 3, 4), To = new LocalDate(2026, 3, 4) }), await Invoices(new ListQuery { Path = "/", From = new LocalDate(2026, 3, 5) })));
        centre.Advance(Duration.FromDays(20));
        Assert.Equal(1, await Invoices(By("overdue", "yes")));
        foreach (var sort in new[] { "issued", "number", "due", "customer", "gross" })
        {
            Assert.Equal(1, await Invoices(new ListQuery { Path = "/", Sort = sort, Descending = true }));
        }

        foreach (var sort in new[] { "released", "order", "customer", "payable" })
        {
            Assert.Equal(1, await Vouchers(new ListQuery { Path = "/", Sort = sort }));
        }
    }

    [Fact]
    public async Task Receivables_fall_into_ages_by_the_days_since_they_were_due()
    {
        await Issue(1);
        async Task<GetReceivables.Ages> Ages() => (await centre.Ok(new GetReceivables.Query(), Accountant)).Totals.Single().Ages;
        Assert.Equal(new GetReceivables.Ages(119, 0, 0, 0, 0), await Ages());
        centre.Advance(Duration.FromDays(14));
        Assert.Equal(new GetReceivables.Ages(0, 119, 0, 0, 0), await Ages());
        centre.Advance(Duration.FromDays(31));
        Assert.Equal(new GetReceivables.Ages(0, 0, 119, 0, 0), await Ages());
        centre.Advance(Duration.FromDays(30));
        Assert.Equal(new GetReceivables.Ages(0, 0, 0, 119, 0), await Ages());
        centre.Advance(Duration.FromDays(30));
        Assert.Equal(new GetReceivables.Ages(0, 0, 0, 0, 119), await Ages());
        await centre.Refused("Platform.Forbidden", new GetReceivables.Query(), Receptionist);
    }

    [Fact]
    public async Task A_customer_is_reminded_once_per_level_in_his_language_whatever_runs_twice()
    {
        var order = Orders.Released(1, Orders.Labour(1, 100));
        await centre.ReleaseAsync(order with { Customer = order.Customer with { Language = "ru" } });
        var invoice = (await centre.Ok(new IssueInvoiceForOrder.Command(order.OrderId))).InvoiceId;
        var mute = Orders.Released(2);
        await centre.ReleaseAsync(mute with { Customer = mute.Customer with { Email = "", Phone = "" } });
        await centre.Ok(new IssueInvoiceForOrder.Command(mute.OrderId));

        centre.Advance(Duration.FromDays(14 + 6));
        Assert.Equal(new SendDueReminders.Answer(0, 0), await centre.Ok(new SendDueReminders.Command(), Accountant));
        centre.Advance(Duration.FromDays(1));
        Assert.Equal(new SendDueReminders.Answer(1, 1), await centre.Ok(new SendDueReminders.Command(), Accountant));
        Assert.Equal(new SendDueReminders.Answer(0, 1), await centre.Ok(new SendDueReminders.Command(), Accountant));

        var message = await centre.Look<BillingDbContext, OutgoingMessage>(db => db.Messages.SingleAsync());
        Assert.Equal(($"reminder/{invoice}/1", "anna@customer.example"), (message.OnceKey, message.Recipient));
        Assert.Equal("Напоминание 1: счёт INV-BER-2026-000001", message.Subject);
        Assert.Contains("119,00", message.Body, StringComparison.Ordinal);

        Assert.Equal(2, (await centre.Ok(new SendReminder.Command(invoice), Accountant)).Level);
        Assert.Equal(3, (await centre.Ok(new SendReminder.Command(invoice), Accountant)).Level);
        await centre.Refused("Billing.Reminder.LastSent", new SendReminder.Command(invoice), Accountant);
        await centre.Ok(new TakePayment.Command(null, invoice, PaymentMethod.Transfer, 119), Accountant);
    }

    [Fact]
    public async Task Payment_terms_apply_to_the_next_invoice_and_tax_rates_never_overlap()
    {
        var terms = new SetPaymentTerms.Command(centre.Berlin.Id, 30, "standard", 5, 10, 15, "IBAN DE00", null);
        await centre.Ok(terms, Accountant);
        await centre.Refused("Billing.Terms.ReminderOrder", terms with { SecondReminderDays = 5 }, Accountant);
        await centre.Refused("Platform.Branch.NotFound", terms with { BranchId = centre.Seoul.Id }, Accountant);
        await centre.Refused("Platform.Forbidden", terms, Receptionist);
        var invoice = await Get(await Issue(1));
        Assert.Equal((new LocalDate(2026, 4, 3), "IBAN DE00"), (invoice.DueOn, invoice.PaymentDetails));

        await centre.Refused("Billing.TaxRate.NotAfterLatest", new AddTaxRate.Command(null, "standard", "VAT", 20, new LocalDate(2021, 1, 1), centre.Berlin.Id), Accountant);
        await centre.Refused("Billing.TaxRate.Percent", new AddTaxRate.Command(null, "standard", "VAT", 101, new LocalDate(2027, 1, 1), centre.Berlin.Id), Accountant);
        await centre.Ok(new AddTaxRate.Command(null, "standard", "VAT 20 %", 20, new LocalDate(2027, 1, 1), centre.Berlin.Id), Accountant);
        var rates = (await centre.Ok(new ListTaxRates.Query(), Accountant)).Rates.Where(r => r.BranchId == centre.Berlin.Id).OrderBy(r => r.ValidFrom).ToArray();
        Assert.Equal([new LocalDate(2026, 12, 31), null], rates.Select(r => r.ValidTo));
        await centre.Refused("Billing.TaxRate.EndsBeforeItBegins", new EndTaxRate.Command(rates[1].Id, new LocalDate(2026, 12, 30)), Accountant);
        await centre.Ok(new EndTaxRate.Command(rates[1].Id, new LocalDate(2027, 6, 30)), Accountant);

        // Another branch's rates are neither seen nor changed.
        var seoul = Accountant with { BranchId = centre.Seoul.Id };
        await centre.Refused("Platform.Branch.NotFound", new AddTaxRate.Command(null, "reduced", "VAT", 7, new LocalDate(2027, 1, 1), centre.Seoul.Id), Accountant);
        var theirs = await centre.Ok(new AddTaxRate.Command(null, "reduced", "VAT", 7, new LocalDate(2027, 1, 1), centre.Seoul.Id), seoul);
        Assert.DoesNotContain((await centre.Ok(new ListTaxRates.Query(), Accountant)).Rates, r => r.BranchId == centre.Seoul.Id);
        Assert.DoesNotContain((await centre.Ok(new ListTaxRates.Query(), seoul)).Rates, r => r.BranchId == centre.Berlin.Id);
        await centre.Refused("Billing.TaxRate.NotFound", new EndTaxRate.Command(theirs.Id, new LocalDate(2027, 6, 30)), Accountant);
    }

    [Fact]
    public async Task Another_branchs_money_does_not_exist()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1).In(centre.Seoul));
        var invoice = (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).InvoiceId;
        await centre.Refused("Billing.Voucher.NotFound", new GetVoucher.Query(voucher), Accountant);
        await centre.Refused("Billing.Invoice.NotFound", new GetInvoice.Query(invoice), Accountant);
        await centre.Refused("Billing.Invoice.NotFound", new TakePayment.Command(null, invoice, PaymentMethod.Cash, 1), Accountant);
        await centre.Refused("Billing.Voucher.NoneOfOrder", new IssueInvoiceForOrder.Command(Orders.Id(1)), Accountant);
    }

    [Fact]
    public async Task The_preview_is_what_the_invoice_becomes()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Part(3, 33.335m, 10, "Goodwill"), Orders.Labour(0.33m, 71.77m)));
        var preview = (await centre.Ok(new GetVoucher.Query(voucher), Receptionist)).Preview!;
        var invoice = await Get((await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher), Receptionist)).InvoiceId);
        Assert.Equal((preview.Net, preview.Tax, preview.Gross, preview.DueOn), (invoice.Net, invoice.Tax, invoice.Gross, invoice.DueOn));
        Assert.Equal(preview.Taxes, invoice.Taxes);
    }

    private async Task<Guid> Issue(int order)
    {
        await centre.ReleaseAsync(Orders.Released(order, Orders.Labour(1, 100)));
        return (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(order)))).InvoiceId;
    }

    private Task<GetInvoice.Answer> Get(Guid invoice) => centre.Ok(new GetInvoice.Query(invoice), Accountant);
}
