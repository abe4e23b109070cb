namespace ServiceErp.SpareParts.Domain.Forecasting;

/// <summary>How wrong a method would have been.</summary>
/// <param name="Method">The method.</param>
/// <param name="Forecast">What it says of the next period.</param>
/// <param name="MeanError">Mean of demand less forecast: what it is too low by.</param>
/// <param name="MeanAbsoluteError">Mean of the error without its sign.</param>
/// <param name="RootMeanSquareError">Square root of the mean squared error.</param>
/// <param name="Scaled">Mean absolute scaled error (MASE; Hyndman and Koehler 2006): the mean absolute error over that of the naive one-step forecast within the periods that were learned from, so that below 1 is better than naive was there; null when the naive forecast made none.</param>
internal sealed record MethodScore(ForecastMethod Method, double Forecast, double MeanError, double MeanAbsoluteError, double RootMeanSquareError, double? Scaled);

/// <summary>
/// Every method tried on the past with a rolling origin: each period is forecast from those before it alone. The best is the one of the least squared error, for the stock is
/// sized by the mean and the squares of what may come; the least absolute error would choose to forecast nothing wherever most periods are empty.
/// </summary>
/// <param name="Scores">Per method.</param>
/// <param name="Periods">How many periods were forecast.</param>
internal sealed record Backtest(IReadOnlyList<MethodScore> Scores, int Periods)
{
    /// <summary>Fewest recorded periods that can tell a good method from a bad one.</summary>
    public const int FewestPeriods = 6;

    private const int LongestWarmUp = 12;

    /// <summary>The best method; null when the history is too short to say.</summary>
    public MethodScore? Best => Periods == 0 ? null : Scores.MinBy(s => s.RootMeanSquareError);

    /// <summary>Tries all methods.</summary>
    /// <param name="series">One quantity per period, the oldest first; null is a period that was not recorded.</param>
    public static Backtest Of(IReadOnlyList<double?> series)
    {
        var recorded = series.OfType<double>().ToArray();
        var warmUp = recorded.Length < FewestPeriods ? recorded.Length : Math.Min(LongestWarmUp, recorded.Length / 2);
        var tested = recorded.Length - warmUp;
        var scores = new List<MethodScore>(Forecaster.Methods.Count);
        var naive = 0.0;
        for (var period = 1; period < warmUp; period++)
        {
            naive += Math.Abs(recorded[period] - recorded[period - 1]) / (warmUp - 1);
        }

        foreach (var method in Forecaster.Methods)
        {
            var forecaster = Forecaster.Of(method);
            var (sum, absolute, squares) = (0.0, 0.0, 0.0);
            for (var period = 0; period < recorded.Length; period++)
            {
                if (period >= warmUp)
                {
                    var error = recorded[period] - forecaster.Next;
                    sum += error;
                    absolute += Math.Abs(error);
                    squares += error * error;
                }

                forecaster.Observe(recorded[period]);
            }

            var count = Math.Max(1, tested);
            scores.Add(new(method, forecaster.Next, sum / count, absolute / count, Math.Sqrt(squares / count), naive == 0 ? null : absolute / count / naive));
        }

        return new(scores, tested);
    }
}
