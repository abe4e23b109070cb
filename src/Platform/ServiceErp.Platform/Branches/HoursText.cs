using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Branches;

/// <summary>The open hours of one day as people write them: <c>08:00-12:00, 13:00-17:30</c>. Nothing means closed; 24:00 is the end of the day.</summary>
internal static partial class HoursText
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Result<IReadOnlyList<OpenHours>> Read(string? text)
    {
        var hours = new List<OpenHours>();
        var plain = Dashes().Replace(text ?? "", "-");
        foreach (var part in plain.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('-') is not [var first, var second] || Time(first) is not { } start || Time(second) is not { } end)
            {
                return Error.Invalid("Platform.Branch.HoursUnreadable", "\"{0}\" is not an interval. Write the hours like 08:00-12:00, 13:00-17:00.", part.Length > 40 ? part[..40] + "…" : part);
            }

            if (start == Duration.FromDays(1) || end <= start)
            {
                return Error.Invalid("Platform.Branch.HoursReversed", "\"{0}\" ends before it begins. Hours over midnight are two intervals on two days.", part);
            }

            hours.Add(new OpenHours(LocalTime.FromTicksSinceMidnight(start.BclCompatibleTicks), end == Duration.FromDays(1) ? LocalTime.Midnight : LocalTime.FromTicksSinceMidnight(end.BclCompatibleTicks)));
        }

        hours.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 1; i < hours.Count; i++)
        {
            var before = hours[i - 1];
            if (before.End == LocalTime.Midnight || before.End > hours[i].Start)
            {
                return Error.Invalid("Platform.Branch.HoursOverlap", "{0} and {1} overlap. Join them or let one end before the other begins.", Write([before]), Write([hours[i]]));
            }
        }

        return hours;
    }

    public static string Write(IEnumerable<OpenHours> hours) =>
        string.Join(", ", hours.OrderBy(h => h.Start).Select(h => $"{Minute.Format(h.Start)}–{(h.End == LocalTime.Midnight ? "24:00" : Minute.Format(h.End))}"));

    private static Duration? Time(string text)
    {
        var parts = text.Split(':', '.');
        if (parts.Length > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(parts.Length == 2 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || hour > 24 || minute > 59 || (hour == 24 && minute > 0))
        {
            return null;
        }

        return Duration.FromMinutes((hour * 60) + minute);
    }

    [GeneratedRegex(@"\s*[-–—−]\s*")]
    private static partial Regex Dashes();
}
