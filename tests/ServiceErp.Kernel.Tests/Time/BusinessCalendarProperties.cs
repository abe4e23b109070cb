using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Interval = NodaTime.Interval;
using static ServiceErp.Kernel.Tests.Calendars;

namespace ServiceErp.Kernel.Tests;

/// <summary>What holds of every calendar, in zones and weeks chosen for their changes of the clock.</summary>
[Properties(Arbitrary = [typeof(BusinessCalendarProperties)], Replay = "20261123,1", MaxTest = 400)]
public sealed class BusinessCalendarProperties
{
    private static readonly (string Zone, string Around)[] Changes =
    [
        ("Europe/Berlin", "2026-03-29T02:00"), ("Europe/Berlin", "2026-10-25T02:00"),
        ("America/New_York", "2026-03-08T02:00"), ("America/New_York", "2026-11-01T01:00"),
        ("Asia/Seoul", "2026-05-05T00:00"), ("Asia/Seoul", "1988-05-08T02:00"),
        ("America/Sao_Paulo", "2018-11-04T00:00"), ("America/Sao_Paulo", "2018-02-18T00:00"),
        ("Asia/Beirut", "2026-03-29T00:00"), ("Pacific/Apia", "2011-12-30T00:00"),
    ];

    /// <summary>A calendar, an instant within the month around a change of its zone's clock, and working time of up to two weeks.</summary>
    public sealed record Case(BusinessCalendar Calendar, Instant Start, Duration Work, Duration More, Interval[] Pauses)
    {
        public Instant End => Start + Work + More;

        public override string ToString() =>
            $"{Calendar.Zone.Id}, start {Start}, work {Work}, more {More}, pauses {string.Join<Interval>(", ", Pauses)}, "
                + $"open {string.Join(", ", Hours(Calendar, Start - Duration.FromDays(1), End + Duration.FromDays(10)))}";
    }

    public static Arbitrary<Case> Cases()
    {
        var minutes = Gen.Choose(0, 24 * 4).Select(quarter => quarter * 15);
        var hours = minutes.Two().Where(pair => pair.Item1 % 1440 < pair.Item2).Select(pair => new OpenHours(Time(pair.Item1), Time(pair.Item2)));
        var week = Gen.Zip(Gen.Choose(1, 7), hours).Select(pair => ((IsoDayOfWeek)pair.Item1, pair.Item2)).NonEmptyListOf();
        var days = Gen.Choose(-10, 10).ListOf();
        var exceptions = Gen.Zip(Gen.Choose(-10, 10), hours).ListOf();
        var pauses = Gen.Zip(Span(20), Span(5)).ListOf();
        return (
            from change in Gen.Elements(Changes)
            from regular in week
            from holidays in days
            from special in exceptions
            from offset in Span(16)
            from work in Span(14)
            from more in Span(7)
            from stops in pauses
            let zone = DateTimeZoneProviders.Tzdb[change.Zone]
            let around = At(zone, change.Around)
            let date = around.InZone(zone).Date
            let start = around - Duration.FromDays(8) + offset
            select new Case(
                new BusinessCalendar(zone, regular, holidays.Select(date.PlusDays), special.Select(one => (date.PlusDays(one.Item1), one.Item2))),
                start,
                work,
                more,
                [.. stops.Select(stop => new Interval(start + stop.Item1 - Duration.FromDays(2), start + stop.Item1 + stop.Item2))])).ToArbitrary();
    }

    [Property]
    public void What_is_added_has_elapsed(Case one)
    {
        var due = one.Calendar.Add(one.Start, one.Work).Value;

        Assert.Equal(one.Work, one.Calendar.Elapsed(one.Start, due));
    }

    [Property]
    public void Due_is_the_earliest_instant_at_which_the_work_has_elapsed(Case one)
    {
        var due = one.Calendar.Add(one.Start, one.Work + Duration.Epsilon).Value;

        Assert.True(one.Calendar.IsOpen(due - Duration.Epsilon));
        Assert.Equal(one.Work, one.Calendar.Elapsed(one.Start, due - Duration.Epsilon));
    }

    [Property]
    public void Elapsed_is_what_counting_every_minute_gives(Case one)
    {
        var (start, end) = (Minute(one.Start), Minute(one.End));
        var counted = 0;
        for (var at = start; at < end; at += Duration.FromMinutes(1))
        {
            counted += one.Calendar.IsOpen(at) ? 1 : 0;
        }

        Assert.Equal(Duration.FromMinutes(counted), one.Calendar.Elapsed(start, end));
    }

    [Property]
    public void Elapsed_with_pauses_is_what_counting_every_open_minute_outside_them_gives(Case one)
    {
        var (start, end) = (Minute(one.Start), Minute(one.End));
        var pauses = Array.ConvertAll(one.Pauses, pause => new Interval(Minute(pause.Start), Minute(pause.End)));
        var counted = 0;
        for (var at = start; at < end; at += Duration.FromMinutes(1))
        {
            counted += one.Calendar.IsOpen(at) && !Array.Exists(pauses, pause => pause.Contains(at)) ? 1 : 0;
        }

        Assert.Equal(Duration.FromMinutes(counted), one.Calendar.Elapsed(start, end, pauses));
    }

