using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Kernel;

namespace ServiceErp.Billing.Tests;

/// <summary>What holds of every invoice, whatever is on it and in whatever order money comes and goes.</summary>
public sealed class AmountProperties
{
    [Property(Arbitrary = [typeof(AnySheet)])]
    public void Totals_are_sums_of_what_is_printed(Sheet sheet)
    {
        var totals = InvoiceAmounts.Of(sheet.Charges, sheet.Currency);
        Assert.Equal(totals.Lines.Sum(l => l.Net), totals.Net);
        Assert.Equal(totals.Lines.Sum(l => l.Tax), totals.Tax);
        Assert.Equal(totals.Normal - totals.Reduction, totals.Net);
        Assert.Equal(totals.Net + totals.Tax, totals.Gross);
        Assert.Equal(totals.Net, totals.Taxes.Sum(t => t.Net));
        Assert.Equal(totals.Tax, totals.Taxes.Sum(t => t.Tax));
    }

    [Property(Arbitrary = [typeof(AnySheet)])]
    public void Every_printed_amount_has_the_currencys_digits_and_no_line_is_below_zero(Sheet sheet)
    {
        var digits = Currencies.MinorDigits(sheet.Currency);
        foreach (var line in InvoiceAmounts.Of(sheet.Charges, sheet.Currency).Lines)
        {
            Assert.All([line.Normal, line.Reduction, line.Net, line.Tax], amount => Assert.Equal(Rounding.Round(amount, digits), amount));
            Assert.InRange(line.Reduction, 0, line.Normal);
            Assert.Equal(line.Normal - line.Reduction, line.Net);
        }
    }

    [Property(Arbitrary = [typeof(AnySheet)])]
    public void The_tax_of_a_rate_is_the_sum_of_its_lines_and_close_to_the_tax_of_the_sum(Sheet sheet)
    {
        var totals = InvoiceAmounts.Of(sheet.Charges, sheet.Currency);
        var unit = 1m;
        for (var digit = 0; digit < Currencies.MinorDigits(sheet.Currency); digit++)
        {
            unit /= 10;
        }

        foreach (var tax in totals.Taxes)
        {
            var lines = sheet.Charges.Zip(totals.Lines).Where(l => (l.First.TaxCode, l.First.TaxPercent) == (tax.Code, tax.Percent)).Select(l => l.Second).ToArray();
            Assert.Equal(lines.Sum(l => l.Tax), tax.Tax);
            Assert.True(Math.Abs(tax.Tax - (tax.Net * tax.Percent / 100)) <= unit / 2 * lines.Length);
        }
    }

    [Property(Arbitrary = [typeof(AnySheet)])]
    public void Payments_refunds_and_credit_notes_never_exceed_what_is_left_and_the_books_agree_after_each(Sheet sheet, PositiveInt[] amounts)
    {
        var draft = Made.Draft(Made.Voucher(sheet.Currency, [.. sheet.Charges.Select(c => Orders.Labour(c.Quantity, c.UnitPrice, c.Reduction))]), sheet.Charges[0].TaxPercent);
        if (draft.IssueRefusal is not null)
        {
            return;
        }

        var invoice = Made.Issued(draft);
        var printed = Printed(invoice);
        for (var i = 0; i < amounts.Length; i++)
        {
            var amount = Currencies.MinorDigits(sheet.Currency) == 0 ? amounts[i].Get : amounts[i].Get / 4m;
            var before = (invoice.Open, invoice.Paid, invoice.Credited);
            var result = (i % 3) switch
            {
                0 => Made.Pay(invoice, amount),
                1 => Made.Credit(invoice, new LineCredit(invoice.Lines[i % invoice.Lines.Count].Id, amount)),
                _ => Made.Refund(invoice, amount),
            };
            if (!result.Succeeded)
            {
                Assert.Equal(before, (invoice.Open, invoice.Paid, invoice.Credited));
            }

            Assert.Equal(invoice.Gross - invoice.Credited - invoice.Paid, invoice.Open);
            Assert.Equal(invoice.Payments.Sum(p => p.Amount), invoice.Paid);
            Assert.Equal(invoice.CreditNotes.Sum(n => n.Gross), invoice.Credited);
            Assert.InRange(invoice.Credited, 0, invoice.Gross);
            Assert.InRange(invoice.Paid, 0, invoice.Gross);
            Assert.Equal(invoice.Open <= 0 && invoice.Credited < invoice.Gross && invoice.Paid > 0, invoice.State == InvoiceState.Paid);
            Assert.Equal(printed, Printed(invoice));
        }

        // What is left can always be credited in one go, and then exactly the invoice is.
        if (invoice.State != InvoiceState.Credited && invoice.LeftToCredit().Values.Any(left => left.Net > 0))
        {
            Assert.True(Made.Credit(invoice).Succeeded);
        }

        Assert.All(invoice.LeftToCredit().Values, left => Assert.Equal(0, left.Net));
        Assert.Equal(invoice.Gross, invoice.Credited);
    }

    private static string Printed(Invoice invoice) =>
        $"{invoice.Number} {invoice.Net} {invoice.Tax} {string.Join(' ', invoice.Lines.Select(l => $"{l.Text} {l.Normal} {l.Reduction} {l.Net} {l.Tax}"))}";

    /// <summary>An invoice to be.</summary>
    public sealed record Sheet
    {
        internal Sheet(string currency, Charge[] charges) => (Currency, Charges) = (currency, charges);

        public string Currency { get; }

        internal Charge[] Charges { get; }
    }

    public static class AnySheet
    {
        public static Arbitrary<Sheet> Sheets() => Arb.From(
            from currency in Gen.Elements("EUR", "KRW", "KWD")
            from charges in Gen.ArrayOf(One()).Where(lines => lines.Length is > 0 and < 12)
            select new Sheet(currency, charges));

        private static Gen<Charge> One() =>
            from quantity in Gen.Choose(1, 9999)
            from price in Gen.Choose(0, 1_000_000)
            from reduction in Gen.Frequency((2, Gen.Constant(0m)), (1, Gen.Choose(0, 1_000_000).Select(r => r / 100m)))
            from percent in Gen.Elements(0m, 5m, 7m, 10m, 19m, 21.5m)
            select new Charge(quantity / 100m, price / 1000m, reduction, $"code {percent}", percent);
    }
}
