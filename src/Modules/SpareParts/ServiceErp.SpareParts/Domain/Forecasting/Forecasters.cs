namespace ServiceErp.SpareParts.Domain.Forecasting;

/// <summary>A way to foresee the demand of the next period.</summary>
public enum ForecastMethod
{
    /// <summary>As in the last period; the measure of all others.</summary>
    Naive,

    /// <summary>The mean of the last twelve periods.</summary>
    MovingAverage,

    /// <summary>Croston (1972): size and interval of demands, each smoothed.</summary>
    Croston,

    /// <summary>Syntetos and Boylan (2005): Croston's without its bias.</summary>
    SBA,

    /// <summary>Teunter, Syntetos and Babai (2011): size and probability of demands; forgets a part that nobody asks for any more.</summary>
    TSB,
}

/// <summary>Foresees the next period from those before, told one by one, the oldest first. Periods that were not recorded are simply not told.</summary>
internal abstract class Forecaster
{
    /// <summary>Weight of the newest figure in all smoothing, as Croston proposes.</summary>
    public const double Alpha = 0.1;

    public static readonly IReadOnlyList<ForecastMethod> Methods = Enum.GetValues<ForecastMethod>();

    /// <summary>The demand expected in the next period; 0 before anything was asked for.</summary>
    public abstract double Next { get; }

    public static Forecaster Of(ForecastMethod method) => method switch
    {
        ForecastMethod.Naive => new NaiveForecaster(),
        ForecastMethod.MovingAverage => new MovingAverageForecaster(12),
        ForecastMethod.Croston => new CrostonForecaster(1),
        ForecastMethod.SBA => new CrostonForecaster(1 - (Alpha / 2)),
        _ => new TsbForecaster(),
    };

    /// <summary>Tells the demand of the next period.</summary>
    public abstract void Observe(double demand);
}

internal sealed class NaiveForecaster : Forecaster
{
    private double last;

    public override double Next => last;

    public override void Observe(double demand) => last = demand;
}

internal sealed class MovingAverageForecaster(int window) : Forecaster
{
    private readonly double[] recent = new double[window];
    private int seen;

    public override double Next
    {
        get
        {
            var sum = 0.0;
            var count = Math.Min(seen, window);
            for (var i = 0; i < count; i++)
            {
                sum += recent[i];
            }

            return count == 0 ? 0 : sum / count;
        }
    }

    public override void Observe(double demand) => recent[seen++ % window] = demand;
}

/// <summary>Smooths the sizes of demands and the intervals between them, only when something is asked for; starts with the first of each.</summary>
/// <param name="correction">Factor on the forecast: 1 is Croston's own, 1 - α/2 takes its bias off.</param>
internal sealed class CrostonForecaster(double correction) : Forecaster
{
    private double size;
    private double interval;
    private int since;

    public override double Next => interval == 0 ? 0 : correction * size / interval;

    public override void Observe(double demand)
    {
        since++;
        if (demand <= 0)
        {
            return;
        }

        (size, interval) = interval == 0 ? (demand, since) : (size + (Alpha * (demand - size)), interval + (Alpha * (since - interval)));
        since = 0;
    }
}

/// <summary>Smooths the size when something is asked for, and the probability of demand in every period; starts with the first demand and one over its interval.</summary>
internal sealed class TsbForecaster : Forecaster
{
    private double size;
    private double probability;
    private int seen;

    public override double Next => probability * size;

    public override void Observe(double demand)
    {
        seen++;
        if (size == 0)
        {
            (size, probability) = demand > 0 ? (demand, 1.0 / seen) : (0, 0);
            return;
        }

        probability += Alpha * ((demand > 0 ? 1 : 0) - probability);
        size += demand > 0 ? Alpha * (demand - size) : 0;
    }
}
