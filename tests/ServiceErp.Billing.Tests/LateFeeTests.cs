using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Tests;

/// <summary>A loaner came back late and its fee is to be paid (PAR-6, BIL-1).</summary>
public sealed class LateFeeTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await CentreExtensions.WithTaxesAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task The_fee_is_a_line_of_the_orders_invoice_as_long_as_that_is_not_written()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        await centre.Tell(Fee(1, 30));

        var voucher = Assert.Single(await Vouchers());
        Assert.Equal((130m, 130m, VoucherState.ToInvoice), (voucher.Normal, voucher.Payable, voucher.State));
        var invoice = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)), centre.As(Roles.Accountant));
        Assert.Equal(154.70m, invoice.Gross);
        Assert.Equal(["Late return of the loaner AX-200 POOL-1, 3 days (LN-BER-2026-00001)", "Repair work"], (await Lines(invoice.InvoiceId)).Order());
    }

    [Fact]
    public async Task After_the_invoice_the_fee_has_a_voucher_of_its_own_and_the_order_owes_until_both_are_paid()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        var first = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        await centre.Tell(Fee(1, 30));

        var fee = (await Vouchers()).Single(v => v.About == "LN-BER-2026-00001");
        Assert.Equal((VoucherState.ToInvoice, 30m, ServiceCategory.Paid, "SN-4711"), (fee.State, fee.Payable, fee.Category, fee.SerialNumber));
        Assert.False((await Balance()).IsInvoiced);
        var second = await centre.Ok(new CreateInvoiceFromVoucher.Command(null, fee.Id));
        Assert.Equal((35.70m, first.InvoiceId), (second.Gross, (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).InvoiceId));
        Assert.Equal((true, 154.70m), ((await Balance()).IsInvoiced, (await Balance()).Open));
    }

    [Fact]
    public async Task Under_warranty_and_for_an_order_that_was_called_off_the_fee_stands_alone_in_the_customers_language()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100, 100, "Warranty")) with { Category = ServiceCategory.Warranty });
        await centre.Tell(Fee(1, 30));
        await centre.Tell(Fee(2, 12, "ru"));

        var vouchers = await Vouchers();
        Assert.Equal([(VoucherState.NothingToInvoice, 0m), (VoucherState.ToInvoice, 30m), (VoucherState.ToInvoice, 12m)], vouchers.Select(v => (v.State, v.Payable)));
        Assert.StartsWith("Несвоевременный возврат", vouchers[2].Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_done_again_replaces_the_jobs_lines_and_leaves_the_fee()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        await centre.Tell(Fee(1, 30));
        await centre.Tell(Orders.Released(1, Orders.Labour(2, 100)));

        var voucher = Assert.Single(await Vouchers());
        Assert.Equal((230m, 1), (voucher.Payable, voucher.LateFees().Count()));
    }

    [Fact]
    public async Task Damage_missing_accessories_and_loss_are_lines_like_the_fee_each_once()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        await centre.Tell(Fee(1, 80) with { Kind = LoanChargeKind.Damage, ChargeId = Orders.Id(0x710001), Reason = "Display cracked" });
        await centre.Tell(Fee(1, 15) with { Kind = LoanChargeKind.Accessories, ChargeId = Orders.Id(0x710002), Reason = "Case" });
        await centre.Tell(Orders.Released(1, Orders.Labour(2, 100)));
        var voucher = Assert.Single(await Vouchers());
        Assert.Equal((295m, 2), (voucher.Payable, voucher.LateFees().Count()));
        await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));

        await centre.Tell(Fee(1, 480) with { Kind = LoanChargeKind.Loss, ChargeId = Orders.Id(0x710003), Reason = "Stolen" });
        await centre.Tell(Fee(1, 30));
        Assert.Equal([480m, 30m], (await Vouchers()).Where(v => v.About.Length > 0).Select(v => v.Payable).OrderDescending());
    }

    [Fact]
    public async Task The_voucher_follows_its_order_until_somebody_has_acted_on_it()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(2, 100)));
        Assert.True((await Balance()).FollowsOrder);

        // A part came back after the release: what is charged follows.
        await centre.Tell(Orders.Released(1, Orders.Labour(1, 100)));
        Assert.Equal(100, Assert.Single(await Vouchers()).Payable);
        var invoice = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        Assert.False((await Balance()).FollowsOrder);
        await centre.Ok(new Features.CreditNotes.IssueCreditNote.Command(null, invoice.InvoiceId, "A part came back"));
        await centre.Ok(new Features.Vouchers.ReopenVoucher.Command(Assert.Single(await Vouchers()).Id, "A part came back"));
        Assert.True((await Balance()).FollowsOrder);
    }

    [Fact]
    public async Task The_charge_for_a_loaner_that_was_found_falls_away_while_nobody_has_acted_on_it()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        await centre.Tell(Loss(1));
        await centre.Tell(Loss(2));
        await centre.Tell(Found(1));
        await centre.Tell(Found(2));
        Assert.Equal([(VoucherState.ToInvoice, 100m), (VoucherState.NothingToInvoice, 0m)], (await Vouchers()).Select(v => (v.State, v.Payable)));
    }

    [Fact]
    public async Task Of_an_invoiced_loss_the_accountants_are_asked_for_the_credit_note()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        await centre.Tell(Loss(1));
        var invoice = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        await centre.Tell(Found(1));
        var message = Assert.Single(await centre.Look<BillingDbContext, List<Platform.Messages.OutgoingMessage>>(db => db.Messages.AsNoTracking().Where(m => m.OnceKey.StartsWith("loaner-found/")).ToListAsync()));
        Assert.Contains(invoice.Number, message.Body, StringComparison.Ordinal);
        Assert.Equal(580m, Assert.Single(await Vouchers()).Payable);
    }

    private static LoanFeeCharged Loss(int order) => Fee(order, 480) with { Kind = LoanChargeKind.Loss, ChargeId = Orders.Id(0x720000 + order), Reason = "Stolen" };

    private static LoanChargeWithdrawn Found(int order) =>
        Loss(order) is var loss ? new(loss.LoanId, loss.LoanNumber, loss.OrderId, loss.OrderNumber, loss.BranchId, loss.Customer.Name, loss.Unit, loss.ChargeId!.Value, loss.Amount, loss.Currency, loss.ChargedAt) : null!;

    private static LoanFeeCharged Fee(int order, decimal amount, string language = "en")
    {
        var job = Orders.Released(order);
        return new LoanFeeCharged(
            Orders.Id(0x700000 + order), $"LN-BER-2026-{order:00000}", job.OrderId, job.OrderNumber, job.BranchId, job.Customer with { Language = language }, job.Device, "AX-200 POOL-1", 3, amount, "EUR", TestCentre.Start);
    }

    private Task<List<Voucher>> Vouchers() => centre.Look<BillingDbContext, List<Voucher>>(db => db.Vouchers.AsNoTracking().OrderBy(v => v.OrderNumber).ThenBy(v => v.About).ToListAsync());

    private Task<List<string>> Lines(Guid invoice) => centre.Look<BillingDbContext, List<string>>(async db => [.. (await db.Invoices.Include(i => i.Lines).SingleAsync(i => i.Id == invoice)).Lines.Select(l => l.Text)]);

    private Task<OrderBalance> Balance() => centre.Look<BillingDbContext, OrderBalance>(async db => (await new Integration.Receivables(db).OfOrderAsync(Orders.Id(1), default))!);
}
