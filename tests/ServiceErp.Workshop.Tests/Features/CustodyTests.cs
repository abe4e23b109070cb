using Autofac;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>The work is where the product is, and an order ends when its customer no longer wants it.</summary>
public sealed class CustodyTests
{
    private static readonly Requests FieldCall = new() { Place = ServicePlace.Field, Entitlement = Requests.Warranty };

    [Fact]
    public async Task Called_in_and_then_carried_in_the_work_is_in_the_workshop()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned(FieldCall);
        await workshop.Refused("Workshop.ServiceOrder.StartDiagnosis.Refused", new StartDiagnosis.Command(order));
        await workshop.Tell(new GoodsTakenIn(order, "A-1", "SN-9"));
        var here = await workshop.Order(order);
        Assert.Equal((OrderState.Assigned, true, ServicePlace.Workshop, "A-1", "SN-9"), (here.State, here.GoodsInWorkshop, here.Place, here.Shelf, here.Device.SerialNumber));
        await workshop.Refused("Workshop.ServiceOrder.Depart.Refused", new DepartToCustomer.Command(order));
        Assert.Equal(OrderState.Diagnosing, (await workshop.Ok(new StartDiagnosis.Command(order))).State);
    }

    [Fact]
    public async Task An_order_for_the_workshop_is_not_looked_into_before_anything_was_brought()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned(new Requests { CarriedIn = false });
        var refused = await workshop.Refused("Workshop.ServiceOrder.StartDiagnosis.Refused", new StartDiagnosis.Command(order));
        Assert.Contains(OrderLifecycle.GoodsNotBrought, refused.Details.Select(d => d.ToString()).Append(refused.ToString()));
        await workshop.Tell(new GoodsTakenIn(order, "A-1", ""));
        await workshop.Ok(new StartDiagnosis.Command(order));
    }

    [Theory]
    [InlineData(OrderState.Travelling)]
    [InlineData(OrderState.OnSite)]
    public async Task Carried_in_while_the_technician_is_under_way_the_visit_ends(OrderState state)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Walk(workshop, state);
        await workshop.Tell(new GoodsTakenIn(order, "A-1", ""));
        Assert.Equal((OrderState.Assigned, true), await workshop.Order(order) is var here ? (here.State, here.GoodsInWorkshop) : default);
        await workshop.Ok(new StartDiagnosis.Command(order));
    }

    [Theory]
    [InlineData(OrderState.Received, OrderState.Cancelled)]
    [InlineData(OrderState.Assigned, OrderState.Cancelled)]
    [InlineData(OrderState.Travelling, OrderState.Cancelled)]
    [InlineData(OrderState.OnSite, OrderState.Completed)]
    [InlineData(OrderState.TakenBack, OrderState.ReadyUnrepaired)]
    [InlineData(OrderState.Diagnosing, OrderState.ReadyUnrepaired)]
    [InlineData(OrderState.AwaitingApproval, OrderState.ReadyUnrepaired)]
    [InlineData(OrderState.WaitingForCustomer, OrderState.ReadyUnrepaired)]
    [InlineData(OrderState.InRepair, OrderState.ReadyUnrepaired)]
    public async Task A_withdrawn_order_ends_from_wherever_it_is(OrderState state, OrderState expected)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Walk(workshop, state);
        Assert.Null(await WithdrawalRefusal(workshop, order));
        await workshop.Tell(new ServiceRequestWithdrawn(order, "Bought a new one"));
        Assert.Equal(expected, await workshop.State(order));
    }

    [Fact]
    public async Task A_running_timer_and_a_loaner_that_is_out_keep_an_order_from_ending_at_every_door()
    {
        var pool = new Pool();
        await using var workshop = await WorkshopCentre.StartAsync(pool: pool);
        var order = await Walk(workshop, OrderState.Diagnosing);
        await workshop.Ok(new StartTimer.Command(order));
        Assert.Equal("Workshop.ServiceOrder.TimerRunning", (await WithdrawalRefusal(workshop, order))?.Code);
        await workshop.Ok(new StopTimer.Command());
        pool.Out = new LoanerOut(order, "LN-1", "AX-200 POOL-1", new LocalDate(2026, 3, 9));
        Assert.Equal("Workshop.ServiceOrder.LoanerOut", (await WithdrawalRefusal(workshop, order))?.Code);

        var visit = await Walk(workshop, OrderState.OnSite);
        await workshop.Refused("Workshop.ServiceOrder.LoanerOut", new ReturnUnrepaired.Command(visit, "The customer wants it no more"));
        pool.Out = null;
        Assert.Equal(OrderState.Completed, (await workshop.Ok(new ReturnUnrepaired.Command(visit, "The customer wants it no more"))).State);
        Assert.Null(await WithdrawalRefusal(workshop, order));
    }

    [Fact]
    public async Task A_timer_that_was_started_between_question_and_withdrawal_is_stopped_with_the_order()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Walk(workshop, OrderState.Diagnosing);
        await workshop.Ok(new StartTimer.Command(order));
        await workshop.Tell(new ServiceRequestWithdrawn(order, "Bought a new one"));
        Assert.Equal(OrderState.ReadyUnrepaired, await workshop.State(order));
        await workshop.Refused("Workshop.ServiceOrder.NoTimer", new StopTimer.Command());
    }

    [Fact]
    public async Task Work_that_is_done_is_not_withdrawn()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        Assert.Equal("Workshop.ServiceOrder.WorkDone", (await WithdrawalRefusal(workshop, order))?.Code);
    }

    [Fact]
    public async Task Who_pays_is_settled_with_the_release_for_both_doors()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        Assert.Null(await EntitlementRefusal(workshop, order));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Equal("Workshop.ServiceOrder.EntitlementSettled", (await EntitlementRefusal(workshop, order))?.Code);
    }

    [Fact]
    public async Task The_response_is_given_on_arrival_or_by_the_first_look_and_not_by_an_assignment()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var bench = await workshop.Assigned();
        var visit = await workshop.Assigned(FieldCall);
        await workshop.Ok(new DepartToCustomer.Command(visit));
        Assert.All(workshop.Told<OrderProgressed>(), news => Assert.Null(news.AnsweredAt));
        workshop.Centre.Advance(Duration.FromHours(1));
        await workshop.Ok(new ArriveAtCustomer.Command(visit));
        await workshop.Ok(new StartDiagnosis.Command(bench));
        Assert.All(workshop.Told<OrderProgressed>().TakeLast(2), news => Assert.Equal(workshop.Centre.Now, news.AnsweredAt));
    }

    [Fact]
    public async Task The_first_promised_day_is_told()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned();
        await workshop.Ok(new PromiseReadyBy.Command(order, new LocalDate(2026, 3, 9)), workshop.Receptionist);
        Assert.Equal((null, new LocalDate(2026, 3, 9), 1), Assert.Single(workshop.Told<PromiseMoved>()) is var told ? (told.Was, told.ReadyBy, told.Sequence) : default);
        Assert.Empty(await workshop.Messages("promise/")); // the director hears of moved days only
    }

    [Fact]
    public async Task Nobody_works_on_an_order_that_nobody_has()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Accept();
        await workshop.Refused("Workshop.ServiceOrder.NoTechnician", new StartTimer.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.NoTechnician", new AddLabour.Command(order, Hours: 1));
        await workshop.Refused("Workshop.ServiceOrder.NoTechnician", new RecordDiagnosis.Command(order, Findings: "Worn"));
        await workshop.Ok(new TakeOverOrder.Command(order));
        await workshop.Ok(new StartTimer.Command(order));
    }

    [Fact]
    public async Task A_technician_works_on_a_colleagues_order_only_after_taking_it_over()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned();
        var second = workshop.Centre.CallerOf(workshop.Centre.Users.All.Single(u => u.Name == "Second technician"));
        await workshop.Refused("Workshop.ServiceOrder.SomebodyElses", new StartDiagnosis.Command(order), second);
        await workshop.Refused("Workshop.ServiceOrder.SomebodyElses", new StartTimer.Command(order), second);
        await workshop.Ok(new TakeOverOrder.Command(order), second);
        await workshop.Ok(new StartDiagnosis.Command(order), second);
        var taken = await workshop.Order(order);
        Assert.Equal("Second technician", taken.TechnicianName);
        Assert.Contains(taken.Timeline, step => step.Reason == "Test Technician → Second technician");
        await workshop.Ok(new RecordDiagnosis.Command(order, Findings: "For a colleague"), workshop.Dispatcher);
    }

    [Fact]
    public async Task Nothing_is_planned_for_the_past_and_for_a_closed_hour_only_with_a_reason()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Accept();
        var plan = new AssignOrder.Command(order, workshop.Centre.Users.The(Roles.Technician).Id, new LocalDate(2020, 1, 1));
        await workshop.Refused("Workshop.ServiceOrder.PlannedPast", plan, workshop.Dispatcher);
        await workshop.Refused("Workshop.ServiceOrder.PlannedClosed", plan with { Day = new LocalDate(2026, 3, 8) }, workshop.Dispatcher);
        await workshop.Refused("Workshop.ServiceOrder.PlannedClosed", plan with { Day = new LocalDate(2026, 3, 5), Time = new LocalTime(3, 0) }, workshop.Dispatcher);
        await workshop.Ok(plan with { Day = new LocalDate(2026, 3, 8), ClosedReason = "The hotel is closed on Sunday" }, workshop.Dispatcher);
        await workshop.Ok(plan with { Day = new LocalDate(2026, 3, 5), Time = new LocalTime(8, 0) }, workshop.Dispatcher);
    }

    [Theory]
    [InlineData("PUMP", "WEAR", true)]
    [InlineData("DISPLAY", "WEAR", true)]
    [InlineData("DISPLAY", "FALL", false)]
    [InlineData("PUMP", "MISUSE", false)]
    public async Task A_proposed_repeat_waits_for_a_diagnosis_that_finds_the_same_area_or_cause_and_no_misuse(string area, string cause, bool isSame)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        foreach (var (kind, code) in new[] { (CodeKind.Area, "PUMP"), (CodeKind.Area, "DISPLAY"), (CodeKind.Cause, "WEAR"), (CodeKind.Cause, "FALL"), (CodeKind.Cause, "MISUSE") })
        {
            await workshop.Code(kind, code);
        }

        var first = await workshop.InRepair();
        await workshop.Ok(new RecordDiagnosis.Command(first, AreaCode: "PUMP", CauseCode: "WEAR"));
        await workshop.Ok(new FinishRepair.Command(first));
        await workshop.Ok(new InspectOrder.Command(first, true), workshop.Inspector);
        var again = await workshop.Diagnosing(new Requests { Entitlement = Requests.Warranty with { RepeatOf = first, IsProposed = true } });
        await workshop.Refused("Workshop.ServiceOrder.StartRepair.Refused", new StartRepair.Command(again));
        await workshop.Ok(new RecordDiagnosis.Command(again, AreaCode: area, CauseCode: cause));
        Assert.Equal((again, isSame), Assert.Single(workshop.Told<RepeatDiagnosed>()) is var told ? (told.OrderId, told.IsSameFault) : default);
        await workshop.Tell(new EntitlementChanged(again, isSame ? Requests.Warranty with { RepeatOf = first } : Requests.Warranty, "The diagnosis says so"));
        if (cause != "MISUSE")
        {
            await workshop.Ok(new StartRepair.Command(again));
        }

        Assert.Equal(isSame ? first : (Guid?)null, (await workshop.Order(again)).ComebackOf);
    }

    [Fact]
    public async Task What_was_put_right_in_the_register_is_right_on_the_order()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Accept(FieldCall);
        var accepted = FieldCall.Accepted(order, workshop.Centre.Now);
        await workshop.Tell(new ServiceRequestCorrected(
            order, accepted.BranchId, ServicePlace.Workshop, Priority.Emergency, accepted.Customer with { Address = "Kai 3" }, accepted.Device with { SerialNumber = "SN-77" }, "Smokes", accepted.DueAt - Duration.FromHours(4)));
        var right = await workshop.Order(order);
        Assert.Equal(("Smokes", Priority.Emergency, ServicePlace.Workshop, "Kai 3", "SN-77"), (right.Fault, right.Priority, right.Place, right.Customer.Address, right.Device.SerialNumber));
        Assert.Equal(accepted.DueAt - Duration.FromHours(4), right.DueAt);
    }

    /// <summary>An order walked there by what people do.</summary>
    private static async Task<Guid> Walk(WorkshopCentre workshop, OrderState state)
    {
        if (state == OrderState.Received)
        {
            return await workshop.Accept();
        }

        if (state is OrderState.Travelling or OrderState.OnSite or OrderState.TakenBack)
        {
            var visit = await workshop.Assigned(FieldCall);
            await workshop.Ok(new DepartToCustomer.Command(visit));
            if (state != OrderState.Travelling)
            {
                await workshop.Ok(new ArriveAtCustomer.Command(visit));
            }

            if (state == OrderState.TakenBack)
            {
                await workshop.Ok(new TakeBackDevice.Command(visit, "Ada Customer", WorkshopCentre.Signature));
            }

            return visit;
        }

        if (state == OrderState.InRepair)
        {
            return await workshop.InRepair();
        }

        var order = await workshop.Assigned();
        if (state == OrderState.Assigned)
        {
            return order;
        }

        await workshop.Ok(new StartDiagnosis.Command(order));
        if (state == OrderState.WaitingForCustomer)
        {
            await workshop.Ok(new HoldForCustomer.Command(order, "Which colour is wanted?"));
        }
        else if (state == OrderState.AwaitingApproval)
        {
            await workshop.Ok(new DraftQuotation.Command(order, Title: "Repair", Lines: [new(ChargeKind.Labour, "LABOUR", 1)]));
            await workshop.Ok(new SendQuotations.Command(order));
        }

        Assert.Equal(state, await workshop.State(order));
        return order;
    }

    [Theory]
    [InlineData(OrderState.Received, null)]
    [InlineData(OrderState.Assigned, null)]
    [InlineData(OrderState.Travelling, "Workshop.ServiceOrder.WorkIsElsewhere")]
    [InlineData(OrderState.OnSite, "Workshop.ServiceOrder.WorkIsElsewhere")]
    [InlineData(OrderState.TakenBack, "Workshop.ServiceOrder.WorkIsElsewhere")]
    [InlineData(OrderState.WaitingForParts, null)]
    public async Task The_place_follows_the_register_while_nobody_is_under_way_and_is_refused_before_it_would_not(OrderState state, string? refusal)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Walk(workshop, state == OrderState.WaitingForParts ? OrderState.OnSite : state);
        if (state == OrderState.WaitingForParts)
        {
            await workshop.Ok(new WaitForParts.Command(order, "A pump"));
        }
        else if (state is OrderState.Received or OrderState.Assigned)
        {
            order = state == OrderState.Received ? await workshop.Accept(FieldCall) : await workshop.Assigned(FieldCall);
        }

        Assert.Equal(refusal, (await PlaceRefusal(workshop, order, ServicePlace.Workshop))?.Code);
        Assert.Null(await PlaceRefusal(workshop, order, ServicePlace.Field));
        var accepted = FieldCall.Accepted(order, workshop.Centre.Now);
        await workshop.Tell(new ServiceRequestCorrected(order, accepted.BranchId, ServicePlace.Workshop, accepted.Priority, accepted.Customer, accepted.Device, accepted.Fault, accepted.DueAt));
        Assert.Equal(refusal is null ? ServicePlace.Workshop : ServicePlace.Field, (await workshop.Order(order)).Place);
    }

    [Fact]
    public async Task Nothing_is_exchanged_for_a_loaner_that_is_not_in_the_house()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Walk(workshop, OrderState.TakenBack);
        Assert.Equal("Workshop.ServiceOrder.DeviceNotHere", (await ExchangeRefusal(workshop, order))?.Code);
        await workshop.Tell(new GoodsTakenIn(order, "A-1", ""));
        Assert.Null(await ExchangeRefusal(workshop, order));
        Assert.Equal("Workshop.ServiceOrder.DeviceNotHere", (await ExchangeRefusal(workshop, await workshop.Assigned(new Requests { CarriedIn = false })))?.Code);
    }

    private static async Task<Error?> PlaceRefusal(WorkshopCentre workshop, Guid order, ServicePlace place)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IServiceOrders>().PlaceRefusalAsync(order, place, CancellationToken.None);
    }

    private static async Task<Error?> ExchangeRefusal(WorkshopCentre workshop, Guid order)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return (await scope.Resolve<IPartsConsent>().OfAsync(order, CancellationToken.None))!.ExchangeRefusal;
    }

    private static async Task<Error?> WithdrawalRefusal(WorkshopCentre workshop, Guid order)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IServiceOrders>().WithdrawalRefusalAsync(order, CancellationToken.None);
    }

    private static async Task<Error?> EntitlementRefusal(WorkshopCentre workshop, Guid order)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IServiceOrders>().EntitlementRefusalAsync(order, CancellationToken.None);
    }

    private sealed class Pool : ILoanerPool
    {
        public LoanerOut? Out { get; set; }

        public Task<LoanerOut?> HoldingAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(Out);
    }
}
