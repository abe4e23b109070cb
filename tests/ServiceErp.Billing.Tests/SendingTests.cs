using System.Text;
using System.Text.RegularExpressions;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.CreditNotes;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Payments;
using ServiceErp.Billing.Features.Reminders;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Printing;
using ServiceErp.Testing;

namespace ServiceErp.Billing.Tests;

public sealed partial class SendingTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    private Caller Accountant => centre.As(Roles.Accountant);

    public async Task InitializeAsync() => centre = await CentreExtensions.WithTaxesAsync(b => b.RegisterType<PaperCopies>().As<IPdfPrinter>().SingleInstance());

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Invoice_reminder_and_credit_note_go_with_their_papers_in_the_customers_language()
    {
        var order = Orders.Released(1, Orders.Labour(1, 100));
        await centre.ReleaseAsync(order with { Customer = order.Customer with { Language = "ru" } });
        var invoice = (await centre.Ok(new IssueInvoiceForOrder.Command(order.OrderId))).InvoiceId;
        Assert.Empty((await Get(invoice)).Letters);

        var way = await centre.Ok(new SendInvoice.Command(invoice), Accountant);
        Assert.Equal(new Delivery(MessageChannel.Email, "anna@customer.example", WithPaper: true), way);
        centre.Advance(Duration.FromDays(21));
        await centre.Ok(new SendReminder.Command(invoice), Accountant);
        var note = await centre.Ok(new IssueCreditNote.Command(null, invoice, "Goodwill after the wait", Send: true), Accountant);
        Assert.Equal(way, note.Delivery);
        await centre.SendMessages();

        var papers = Papers();
        Assert.Equal(["CRN-BER-2026-000001.pdf", "INV-BER-2026-000001.pdf", "INV-BER-2026-000001.pdf"], papers.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(papers, p => Assert.Contains("<html lang=\"ru\"", p.Html, StringComparison.Ordinal));
        Assert.Equal(3, (await Get(invoice)).Letters.Count(l => l.State == MessageState.Sent));
    }

    [Fact]
    public async Task Sending_stands_in_the_history_and_can_be_repeated_to_another_address()
    {
        var invoice = await Issue();
        await centre.Ok(new SendInvoice.Command(invoice), Accountant);
        await centre.Ok(new SendInvoice.Command(invoice, "books@customer.example"), centre.As(Roles.Receptionist));
        await centre.Refused("Billing.Sending.EmailUnreadable", new SendInvoice.Command(invoice, "nobody"), Accountant);
        var seen = await Get(invoice);
        Assert.Equal(["books@customer.example", "anna@customer.example"], seen.History.Where(h => h.Trigger == "Send").Select(h => h.Reason));
        Assert.Equal(["books@customer.example", "anna@customer.example"], seen.Letters.Select(l => l.Recipient));
        Assert.Equal(InvoiceState.Issued, seen.State);

        await centre.Ok(new TakePayment.Command(null, invoice, PaymentMethod.Cash, 119), Accountant);
        await centre.Ok(new SendInvoice.Command(invoice), Accountant);
        Assert.Contains("Nothing is left to be paid.", await Body(invoice), StringComparison.Ordinal);
        await centre.Refused("Platform.Forbidden", new SendInvoice.Command(invoice), centre.As(Roles.Technician));
        await centre.Refused("Billing.Invoice.NotFound", new SendInvoice.Command(Orders.Id(99)), Accountant);
    }

    [Fact]
    public async Task A_draft_is_not_sent_and_a_credit_note_only_with_its_invoice()
    {
        var voucher = await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        var draft = (await centre.Ok(new CreateInvoiceFromVoucher.Command(null, voucher, AsDraft: true), Accountant)).InvoiceId;
        await centre.Refused("Billing.Invoice.NotPermitted", new SendInvoice.Command(draft), Accountant);
        Assert.Equal("anna@customer.example", (await centre.Ok(new IssueInvoice.Command(draft, Send: true), Accountant)).Delivery!.Recipient);
        await centre.Refused("Billing.CreditNote.NotFound", new SendCreditNote.Command(draft, Orders.Id(5)), Accountant);
        var note = await centre.Ok(new IssueCreditNote.Command(null, draft, "All of it was wrong"), Accountant);
        Assert.Null(note.Delivery);
        await centre.Ok(new SendCreditNote.Command(draft, note.Id), Accountant);
        Assert.Equal("Credit note CRN-BER-2026-000001", (await Get(draft)).Letters[0].Subject);
    }

    [Fact]
    public async Task Without_an_address_it_is_issued_and_the_answer_says_that_nobody_could_be_reached()
    {
        var mute = Orders.Released(1, Orders.Labour(1, 100));
        var voucher = await centre.ReleaseAsync(mute with { Customer = mute.Customer with { Email = "", Phone = "" } });
        var byPhone = Orders.Released(2, Orders.Labour(1, 100));
        var second = await centre.ReleaseAsync(byPhone with { Customer = byPhone.Customer with { Email = "" } });
        var rows = (await centre.Ok(new InvoiceVouchers.Command([voucher, second], Send: true), Accountant)).Rows;
        Assert.Equal([null, MessageChannel.Sms], rows.Select(r => r.Delivery!.Channel));
        Assert.Equal(new Money(119, "EUR"), rows[0].Gross);
        await centre.Refused("Billing.Sending.NoAddress", new SendInvoice.Command(rows[0].InvoiceId!.Value), Accountant);
        await centre.Ok(new SendInvoice.Command(rows[0].InvoiceId!.Value, "found@customer.example"), Accountant);

        // What is issued already is not sent a second time because a batch names it again.
        Assert.Null((await centre.Ok(new InvoiceVouchers.Command([second], Send: true), Accountant)).Rows[0].Delivery);
        Assert.Single((await Get(rows[1].InvoiceId!.Value)).Letters);
    }

    private async Task<Guid> Issue()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        return (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).InvoiceId;
    }

    private Task<GetInvoice.Answer> Get(Guid invoice) => centre.Ok(new GetInvoice.Query(invoice), Accountant);

    private async Task<string> Body(Guid invoice)
    {
        var newest = (await Get(invoice)).Letters[0].Id;
        return await centre.Look<BillingDbContext, string>(db => db.Messages.Where(m => m.Id == newest).Select(m => m.Body).SingleAsync());
    }

    private IReadOnlyList<(string Name, string Html)> Papers() =>
        [.. Directory.EnumerateFiles(Path.Combine(centre.Folder, "outbox-mail"), "*.eml").Select(File.ReadAllText).Select(m => Attached().Match(m)).Where(m => m.Success)
            .Select(m => (m.Groups[1].Value, Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[2].Value))))];

    [GeneratedRegex(@"application/pdf;\s+name=""?([^\s""]+)""?.*?\r?\n\r?\n([A-Za-z0-9+/=\s]+)", RegexOptions.Singleline)]
    private static partial Regex Attached();

    /// <summary>Gives the document as it came, so that a test can read it.</summary>
    private sealed class PaperCopies : IPdfPrinter
    {
        public bool IsAvailable => true;

        public Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancel) => Task.FromResult<Result<byte[]>>(Encoding.UTF8.GetBytes(html));
    }
}
