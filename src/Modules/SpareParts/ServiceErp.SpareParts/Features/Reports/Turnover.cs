using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Features.Reports;

/// <summary>
/// How stock turned over in a period, in the branch's currency. Opening + received − consumed + other = closing, by construction of the ledger. The average is the mean of opening and closing; the
/// turnover is what was consumed by the average, for a year; the cover is how many days the average lasts at the pace of the period.
/// </summary>
/// <param name="Opening">Value before the first day.</param>
/// <param name="Received">Came in from outside.</param>
/// <param name="Consumed">Handed out to orders, less what came back, at cost.</param>
/// <param name="Closing">Value at the end of the last day.</param>
/// <param name="Days">Of the period, both ends included.</param>
public sealed record Turnover(decimal Opening, decimal Received, decimal Consumed, decimal Closing, int Days)
{
    private const int DaysOfYear = 365;

    /// <summary>Scrapped, returned to suppliers, transferred, corrected; less than zero when it left.</summary>
    public decimal Other => Closing - Opening - Received + Consumed;

    public decimal Average => (Opening + Closing) / 2;

    /// <summary>Times a year; null without stock.</summary>
    public decimal? Turns => Average == 0 ? null : Rounding.Round(Consumed / Average * DaysOfYear / Days, 2);

    /// <summary>Days that the average lasts; null when nothing was consumed.</summary>
    public decimal? Cover => Consumed <= 0 ? null : Rounding.Round(Average * Days / Consumed, 0);

    public static Turnover operator +(Turnover one, Turnover other) => new(one.Opening + other.Opening, one.Received + other.Received, one.Consumed + other.Consumed, one.Closing + other.Closing, one.Days);
}