    [Property]
    public void Elapsed_time_is_additive(Case one)
    {
        var middle = one.Start + one.Work;

        Assert.Equal(
            one.Calendar.Elapsed(one.Start, one.End),
            one.Calendar.Elapsed(one.Start, middle) + one.Calendar.Elapsed(middle, one.End));
        Assert.Equal(
            one.Calendar.Elapsed(one.Start, one.End, one.Pauses),
            one.Calendar.Elapsed(one.Start, middle, one.Pauses) + one.Calendar.Elapsed(middle, one.End, one.Pauses));
    }

    [Property]
    public void Adding_in_two_steps_is_adding_at_once(Case one)
    {
        var more = one.More + Duration.Epsilon;

        Assert.Equal(
            one.Calendar.Add(one.Start, one.Work + more).Value,
            one.Calendar.Add(one.Calendar.Add(one.Start, one.Work).Value, more).Value);
    }

    [Property]
    public void More_work_and_a_later_start_are_never_due_earlier(Case one)
    {
        var due = one.Calendar.Add(one.Start, one.Work).Value;

        Assert.True(one.Calendar.Add(one.Start, one.Work + one.More).Value >= due);
        Assert.True(one.Calendar.Add(one.Start + one.More, one.Work).Value >= due);
        Assert.True(due >= one.Start + one.Work);
    }

    [Property]
    public void Elapsed_never_exceeds_real_time_and_grows_with_it(Case one)
    {
        var middle = one.Start + one.Work;

        Assert.InRange(one.Calendar.Elapsed(one.Start, middle), Duration.Zero, one.Work);
        Assert.True(one.Calendar.Elapsed(one.Start, one.End) >= one.Calendar.Elapsed(one.Start, middle));
    }

    [Property]
    public void Closed_time_changes_nothing(Case one)
    {
        var opening = one.Calendar.NextOpening(one.Start)!.Value;

        Assert.Equal(Duration.Zero, one.Calendar.Elapsed(one.Start, opening));
        Assert.True(one.Calendar.IsOpen(opening));
        Assert.Equal(one.Calendar.Add(one.Start, one.Work).Value, one.Calendar.Add(opening, one.Work).Value);
        if (one.Start < opening)
        {
            Interval[] closed = [.. one.Pauses, new Interval(one.Start, opening)];
            Assert.Equal(one.Calendar.Elapsed(one.Start, one.End, one.Pauses), one.Calendar.Elapsed(one.Start, one.End, closed));
            Assert.Equal(one.Calendar.Add(one.Start, one.Work, one.Pauses).Value, one.Calendar.Add(one.Start, one.Work, closed).Value);
        }
    }

    [Property]
    public void What_is_added_around_pauses_has_elapsed_outside_them(Case one)
    {
        var due = one.Calendar.Add(one.Start, one.Work, one.Pauses).Value;

        Assert.Equal(one.Work, one.Calendar.Elapsed(one.Start, due, one.Pauses));
        Assert.True(due >= one.Calendar.Add(one.Start, one.Work).Value);
    }

    [Property]
    public void A_pause_told_twice_or_in_pieces_counts_once(Case one)
    {
        var expected = one.Calendar.Elapsed(one.Start, one.End, one.Pauses);
        var pieces = one.Pauses.SelectMany(pause =>
        {
            var middle = pause.Start + (pause.Duration / 2);
            return new[] { new Interval(middle, pause.End), new Interval(pause.Start, middle), pause };
        });

        Assert.Equal(expected, one.Calendar.Elapsed(one.Start, one.End, [.. one.Pauses, .. one.Pauses]));
        Assert.Equal(expected, one.Calendar.Elapsed(one.Start, one.End, pieces.Reverse()));
    }

    [Property]
    public void The_response_clock_agrees_with_itself(Case one)
    {
        var clock = new ResponseClock(one.Work + Duration.Epsilon, one.Start)
        {
            Pauses = [.. one.Pauses.Select(pause => new ResponsePause(pause.Start, pause.End, "Waiting"))],
        };

        var due = clock.Due(one.Calendar, one.End).Value;

        Assert.Equal(ResponseState.AtRisk, clock.Read(one.Calendar, due).Value.State);
        Assert.Equal(Duration.Zero, clock.Read(one.Calendar, due).Value.Remaining);
        Assert.Equal(ResponseState.Breached, clock.Read(one.Calendar, due + Duration.Epsilon).Value.State);
        Assert.Equal(ResponseState.Met, clock.Answer(due).Value.Read(one.Calendar, due + one.More).Value.State);
    }

    private static LocalTime Time(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);

    private static Instant Minute(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 60 * 60);

    private static Gen<Duration> Span(int days) =>
        from minutes in Gen.Choose(0, days * 1440)
        from rest in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 999_999_999))
        select Duration.FromMinutes((long)minutes) + Duration.FromNanoseconds((long)rest);

    private static IEnumerable<string> Hours(BusinessCalendar calendar, Instant from, Instant to)
    {
        for (var opening = calendar.NextOpening(from); opening < to;)
        {
            var closing = opening.Value;
            while (calendar.IsOpen(closing))
            {
                closing += Duration.FromMinutes(15);
            }

            yield return $"{opening}/{closing}";
            opening = calendar.NextOpening(closing);
        }
    }
}
