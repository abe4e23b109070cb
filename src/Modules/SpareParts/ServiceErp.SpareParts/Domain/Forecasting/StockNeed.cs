namespace ServiceErp.SpareParts.Domain.Forecasting;

/// <summary>How many days a part takes from order to arrival.</summary>
/// <param name="Days">The mean.</param>
/// <param name="Deviation">Standard deviation of the measured ones; 0 where nothing was measured.</param>
/// <param name="Source">From where it is known.</param>
internal sealed record LeadTime(double Days, double Deviation, LeadTimeSource Source)
{
    /// <summary>Fewest receipts that speak for themselves.</summary>
    public const int FewestReceipts = 3;

    /// <summary>Measured where there are enough receipts, else as the supplier promises, else as usual.</summary>
    public static LeadTime Of(int receipts, double sum, double squares, int? promised, int usual)
    {
        if (receipts >= FewestReceipts)
        {
            var mean = sum / receipts;
            return new(mean, Math.Sqrt(Math.Max(0, (squares - (receipts * mean * mean)) / (receipts - 1))), LeadTimeSource.Measured);
        }

        return promised is { } days ? new(days, 0, LeadTimeSource.Promised) : new(usual, 0, LeadTimeSource.Usual);
    }
}

/// <summary>From where a lead time is known.</summary>
public enum LeadTimeSource
{
    /// <summary>From receipts.</summary>
    Measured,

    /// <summary>The supplier's promise.</summary>
    Promised,

    /// <summary>The rule for parts of which nothing is known.</summary>
    Usual,
}

/// <summary>How much of a part has to be there, with the arithmetic.</summary>
/// <param name="Months">What the stock has to bridge: lead time and review cycle.</param>
/// <param name="Expected">Demand expected meanwhile.</param>
/// <param name="Deviation">Standard deviation of the demand meanwhile: √(months · σ² + demand² · σ of lead time²).</param>
/// <param name="Factor">How many deviations the service level asks for of a normal demand.</param>
/// <param name="Point">What the demand stays at or below with the service level.</param>
/// <param name="Spread">How the demand is taken to be spread.</param>
internal sealed record StockNeed(double Months, double Expected, double Deviation, double Factor, double Point, DemandSpread Spread)
{
    /// <summary>Below so many expected until the next delivery, pieces are counted one by one instead of taken for a smooth quantity.</summary>
    public const double FewPieces = 10;

    /// <summary>An error out of fewer months than these is no measure yet.</summary>
    public const int FewestMonths = Backtest.FewestPeriods;

    /// <summary>Mean length of a month in days.</summary>
    public const double DaysOfMonth = 365.25 / 12;

    /// <summary>Kept against surprises: the point less what is expected.</summary>
    public decimal SafetyStock => Math.Max(0, ReorderPoint - (decimal)Math.Round(Expected, 2));

    /// <summary>When stock and orders under way fall to it, it is time to buy.</summary>
    public decimal ReorderPoint => (decimal)Math.Ceiling(Math.Round(Point, 6));

    /// <summary>
    /// Periodic review (Silver, Pyke and Thomas, "Inventory and Production Management in Supply Chains"): a normal demand, or of few pieces one by Poisson, and by the negative binomial distribution where it swings more than
    /// its mean. Few pieces swing at least by the root of their mean, however even the past was, and so does a demand of which only few months are known: two equal months prove nothing.
    /// </summary>
    /// <param name="perMonth">Forecast.</param>
    /// <param name="error">Root mean square error of the forecast of one month.</param>
    /// <param name="lead">Lead time.</param>
    /// <param name="reviewDays">Days between two looks.</param>
    /// <param name="serviceLevel">Percent of cycles without shortage.</param>
    /// <param name="known">Months that were recorded.</param>
    public static StockNeed Of(double perMonth, double error, LeadTime lead, int reviewDays, decimal serviceLevel, int known)
    {
        var months = (lead.Days + reviewDays) / DaysOfMonth;
        var leadDeviation = lead.Deviation / DaysOfMonth;
        var (expected, level) = (perMonth * months, (double)serviceLevel / 100);
        var isFew = expected < FewPieces;
        var measured = (months * error * error) + (perMonth * perMonth * leadDeviation * leadDeviation);
        var variance = isFew || known < FewestMonths ? Math.Max(measured, expected) : measured;
        var (deviation, factor) = (Math.Sqrt(variance), Math.Max(0, Normal.Quantile(level)));
        return isFew && expected > 0
            ? new(months, expected, deviation, factor, PieceDemand.Quantile(expected, variance, level), variance > expected * (1 + 1e-9) ? DemandSpread.NegativeBinomial : DemandSpread.Poisson)
            : new(months, expected, deviation, factor, expected + (factor * deviation), DemandSpread.Normal);
    }
}

/// <summary>How a demand is taken to be spread about what is expected.</summary>
public enum DemandSpread
{
    /// <summary>Evenly to both sides.</summary>
    Normal,

    /// <summary>Pieces asked for one by one.</summary>
    Poisson,

    /// <summary>Pieces asked for several at a time, or in waves.</summary>
    NegativeBinomial,
}

/// <summary>Demand counted in pieces.</summary>
internal static class PieceDemand
{
    private const int Most = 1_000_000;

    /// <summary>The smallest number that the demand stays at or below with a probability: by Poisson, or where the variance is larger than the mean by the negative binomial distribution.</summary>
    public static int Quantile(double mean, double variance, double probability)
    {
        // Negative binomial with p = mean / variance and r = mean² / (variance − mean); Poisson is its limit.
        var isEven = variance <= mean * (1 + 1e-9);
        var p = isEven ? 1 : mean / variance;
        var r = isEven ? 0 : mean * mean / (variance - mean);
        var share = isEven ? Math.Exp(-mean) : Math.Exp(r * Math.Log(p));
        var sum = share;
        for (var k = 0; k < Most; k++)
        {
            if (sum >= probability - 1e-12)
            {
                return k;
            }

            share *= isEven ? mean / (k + 1) : (r + k) / (k + 1) * (1 - p);
            sum += share;
        }

        return Most;
    }
}

/// <summary>The normal distribution.</summary>
internal static class Normal
{
    /// <summary>The value that a standard normal variable stays below with a probability; P. J. Acklam's rational approximation, relative error under 1.15e-9.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public static double Quantile(double probability)
    {
        if (probability is <= 0 or >= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }

        const double low = 0.02425;
        if (probability > 1 - low)
        {
            return -Quantile(1 - probability);
        }

        if (probability < low)
        {
            var q = Math.Sqrt(-2 * Math.Log(probability));
            return Polynomial(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783)
                / Polynomial(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
        }

        var d = probability - 0.5;
        var r = d * d;
        return d * Polynomial(r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239)
            / Polynomial(r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1);
    }

    private static double Polynomial(double x, params ReadOnlySpan<double> factors)
    {
        var sum = 0.0;
        foreach (var factor in factors)
        {
            sum = (sum * x) + factor;
        }

        return sum;
    }
}
