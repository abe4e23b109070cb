using static ServiceErp.Kernel.Tests.Calendars;

namespace ServiceErp.Kernel.Tests;

public sealed class ResponseClockTests
{
    private static readonly BusinessCalendar Office = Weekdays(Berlin, OpenHours.Of(8, 16));
    private static readonly ResponseClock SixHours = new(Duration.FromHours(6), At(Berlin, "2026-03-02T09:00"));

    [Theory]
    [InlineData("2026-03-02T08:00", ResponseState.OnTime, 6)]
    [InlineData("2026-03-02T09:00", ResponseState.OnTime, 6)]
    [InlineData("2026-03-02T13:47", ResponseState.OnTime, 1.2166666666666668)]
    [InlineData("2026-03-02T13:48", ResponseState.AtRisk, 1.2)]
    [InlineData("2026-03-02T15:00", ResponseState.AtRisk, 0)]
    [InlineData("2026-03-02T15:01", ResponseState.Breached, -1 / 60d)]
    [InlineData("2026-03-03T09:00", ResponseState.Breached, -2)]
    public void The_clock_runs_over_open_hours_to_its_due_instant(string at, ResponseState state, double remainingHours)
    {
        var reading = SixHours.Read(Office, At(Berlin, at)).Value;

        Assert.Equal(state, reading.State);
        Assert.Equal(At(Berlin, "2026-03-02T15:00"), reading.Due);
        Assert.Equal(remainingHours, reading.Remaining.TotalHours, 9);
        Assert.Equal(SixHours.Target, reading.Consumed + reading.Remaining);
    }

    [Fact]
    public void The_share_at_risk_can_be_set()
    {
        var at = At(Berlin, "2026-03-02T12:00");

        Assert.Equal(ResponseState.OnTime, SixHours.Read(Office, at, atRiskPercent: 51).Value.State);
        Assert.Equal(ResponseState.AtRisk, SixHours.Read(Office, at, atRiskPercent: 50).Value.State);
    }

    [Fact]
    public void Due_at_closing_is_breached_after_closing_although_no_more_working_time_has_passed()
    {
        var clock = new ResponseClock(Duration.FromHours(7), At(Berlin, "2026-03-02T09:00"));

        Assert.Equal(ResponseState.AtRisk, clock.Read(Office, At(Berlin, "2026-03-02T16:00")).Value.State);
        Assert.Equal(ResponseState.Breached, clock.Read(Office, At(Berlin, "2026-03-02T16:01")).Value.State);
    }

    [Fact]
    public void A_pause_pushes_the_due_instant_out_by_its_own_open_time()
    {
        var clock = SixHours
            .Pause(At(Berlin, "2026-03-02T10:00"), " Waiting for the customer ").Value
            .Resume(At(Berlin, "2026-03-02T11:30")).Value;
        var overNight = SixHours.Pause(At(Berlin, "2026-03-02T14:00"), "Gate locked").Value.Resume(At(Berlin, "2026-03-03T09:00")).Value;
        var atNight = SixHours.Pause(At(Berlin, "2026-03-02T18:00"), "Closed anyway").Value.Resume(At(Berlin, "2026-03-03T06:00")).Value;
        var later = At(Berlin, "2026-03-04T12:00");

        Assert.Equal(At(Berlin, "2026-03-03T08:30"), clock.Due(Office, later).Value);
        Assert.Equal(At(Berlin, "2026-03-03T10:00"), overNight.Due(Office, later).Value);
        Assert.Equal(At(Berlin, "2026-03-02T15:00"), atNight.Due(Office, later).Value);
        Assert.Equal("Waiting for the customer", Assert.Single(clock.Pauses).Reason);
        Assert.False(clock.IsPaused);
    }

