using NodaTime;
using ServiceErp.Billing;
using ServiceErp.Platform.Branches;
using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>What tax comes to the prices of an order, as far as finance is there to tell: a private person is shown what there is to pay.</summary>
internal sealed class Pricing(IBranches branches, IClock clock, ISalesTaxes? taxes = null)
{
    /// <summary>The tax of each net amount today; null when nobody can tell.</summary>
    public async Task<SalesTaxes?> TaxesAsync(ServiceOrder order, IReadOnlyList<decimal> nets, CancellationToken cancel) =>
        taxes is null ? null : await taxes.OfAsync(order.BranchId, branches.Of(order.BranchId).DayOf(clock.GetCurrentInstant()), order.Currency, nets, cancel);
}
