using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Invoices;

/// <summary>What a line is charged for, before any amount is computed.</summary>
internal sealed record Charge(decimal Quantity, decimal UnitPrice, decimal Reduction, string TaxCode, decimal TaxPercent);

/// <summary>The amounts of one line, each rounded in the currency's digits.</summary>
/// <param name="Normal">Quantity × price.</param>
/// <param name="Reduction">What is covered and taken off.</param>
/// <param name="Net">What remains.</param>
/// <param name="Tax">Of the net.</param>
internal sealed record LineAmounts(decimal Normal, decimal Reduction, decimal Net, decimal Tax)
{
    public decimal Gross => Net + Tax;
}

/// <summary>The sum of the lines of one tax rate.</summary>
internal sealed record TaxSummary(string Code, decimal Percent, decimal Net, decimal Tax);

/// <summary>Every amount of an invoice; totals are sums of what is printed.</summary>
internal sealed record InvoiceTotals(IReadOnlyList<LineAmounts> Lines, IReadOnlyList<TaxSummary> Taxes, decimal Normal, decimal Reduction, decimal Net, decimal Tax)
{
    public decimal Gross => Net + Tax;
}

/// <summary>The one function that computes an invoice: for preview, print and posting alike (RULES, Money).</summary>
internal static class InvoiceAmounts
{
    public static InvoiceTotals Of(IReadOnlyList<Charge> charges, string currency)
    {
        var digits = Currencies.MinorDigits(currency);
        LineAmounts[] lines = [.. charges.Select(charge =>
        {
            var normal = Rounding.Round(charge.Quantity * charge.UnitPrice, digits);
            var reduction = Math.Clamp(Rounding.Round(charge.Reduction, digits), 0, Math.Max(0, normal));
            return new LineAmounts(normal, reduction, normal - reduction, Tax(normal - reduction, charge.TaxPercent, digits));
        })];
        return new InvoiceTotals(
            lines, Summary(charges.Zip(lines, (charge, line) => (charge.TaxCode, charge.TaxPercent, line.Net, line.Tax))),
            lines.Sum(l => l.Normal), lines.Sum(l => l.Reduction), lines.Sum(l => l.Net), lines.Sum(l => l.Tax));
    }

    /// <summary>Tax of one amount, half away from zero.</summary>
    public static decimal Tax(decimal net, decimal percent, int digits) => Rounding.Round(net * percent / 100, digits);

    /// <summary>Sums per rate, the highest rate first.</summary>
    public static IReadOnlyList<TaxSummary> Summary(IEnumerable<(string Code, decimal Percent, decimal Net, decimal Tax)> lines) =>
        [.. lines.GroupBy(l => (l.Code, l.Percent)).OrderByDescending(g => g.Key.Percent).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => new TaxSummary(g.Key.Code, g.Key.Percent, g.Sum(l => l.Net), g.Sum(l => l.Tax)))];

    /// <summary>The charges of a voucher's lines under one tax rate.</summary>
    public static IReadOnlyList<Charge> Charges(IEnumerable<Vouchers.VoucherLine> lines, TaxRate rate) =>
        [.. lines.Select(l => new Charge(l.Quantity, l.UnitPrice, l.Reduction, rate.Code, rate.Percent))];
}
