using NodaTime;

namespace ServiceErp.Billing;

/// <summary>The tax of some amounts, each rounded as it will be on the invoice.</summary>
/// <param name="Percent">The rate.</param>
/// <param name="Taxes">One for each net amount, in their order.</param>
public sealed record SalesTaxes(decimal Percent, IReadOnlyList<decimal> Taxes);

/// <summary>Answers what tax comes to a price, before there is an invoice.</summary>
public interface ISalesTaxes
{
    /// <summary>The tax of net amounts by a branch's rate on a day; null when no rate is valid then.</summary>
    Task<SalesTaxes?> OfAsync(Guid branchId, LocalDate day, string currency, IReadOnlyList<decimal> nets, CancellationToken cancel);
}
