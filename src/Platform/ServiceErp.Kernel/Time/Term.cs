using NodaTime;

namespace ServiceErp.Kernel;

/// <summary>A term of whole months, as warranties run.</summary>
public static class Term
{
    /// <summary>
    /// The last day of a term, itself included: one year from 2 March ends on 1 March. Where the month of the end has no such day, the term ends on that month's last day, as civil codes have it: one year
    /// from 29 February ends on 28 February, six months from 31 August on the last of February. A later start never ends earlier.
    /// </summary>
    /// <param name="from">The first day.</param>
    /// <param name="months">How long; with 0 the term is over before it begins.</param>
    public static LocalDate LastDay(LocalDate from, int months) =>
        from.PlusMonths(months) is var end && end.Day < from.Day ? end : end.PlusDays(-1);
}
