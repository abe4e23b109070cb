using static ServiceErp.Kernel.Tests.Calendars;

namespace ServiceErp.Kernel.Tests;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar EightToFour = Weekdays(Berlin, OpenHours.Of(8, 16));
    private static readonly BusinessCalendar WithLunch = Weekdays(Berlin, OpenHours.Of(8, 12), OpenHours.Of(13, 17));

    // 2026-03-02 is a Monday.
    [Theory]
    [InlineData("2026-03-02T09:00", 7, "2026-03-02T16:00")]
    [InlineData("2026-03-06T15:00", 4, "2026-03-09T11:00")]
    [InlineData("2026-03-02T05:30", 1, "2026-03-02T09:00")]
    [InlineData("2026-03-02T16:00", 1, "2026-03-03T09:00")]
    [InlineData("2026-03-07T12:00", 1, "2026-03-09T09:00")]
    [InlineData("2026-03-02T08:00", 8, "2026-03-02T16:00")]
    [InlineData("2026-03-02T08:00", 40, "2026-03-06T16:00")]
    [InlineData("2026-03-02T08:00", 41, "2026-03-09T09:00")]
    [InlineData("2026-03-02T10:00", 0, "2026-03-02T10:00")]
    [InlineData("2026-03-02T18:00", 0, "2026-03-03T08:00")]
    public void Working_time_is_added_over_open_hours_only(string start, int hours, string due) =>
        Assert.Equal(At(Berlin, due), EightToFour.Add(At(Berlin, start), Duration.FromHours(hours)).Value);

    [Fact]
    public void A_holiday_moves_the_due_instant_on()
    {
        var calendar = Weekdays(Berlin, [OpenHours.Of(8, 16)], holidays: [new LocalDate(2026, 3, 9)]);

        Assert.Equal(At(Berlin, "2026-03-10T11:00"), calendar.Add(At(Berlin, "2026-03-06T15:00"), Duration.FromHours(4)).Value);
    }

    [Theory]
    [InlineData("2026-03-02T11:30", 30, "2026-03-02T12:00")]
    [InlineData("2026-03-02T11:30", 31, "2026-03-02T13:01")]
    [InlineData("2026-03-02T12:15", 60, "2026-03-02T14:00")]
    public void The_lunch_break_is_closed(string start, int minutes, string due) =>
        Assert.Equal(At(Berlin, due), WithLunch.Add(At(Berlin, start), Duration.FromMinutes(minutes)).Value);

    [Theory]
    [InlineData("2026-03-02T13:30", "2026-03-03T06:00", 2.5)]
    [InlineData("2026-03-02T06:00", "2026-03-02T23:00", 8)]
    [InlineData("2026-03-06T15:00", "2026-03-09T09:00", 2)]
    [InlineData("2026-03-07T00:00", "2026-03-08T23:59", 0)]
    [InlineData("2026-03-03T10:00", "2026-03-02T10:00", 0)]
    [InlineData("2026-03-02T10:00", "2026-03-02T10:00", 0)]
    public void Closed_hours_are_never_counted(string from, string to, double hours) =>
        Assert.Equal(Duration.FromHours(hours), EightToFour.Elapsed(At(Berlin, from), At(Berlin, to)));

    [Fact]
    public void A_pause_removes_its_own_open_time_once()
    {
        var (from, to) = (At(Berlin, "2026-03-02T08:00"), At(Berlin, "2026-03-03T16:00"));

        Assert.Equal(Duration.FromHours(15), EightToFour.Elapsed(from, to, [Pause("2026-03-02T10:00", "2026-03-02T11:00")]));
        Assert.Equal(Duration.FromHours(14), EightToFour.Elapsed(from, to, [Pause("2026-03-02T15:00", "2026-03-03T09:00")]));
        Assert.Equal(Duration.FromHours(16), EightToFour.Elapsed(from, to, [Pause("2026-03-02T17:00", "2026-03-03T07:00")]));
        Assert.Equal(Duration.FromHours(15), EightToFour.Elapsed(from, to, [Pause("2026-03-01T10:00", "2026-03-02T09:00")]));
        Assert.Equal(Duration.FromHours(15), EightToFour.Elapsed(from, to, [Pause("2026-03-03T15:00", "2026-03-09T09:00")]));
        Assert.Equal(Duration.FromHours(8), EightToFour.Elapsed(from, to, [new Interval(At(Berlin, "2026-03-02T18:00"), null)]));
        Assert.Equal(Duration.FromHours(8), EightToFour.Elapsed(from, to, [new Interval(null, At(Berlin, "2026-03-02T18:00"))]));
    }

    [Fact]
    public void Overlapping_nested_and_touching_pauses_remove_nothing_twice()
    {
        var (from, to) = (At(Berlin, "2026-03-02T08:00"), At(Berlin, "2026-03-02T16:00"));
        Interval[] pauses =
        [
            Pause("2026-03-02T12:00", "2026-03-02T13:00"),
            Pause("2026-03-02T09:00", "2026-03-02T11:00"),
            Pause("2026-03-02T10:00", "2026-03-02T12:00"),
            Pause("2026-03-02T09:30", "2026-03-02T10:30"),
        ];

        Assert.Equal(Duration.FromHours(4), EightToFour.Elapsed(from, to, pauses));
        Assert.Equal(At(Berlin, "2026-03-02T14:00"), EightToFour.Add(from, Duration.FromHours(2), pauses).Value);
        Assert.Equal(At(Berlin, "2026-03-02T09:00"), EightToFour.Add(from, Duration.FromHours(1), pauses).Value);
    }

    [Theory]
    [InlineData("2026-03-02T07:59:59", false)]
    [InlineData("2026-03-02T08:00", true)]
    [InlineData("2026-03-02T11:59:59", true)]
    [InlineData("2026-03-02T12:00", false)]
    [InlineData("2026-03-02T13:00", true)]
    [InlineData("2026-03-02T17:00", false)]
    [InlineData("2026-03-07T10:00", false)]
    public void It_is_open_from_opening_up_to_closing(string at, bool open) => Assert.Equal(open, WithLunch.IsOpen(At(Berlin, at)));

    [Theory]
    [InlineData("2026-03-02T07:00", "2026-03-02T08:00")]
    [InlineData("2026-03-02T09:00", "2026-03-02T09:00")]
    [InlineData("2026-03-02T12:00", "2026-03-02T13:00")]
    [InlineData("2026-03-06T17:00", "2026-03-09T08:00")]
    public void The_next_opening_is_now_when_open(string at, string opening) => Assert.Equal(At(Berlin, opening), WithLunch.NextOpening(At(Berlin, at)));

    [Fact]
    public void A_date_with_hours_of_its_own_follows_them_even_on_a_holiday()
    {
        var christmasEve = new LocalDate(2026, 12, 24);
        var saturday = new LocalDate(2026, 12, 19);
        var calendar = new BusinessCalendar(
            Berlin,
            [(IsoDayOfWeek.Thursday, OpenHours.Of(8, 16))],
            [christmasEve],
            [(christmasEve, OpenHours.Of(8, 10)), (christmasEve, OpenHours.Of(11, 12)), (saturday, OpenHours.Of(10, 14))]);

        Assert.Equal(Duration.FromHours(3), calendar.Elapsed(At(Berlin, "2026-12-24T00:00"), At(Berlin, "2026-12-25T00:00")));
        Assert.Equal(Duration.FromHours(4), calendar.Elapsed(At(Berlin, "2026-12-19T00:00"), At(Berlin, "2026-12-20T00:00")));
    }

    [Fact]
    public void Overlapping_hours_of_a_day_are_one()
    {
        var calendar = Weekdays(Berlin, OpenHours.Of(11, 14), OpenHours.Of(8, 12), OpenHours.Of(9, 10), OpenHours.Of(14, 16));

        Assert.Equal(Duration.FromHours(8), calendar.Elapsed(At(Berlin, "2026-03-02T00:00"), At(Berlin, "2026-03-03T00:00")));
    }

    [Fact]
    public void Hours_may_end_at_midnight_and_last_all_day()
    {
        var late = Weekdays(Berlin, OpenHours.Of(22, 24));
        var always = Weekdays(Berlin, OpenHours.Of(0, 24));

        Assert.Equal(At(Berlin, "2026-03-03T00:00"), late.Add(At(Berlin, "2026-03-02T12:00"), Duration.FromHours(2)).Value);
        Assert.Equal(Duration.FromHours(24), always.Elapsed(At(Berlin, "2026-03-02T00:00"), At(Berlin, "2026-03-03T00:00")));
        Assert.True(late.IsOpen(At(Berlin, "2026-03-02T23:59:59")));
        Assert.False(late.IsOpen(At(Berlin, "2026-03-03T00:00")));
    }

    [Fact]
    public void Hours_that_do_not_end_after_they_start_are_a_broken_assumption()
    {
        Assert.False(OpenHours.AreValid(new(9, 0), new(9, 0)));
        Assert.True(OpenHours.AreValid(new(9, 0), LocalTime.Midnight));
        Assert.Throws<ArgumentException>(() => OpenHours.Of(9, 9));
        Assert.Throws<ArgumentException>(() => OpenHours.Of(22, 6));
    }

    [Fact]
    public void A_calendar_without_hours_is_a_configuration_error()
    {
        var empty = new BusinessCalendar(Berlin, [], [new LocalDate(2026, 3, 2)]);

        var error = empty.Add(At(Berlin, "2026-03-02T09:00"), Duration.FromHours(1)).Error!;

        Assert.True(empty.IsEmpty);
        Assert.Equal("Platform.Calendar.Empty", error.Code);
        Assert.Equal(ErrorKind.Invalid, error.Kind);
        Assert.Null(empty.NextOpening(At(Berlin, "2026-03-02T09:00")));
        Assert.False(empty.IsOpen(At(Berlin, "2026-03-02T09:00")));
        Assert.Equal(Duration.Zero, empty.Elapsed(At(Berlin, "2026-03-02T09:00"), At(Berlin, "2026-04-02T09:00")));
    }

    [Fact]
    public void The_search_ends_after_ten_years()
    {
        var once = new BusinessCalendar(Berlin, [], exceptions: [(new LocalDate(2026, 3, 2), OpenHours.Of(8, 16))]);

        Assert.Equal("Platform.Calendar.TooFar", once.Add(At(Berlin, "2026-03-02T09:00"), Duration.FromHours(8)).Error!.Code);
        Assert.Equal("Platform.Calendar.TooFar", once.Add(Instant.MaxValue, Duration.FromHours(8)).Error!.Code);
        Assert.Equal("Platform.Calendar.TooFar", EightToFour.Add(At(Berlin, "2026-03-02T09:00"), Duration.FromHours(8 * 5 * 530)).Error!.Code);
        Assert.True(EightToFour.Add(At(Berlin, "2026-03-02T09:00"), Duration.FromHours(8 * 5 * 520)).Succeeded);
        Assert.Null(once.NextOpening(At(Berlin, "2026-03-02T16:00")));
    }

    [Fact]
    public void Working_time_is_never_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EightToFour.Add(At(Berlin, "2026-03-02T09:00"), Duration.FromHours(-1)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:00", "2026-03-29T06:00", 5)]
    [InlineData("Europe/Berlin", "2026-10-25T00:00", "2026-10-25T06:00", 7)]
    [InlineData("Europe/Berlin", "2026-03-29T01:30", "2026-03-29T03:30", 1)]
    [InlineData("America/New_York", "2026-03-08T00:00", "2026-03-08T06:00", 5)]
    [InlineData("America/New_York", "2026-11-01T00:00", "2026-11-01T06:00", 7)]
    [InlineData("Asia/Seoul", "2026-03-29T00:00", "2026-03-29T06:00", 6)]
    [InlineData("America/Sao_Paulo", "2018-11-04T01:00", "2018-11-04T06:00", 5)]
    [InlineData("America/Sao_Paulo", "2018-11-03T00:00", "2018-11-04T06:00", 29)]
    [InlineData("Asia/Beirut", "2026-03-28T00:00", "2026-03-29T06:00", 29)]
    [InlineData("Pacific/Apia", "2011-12-29T00:00", "2011-12-31T06:00", 30)]
    public void A_night_shift_is_as_long_as_it_really_takes(string zone, string from, string to, int hours)
    {
        var at = DateTimeZoneProviders.Tzdb[zone];
        var always = Daily(at, OpenHours.Of(0, 24));

        Assert.Equal(Duration.FromHours(hours), always.Elapsed(At(at, from), At(at, to)));
        Assert.Equal(At(at, to), always.Add(At(at, from), Duration.FromHours(hours)).Value);
    }

    [Fact]
    public void Office_hours_do_not_notice_that_the_clock_was_changed_at_night()
    {
        Assert.Equal(At(Berlin, "2026-03-30T10:00"), EightToFour.Add(At(Berlin, "2026-03-27T14:00"), Duration.FromHours(4)).Value);
        Assert.Equal(At(Berlin, "2026-10-26T10:00"), EightToFour.Add(At(Berlin, "2026-10-23T14:00"), Duration.FromHours(4)).Value);
    }

    [Fact]
    public void Hours_that_begin_in_the_skipped_hour_begin_after_it()
    {
        var calendar = Daily(Berlin, new OpenHours(new LocalTime(2, 30), new LocalTime(4, 0)));

        Assert.Equal(At(Berlin, "2026-03-29T03:00"), calendar.NextOpening(At(Berlin, "2026-03-29T01:00")));
        Assert.Equal(Duration.FromHours(1), calendar.Elapsed(At(Berlin, "2026-03-29T00:00"), At(Berlin, "2026-03-30T00:00")));
    }

    [Fact]
    public void The_repeated_hour_counts_each_time_it_is_open()
    {
        var calendar = Daily(Berlin, OpenHours.Of(2, 3));

        Assert.Equal(Duration.FromHours(2), calendar.Elapsed(At(Berlin, "2026-10-25T00:00"), At(Berlin, "2026-10-26T00:00")));
    }

    private static Interval Pause(string start, string end) => new(At(Berlin, start), At(Berlin, end));
}
