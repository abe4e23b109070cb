using System.Collections.Frozen;
using NodaTime;

namespace ServiceErp.Kernel;

/// <summary>
/// When a branch, a zone or a contract works, and how much working time lies between two instants (REC-4). Working time is real elapsed time
/// while the wall clock of <see cref="Zone"/> shows open hours: a night shift has an hour less or more when the clock is changed. Immutable.
/// </summary>
public sealed class BusinessCalendar
{
    private const int SearchedYears = 10;
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration Searched = Duration.FromDays(SearchedYears * 366);

    private readonly OpenSpan[][] week;
    private readonly FrozenDictionary<LocalDate, OpenSpan[]> dates;

    /// <summary>Makes a calendar. Overlapping and touching intervals of one day become one.</summary>
    /// <param name="zone">The zone whose wall clock the hours are meant in.</param>
    /// <param name="week">The regular hours, any number of intervals per weekday.</param>
    /// <param name="holidays">Dates closed all day.</param>
    /// <param name="exceptions">Dates with hours of their own, any number of intervals per date; they count even on a holiday.</param>
    public BusinessCalendar(
        DateTimeZone zone,
        IEnumerable<(IsoDayOfWeek Day, OpenHours Hours)> week,
        IEnumerable<LocalDate>? holidays = null,
        IEnumerable<(LocalDate Date, OpenHours Hours)>? exceptions = null)
    {
        Zone = zone;
        var regular = week.ToLookup(open => open.Day, open => open.Hours);
        var special = (exceptions ?? []).ToLookup(open => open.Date, open => open.Hours);
        this.week = [.. Enumerable.Range(0, 8).Select(day => Spans(regular[(IsoDayOfWeek)day]))];
        dates = (holidays ?? []).Union(special.Select(date => date.Key)).ToFrozenDictionary(date => date, date => Spans(special[date]));
    }

    /// <summary>The zone whose wall clock the hours are meant in.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Whether there are no open hours at all, which is a mistake of configuration.</summary>
    public bool IsEmpty => week.All(day => day.Length == 0) && dates.Values.All(date => date.Length == 0);

    /// <summary>
    /// The instant at which so much working time has passed. Counting starts at <paramref name="start"/>, or at the next opening when closed.
    /// An amount that ends exactly at closing time ends at closing, not at the next opening.
    /// </summary>
    /// <returns>
    /// The instant; Invalid <c>Platform.Calendar.Empty</c> when there are no open hours at all; Refused <c>Platform.Calendar.TooFar</c>
    /// when ten years do not hold so much working time.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The working time is negative.</exception>
    public Result<Instant> Add(Instant start, Duration workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, Duration.Zero);
        if (IsEmpty)
        {
            return Error.Invalid("Platform.Calendar.Empty", "The business calendar has no open hours. Enter the opening hours first.");
        }

        var remaining = workingTime;
        foreach (var (opening, closing) in Openings(start, SearchEnd(start)))
        {
            var open = closing - opening;
            if (remaining <= open)
            {
                return opening + remaining;
            }

            remaining -= open;
        }

