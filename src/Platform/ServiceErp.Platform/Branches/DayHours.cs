using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Branches;

/// <summary>The opening hours of one weekday.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Hours">Such as <c>08:00-12:00, 13:00-17:00</c>; nothing means closed.</param>
public sealed record DayHours(IsoDayOfWeek Day, string? Hours)
{
    internal static Result<IReadOnlyList<(IsoDayOfWeek Day, OpenHours Hours)>> Read(IReadOnlyList<DayHours>? week)
    {
        var open = new List<(IsoDayOfWeek, OpenHours)>();
        var seen = new HashSet<IsoDayOfWeek>();
        var faults = new List<Error>();
        for (var i = 0; i < (week?.Count ?? 0); i++)
        {
            var day = week![i];
            var field = $"Week[{i}].Hours";
            var hours = HoursText.Read(day.Hours);
            if (day.Day == IsoDayOfWeek.None || !seen.Add(day.Day))
            {
                faults.Add(Error.Invalid("Platform.Branch.DayTwice", "Name each weekday once.").On(field));
            }
            else if (!hours.Succeeded)
            {
                faults.Add(hours.Error.On(field));
            }
            else
            {
                open.AddRange(hours.Value.Select(h => (day.Day, h)));
            }
        }

        return faults.Count == 0 ? open : Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with { Details = faults };
    }
}
