using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quality;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>Who worked does not judge, and time belongs to who worked (WRK-5, WRK-6).</summary>
public sealed class FourEyesTests
{
    private const string Signature = WorkshopCentre.Signature;

    [Theory]
    [InlineData("diagnosed")]
    [InlineData("timed")]
    [InlineData("ticked")]
    [InlineData("charged")]
    [InlineData("finished")]
    public async Task Who_had_a_hand_in_the_work_does_not_release_it_whoever_is_assigned(string hand)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var point = (await workshop.Ok(new SaveControlPoint.Command(Boundary.Repair, "Earth connected", Mandatory: false), workshop.Centre.OfAll(Roles.BranchManager))).Id;
        var order = await workshop.InRepair();
        var dispatcher = workshop.Dispatcher; // may work and may inspect
        switch (hand)
        {
            case "diagnosed":
                await workshop.Ok(new RecordDiagnosis.Command(order, Findings: "Worn out"), dispatcher);
                break;
            case "timed":
                await workshop.Ok(new StartTimer.Command(order), dispatcher);
                await workshop.Ok(new StopTimer.Command(), dispatcher);
                break;
            case "ticked":
                await workshop.Ok(new TickControlPoints.Command(order, [point]), dispatcher);
                break;
            case "charged":
                await workshop.Ok(new AddLabour.Command(order, Hours: 1), dispatcher);
                break;
        }

