using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Kernel;

namespace ServiceErp.Billing.Integration;

/// <summary>Tells the tax of a price by the rate and the rounding of the invoice.</summary>
internal sealed class SalesTaxRates(Invoicing invoicing) : ISalesTaxes
{
    public async Task<SalesTaxes?> OfAsync(Guid branchId, LocalDate day, string currency, IReadOnlyList<decimal> nets, CancellationToken cancel) =>
        await invoicing.RateAsync(branchId, day, cancel) is { Succeeded: true, Value: var rate }
            ? new SalesTaxes(rate.Percent, [.. nets.Select(net => InvoiceAmounts.Tax(net, rate.Percent, Currencies.MinorDigits(currency)))])
            : null;
}
