using NodaTime;

namespace ServiceErp.Kernel;

/// <summary>How a response stands against its target (REC-4).</summary>
public enum ResponseState
{
    /// <summary>Running, with time left.</summary>
    OnTime,

    /// <summary>Running, and so much of the target is used up that somebody should look.</summary>
    AtRisk,

    /// <summary>Answered not later than due.</summary>
    Met,

    /// <summary>The due instant has passed without an answer, or the answer came after it.</summary>
    Breached,
}

/// <summary>A stretch in which the response clock stood still, and why.</summary>
/// <param name="Start">When it was stopped.</param>
/// <param name="End">When it ran again; null while it stands.</param>
/// <param name="Reason">The recorded reason; without one the clock is not stopped.</param>
public sealed record ResponsePause(Instant Start, Instant? End, string Reason);

/// <summary>What a response clock shows at an instant.</summary>
/// <param name="State">How the response stands.</param>
/// <param name="Due">When it is, or was, due; pushed out by the open time of the pauses so far.</param>
/// <param name="Consumed">Working time used up, pauses left out; up to the answer when there is one.</param>
/// <param name="Remaining">Working time left; negative when overdue.</param>
public sealed record ResponseReading(ResponseState State, Instant Due, Duration Consumed, Duration Remaining);

/// <summary>
/// The promise to respond within so much working time (REC-4). It pauses only for recorded reasons. It keeps what happened; how the
/// response stands is read with the calendar and the instant by <see cref="Read"/>.
/// </summary>
/// <param name="Target">The working time promised.</param>
/// <param name="Started">When counting began: the contact. If closed then, the calendar begins at the next opening.</param>
public readonly record struct ResponseClock(Duration Target, Instant Started)
{
    /// <summary>The share of the target, in percent, that when used up puts a response at risk, unless set otherwise.</summary>
    public const int DefaultAtRiskPercent = 80;

    /// <summary>When the clock stood still, in the order recorded. Pauses may overlap; their time counts once.</summary>
    public IReadOnlyList<ResponsePause> Pauses { get => field ?? []; init; }

    /// <summary>When the response was given; null while it is awaited.</summary>
    public Instant? Answered { get; init; }

    /// <summary>Whether the clock stands still now.</summary>
    public bool IsPaused => Pauses.Any(pause => pause.End is null);

    /// <summary>Stops the clock.</summary>
    /// <returns>
    /// The stopped clock; Invalid <c>Platform.ResponseClock.ReasonMissing</c>; Refused <c>Platform.ResponseClock.AlreadyPaused</c> or
    /// <c>Platform.ResponseClock.AlreadyAnswered</c>.
    /// </returns>
    public Result<ResponseClock> Pause(Instant at, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Error.Invalid("Platform.ResponseClock.ReasonMissing", "Give the reason for the pause.");
        }

        if (Answered is not null)
        {
            return AlreadyAnswered();
        }

        return IsPaused
            ? Error.Refused("Platform.ResponseClock.AlreadyPaused", "The response clock is paused already.")
            : this with { Pauses = [.. Pauses, new ResponsePause(at, null, reason.Trim())] };
    }

    /// <summary>Lets the clock run again.</summary>
    /// <returns>
    /// The running clock; Refused <c>Platform.ResponseClock.NotPaused</c>; Invalid <c>Platform.ResponseClock.EndBeforeStart</c> when the pause began later.
    /// </returns>
    public Result<ResponseClock> Resume(Instant at)
    {
        if (Pauses.SingleOrDefault(pause => pause.End is null) is not { } running)
        {
            return Error.Refused("Platform.ResponseClock.NotPaused", "The response clock is not paused.");
        }

        return at < running.Start
            ? Error.Invalid("Platform.ResponseClock.EndBeforeStart", "The pause cannot end before it began.")
            : this with { Pauses = [.. Pauses.Where(pause => pause != running), running with { End = at }] };
    }

    /// <summary>Notes the response; a running pause ends with it.</summary>
    /// <returns>The stopped clock; Refused <c>Platform.ResponseClock.AlreadyAnswered</c>.</returns>
    public Result<ResponseClock> Answer(Instant at)
    {
        if (Answered is not null)
        {
            return AlreadyAnswered();
        }

        return this with
        {
            Answered = at,
            Pauses = [.. Pauses.Select(pause => pause.End is null ? pause with { End = Instant.Max(at, pause.Start) } : pause)],
        };
    }

    /// <summary>When the response is due as far as is known at an instant: a running pause is taken to end there.</summary>
    /// <returns>The due instant, or the calendar's refusal: see <see cref="BusinessCalendar.Add(Instant, Duration)"/>.</returns>
    public Result<Instant> Due(BusinessCalendar calendar, Instant at) => calendar.Add(Started, Target, PausesUntil(at));

    /// <summary>How the response stands at an instant. Answered exactly when due is met; the state after due is breached, whether open or closed.</summary>
    /// <param name="calendar">The calendar that the response is promised by.</param>
    /// <param name="at">The instant to look at; an answer after it is not seen yet.</param>
    /// <param name="atRiskPercent">The share of the target that when used up puts the response at risk.</param>
    /// <returns>The reading, or the calendar's refusal: see <see cref="BusinessCalendar.Add(Instant, Duration)"/>.</returns>
    public Result<ResponseReading> Read(BusinessCalendar calendar, Instant at, int atRiskPercent = DefaultAtRiskPercent)
    {
        var answered = Answered <= at;
        var judged = answered ? Answered!.Value : at;
        var due = Due(calendar, judged);
        if (!due.Succeeded)
        {
            return due.Error;
        }

        var consumed = calendar.Elapsed(Started, judged, PausesUntil(judged));
        var state =
            judged > due.Value ? ResponseState.Breached
            : answered ? ResponseState.Met
            : consumed * 100 >= Target * atRiskPercent ? ResponseState.AtRisk
            : ResponseState.OnTime;
        return new ResponseReading(state, due.Value, consumed, Target - consumed);
    }

    private static Error AlreadyAnswered() => Error.Refused("Platform.ResponseClock.AlreadyAnswered", "The response was given already.");

    private IEnumerable<Interval> PausesUntil(Instant at) =>
        Pauses.Select(pause => new Interval(pause.Start, pause.End ?? Instant.Max(at, pause.Start)));
}
