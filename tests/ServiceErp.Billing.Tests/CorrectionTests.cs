using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.CreditNotes;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Tests;

/// <summary>A wrong invoice is made right, and none leaves without the address that the law wants (BIL-3).</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    private Caller Accountant => centre.As(Roles.Accountant);

    public async Task InitializeAsync() => centre = await CentreExtensions.WithTaxesAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task After_a_full_credit_the_right_lines_are_written_and_issued()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(2, 80), Orders.Part(1, 40, cost: 30)));
        var wrong = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)), Accountant);
        await centre.Refused("Billing.Invoice.Immutable", Change(wrong.InvoiceId, (await Lines(wrong.InvoiceId))[..1]), Accountant);
        await centre.Ok(new IssueCreditNote.Command(null, wrong.InvoiceId, "Billed the wrong hours"), Accountant);
        await centre.Ok(new ReopenVoucher.Command(voucher, "Billed the wrong hours"), Accountant);
        var draft = (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant)).InvoiceId;
        var lines = await Lines(draft);

        // One hour less, the part left out, a forgotten seal.
        ChangeDraftLines.Line[] right = [lines[0] with { Quantity = 1 }, new(null, ChargeKind.Part, "SEAL-9", "Seal, forgotten", 2, "pcs", 10)];
        await centre.Refused("Platform.Forbidden", Change(draft, right), centre.As(Roles.Receptionist));
        await centre.Refused("Platform.ReasonMissing", Change(draft, right) with { Reason = "" }, Accountant);
        await centre.Refused("Billing.Invoice.LineCount", Change(draft, []), Accountant);
        await centre.Refused("Billing.Invoice.LineNotFound", Change(draft, [lines[0] with { Id = Orders.Id(999) }]), Accountant);
        await centre.Ok(Change(draft, right), Accountant);
        var issued = await centre.Ok(new IssueInvoice.Command(draft), Accountant);
        Assert.Equal(("INV-BER-2026-000002", 119m), (issued.Number, issued.Gross));
        var invoice = await centre.Ok(new GetInvoice.Query(draft), Accountant);
        Assert.Equal([("LAB", 1m, 80m), ("SEAL-9", 2m, 20m)], invoice.Lines.Select(l => (l.Code, l.Quantity, l.Net)));
        Assert.Contains(invoice.History, h => h is { Trigger: "ChangeLines", Reason: "The hours were wrong" });
        Assert.Equal(15m, await centre.Look<BillingDbContext, decimal>(db => db.Invoices.Where(i => i.Id == draft).Select(i => i.Cost).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_charges_no_more_than_the_customer_agreed_to()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 80)));
        var draft = (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant)).InvoiceId;
        var seen = (await centre.Ok(new GetInvoice.Query(draft), Accountant)).Version;
        ChangeDraftLines.Line[] more = [.. await Lines(draft), new(null, ChargeKind.Part, "SEAL-9", "Seal, forgotten", 1, "pcs", 10)];
        await centre.Refused("Billing.Invoice.NotAgreed", Change(draft, more), Accountant);
        Assert.Equal((80m, seen), await centre.Ok(new GetInvoice.Query(draft), Accountant) is var untouched ? (untouched.Net, untouched.Version) : default);
        await centre.Tell(new ConsentExtended(Orders.Id(1), 90));
        await centre.Ok(Change(draft, more) with { Version = seen }, Accountant);
        Assert.Equal((90m, 107.10m), await centre.Ok(new GetInvoice.Query(draft), Accountant) is var right ? (right.Net, right.Gross) : default);
    }

    [Fact]
    public async Task A_forgotten_part_is_billed_although_nothing_was_to_be_paid_once_the_customer_agreed()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 80, 80, "Warranty")));
        await centre.Refused("Billing.Voucher.Reopen.Refused", new ReopenVoucher.Command(voucher, "A seal was forgotten"), Accountant);
        await centre.Tell(new ConsentExtended(Orders.Id(1), 10));
        await centre.Ok(new ReopenVoucher.Command(voucher, "A seal was forgotten"), Accountant);
        await centre.Refused("Billing.Invoice.NothingToPay", new IssueInvoiceForOrder.Command(Orders.Id(1)), Accountant);
        var draft = (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant)).InvoiceId;
        await centre.Ok(Change(draft, [.. await Lines(draft), new(null, ChargeKind.Part, "SEAL-9", "Seal, forgotten", 1, "pcs", 10)]), Accountant);
        Assert.Equal(11.90m, (await centre.Ok(new IssueInvoice.Command(draft), Accountant)).Gross);
    }

    [Fact]
    public async Task No_invoice_is_issued_without_the_customers_address_through_whichever_door_and_no_trace_is_left()
    {
        var order = Orders.Released(1, Orders.Labour(1, 80));
        var voucher = await centre.ReleaseAsync(order with { Customer = order.Customer with { Address = " " } });
        var good = await centre.ReleaseAsync(Orders.Released(2));
        await centre.Refused("Billing.Invoice.AddressMissing", new IssueInvoiceForOrder.Command(order.OrderId), Accountant);
        await centre.Refused("Billing.Invoice.AddressMissing", new CreateInvoiceFromVoucher.Command(null, voucher), Accountant);
        var rows = (await centre.Ok(new InvoiceVouchers.Command([voucher, good]), Accountant)).Rows;
        Assert.Equal(["Billing.Invoice.AddressMissing", null], rows.Select(r => r.Code));
        Assert.Equal(1, await centre.Look<BillingDbContext, int>(db => db.Invoices.CountAsync()));

        var draft = (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant)).InvoiceId;
        await centre.Refused("Billing.Invoice.AddressMissing", new IssueInvoice.Command(draft), Accountant);
        await centre.Ok(new ChangeDraft.Command(draft, "Anna Schmidt", "Lindenstr. 5, 10969 Berlin", null, "en", 14, null), Accountant);
        Assert.Equal("INV-BER-2026-000002", (await centre.Ok(new IssueInvoice.Command(draft), Accountant)).Number);
    }

    [Fact]
    public async Task The_lines_of_a_draft_are_changed_on_its_page()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(2, 80)));
        var draft = (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant)).InvoiceId;
        var client = await centre.Client(Roles.Accountant);
        var page = await client.GetStringAsync($"/billing/invoices/{draft}");
        Assert.Contains("Lines[0].Quantity", page, StringComparison.Ordinal);
        var line = (await Lines(draft))[0];
        async Task<System.Net.HttpStatusCode> Post(string quantity) => (await client.PostAsync($"/billing/invoices/{draft}/lines", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Lines[0].Id"] = line.Id!.Value.ToString(), ["Lines[0].Kind"] = "Labour", ["Lines[0].Text"] = "Repair work", ["Lines[0].Quantity"] = quantity, ["Lines[0].UnitPrice"] = "80", ["Lines[0].Reduction"] = "0",
            ["Lines[1].Kind"] = "Fee", ["Lines[1].Text"] = "Cleaning", ["Lines[1].Quantity"] = "1", ["Lines[1].UnitPrice"] = "20",
            ["Lines[2].Kind"] = "Part", ["Lines[2].Text"] = "", ["Lines[2].Quantity"] = "", ["Lines[2].UnitPrice"] = "", ["Reason"] = "The hours were wrong",
        }))).StatusCode;
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, await Post("2"));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, await Post("1"));
        Assert.Equal([("Repair work", 80m), ("Cleaning", 20m)], (await centre.Ok(new GetInvoice.Query(draft), Accountant)).Lines.Select(l => (l.Text, l.Net)));
    }

    [Fact]
    public async Task The_tax_of_a_price_is_told_by_the_rate_and_rounding_of_the_invoice()
    {
        await using var scope = centre.Dispatcher.Enter(Accountant);
        var taxes = scope.Resolve<ISalesTaxes>();
        var told = (await taxes.OfAsync(centre.Berlin.Id, new LocalDate(2026, 3, 4), "EUR", [24.69m, 100], CancellationToken.None))!;
        Assert.Equal((19m, 4.69m, 19m), (told.Percent, told.Taxes[0], told.Taxes[1]));
        Assert.Null(await taxes.OfAsync(centre.Berlin.Id, new LocalDate(2020, 3, 4), "EUR", [1], CancellationToken.None));
    }

    private static ChangeDraftLines.Command Change(Guid draft, ChangeDraftLines.Line[] lines) => new(draft, lines, "The hours were wrong");

    private async Task<ChangeDraftLines.Line[]> Lines(Guid invoice) =>
        [.. (await centre.Ok(new GetInvoice.Query(invoice), Accountant)).Lines.Select(l => new ChangeDraftLines.Line(l.Id, l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, l.Reduction))];
}
