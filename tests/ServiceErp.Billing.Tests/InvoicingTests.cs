using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Billing.Persistence;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Testing;

namespace ServiceErp.Billing.Tests;

public sealed class InvoicingTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await CentreExtensions.WithTaxesAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task A_released_order_waits_as_a_voucher_and_becomes_an_issued_invoice_in_one_call()
    {
        var order = Orders.Released(1);
        var voucher = await centre.ReleaseAsync(order);

        var answer = await centre.Ok(new IssueInvoiceForOrder.Command(order.OrderId), centre.As(Roles.Receptionist));

        Assert.Equal(("INV-BER-2026-000001", InvoiceState.Issued, new LocalDate(2026, 3, 18)), (answer.Number, answer.State, answer.DueOn));
        var invoice = await Invoice(answer.InvoiceId);
        // 1.5 × 80.00 + 19 %, and 2 × 12.345 = 24.69 + 4.69 (4.6911)
        Assert.Equal((144.69m, 27.49m, 172.18m), (invoice.Net, invoice.Tax, invoice.Gross));
        Assert.Equal([22.80m, 4.69m], invoice.Lines.OrderBy(l => l.Position).Select(l => l.Tax));
        Assert.Equal((VoucherState.Invoiced, invoice.Id), await centre.Look<BillingDbContext, (VoucherState, Guid)>(async db => await db.Vouchers.Where(v => v.Id == voucher).Select(v => ValueTuple.Create(v.State, v.InvoiceId!.Value)).SingleAsync()));
    }

    [Fact]
    public async Task Asking_for_the_invoice_of_an_order_again_gives_the_same_invoice()
    {
        await centre.ReleaseAsync(Orders.Released(1));
        var first = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)), centre.As(Roles.Receptionist));
        var second = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)), centre.As(Roles.Accountant));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_warranty_job_has_nothing_to_invoice_but_keeps_what_the_warranty_cost()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100, 100, "Warranty: labour 12 months", 40)) with { Category = ServiceCategory.Warranty });

        var voucher = await centre.Look<BillingDbContext, Voucher>(db => db.Vouchers.SingleAsync());
        Assert.Equal((VoucherState.NothingToInvoice, 100m, 100m, 0m, 40m), (voucher.State, voucher.Normal, voucher.Reduction, voucher.Payable, voucher.Cost));
        await centre.Refused("Billing.Voucher.NotPermitted", new IssueInvoiceForOrder.Command(Orders.Id(1)));
    }

    [Fact]
    public async Task A_partly_covered_job_shows_the_normal_price_and_the_reduction()
    {
        await centre.ReleaseAsync(Orders.Released(1, Orders.Part(1, 200, 200, "Warranty: compressor 24 months"), Orders.Labour(1, 80)));
        var invoice = await Invoice((await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).InvoiceId);
        var covered = invoice.Lines.Single(l => l.Position == 1);
        Assert.Equal((200m, 200m, 0m, 0m, "Warranty: compressor 24 months"), (covered.Normal, covered.Reduction, covered.Net, covered.Tax, covered.ReductionReason?.ToString()));
        Assert.Equal((280m, 200m, 80m, 95.20m), (invoice.Normal, invoice.Reduction, invoice.Net, invoice.Gross));
    }

    [Fact]
    public async Task The_rate_of_the_day_of_the_work_applies_not_the_rate_of_today()
    {
        await centre.Ok(new AddTaxRate.Command(null, "standard", "VAT 21 %", 21, new LocalDate(2026, 3, 5), centre.Berlin.Id));
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        await centre.ReleaseAsync(Orders.Released(2, Orders.Labour(1, 100)) with { ReleasedAt = TestCentre.Start + Duration.FromDays(1) });
        centre.Advance(Duration.FromDays(2));
        Assert.Equal(119m, (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).Gross);
        Assert.Equal(121m, (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(2)))).Gross);
    }

    [Fact]
    public async Task Without_a_rate_nothing_is_issued_and_no_number_is_used_up()
    {
        await centre.ReleaseAsync(Orders.Released(1) with { ReleasedAt = Instant.FromUtc(2020, 5, 1, 10, 0) });
        await centre.Refused("Billing.TaxRate.None", new IssueInvoiceForOrder.Command(Orders.Id(1)));
        await centre.ReleaseAsync(Orders.Released(2));
        Assert.Equal("INV-BER-2026-000001", (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(2)))).Number);
    }

    [Fact]
    public async Task Won_has_no_decimals_and_each_branch_its_own_numbers()
    {
        await centre.ReleaseAsync(Orders.Released(1));
        await centre.ReleaseAsync(Orders.Released(2, Orders.Labour(1.5m, 33_333)).In(centre.Seoul));
        await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        var answer = await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(2)));
        // 49,999.5 becomes 50,000, its tax 5,000
        Assert.Equal(("INV-SEO-2026-000001", 55_000m, "KRW"), (answer.Number, answer.Gross, answer.Currency));
    }

    [Fact]
    public async Task The_year_of_the_number_is_the_branchs_year()
    {
        await centre.ReleaseAsync(Orders.Released(1).In(centre.Seoul));
        centre.Clock.TravelTo(Instant.FromUtc(2026, 12, 31, 15, 30));
        Assert.Equal("INV-SEO-2027-000001", (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).Number);
    }

    [Fact]
    public async Task Eight_issuers_at_once_leave_no_gap_and_no_number_twice()
    {
        const int count = 40;
        for (var i = 1; i <= count; i++)
        {
            await centre.ReleaseAsync(Orders.Released(i));
        }

        // Each order is asked for by two of the eight, so that half of the attempts lose.
        var numbers = (await Task.WhenAll(Enumerable.Range(0, 8).Select(async issuer =>
        {
            var mine = new List<string>();
            for (var i = 1; i <= count; i++)
            {
                if (i % 4 == issuer % 4)
                {
                    mine.Add((await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(i)))).Number);
                }
            }

            return mine;
        }))).SelectMany(n => n).ToArray();

        Assert.Equal(Enumerable.Range(1, count).Select(i => $"INV-BER-2026-{i:000000}"), numbers.Distinct().Order());
        Assert.Equal(count, await centre.Look<BillingDbContext, int>(db => db.Invoices.CountAsync()));
    }

    [Fact]
    public async Task A_batch_says_for_each_voucher_what_came_of_it_and_a_refused_one_stops_nobody()
    {
        var good = await centre.ReleaseAsync(Orders.Released(1));
        var free = await centre.ReleaseAsync(Orders.Released(2, Orders.Labour(1, 50, 50, "Goodwill")));
        var other = await centre.ReleaseAsync(Orders.Released(3));
        var unknown = Orders.Id(999);

        var rows = (await centre.Ok(new InvoiceVouchers.Command([good, free, unknown, other]), centre.As(Roles.Accountant))).Rows;

        Assert.Equal(["INV-BER-2026-000001", null, null, "INV-BER-2026-000002"], rows.Select(r => r.Number));
        Assert.Equal([null, "Billing.Voucher.NotPermitted", "Billing.Voucher.NotFound", null], rows.Select(r => r.Code));
    }

    [Fact]
    public async Task What_was_released_again_before_the_invoice_replaces_the_voucher_and_after_it_is_refused()
    {
        var order = Orders.Released(1, Orders.Labour(1, 80));
        await centre.ReleaseAsync(order);
        await centre.Tell(order);
        await centre.Tell(order with { Lines = [Orders.Labour(2, 80)] });
        Assert.Equal(160, await centre.Look<BillingDbContext, decimal>(db => db.Vouchers.Select(v => v.Payable).SingleAsync()));

        await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => centre.Tell(order with { Lines = [Orders.Labour(3, 80)] }));
    }

    [Fact]
    public async Task Reception_asks_what_an_order_still_owes()
    {
        async Task<OrderBalance?> Balance(int order)
        {
            await using var scope = centre.Dispatcher.Enter(centre.As(Roles.Receptionist));
            return await scope.Resolve<IReceivables>().OfOrderAsync(Orders.Id(order), CancellationToken.None);
        }

        Assert.Null(await Balance(1));
        await centre.ReleaseAsync(Orders.Released(1, Orders.Labour(1, 100)));
        Assert.Equal(new OrderBalance(Orders.Id(1), false, 0, 0, "EUR"), await Balance(1));
        await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)));
        Assert.Equal(new OrderBalance(Orders.Id(1), true, 119, 119, "EUR") { FollowsOrder = false }, await Balance(1));
        await centre.ReleaseAsync(Orders.Released(2, Orders.Labour(1, 100, 100, "Warranty")));
        Assert.True((await Balance(2))!.IsSettled);
    }

    [Fact]
    public async Task Even_a_faulty_program_cannot_change_an_issued_invoice()
    {
        await centre.ReleaseAsync(Orders.Released(1));
        var id = (await centre.Ok(new IssueInvoiceForOrder.Command(Orders.Id(1)))).InvoiceId;

        foreach (var sabotage in new Action<BillingDbContext, Invoice>[]
        {
            (db, invoice) => db.Entry(invoice).Property(i => i.Gross).CurrentValue = 1,
            (db, invoice) => db.Entry(invoice).Property(i => i.Number).CurrentValue = "INV-BER-2026-000099",
            (db, invoice) => db.Entry(invoice.Lines[0]).Property(l => l.Text).CurrentValue = "Something else",
            (db, invoice) => db.Remove(invoice.Lines[0]),
            (db, invoice) => db.Remove(invoice),
        })
        {
            await using var scope = centre.Dispatcher.Enter(Platform.Dispatching.Caller.System);
            var db = scope.Resolve<BillingDbContext>();
            sabotage(db, await db.Invoices.Include(i => i.Lines).SingleAsync(i => i.Id == id));
            var guard = typeof(Platform.Persistence.ModuleDbContext).GetMethod("GuardStoring", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
            Assert.IsType<InvalidOperationException>(Assert.Throws<System.Reflection.TargetInvocationException>(() => guard.Invoke(db, null)).InnerException);
        }
    }

    private Task<Invoice> Invoice(Guid id) => centre.Look<BillingDbContext, Invoice>(db => db.Invoices.Include(i => i.Lines).SingleAsync(i => i.Id == id));
}