    [Fact]
    public void While_it_stands_nothing_is_consumed_and_due_moves_along()
    {
        var clock = SixHours.Pause(At(Berlin, "2026-03-02T10:00"), "Waiting for the customer").Value;

        var early = clock.Read(Office, At(Berlin, "2026-03-02T12:00")).Value;
        var late = clock.Read(Office, At(Berlin, "2026-03-20T12:00")).Value;

        Assert.True(clock.IsPaused);
        Assert.Equal(Duration.FromHours(1), early.Consumed);
        Assert.Equal(Duration.FromHours(1), late.Consumed);
        Assert.Equal(At(Berlin, "2026-03-03T09:00"), early.Due);
        Assert.Equal(At(Berlin, "2026-03-23T09:00"), late.Due);
        Assert.Equal(ResponseState.OnTime, late.State);
    }

    [Fact]
    public void A_pause_after_the_due_instant_does_not_heal_the_breach()
    {
        var clock = SixHours.Pause(At(Berlin, "2026-03-02T15:30"), "Waiting for the customer").Value;

        var reading = clock.Read(Office, At(Berlin, "2026-03-09T12:00")).Value;

        Assert.Equal(ResponseState.Breached, reading.State);
        Assert.Equal(At(Berlin, "2026-03-02T15:00"), reading.Due);
        Assert.Equal(Duration.FromMinutes(-30), reading.Remaining);
    }

    [Theory]
    [InlineData("2026-03-02T11:00", ResponseState.Met, 2)]
    [InlineData("2026-03-02T15:00", ResponseState.Met, 6)]
    [InlineData("2026-03-02T15:30", ResponseState.Breached, 6.5)]
    public void An_answer_stops_the_clock_for_good(string answered, ResponseState state, double consumedHours)
    {
        var clock = SixHours.Answer(At(Berlin, answered)).Value;

        var reading = clock.Read(Office, At(Berlin, "2026-04-01T12:00")).Value;

        Assert.Equal(state, reading.State);
        Assert.Equal(Duration.FromHours(consumedHours), reading.Consumed);
    }

    [Fact]
    public void An_answer_is_not_seen_before_it_was_given() =>
        Assert.Equal(
            ResponseState.OnTime,
            SixHours.Answer(At(Berlin, "2026-03-02T11:00")).Value.Read(Office, At(Berlin, "2026-03-02T10:00")).Value.State);

    [Fact]
    public void An_answer_ends_the_running_pause()
    {
        var answered = At(Berlin, "2026-03-02T14:00");

        var clock = SixHours.Pause(At(Berlin, "2026-03-02T10:00"), "Waiting for the customer").Value.Answer(answered).Value;

        Assert.False(clock.IsPaused);
        Assert.Equal(answered, clock.Pauses[0].End);
        Assert.Equal(Duration.FromHours(1), clock.Read(Office, At(Berlin, "2026-03-09T12:00")).Value.Consumed);
    }

    [Fact]
    public void The_clock_pauses_only_for_a_reason_and_once_at_a_time()
    {
        var at = At(Berlin, "2026-03-02T10:00");
        var paused = SixHours.Pause(at, "Waiting for the customer").Value;
        var answered = SixHours.Answer(at).Value;

        Assert.Equal("Platform.ResponseClock.ReasonMissing", SixHours.Pause(at, " ").Error!.Code);
        Assert.Equal("Platform.ResponseClock.AlreadyPaused", paused.Pause(at, "Again").Error!.Code);
        Assert.Equal("Platform.ResponseClock.NotPaused", SixHours.Resume(at).Error!.Code);
        Assert.Equal("Platform.ResponseClock.EndBeforeStart", paused.Resume(at - Duration.Epsilon).Error!.Code);
        Assert.Equal("Platform.ResponseClock.AlreadyAnswered", answered.Answer(at).Error!.Code);
        Assert.Equal("Platform.ResponseClock.AlreadyAnswered", answered.Pause(at, "Late").Error!.Code);
        Assert.Empty(default(ResponseClock).Pauses);
    }

    [Fact]
    public void Without_hours_the_clock_says_what_is_wrong() =>
        Assert.Equal("Platform.Calendar.Empty", SixHours.Read(new BusinessCalendar(Berlin, []), SixHours.Started).Error!.Code);
}