        return Error.Refused(
            "Platform.Calendar.TooFar", "The business calendar does not have {0} open hours within {1} years.", workingTime.TotalHours, SearchedYears);
    }

    /// <summary>As <see cref="Add(Instant, Duration)"/>, not counting the pauses. Open time in several pauses at once is left out once.</summary>
    public Result<Instant> Add(Instant start, Duration workingTime, IEnumerable<Interval> pauses)
    {
        var (counted, remaining) = (start, workingTime);
        foreach (var (begin, end) in InOrder(pauses))
        {
            if (end <= counted)
            {
                continue;
            }

            var open = Elapsed(counted, begin);
            if (begin > counted && remaining <= open)
            {
                break;
            }

            remaining -= open;
            counted = end;
        }

        return Add(counted, remaining);
    }

    /// <summary>The working time between two instants; zero when <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    public Duration Elapsed(Instant from, Instant to)
    {
        var total = Duration.Zero;
        foreach (var (opening, closing) in Openings(from, to))
        {
            total += closing - opening;
        }

        return total;
    }

    /// <summary>
    /// The working time between two instants outside the pauses. A pause removes its own open time, once; what overlaps closed hours or another pause
    /// removes nothing twice. A pause without an end lasts for ever.
    /// </summary>
    public Duration Elapsed(Instant from, Instant to, IEnumerable<Interval> pauses)
    {
        var (total, counted) = (Duration.Zero, from);
        foreach (var (begin, end) in InOrder(pauses))
        {
            if (end > counted)
            {
                total += Elapsed(counted, Instant.Min(begin, to));
                counted = end;
            }
        }

        return total + Elapsed(counted, to);
    }

    /// <summary>Whether it is open: from opening time on, up to but without closing time.</summary>
    public bool IsOpen(Instant at)
    {
        var local = at.InZone(Zone);
        var time = Duration.FromNanoseconds(local.NanosecondOfDay);
        return Array.Exists(SpansOn(local.Date), span => span.Start <= time && time < span.End);
    }

    /// <summary>The first open instant from the given one on, itself when it is open; null when there is none within ten years.</summary>
    public Instant? NextOpening(Instant at)
    {
        foreach (var (opening, _) in Openings(at, SearchEnd(at)))
        {
            return opening;
        }

        return null;
    }

    private static Instant SearchEnd(Instant from) =>
        Instant.MaxValue - from > Searched ? from + Searched : Instant.MaxValue;

    private static IEnumerable<(Instant Begin, Instant End)> InOrder(IEnumerable<Interval> pauses) => pauses
        .Select(pause => (Begin: pause.HasStart ? pause.Start : Instant.MinValue, End: pause.HasEnd ? pause.End : Instant.MaxValue))
        .OrderBy(pause => pause.Begin);

    private static OpenSpan[] Spans(IEnumerable<OpenHours> hours)
    {
        List<OpenSpan> spans = [];
        foreach (var (start, end) in hours.Select(OpenSpan.Of).OrderBy(span => span.Start))
        {
            if (spans.Count > 0 && start <= spans[^1].End)
            {
                spans[^1] = new(spans[^1].Start, Duration.Max(spans[^1].End, end));
            }
            else
            {
                spans.Add(new(start, end));
            }
        }

        return [.. spans];
    }

    private OpenSpan[] SpansOn(LocalDate date) => dates.TryGetValue(date, out var spans) ? spans : week[(int)date.DayOfWeek];

    /// <summary>
    /// The open time from one instant to another, in order. Walks through the stretches in which the zone's offset stays the same,
    /// because there, and only there, a day of the wall clock has 24 hours.
    /// </summary>
    private IEnumerable<(Instant Opening, Instant Closing)> Openings(Instant from, Instant to)
    {
        while (from < to)
        {
            var stretch = Zone.GetZoneInterval(from);
            var end = stretch.HasEnd ? Instant.Min(stretch.End, to) : to;
            var (date, time) = from.WithOffset(stretch.WallOffset).LocalDateTime;
            for (var midnight = from - Duration.FromNanoseconds(time.NanosecondOfDay); midnight < end; midnight += Day)
            {
                foreach (var span in SpansOn(date))
                {
                    var opening = Instant.Max(from, midnight + span.Start);
                    var closing = Instant.Min(end, midnight + span.End);
                    if (opening < closing)
                    {
                        yield return (opening, closing);
                    }
                }

                date = date.PlusDays(1);
            }

            from = end;
        }
    }

    /// <summary>Open hours as time since midnight, so that 24:00 can be said.</summary>
    private readonly record struct OpenSpan(Duration Start, Duration End)
    {
        public static OpenSpan Of(OpenHours hours) => new(
            Duration.FromNanoseconds(hours.Start.NanosecondOfDay),
            hours.End == LocalTime.Midnight ? Day : Duration.FromNanoseconds(hours.End.NanosecondOfDay));
    }
}
