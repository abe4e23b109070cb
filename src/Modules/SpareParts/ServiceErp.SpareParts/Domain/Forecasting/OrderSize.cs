namespace ServiceErp.SpareParts.Domain.Forecasting;

/// <summary>How much is bought at a time.</summary>
public enum OrderPolicy
{
    /// <summary>What lasts for some days.</summary>
    DaysOfCover,

    /// <summary>Always the same quantity, or a multiple of it.</summary>
    Fixed,

    /// <summary>The quantity at which ordering and keeping cost least in all.</summary>
    Economic,

    /// <summary>Up to a maximum once stock is at a minimum.</summary>
    MinMax,
}

/// <summary>What the quantity depends on beside the need.</summary>
internal sealed record OrderTerms(OrderPolicy Policy)
{
    /// <summary>Of <see cref="OrderPolicy.Fixed"/>.</summary>
    public decimal FixedQuantity { get; init; }

    /// <summary>Of <see cref="OrderPolicy.MinMax"/>.</summary>
    public decimal Minimum { get; init; }

    /// <summary>Of <see cref="OrderPolicy.MinMax"/>.</summary>
    public decimal Maximum { get; init; }

    /// <summary>Of <see cref="OrderPolicy.DaysOfCover"/>.</summary>
    public int CoverDays { get; init; }

    /// <summary>Of <see cref="OrderPolicy.Economic"/>: cost of one order line.</summary>
    public decimal OrderCost { get; init; }

    /// <summary>Of <see cref="OrderPolicy.Economic"/>: percent of the price that keeping one for a year costs.</summary>
    public decimal HoldingPercent { get; init; }

    /// <summary>Of <see cref="OrderPolicy.Economic"/>.</summary>
    public decimal? Price { get; init; }

    /// <summary>The least that the supplier delivers; 0 is none.</summary>
    public decimal SupplierMinimum { get; init; }

    /// <summary>The supplier delivers multiples of it; 0 is none.</summary>
    public decimal Pack { get; init; }
}

/// <summary>How much to buy, step by step.</summary>
/// <param name="Need">What lifts the stock to the reorder point.</param>
/// <param name="ByPolicy">What the policy makes of it.</param>
/// <param name="Quantity">After the supplier's minimum and pack.</param>
internal sealed record OrderSize(decimal Need, decimal ByPolicy, decimal Quantity)
{
    /// <summary>Whether it is time to buy.</summary>
    /// <param name="position">On hand and on order, less what is promised or waited for.</param>
    /// <param name="reorderPoint">The point.</param>
    /// <param name="terms">With the minimum, which takes the point's place.</param>
    public static bool IsDue(decimal position, decimal reorderPoint, OrderTerms terms) =>
        position < 0 || (terms.Policy == OrderPolicy.MinMax ? position <= terms.Minimum && terms.Maximum > position : reorderPoint > 0 && position <= reorderPoint);

    public static OrderSize Of(decimal position, decimal reorderPoint, double perMonth, OrderTerms terms)
    {
        var need = Math.Max(0, reorderPoint - position);
        var byPolicy = terms.Policy switch
        {
            OrderPolicy.Fixed when terms.FixedQuantity > 0 => Math.Max(1, Math.Ceiling(need / terms.FixedQuantity)) * terms.FixedQuantity,
            OrderPolicy.Economic when Economic(perMonth * 12, terms) is { } economic => Math.Max(need, economic),
            OrderPolicy.MinMax => Math.Max(0, terms.Maximum - position),
            _ => need + (decimal)Math.Ceiling(Math.Round(perMonth * terms.CoverDays / StockNeed.DaysOfMonth, 6)),
        };
        return new(need, byPolicy, ToPacks(byPolicy, terms));
    }

    /// <summary>The quantity of least cost (Harris 1913): √(2 · yearly demand · order cost / yearly holding cost), in whole units: of the two beside it the cheaper one; null when a figure is missing.</summary>
    public static decimal? Economic(double perYear, OrderTerms terms)
    {
        var holding = (terms.Price ?? 0) * terms.HoldingPercent / 100;
        if (holding <= 0 || perYear <= 0)
        {
            return null;
        }

        // Ordering and keeping q cost the same as q + 1 where q · (q + 1) is the square of the exact quantity.
        var square = 2 * perYear * (double)terms.OrderCost / (double)holding;
        var below = Math.Floor(Math.Sqrt(square));
        return Math.Max(1, (decimal)(square <= below * (below + 1) ? below : below + 1));
    }

    /// <summary>At least the supplier's minimum, in whole packs.</summary>
    public static decimal ToPacks(decimal quantity, OrderTerms terms)
    {
        var enough = quantity <= 0 ? 0 : Math.Max(quantity, terms.SupplierMinimum);
        return terms.Pack > 0 ? Math.Ceiling(enough / terms.Pack) * terms.Pack : enough;
    }
}
