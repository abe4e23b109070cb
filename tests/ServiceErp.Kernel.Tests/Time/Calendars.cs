using System.Globalization;
using NodaTime.Text;

namespace ServiceErp.Kernel.Tests;

internal static class Calendars
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly LocalDateTimePattern[] Patterns =
        [LocalDateTimePattern.Create("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), LocalDateTimePattern.ExtendedIso];

    /// <summary>The instant at which the zone's clock shows this; the earlier one when it does so twice.</summary>
    public static Instant At(DateTimeZone zone, string local) =>
        zone.AtLeniently(Patterns.Select(pattern => pattern.Parse(local)).First(parsed => parsed.Success).Value).ToInstant();

    public static BusinessCalendar Weekdays(DateTimeZone zone, params OpenHours[] hours) => Weekdays(zone, hours, []);

    public static BusinessCalendar Weekdays(DateTimeZone zone, OpenHours[] hours, LocalDate[] holidays) => new(zone, Days(1, 5, hours), holidays);

    public static BusinessCalendar Daily(DateTimeZone zone, params OpenHours[] hours) => new(zone, Days(1, 7, hours));

    private static IEnumerable<(IsoDayOfWeek Day, OpenHours Hours)> Days(int first, int last, OpenHours[] hours) =>
        from day in Enumerable.Range(first, last - first + 1)
        from open in hours
        select ((IsoDayOfWeek)day, open);
}
