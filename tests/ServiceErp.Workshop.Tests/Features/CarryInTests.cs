using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quality;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>A product on the bench: parts, labour, clocks, control points, inspection, return.</summary>
public sealed class CarryInTests
{
    [Fact]
    public async Task An_accepted_request_becomes_an_order_once_with_a_number_of_its_branch_and_year()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var first = await workshop.Order(await workshop.Accept());
        var second = await workshop.Order(await workshop.Accept());
        Assert.Equal(("SO-BER-2026-000001", "SO-BER-2026-000002"), (first.Number, second.Number));
        Assert.Equal((OrderState.Received, "Ada Customer", "AX-200", "EUR"), (first.State, first.Customer.Name, first.Device.ModelCode, first.Currency));
    }

    [Fact]
    public async Task A_warranty_repair_with_two_parts_and_labour_goes_from_the_bench_to_the_customer()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var promises = await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1", 2), new("SEAL-1")]));
        Assert.All(promises.Promises, p => Assert.Equal(0, p.Missing));
        var issued = await workshop.Ok(new IssueParts.Command(order));
        Assert.Equal([40m, 20m], issued.Lines.Select(l => l.Cost));
        Assert.Equal(8, workshop.Store.OnHand("PUMP-1"));
        await workshop.Ok(new AddLabour.Command(order, Hours: 1.5m));
        await workshop.Refused("Workshop.ServiceOrder.HoursDiffer", new FinishRepair.Command(order));
        Assert.Equal(OrderState.AwaitingInspection, (await workshop.Ok(new FinishRepair.Command(order, HoursRemark: WorkshopCentre.ByHand))).State);
        Assert.Equal(OrderState.Ready, (await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector)).State);

        var released = Assert.Single(workshop.Told<OrderReleased>());
        Assert.Equal(["PUMP-1", "SEAL-1", "LABOUR"], released.Lines.Select(l => l.Code));
        Assert.Equal([100m, 4m, 120m], released.Lines.Select(l => l.Quantity * l.UnitPrice));
        Assert.Equal([100m, 4m, 120m], released.Lines.Select(l => l.Reduction));
        Assert.Equal([40m, 20m, 0m], released.Lines.Select(l => l.Cost));
        Assert.All(released.Lines, l => Assert.Equal("Warranty: 24 months", l.ReductionReason?.ToString()));

        await workshop.Tell(new GoodsReturned(order, workshop.Centre.Now, "Ada Customer", null));
        Assert.Equal(OrderState.Completed, await workshop.State(order));
        Assert.True(Assert.Single(workshop.Told<OrderCompleted>()).Repaired);
        Assert.Equal(Enum.GetValues<OrderStage>().Except([OrderStage.WaitingForCustomer, OrderStage.WaitingForParts, OrderStage.Cancelled]), workshop.Told<OrderProgressed>().Select(p => p.Stage).Distinct());
    }

    [Fact]
    public async Task A_missing_part_makes_the_repair_wait_and_its_arrival_wakes_it_and_tells_the_technician()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var answer = await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1"), new("HEATER-1", 2)]));
        Assert.Equal((OrderState.WaitingForParts, 2m), (answer.State, answer.Promises[1].Missing));
        await workshop.Refused("Workshop.ServiceOrder.NotPermitted", new FinishRepair.Command(order));

        await workshop.Store.Deliver("HEATER-1", 1);
        Assert.Equal(OrderState.WaitingForParts, await workshop.State(order));
        await workshop.Store.Deliver("HEATER-1", 1);
        Assert.Equal(OrderState.InRepair, await workshop.State(order));
        var message = Assert.Single(await workshop.Messages("parts/"));
        Assert.Equal(workshop.Centre.Users.The(Roles.Technician).Email, message.Recipient);
        Assert.Contains("HEATER-1", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_was_only_planned_holds_nobody_up_until_the_store_is_asked_for_it()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var planned = await workshop.Ok(new RequestParts.Command(order, [new("HEATER-1", 5)], Reserve: false));
        Assert.Equal((OrderState.InRepair, 5m), (planned.State, planned.Promises[0].Missing));
        Assert.Equal(OrderState.WaitingForParts, (await workshop.Ok(new RequestParts.Command(order, [new("HEATER-1", 1)]))).State);

        await workshop.Store.Deliver("HEATER-1", 1);
        Assert.Equal(OrderState.InRepair, await workshop.State(order));
        var line = (await workshop.Ok(new GetOrder.Query(order))).Lines.Single(l => l.Id == planned.Promises[0].LineId);
        Assert.Equal((0m, 5m), (line.Missing, line.Unpromised));

        Assert.Equal(OrderState.WaitingForParts, (await workshop.Ok(new RequestParts.Command(order))).State);
        Assert.Equal(5m, (await workshop.Ok(new GetOrder.Query(order))).Lines.Single(l => l.Id == line.Id).Missing);
    }

    [Fact]
    public async Task A_repair_is_not_finished_while_parts_are_neither_issued_nor_dropped_and_says_which()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var promise = await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        var error = await workshop.Refused("Workshop.ServiceOrder.PartsNotIssued", new FinishRepair.Command(order));
        Assert.Contains("PUMP-1", error.ToString(), StringComparison.Ordinal);
        await workshop.Ok(new RemoveLine.Command(order, promise.Promises[0].LineId));
        Assert.Equal([promise.Promises[0].LineId], Assert.Single(workshop.Told<PartsNoLongerNeeded>()).LineIds);
        await workshop.Ok(new FinishRepair.Command(order));
    }

    [Fact]
    public async Task Issuing_twice_hands_out_once_and_returning_twice_takes_back_once()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var line = (await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1", 3)]))).Promises[0].LineId;
        await workshop.Ok(new IssueParts.Command(order));
        Assert.Equal(3, Assert.Single((await workshop.Ok(new IssueParts.Command(order))).Lines).Quantity);
        Assert.Equal(7, workshop.Store.OnHand("PUMP-1"));
        var back = new ReturnParts.Command(order, line, new Guid("00000000-0000-7000-8000-00000000aa01"), 1, "Not needed");
        await workshop.Ok(back);
        await workshop.Ok(back);
        Assert.Equal(8, workshop.Store.OnHand("PUMP-1"));
        var after = Assert.Single((await workshop.Order(order)).Lines);
        Assert.Equal((2m, 2m), (after.Quantity, after.Issued));
        await workshop.Refused("Workshop.ServiceOrder.TooMuchReturned", back with { Id = new Guid("00000000-0000-7000-8000-00000000aa02"), Quantity = 3 });
        await workshop.Ok(new FinishRepair.Command(order));
    }

    [Fact]
    public async Task The_same_line_asked_for_again_is_the_line_there_is()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var wish = new RequestParts.Line("PUMP-1", 2, new Guid("0190aaaa-0000-7000-8000-000000000001"));
        var first = await workshop.Ok(new RequestParts.Command(order, [wish]));
        Assert.Equal(first.Promises[0].LineId, (await workshop.Ok(new RequestParts.Command(order, [wish]))).Promises[0].LineId);
        Assert.Single((await workshop.Order(order)).Lines);
        await workshop.Refused("Platform.IdempotencyKeyReused", new RequestParts.Command(order, [wish with { Quantity = 3 }]));
    }

    [Fact]
    public async Task Asking_again_for_the_same_part_is_a_second_line()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var first = await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        var second = await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1"), new("PUMP-1")]));
        Assert.Equal(3, first.Promises.Concat(second.Promises).Select(p => p.LineId).Distinct().Count());
    }

    [Fact]
    public async Task An_unknown_part_names_its_line_and_leaves_nothing()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var error = await workshop.Refused("Workshop.ServiceOrder.PartUnknown", new RequestParts.Command(order, [new("PUMP-1"), new("NOPE")]));
        Assert.Equal("Lines[1].Code", error.Field);
        Assert.Empty((await workshop.Order(order)).Lines);
    }

    [Fact]
    public async Task Without_a_store_parts_are_lines_in_words_that_need_a_price()
    {
        await using var workshop = await WorkshopCentre.StartAsync(withStore: false);
        var order = await workshop.InRepair();
        await workshop.Refused("Workshop.ServiceOrder.PartWithoutPrice", new RequestParts.Command(order, [new("Pump")]));
        await workshop.Ok(new RequestParts.Command(order, [new("Pump", 2, UnitPrice: 30)]));
        await workshop.Refused("Workshop.ServiceOrder.NothingToIssue", new IssueParts.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Equal(2, Assert.Single(Assert.Single(workshop.Told<OrderReleased>()).Lines).Quantity);
    }

    [Fact]
    public async Task A_technician_has_one_clock_and_its_real_time_becomes_labour()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var other = await workshop.InRepair();
        await workshop.Ok(new StartTimer.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.TimerRuns", new StartTimer.Command(other));
        await workshop.Refused("Workshop.ServiceOrder.TimerRunning", new FinishRepair.Command(order));
        workshop.Centre.Advance(Duration.FromMinutes(40));
        var stopped = await workshop.Ok(new StopTimer.Command(Charge: true));
        Assert.Equal((order, 40m), (stopped.OrderId, stopped.Minutes));
        await workshop.Refused("Workshop.ServiceOrder.NoTimer", new StopTimer.Command());
        var line = Assert.Single((await workshop.Order(order)).Lines);
        Assert.Equal((0.67m, 80m, 53.60m), (line.Quantity, line.UnitPrice, line.Value));

        await workshop.Ok(new StartTimer.Command(order, WorkKind.Testing));
        workshop.Centre.Advance(Duration.FromMinutes(15));
        await workshop.Ok(new StopTimer.Command());
        Assert.Equal(0.25m, (await workshop.Ok(new AddLabour.Command(order))).Hours);
        await workshop.Refused("Workshop.ServiceOrder.NoTime", new AddLabour.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
    }

    [Fact]
    public async Task Mandatory_control_points_stand_before_the_end_of_the_repair_and_before_the_release()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var manager = workshop.Centre.OfAll(Roles.BranchManager);
        var safe = (await workshop.Ok(new SaveControlPoint.Command(Boundary.Repair, "Earth connected"), manager)).Id;
        await workshop.Ok(new SaveControlPoint.Command(Boundary.Repair, "Only for others", ModelCode: "BX-1"), manager);
        await workshop.Ok(new SaveControlPoint.Command(Boundary.Repair, "Cleaned", Mandatory: false), manager);
        var tested = (await workshop.Ok(new SaveControlPoint.Command(Boundary.Inspection, "Runs one hour"), manager)).Id;
        var order = await workshop.InRepair();

        var error = await workshop.Refused("Workshop.ServiceOrder.ControlPointsOpen", new FinishRepair.Command(order));
        Assert.Contains("Earth connected", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("others", error.ToString(), StringComparison.Ordinal);
        await workshop.Ok(new TickControlPoints.Command(order, [safe]));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.ControlPointsOpen", new InspectOrder.Command(order, true), workshop.Inspector);
        await workshop.Ok(new InspectOrder.Command(order, false, "It leaks at the seal"), workshop.Inspector);
        await workshop.Refused("Workshop.ServiceOrder.ControlPointsOpen", new FinishRepair.Command(order));
        await workshop.Ok(new TickControlPoints.Command(order, [safe]));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true, Ticked: [tested]), workshop.Inspector);
        Assert.All((await workshop.Order(order)).Points.Where(p => p.Mandatory), p => Assert.NotNull(p.TickedBy));
    }

    [Fact]
    public async Task A_rejection_goes_back_to_repair_is_counted_and_records_a_nonconformity()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Refused("Platform.ReasonMissing", new InspectOrder.Command(order, false), workshop.Inspector);
        await workshop.Ok(new InspectOrder.Command(order, false, "Still leaks at the seal"), workshop.Inspector);
        var after = await workshop.Order(order);
        Assert.Equal((OrderState.InRepair, 1), (after.State, after.Reworks));
        var found = Assert.Single(await workshop.Centre.Look<WorkshopDbContext, List<Workshop.Domain.Quality.Nonconformity>>(db => db.Nonconformities.ToListAsync()));
        Assert.Equal(("Still leaks at the seal", "Test QualityInspector"), (found.Reason, found.FoundBy));
        await workshop.Ok(new CloseNonconformity.Command(found.Id, "Old seal used again", "Seal replaced"), workshop.Inspector);
        await workshop.Refused("Workshop.Nonconformity.NotPermitted", new CloseNonconformity.Command(found.Id, "Old seal used again", "Seal replaced"), workshop.Inspector);
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
    }

    [Fact]
    public async Task Nobody_releases_their_own_work_but_who_has_the_recorded_right_and_that_is_marked()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        var technician = workshop.Centre.Users.The(Roles.Technician);
        var inspecting = workshop.Technician with { Permissions = workshop.Inspector.Permissions };
        await workshop.Refused("Workshop.ServiceOrder.OwnWork", new InspectOrder.Command(order, true), inspecting);
        await workshop.Refused("Workshop.ServiceOrder.OwnWork", new ReleaseOwnWork.Command(order));
        await workshop.Refused("Platform.Forbidden", new InspectOrder.Command(order, true));

        var director = workshop.Centre.As(Roles.ServiceDirector);
        var right = await workshop.Ok(new GrantSelfControl.Command(technician.Id, "Ten years without a complaint"), director);
        await workshop.Refused("Workshop.SelfControl.AlreadyGranted", new GrantSelfControl.Command(technician.Id, "once again please"), director);
        await workshop.Ok(new WithdrawSelfControl.Command(right.Id, "Two complaints"), director);
        await workshop.Refused("Workshop.ServiceOrder.OwnWork", new ReleaseOwnWork.Command(order));
        await workshop.Ok(new GrantSelfControl.Command(technician.Id, "Trained again"), director);
        await workshop.Ok(new ReleaseOwnWork.Command(order));
        Assert.True((await workshop.Order(order)).SelfReleased);
    }

    [Fact]
    public async Task The_right_of_self_control_is_for_ones_own_work_only()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        var second = workshop.Centre.Users.All.First(u => u.Name == "Second technician");
        await workshop.Ok(new GrantSelfControl.Command(second.Id, "Master of the trade"), workshop.Centre.As(Roles.ServiceDirector));
        await workshop.Refused("Workshop.ServiceOrder.NotOwnWork", new ReleaseOwnWork.Command(order), workshop.Centre.CallerOf(second));
    }

    [Fact]
    public async Task Moving_the_promised_day_needs_a_reason_alerts_the_director_and_keeps_both_days()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Refused("Workshop.ServiceOrder.PromisePast", new PromiseReadyBy.Command(order, new LocalDate(2026, 3, 3)));
        await workshop.Ok(new PromiseReadyBy.Command(order, new LocalDate(2026, 3, 6)));
        Assert.Null(Assert.Single(workshop.Told<PromiseMoved>()).Was);
        Assert.Empty(await workshop.Messages("promise/"));
        await workshop.Refused("Workshop.ServiceOrder.PromiseReasonMissing", new PromiseReadyBy.Command(order, new LocalDate(2026, 3, 9)));
        await workshop.Ok(new PromiseReadyBy.Command(order, new LocalDate(2026, 3, 9), "Heater is late"));
        var moved = workshop.Told<PromiseMoved>()[^1];
        Assert.Equal((new LocalDate(2026, 3, 6), new LocalDate(2026, 3, 9), "Heater is late"), (moved.Was!.Value, moved.ReadyBy, moved.Reason));
        var alert = Assert.Single(await workshop.Messages("promise/"));
        Assert.Equal(workshop.Centre.Users.The(Roles.ServiceDirector).Email, alert.Recipient);
        Assert.Contains("Heater is late", alert.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await workshop.Order(order)).Promises.Count);
    }

    [Fact]
    public async Task Codes_come_from_the_catalogue_and_a_cause_can_take_the_coverage_away()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Code(CodeKind.Symptom, "S01");
        await workshop.Code(CodeKind.Cause, "MISUSE");
        var order = await workshop.Diagnosing(new Requests { Entitlement = Requests.Warranty });
        var error = await workshop.Refused("Workshop.RepairCode.Unknown", new RecordDiagnosis.Command(order, SymptomCode: "S01", CauseCode: "S01"));
        Assert.Equal("CauseCode", Assert.Single(error.Details).Field);
        await workshop.Ok(new RecordDiagnosis.Command(order, "S01", CauseCode: "MISUSE", Findings: "Was dropped"));
        await workshop.Refused("Workshop.ServiceOrder.StartRepair.Refused", new StartRepair.Command(order));
        Assert.True((await workshop.Order(order)).NeedsApproval);
    }

    [Fact]
    public async Task Measurements_of_a_test_sheet_stand_on_the_order_even_when_the_sheet_changes()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var manager = workshop.Centre.OfAll(Roles.BranchManager);
        var sheet = await workshop.Ok(new SaveTestSheet.Command("Heating", [new("Temperature after 5 min", "92", "°C"), new("Pressure", "9", "bar")], ModelCode: "AX-200"), manager);
        var order = await workshop.Diagnosing();
        var steps = (await workshop.Order(order)).Sheets.Single().Steps;
        await workshop.Ok(new RecordTests.Command(order, [new(steps[0].Id, "41", false), new(steps[1].Id, null, false)]));
        await workshop.Ok(new RecordTests.Command(order, [new(steps[0].Id, "42", false)]));
        await workshop.Ok(new SaveTestSheet.Command("Heating", [new("Other")], sheet.Id, "AX-200"), manager);
        var test = Assert.Single((await workshop.Order(order)).Tests);
        Assert.Equal(("Temperature after 5 min", "92", "42", false), (test.Text, test.Expected, test.Value, test.Passed));
    }

    [Fact]
    public async Task A_stale_page_changes_nothing()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        var seen = (await workshop.Order(order)).Version;
        await workshop.Ok(new RecordDiagnosis.Command(order, Findings: "First", Version: seen));
        await workshop.Refused("Platform.Stale", new RecordDiagnosis.Command(order, Findings: "Second", Version: seen));
        Assert.Equal("First", (await workshop.Order(order)).Findings);
    }

    [Fact]
    public async Task Another_branchs_order_does_not_exist()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned();
        var seoul = workshop.Centre.CallerOf(workshop.Centre.Users.All.First(u => u.Name == "Technician in Seoul"));
        await workshop.Refused("Workshop.ServiceOrder.NotFound", new GetOrder.Query(order), seoul);
        await workshop.Refused("Workshop.ServiceOrder.NotFound", new StartDiagnosis.Command(order), seoul);
        await workshop.Refused("Workshop.ServiceOrder.NotATechnician", new AssignOrder.Command(order, seoul.UserId!.Value), workshop.Dispatcher);
    }

    [Fact]
    public async Task A_withdrawn_request_cancels_what_was_not_begun_and_returns_what_was()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var fresh = await workshop.Assigned();
        var begun = await workshop.InRepair();
        foreach (var order in new[] { fresh, begun })
        {
            await workshop.Tell(new ServiceRequestWithdrawn(order, "Bought a new one"));
        }

        Assert.Equal((OrderState.Cancelled, OrderState.ReadyUnrepaired), (await workshop.State(fresh), await workshop.State(begun)));
        await workshop.Tell(new GoodsReturned(fresh, workshop.Centre.Now, "Ada", null));
        Assert.Equal(OrderState.Cancelled, await workshop.State(fresh));
    }

    [Fact]
    public async Task The_history_says_who_moved_the_order_when_and_why()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        workshop.Centre.Advance(Duration.FromMinutes(5));
        await workshop.Ok(new HoldForCustomer.Command(order, "Which colour?"));
        var last = (await workshop.Order(order)).Timeline[0];
        Assert.Equal(("Test Technician", "InRepair", "Hold", "WaitingForCustomer", "Which colour?"), (last.By, last.From, last.Trigger, last.To, last.Reason));
        Assert.Equal(workshop.Centre.Now, last.At);
        await workshop.Ok(new ResumeOrder.Command(order));
        Assert.Equal(OrderState.InRepair, await workshop.State(order));
    }
}
