using Autofac;
using ServiceErp.Billing;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>What the store may do for an order, told by the order's own rules, and what follows from what the store does.</summary>
public sealed class PartsConsentTests
{
    [Fact]
    public async Task The_store_hears_the_rule_of_the_workshops_own_door()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing(new Requests { Entitlement = Requests.Warranty });
        var early = (await Consent(workshop, order))!;
        Assert.Equal((null, "Workshop.ServiceOrder.IssueTooEarly", workshop.Technician.UserId), (early.ReserveRefusal, early.IssueRefusal!.Code, early.TechnicianId));
        await workshop.Ok(new StartRepair.Command(order));
        Assert.Null((await Consent(workshop, order))!.IssueRefusal);

        var cancelled = await workshop.Assigned();
        await workshop.Ok(new CancelOrder.Command(cancelled, "Not wanted"), workshop.Dispatcher);
        Assert.Equal("Workshop.ServiceOrder.Closed", (await Consent(workshop, cancelled))!.ReserveRefusal!.Code);
        Assert.Null(await Consent(workshop, new Guid("00000000-0000-7000-8000-00000000ff01")));
    }

    [Fact]
    public async Task A_part_that_comes_back_after_the_release_is_told_to_finance_anew()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (order, line) = await Released(workshop);
        Assert.Equal(3, workshop.Told<OrderReleased>()[^1].Lines.Single(l => l.LineId == line).Quantity);
        await workshop.Tell(new PartsIssued(order, line, 2, 40) { StillWanted = 2 });

        Assert.Equal(2, workshop.Told<OrderReleased>().Count);
        var charged = workshop.Told<OrderReleased>()[^1].Lines.Single(l => l.LineId == line);
        Assert.Equal((2m, 40m), (charged.Quantity, charged.Cost));
        Assert.Equal(workshop.Told<OrderReleased>()[0].ReleasedAt, workshop.Told<OrderReleased>()[^1].ReleasedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_invoiced_already_does_not_come_back_before_it_is_credited(bool follows)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (order, _) = await Released(workshop);
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        var consent = await new Integration.PartsConsents(scope.Resolve<Persistence.WorkshopDbContext>(), new Finance(follows)).OfAsync(order, default);
        Assert.Equal(follows ? null : "Workshop.ServiceOrder.Charged", consent!.ReturnRefusal?.Code);
    }

    [Fact]
    public async Task What_the_store_takes_back_is_missing_again_and_the_technician_hears_why()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var line = (await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1", 2)]))).Promises[0].LineId;
        await workshop.Tell(new PartsWithdrawn(order, line, "PUMP-1", null) { Left = 1 });
        Assert.Equal(1, (await workshop.Order(order)).Lines.Single(l => l.Id == line).Reserved);
        Assert.Empty(await workshop.Messages("withdrawn-parts/"));
        await workshop.Tell(new PartsWithdrawn(order, line, "PUMP-1", "Two are not there."));
        Assert.Equal(0, (await workshop.Order(order)).Lines.Single(l => l.Id == line).Reserved);
        Assert.Contains("Two are not there.", Assert.Single(await workshop.Messages("withdrawn-parts/")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_left_of_a_line_that_was_handed_out_in_part_is_not_wanted_once_the_product_goes_back(bool withdrawn)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var line = (await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1", 3)]))).Promises[0].LineId;
        await workshop.Tell(new PartsIssued(order, line, 1, 20));
        if (withdrawn)
        {
            await workshop.Tell(new Reception.ServiceRequestWithdrawn(order, "Bought a new one instead"));
        }
        else
        {
            await workshop.Ok(new ReturnUnrepaired.Command(order, "The housing is beyond repair"));
        }

        var left = (await workshop.Order(order)).Lines.Single(l => l.Id == line);
        Assert.Equal((1m, 1m, 0m), (left.Quantity, left.Issued, left.Reserved));
        Assert.Contains(line, workshop.Told<PartsNoLongerNeeded>().SelectMany(n => n.LineIds));
    }

    [Fact]
    public async Task Who_has_the_order_is_told_when_it_changes_and_only_then()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned();
        await workshop.Ok(new AssignOrder.Command(order, workshop.Technician.UserId!.Value, new LocalDate(2026, 3, 5)), workshop.Dispatcher);
        Assert.Equal([workshop.Technician.UserId], workshop.Told<OrderAssigned>().Select(a => a.TechnicianId));
        await workshop.Ok(new UnassignOrder.Command(order), workshop.Dispatcher);
        Assert.Null(workshop.Told<OrderAssigned>()[^1].TechnicianId);
    }

    private static async Task<(Guid Order, Guid Line)> Released(WorkshopCentre workshop)
    {
        var order = await workshop.InRepair();
        var line = (await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1", 3)]))).Promises[0].LineId;
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        return (order, line);
    }

    private static async Task<PartsConsent?> Consent(WorkshopCentre workshop, Guid order)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IPartsConsent>().OfAsync(order, default);
    }

    private sealed class Finance(bool follows) : IReceivables
    {
        public Task<OrderBalance?> OfOrderAsync(Guid orderId, CancellationToken cancel) => Task.FromResult<OrderBalance?>(new OrderBalance(orderId, true, 90, 0, "EUR") { FollowsOrder = follows });
    }
}
