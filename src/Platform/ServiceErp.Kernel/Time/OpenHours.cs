using NodaTime;

namespace ServiceErp.Kernel;

/// <summary>One open interval of a day, such as the hours before lunch.</summary>
/// <param name="Start">Opening time; open from here on.</param>
/// <param name="End">Closing time; closed from here on. Midnight means the end of the day, 24:00.</param>
/// <exception cref="ArgumentException">The end is not after the start; hours over midnight are two intervals on two days.</exception>
public readonly record struct OpenHours(LocalTime Start, LocalTime End)
{
    /// <summary>Opening time.</summary>
    public LocalTime Start { get; } = Start;

    /// <summary>Closing time; midnight means 24:00.</summary>
    public LocalTime End { get; } = AreValid(Start, End) ? End : throw new ArgumentException($"{End} is not after {Start}.", nameof(End));

    /// <summary>Whether these times make an interval; to be asked before making one of what somebody typed.</summary>
    public static bool AreValid(LocalTime start, LocalTime end) => end > start || end == LocalTime.Midnight;

    /// <summary>From hour to hour; 24 is the end of the day.</summary>
    public static OpenHours Of(int startHour, int endHour) => new(new LocalTime(startHour, 0), new LocalTime(endHour % 24, 0));
}