        await workshop.Ok(new FinishRepair.Command(order, HoursRemark: hand == "charged" ? WorkshopCentre.ByHand : null), hand == "finished" ? dispatcher : null);
        await workshop.Refused("Workshop.ServiceOrder.OwnWork", new InspectOrder.Command(order, true), dispatcher);
        Assert.Contains("did this work yourself", await (await workshop.Centre.Client(Roles.Dispatcher)).GetStringAsync(new Uri($"/workshop/inspections/{order}", UriKind.Relative)), StringComparison.Ordinal);
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
    }

    [Fact]
    public async Task Points_of_the_inspection_are_the_inspectors_and_no_release_goes_without_them()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var tested = (await workshop.Ok(new SaveControlPoint.Command(Boundary.Inspection, "Runs one hour"), workshop.Centre.OfAll(Roles.BranchManager))).Id;
        var order = await workshop.InRepair();
        await workshop.Refused("Workshop.ControlPoint.Inspectors", new TickControlPoints.Command(order, [tested]));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.ControlPointsOpen", new InspectOrder.Command(order, true), workshop.Inspector);
        await workshop.Ok(new InspectOrder.Command(order, true, Ticked: [tested]), workshop.Inspector);
        Assert.Equal("Test QualityInspector", (await workshop.Order(order)).Points.Single().TickedBy);
    }

    [Fact]
    public async Task A_release_under_a_stamp_bears_its_number_and_is_audited_by_somebody_else()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Ok(new GrantSelfControl.Command(workshop.Technician.UserId!.Value, "Ten years without a complaint"), workshop.Centre.As(Roles.ServiceDirector));
        var rejected = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(rejected));
        await workshop.Ok(new InspectOrder.Command(rejected, false, "It leaks at the seal"), workshop.Inspector);
        await workshop.Ok(new FinishRepair.Command(rejected));
        await workshop.Refused("Workshop.ServiceOrder.RejectedBefore", new ReleaseOwnWork.Command(rejected));

        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new ReleaseOwnWork.Command(order));
        Assert.Equal("S-001", (await workshop.Order(order)).SelfReleaseStamp);
        await workshop.Refused("Workshop.ServiceOrder.OwnWork", new AuditSelfRelease.Command(order, true, "I looked at it myself"), workshop.Technician with { Permissions = workshop.Inspector.Permissions });
        var unaudited = new ListOrders.Query(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["self"] = "unaudited" } });
        Assert.Equal(order, Assert.Single((await workshop.Ok(unaudited)).Items).Id);
        await workshop.Ok(new AuditSelfRelease.Command(order, false, "The cover was left open"), workshop.Inspector);
        Assert.Empty((await workshop.Ok(unaudited)).Items);
        await workshop.Refused("Workshop.ServiceOrder.NothingToAudit", new AuditSelfRelease.Command(order, true, "Looked at it again"), workshop.Inspector);
        var audited = await workshop.Order(order);
        Assert.Equal(("Test QualityInspector", "The cover was left open"), (audited.SelfReleaseAuditedBy, audited.SelfReleaseRemark));
        Assert.Equal(2, (await workshop.Ok(new ListNonconformities.Query(new ListQuery { Path = "/" }), workshop.Inspector)).Items.Count);
    }

    [Fact]
    public async Task An_order_of_which_nothing_is_recorded_is_released_only_with_a_word_why()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing(new Requests { Entitlement = Requests.Warranty });
        await workshop.Ok(new StartRepair.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.Bare", new InspectOrder.Command(order, true), workshop.Inspector);
        await workshop.Refused("Platform.ReasonTooShort", new InspectOrder.Command(order, true, "ok"), workshop.Inspector);
        await workshop.Ok(new InspectOrder.Command(order, true, "A loose plug, seen by both of us"), workshop.Inspector);
        Assert.Contains((await workshop.Order(order)).Timeline, h => h is { Trigger: "Release", Reason: "A loose plug, seen by both of us" });
    }

    [Fact]
    public async Task Nobodys_time_is_charged_by_another_but_by_a_supervisor_with_a_reason()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new StartTimer.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.NoTimer", new StopTimer.Command(), workshop.Dispatcher);
        workshop.Centre.Advance(Duration.FromMinutes(30));
        await workshop.Ok(new StopTimer.Command());
        await workshop.Refused("Workshop.ServiceOrder.NoTime", new AddLabour.Command(order), workshop.Dispatcher);
        Assert.Equal(0.5m, (await workshop.Ok(new AddLabour.Command(order, Reason: "Tom is on holiday today"), workshop.Dispatcher)).Hours);
    }

    [Fact]
    public async Task A_supervisor_puts_a_time_right_with_a_reason_that_stays()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var start = workshop.Centre.Now;
        await workshop.Ok(new StartTimer.Command(order));
        workshop.Centre.Advance(Duration.FromHours(1));
        var time = (await workshop.Order(order)).Times.Single().Id;
        var right = new CorrectTime.Command(order, time, start, start + Duration.FromMinutes(20), "Forgot to stop it");
        await workshop.Refused("Platform.Forbidden", right);
        await workshop.Refused("Workshop.ServiceOrder.TimeOutOfOrder", right with { EndedAt = start }, workshop.Dispatcher);
        await workshop.Ok(right, workshop.Dispatcher);
        var kept = (await workshop.Order(order)).Times.Single();
        Assert.Equal((Duration.FromMinutes(20), "Test Dispatcher", "Forgot to stop it"), (kept.Worked, kept.CorrectedBy, kept.CorrectionReason));
        await workshop.Ok(new FinishRepair.Command(order, HoursRemark: "Goodwill, nothing is charged"));
    }

    [Fact]
    public async Task A_timer_stops_when_the_order_waits_and_counts_no_lunch()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair(); // 10:00 in Berlin
        await workshop.Ok(new StartTimer.Command(order));
        workshop.Centre.Advance(Duration.FromHours(4)); // over lunch from 12 to 13
        await workshop.Ok(new HoldForCustomer.Command(order, "Which colour is wanted?"));
        Assert.Equal((Duration.FromHours(3), 3m), await workshop.Order(order) is var held ? (held.Times.Single().Worked, held.MeasuredHours) : default);
        await workshop.Ok(new ResumeOrder.Command(order));
        await workshop.Ok(new FinishRepair.Command(order, HoursRemark: "Goodwill, nothing is charged"));
    }

    [Fact]
    public async Task A_forgotten_timer_stops_at_closing()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new StartTimer.Command(order));
        Assert.Equal(0, (await workshop.Ok(new StopForgottenTimers.Command(), workshop.Dispatcher)).Stopped);
        workshop.Centre.Advance(Duration.FromHours(12));
        Assert.Equal(1, (await workshop.Ok(new StopForgottenTimers.Command(), workshop.Dispatcher)).Stopped);
        Assert.Equal(1, await workshop.Centre.Look<WorkshopDbContext, int>(db => db.Messages.CountAsync(m => m.OnceKey.StartsWith("timer-stopped/") && m.Body.Contains("still ran when the branch closed"))));
        var time = (await workshop.Order(order)).Times.Single();
        Assert.Equal((Instant.FromUtc(2026, 3, 4, 16, 0), Duration.FromHours(6)), (time.EndedAt!.Value, time.Worked));
    }

    [Theory]
    [InlineData("2026-03-04T09:00", "2026-03-04T10:00", "2026-03-04T10:00", 60)] // inside
    [InlineData("2026-03-04T10:30", "2026-03-04T12:30", "2026-03-04T12:30", 60)] // over lunch, 12 to 13 in Berlin
    [InlineData("2026-03-04T15:00", "2026-03-05T09:00", "2026-03-04T16:00", 60)] // forgotten overnight
    [InlineData("2026-03-04T20:00", "2026-03-04T21:30", "2026-03-04T21:30", 90)] // a visit in the evening
    [InlineData("2026-03-04T20:00", "2026-03-05T09:00", "2026-03-05T00:00", 240)] // and forgotten
    [InlineData("2026-03-05T06:45", "2026-03-05T07:30", "2026-03-05T07:30", 45)] // a little before opening at 8
    public void Working_time_is_what_lies_inside_opening_hours(string start, string now, string end, int minutes)
    {
        static Instant At(string text) => NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
        var (stops, worked) = WorkClock.Measure(Testing.TestBranches.Berlin.Calendar, At(start), At(now));
        Assert.Equal((At(end), Duration.FromMinutes(minutes)), (stops, worked));
    }

    [Fact]
    public async Task A_second_visit_keeps_the_times_of_the_first()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned(new Requests { Place = ServicePlace.Field, Entitlement = Requests.Warranty });
        var first = workshop.Centre.Now;
        await workshop.Ok(new DepartToCustomer.Command(order));
        workshop.Centre.Advance(Duration.FromMinutes(30));
        await workshop.Ok(new TurnBack.Command(order, "Nobody was at home"));
        workshop.Centre.Advance(Duration.FromHours(2));
        await workshop.Ok(new DepartToCustomer.Command(order));
        workshop.Centre.Advance(Duration.FromMinutes(20));
        await workshop.Ok(new ArriveAtCustomer.Command(order));
        await workshop.Ok(new FinishOnSite.Command(order, "Ada", Signature));
        var visits = (await workshop.Order(order)).Visits;
        Assert.Equal([(1, first, null, "Nobody was at home"), (2, first + Duration.FromMinutes(150), workshop.Centre.Now, "")], visits.Select(v => (v.Number, v.DepartedAt, v.ArrivedAt, v.Outcome)));
    }

    [Theory]
    [InlineData(ServicePlace.Workshop)]
    [InlineData(ServicePlace.Field)]
    public async Task No_fault_found_can_be_finished_on_the_bench_and_on_site(ServicePlace place)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        Guid order;
        if (place == ServicePlace.Workshop)
        {
            order = await workshop.Diagnosing();
            await workshop.Refused("Workshop.ServiceOrder.FindingsMissing", new FinishRepair.Command(order));
            await workshop.Ok(new RecordDiagnosis.Command(order, Findings: "Heats as it should, tested for an hour"));
            await workshop.Ok(new FinishRepair.Command(order));
        }
        else
        {
            order = await workshop.Assigned(new Requests { Place = ServicePlace.Field });
            await workshop.Ok(new DepartToCustomer.Command(order));
            await workshop.Ok(new ArriveAtCustomer.Command(order));
            await workshop.Ok(new RecordDiagnosis.Command(order, Findings: "The plug was out"));
            await workshop.Ok(new FinishOnSite.Command(order, "Ada", Signature));
        }

        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        var done = await workshop.Order(order);
        Assert.Equal((true, false, null, 0m), (done.NoFaultFound, done.Unrepaired, done.WorkWarrantyUntil, done.Net));
    }
}
