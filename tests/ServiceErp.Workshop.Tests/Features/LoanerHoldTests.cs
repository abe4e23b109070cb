using Autofac;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>An order stays open while its customer has our loaner (PAR-6).</summary>
public sealed class LoanerHoldTests
{
    [Fact]
    public async Task Goods_do_not_leave_while_the_loaner_is_out()
    {
        var pool = new FakePool();
        await using var workshop = await WorkshopCentre.StartAsync(pool: pool);
        var order = await Ready(workshop);
        pool.Out = new LoanerOut(order, "LN-BER-2026-00001", "AX-200 POOL-1", new LocalDate(2026, 3, 9));
        Assert.Contains("AX-200 POOL-1", (await Status(workshop, order))!.ReturnRefusal, StringComparison.Ordinal);
        pool.Out = null;
        Assert.Null((await Status(workshop, order))!.ReturnRefusal);
    }

    [Fact]
    public async Task An_order_is_neither_cancelled_nor_ended_at_the_customers_place_while_the_loaner_is_out()
    {
        var pool = new FakePool();
        await using var workshop = await WorkshopCentre.StartAsync(pool: pool);
        var waiting = await workshop.Assigned();
        pool.Out = new LoanerOut(waiting, "LN-BER-2026-00001", "AX-200 POOL-1", new LocalDate(2026, 3, 9));
        await workshop.Refused("Workshop.ServiceOrder.LoanerOut", new CancelOrder.Command(waiting, "Not wanted"), workshop.Dispatcher);

        var field = await workshop.Assigned(new Requests { Place = ServicePlace.Field, Entitlement = Requests.Warranty });
        await workshop.Ok(new DepartToCustomer.Command(field));
        await workshop.Ok(new ArriveAtCustomer.Command(field));
        await workshop.Ok(new FinishOnSite.Command(field, "Ada Customer", WorkshopCentre.Signature));
        await workshop.Refused("Workshop.ServiceOrder.LoanerOut", new InspectOrder.Command(field, true, "Looked at on site, nothing was wrong"), workshop.Inspector);
        pool.Out = null;
        Assert.Equal(OrderState.Completed, (await workshop.Ok(new InspectOrder.Command(field, true, "Looked at on site, nothing was wrong"), workshop.Inspector)).State);
        await workshop.Ok(new CancelOrder.Command(waiting, "Not wanted"), workshop.Dispatcher);
    }

    [Fact]
    public async Task Without_a_pool_nothing_stands_in_the_way()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        Assert.Null((await Status(workshop, await Ready(workshop)))!.ReturnRefusal);
        await workshop.Ok(new CancelOrder.Command(await workshop.Assigned(), "Not wanted"), workshop.Dispatcher);
    }

    private static async Task<Guid> Ready(WorkshopCentre workshop)
    {
        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        return order;
    }

    private static async Task<OrderStatus?> Status(WorkshopCentre workshop, Guid order)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IServiceOrders>().StatusAsync(order, CancellationToken.None);
    }

    private sealed class FakePool : ILoanerPool
    {
        public LoanerOut? Out { get; set; }

        public Task<LoanerOut?> HoldingAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(Out);
    }
}
