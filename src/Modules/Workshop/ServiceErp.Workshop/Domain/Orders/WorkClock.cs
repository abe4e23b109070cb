using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>What of the time since a work timer was started is working time: nothing over lunch, and nothing after closing, when a timer that was forgotten stops.</summary>
internal static class WorkClock
{
    /// <summary>So long runs a timer that was started while the branch is closed, such as on a visit in the night, before it counts as forgotten.</summary>
    private static readonly Duration MostOutside = Duration.FromHours(4);

    /// <summary>Where the timer stops, now at the latest, and what was worked until then.</summary>
    public static (Instant End, Duration Worked) Measure(BusinessCalendar calendar, Instant start, Instant now)
    {
        if (calendar.IsEmpty)
        {
            return (now, now - start);
        }

        var opening = calendar.NextOpening(start) ?? Instant.MaxValue;
        if (now <= opening || opening - start > MostOutside)
        {
            var end = opening == start ? now : Instant.Min(now, start + MostOutside);
            return (end, end - start);
        }

        var stop = Instant.Min(now, Closing(calendar, opening));
        return (stop, opening - start + calendar.Elapsed(opening, stop));
    }

    /// <summary>The end of the last opening hours of the day, or of a later day where the branch does not close at midnight.</summary>
    private static Instant Closing(BusinessCalendar calendar, Instant open)
    {
        var date = open.InZone(calendar.Zone).Date;
        var closing = open;
        for (var day = 1; day <= 7; day++)
        {
            closing = calendar.Add(open, calendar.Elapsed(open, calendar.Zone.AtStartOfDay(date.PlusDays(day)).ToInstant())).Value;
            if (!calendar.IsOpen(closing))
            {
                break;
            }
        }

        return closing;
    }
}
