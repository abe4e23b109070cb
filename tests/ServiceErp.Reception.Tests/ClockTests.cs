using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>The response clock of a request (REC-4). Berlin works 08-12 and 13-17; it is Wednesday 4 March 2026, 10:00.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private Counter counter = null!;

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Fact]
    public async Task A_pause_moves_what_is_due_by_its_open_time_once()
    {
        var request = await counter.Centre.Ok(Counter.Call(), counter.Receptionist); // 6 h: 10-12 and 13-17 today
        Assert.Equal(Berlin(4, 17, 0), request.DueAt);

        counter.Centre.Advance(Duration.FromHours(1)); // 11:00
        await counter.Centre.Ok(new PauseClock.Command(request.Id, "The customer is away until two"), counter.Receptionist);
        await counter.Centre.Refused("Platform.ResponseClock.AlreadyPaused", new PauseClock.Command(request.Id, "Once again please"), counter.Receptionist);
        counter.Centre.Advance(Duration.FromHours(3)); // 14:00; two of the three hours were open
        var resumed = await counter.Centre.Ok(new ResumeClock.Command(request.Id), counter.Receptionist);

        Assert.Equal(Berlin(5, 10, 0), resumed.DueAt);
        await counter.Centre.Refused("Platform.ResponseClock.NotPaused", new ResumeClock.Command(request.Id), counter.Receptionist);
        var shown = await counter.Centre.Ok(new GetRequest.Query(request.Id), counter.Receptionist);
        Assert.Equal("The customer is away until two", Assert.Single(shown.Clock.Pauses).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task The_clock_is_not_paused_without_a_reason(string? reason)
    {
        var request = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonMissing", new PauseClock.Command(request.Id, reason), counter.Receptionist);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("Away")]
    [InlineData(". . . . . . . . . .")]
    public async Task A_reason_that_tells_nothing_is_none(string reason)
    {
        var request = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonTooShort", new PauseClock.Command(request.Id, reason), counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonTooShort", new WithdrawRequest.Command(request.Id, reason), counter.Receptionist);
    }

    [Theory]
    [InlineData(0, ClockState.OnTime)]
    [InlineData(287, ClockState.OnTime)] // 13:48 - one minute: less than 80 % of 6 h used
    [InlineData(348, ClockState.AtRisk)] // 15:48
    [InlineData(420, ClockState.AtRisk)] // due now
    [InlineData(421, ClockState.Overdue)]
    public async Task The_register_and_the_page_show_how_the_clock_stands(int minutes, ClockState expected)
    {
        var request = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        counter.Centre.Advance(Duration.FromMinutes(minutes));

        var row = Assert.Single((await counter.Centre.Ok(new ListRequests.Query(List(("clock", expected.ToString()))), counter.Receptionist)).Items);
        Assert.Equal(expected, row.Clock);
        Assert.Equal(expected, (await counter.Centre.Ok(new GetRequest.Query(request.Id), counter.Receptionist)).Clock.State);
        var other = expected == ClockState.Overdue ? ClockState.OnTime : ClockState.Overdue;
        Assert.Empty((await counter.Centre.Ok(new ListRequests.Query(List(("clock", other.ToString()))), counter.Receptionist)).Items);
    }

    [Theory]
    [InlineData(60, ClockState.Met)]
    [InlineData(600, ClockState.Late)]
    public async Task Arrival_or_the_first_look_answers_and_stops_the_clock(int minutes, ClockState expected)
    {
        var request = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        counter.Centre.Advance(Duration.FromMinutes(minutes));
        await counter.Centre.Tell(new OrderProgressed(request.OrderId!.Value, "SO-1", request.Id, counter.Centre.Berlin.Id, OrderStage.InDiagnosis, counter.Centre.Now, null, null, "Tom") { AnsweredAt = counter.Centre.Now });

        var shown = await counter.Centre.Ok(new GetRequest.Query(request.Id), counter.Receptionist);
        Assert.Equal((expected, RequestState.Dispatched), (shown.Clock.State, shown.State));
        await counter.Centre.Refused("Platform.ResponseClock.AlreadyAnswered", new PauseClock.Command(request.Id, "It comes too late"), counter.Receptionist);
    }

    [Fact]
    public async Task A_contact_of_the_night_counts_from_the_next_opening()
    {
        var night = Berlin(4, 2, 0);
        var request = await counter.Centre.Ok(Counter.Call() with { ReceivedAt = night }, counter.Receptionist);

        Assert.Equal(Berlin(4, 15, 0), request.DueAt); // 08-12 and 13-15
        await counter.Centre.Refused("Reception.Request.ReceivedLater", Counter.Call("+49 9 99999") with { ReceivedAt = Berlin(4, 23, 0) }, counter.Receptionist);
    }

    [Fact]
    public async Task Only_those_who_may_pause_pause()
    {
        var request = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.Centre.Refused("Platform.Forbidden", new PauseClock.Command(request.Id, "Nobody wants it now"), counter.Centre.As(Roles.Accountant));
    }

    private Instant Berlin(int day, int hour, int minute) => new LocalDateTime(2026, 3, day, hour, minute).InZoneStrictly(counter.Centre.Berlin.Zone).ToInstant();

    private static ListQuery List(params (string Name, string Value)[] filters) => new() { Path = "/", Filters = filters.ToDictionary(f => f.Name, f => f.Value) };
}
