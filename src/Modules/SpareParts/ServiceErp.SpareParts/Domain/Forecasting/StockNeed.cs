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
/// <param name="Factor">How many deviations the service level asks for.</param>
internal sealed record StockNeed(double Months, double Expected, double Deviation, double Factor)
{
    /// <summary>Mean length of a month in days.</summary>
    public const double DaysOfMonth = 365.25 / 12;

    /// <summary>Kept against surprises, in whole units.</summary>
    public decimal SafetyStock => (decimal)Math.Ceiling(Math.Round(Factor * Deviation, 6));

    /// <summary>When stock and orders under way fall to it, it is time to buy.</summary>
    public decimal ReorderPoint => (decimal)Math.Ceiling(Math.Round(Expected + (Factor * Deviation), 6));

    /// <summary>Periodic review of a normal demand (Silver, Pyke and Thomas, "Inventory and Production Management in Supply Chains").</summary>
    /// <param name="perMonth">Forecast.</param>
    /// <param name="error">Root mean square error of the forecast of one month.</param>
    /// <param name="lead">Lead time.</param>
    /// <param name="reviewDays">Days between two looks.</param>
    /// <param name="serviceLevel">Percent of cycles without shortage.</param>
    public static StockNeed Of(double perMonth, double error, LeadTime lead, int reviewDays, decimal serviceLevel)
    {
        var months = (lead.Days + reviewDays) / DaysOfMonth;
        var leadDeviation = lead.Deviation / DaysOfMonth;
        return new(months, perMonth * months, Math.Sqrt((months * error * error) + (perMonth * perMonth * leadDeviation * leadDeviation)), Math.Max(0, Normal.Quantile((double)serviceLevel / 100)));
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
