namespace ServiceErp.SpareParts.Domain.Forecasting;

/// <summary>How demand comes (Syntetos and Boylan): often or seldom, in even or uneven quantities.</summary>
public enum DemandPattern
{
    /// <summary>Nothing was asked for, or nothing was recorded.</summary>
    None,

    /// <summary>Often, in even quantities.</summary>
    Smooth,

    /// <summary>Seldom, in even quantities.</summary>
    Intermittent,

    /// <summary>Often, in uneven quantities.</summary>
    Erratic,

    /// <summary>Seldom, in uneven quantities.</summary>
    Lumpy,
}

/// <summary>The pattern of a demand history with the two figures it goes by.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Interval">Average number of recorded periods from one demand to the next (ADI); null without demand.</param>
/// <param name="Unevenness">Squared coefficient of variation of the quantities asked for at a time (CV²), from the variance of a sample (n − 1); null without demand.</param>
internal sealed record DemandShape(DemandPattern Pattern, double? Interval, double? Unevenness)
{
    /// <summary>Limits of Syntetos, Boylan and Croston, "On the categorization of demand patterns" (JORS 56, 2005).</summary>
    public const double LongInterval = 1.32;
    public const double UnevenFrom = 0.49;

    /// <summary>Finds the pattern.</summary>
    /// <param name="series">One quantity per period, the oldest first; null is a period that was not recorded.</param>
    public static DemandShape Of(IReadOnlyList<double?> series)
    {
        var (recorded, times, sum, squares) = (0, 0, 0.0, 0.0);
        foreach (var demand in series)
        {
            recorded += demand is null ? 0 : 1;
            if (demand > 0)
            {
                times++;
                sum += demand.Value;
                squares += demand.Value * demand.Value;
            }
        }

        if (times == 0)
        {
            return new(DemandPattern.None, null, null);
        }

        var interval = (double)recorded / times;
        var mean = sum / times;
        var unevenness = times == 1 ? 0 : Math.Max(0, (squares - (times * mean * mean)) / (times - 1)) / (mean * mean);
        var pattern = (interval >= LongInterval, unevenness >= UnevenFrom) switch
        {
            (false, false) => DemandPattern.Smooth,
            (true, false) => DemandPattern.Intermittent,
            (false, true) => DemandPattern.Erratic,
            _ => DemandPattern.Lumpy,
        };
        return new(pattern, interval, unevenness);
    }
}
