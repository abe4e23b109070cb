using System.Net;
using System.Net.Http.Json;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Platform.Modules;
using ServiceErp.Testing;

namespace ServiceErp.Billing.Tests;

public sealed class PageTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await CentreExtensions.WithTaxesAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task The_receptionist_looks_at_the_invoice_issues_it_and_takes_the_money_at_the_counter()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        var client = await centre.Client(Roles.Receptionist);
        Assert.Contains("SO-BER-2026-000001", await client.GetStringAsync("/billing/vouchers"), StringComparison.Ordinal);
        Assert.Contains("119.00", await client.GetStringAsync($"/billing/vouchers/{voucher}"), StringComparison.Ordinal);

        var preview = await client.GetStringAsync($"/billing/vouchers/preview?VoucherIds={voucher}");
        Assert.All(new[] { "Anna Schmidt", "Lindenstr. 5", "Repair work", "19.00", "119.00", "anna@customer.example", "Issue and send", "Issue without sending" }, words => Assert.Contains(words, preview, StringComparison.Ordinal));
        var issued = await client.PostAsync("/billing/vouchers/invoice", Form(("VoucherIds", voucher.ToString()), ("Send", "true")));
        Assert.Equal(HttpStatusCode.SeeOther, issued.StatusCode);
        var at = issued.Headers.Location!.ToString();
        var page = await client.GetStringAsync(at);
        Assert.Contains("INV-BER-2026-000001", page, StringComparison.Ordinal);
        Assert.Contains("Take payment", page, StringComparison.Ordinal);
        Assert.Contains("Send the invoice again", page, StringComparison.Ordinal);
        Assert.Contains("Not paid yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tone-good\">Issued", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{at}/credit-note", page, StringComparison.Ordinal);

        var tooMuch = await client.PostAsync($"{at}/payment", Form(("Method", "Cash"), ("Amount", "200")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMuch.StatusCode);
        Assert.Contains("119.00", await tooMuch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("is open; more", await tooMuch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var paid = await client.PostAsync($"{at}/payment", Form(("Method", "Card"), ("Amount", "119"), ("Reference", "Slip 7")));
        Assert.Equal(HttpStatusCode.SeeOther, paid.StatusCode);
        Assert.Contains("Slip 7", await client.GetStringAsync(at), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_a_preview_says_what_cannot_be_issued()
    {
        var mute = Orders.Released(1);
        var voucher = await centre.ReleaseAsync(mute with { Customer = mute.Customer with { Address = "", Email = "", Phone = "" } });
        var client = await centre.Client(Roles.Accountant);
        var list = await client.GetStringAsync("/billing/vouchers");
        Assert.Contains("name=\"VoucherIds\"", list, StringComparison.Ordinal);
        Assert.DoesNotMatch("name=\"VoucherIds\"[^>]*checked", list);

        var preview = await client.GetStringAsync($"/billing/vouchers/preview?VoucherIds={voucher}");
        Assert.Contains("The law wants the customer", preview, StringComparison.Ordinal);
        Assert.Contains("Print it and hand it over or post it", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Issue and send", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync("/billing/vouchers/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/billing/vouchers/preview?VoucherIds={Orders.Id(77)}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_looked_at_before_it_is_issued_and_the_result_says_where_it_went()
    {
        var draft = await centre.Ok(new CreateInvoiceFromVoucher.Command(null, await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100))), AsDraft: true));
        var client = await centre.Client(Roles.Accountant);
        var at = $"/billing/invoices/{draft.InvoiceId}";
        Assert.Contains("Issue and send", await client.GetStringAsync($"{at}/issue"), StringComparison.Ordinal);
        var issued = await client.PostAsync($"{at}/issue", Form(("Send", "true")));
        Assert.Contains("anna%40customer.example", issued.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("toast", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.GetAsync($"{at}/issue")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"{at}/send", Form(("Email", "nobody")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"{at}/send", Form(("Email", "books@customer.example")))).StatusCode);
        Assert.Contains("books@customer.example", await client.GetStringAsync(at), StringComparison.Ordinal);
        centre.Advance(NodaTime.Duration.FromDays(20));
        Assert.Contains("tone-bad\">Overdue", await client.GetStringAsync(at), StringComparison.Ordinal);
        Assert.Contains("tone-bad\">Issued", await client.GetStringAsync("/billing/invoices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_shows_a_result_for_each_row()
    {
        var good = await centre.ReleaseAsync(Orders.Released(1));
        var free = await centre.ReleaseAsync(Orders.Released(2, Orders.Labour(1, 50, 50, "Goodwill")));
        var response = await (await centre.Client(Roles.Accountant)).PostAsync("/billing/vouchers/invoice", Form(("VoucherIds", good.ToString()), ("VoucherIds", free.ToString())));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("INV-BER-2026-000001", page, StringComparison.Ordinal);
        Assert.Contains("is not possible while", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Please pay", "Covered")]
    [InlineData("ru", "Просим оплатить", "Покрыто")]
    [InlineData("es", "Le rogamos que pague", "Cubierto")]
    [InlineData("ko", "결제해 주세요", "보장")]
    public async Task Invoice_and_credit_note_are_printed_in_the_customers_language(string language, string words, string covered)
    {
        var order = Orders.Released(1, Orders.Part(1, 200, 200, "Warranty: compressor 24 months"), Orders.Labour(1, 100));
        await centre.ReleaseAsync(order with { Customer = order.Customer with { Language = language, Name = "Анна 홍길동 <b>" } });
        var invoice = (await centre.Ok(new IssueInvoiceForOrder.Command(order.OrderId))).InvoiceId;
        var client = await centre.Client(Roles.Accountant);

        var paper = await client.GetStringAsync($"/billing/invoices/{invoice}/print");
        Assert.Contains($"<html lang=\"{language}\"", paper, StringComparison.Ordinal);
        Assert.Contains(words, paper, StringComparison.Ordinal);
        Assert.Contains($"{covered}: Warranty: compressor 24 months", paper, StringComparison.Ordinal);
        Assert.Contains("Анна 홍길동 &lt;b&gt;", paper, StringComparison.Ordinal);
        Assert.Contains("class=\"qr", paper, StringComparison.Ordinal);

        var note = await client.PostAsync($"/billing/invoices/{invoice}/credit-note", Form(("Reason", "Goodwill after the wait")));
        Assert.Equal(HttpStatusCode.SeeOther, note.StatusCode);
        var page = await client.GetStringAsync($"/billing/invoices/{invoice}");
        var at = page[page.IndexOf($"/billing/invoices/{invoice}/credit-notes/", StringComparison.Ordinal)..];
        Assert.Contains("CRN-BER-2026-000001", await client.GetStringAsync(at[..at.IndexOf('"', StringComparison.Ordinal)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_and_file_of_the_accountant_answers()
    {
        await centre.ReleaseAsync(Orders.Released(1));
        var draft = await centre.Ok(new CreateInvoiceFromVoucher.Command(null, await centre.ReleaseAsync(Orders.Released(2)), AsDraft: true));
        await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        var client = await centre.Client(Roles.Accountant);
        foreach (var path in new[]
        {
            "/billing/vouchers", "/billing/vouchers?state=all&q=anna", "/billing/vouchers?format=csv", "/billing/invoices", "/billing/invoices?overdue=yes&sort=due&dir=desc", "/billing/invoices?format=csv",
            "/billing/invoices?format=xlsx", "/billing/receivables", "/billing/receivables?format=csv", "/billing/tax-rates", "/billing/terms", $"/billing/invoices/{draft.InvoiceId}", $"/billing/invoices/{draft.InvoiceId}/print",
        })
        {
            var response = await client.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {response.StatusCode}");
        }

        Assert.Contains("'=", await WithFormula(client), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/billing/invoices/{Guid.Empty}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/billing/invoices/nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await centre.Client(Roles.Technician)).GetAsync("/billing/invoices")).StatusCode);
    }

    [Fact]
    public async Task Tax_rates_and_terms_are_set_on_their_pages_and_faults_stand_at_their_fields()
    {
        var client = await centre.Client(Roles.Accountant);
        var refused = await client.PostAsync("/billing/tax-rates", Form(("Code", "reduced"), ("Percent", "700"), ("ValidFrom", "2026-01-01")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Enter a percentage from 0 to 100.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync("/billing/tax-rates", Form(("BranchId", centre.Berlin.Id.ToString()), ("Code", "reduced"), ("Name", "VAT 7 %"), ("Percent", "7"), ("ValidFrom", "2026-01-01")))).StatusCode);
        Assert.Contains("VAT 7 %", await client.GetStringAsync("/billing/tax-rates"), StringComparison.Ordinal);

        (string, string)[] terms = [("DueDays", "10"), ("TaxCode", "standard"), ("FirstReminderDays", "3"), ("SecondReminderDays", "6"), ("PaymentDetails", "IBAN DE00")];
        var wrong = await client.PostAsync($"/billing/terms/{centre.Berlin.Id}", Form([.. terms, ("ThirdReminderDays", "2")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Each reminder comes later", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/billing/terms/{centre.Berlin.Id}", Form([.. terms, ("ThirdReminderDays", "9")]))).StatusCode);
    }

    [Fact]
    public async Task The_posted_invoice_of_an_order_is_one_api_call()
    {
        await centre.ReleaseAsync(Orders.Released(1));
        var client = await centre.Client(Roles.Accountant);
        var response = await client.PostAsync($"/api/v1/billing/orders/{Orders.Id(1)}/invoice", null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"number\":\"INV-BER-2026-000001\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var unknown = await client.PostAsync($"/api/v1/billing/orders/{Orders.Id(99)}/invoice", null);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("Billing.Voucher.NoneOfOrder", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var payment = await client.PostAsJsonAsync($"/api/v1/billing/invoices/{Guid.Empty}/payments", new { method = "Cash", amount = 1 });
        Assert.Equal(HttpStatusCode.NotFound, payment.StatusCode);
    }

    private async Task<string> WithFormula(HttpClient client)
    {
        var order = Orders.Released(3);
        await centre.ReleaseAsync(order with { Customer = order.Customer with { Name = "=1+1" } });
        return await client.GetStringAsync("/billing/vouchers?format=csv");
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
