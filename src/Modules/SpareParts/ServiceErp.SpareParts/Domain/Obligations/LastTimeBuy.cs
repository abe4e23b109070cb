using NodaTime;
using ServiceErp.SpareParts.Domain.Forecasting;

namespace ServiceErp.SpareParts.Domain.Obligations;

/// <summary>Until when parts of a model must be obtainable (PAR-7).</summary>
internal static class SupplyObligation
{
    /// <summary>Years after the last sale where no service life is stated (Law on protection of consumers' rights, article 6).</summary>
    public const int YearsWithoutServiceLife = 10;

    /// <summary>The last day; null while the model is still sold or its last sale is unknown: then there is no end.</summary>
    public static LocalDate? EndOf(LocalDate? lastSale, int? serviceLifeYears) => lastSale?.PlusYears(serviceLifeYears ?? YearsWithoutServiceLife).PlusDays(-1);
}

/// <summary>What to buy the last time a part can be had, with the arithmetic.</summary>
/// <param name="Months">From today to the end of the obligation.</param>
/// <param name="Expected">Demand expected until then.</param>
/// <param name="Safety">Kept against surprises over that time.</param>
/// <param name="Covered">On hand, not promised, and on order.</param>
/// <param name="Quantity">To buy, in whole units; 0 when what there is suffices.</param>
internal sealed record LastTimeBuy(double Months, double Expected, double Safety, decimal Covered, decimal Quantity)
{
    public static LastTimeBuy Of(LocalDate today, LocalDate end, double perMonth, double error, decimal serviceLevel, decimal covered)
    {
        var months = Math.Max(0, Period.DaysBetween(today, end) / StockNeed.DaysOfMonth);
        var expected = perMonth * months;
        var safety = Math.Max(0, Normal.Quantile((double)serviceLevel / 100)) * error * Math.Sqrt(months);
        return new(months, expected, safety, covered, Math.Max(0, (decimal)Math.Ceiling(Math.Round(expected + safety, 6)) - covered));
    }
}
