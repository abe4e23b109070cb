using Autofac;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>One year of warranty on work done; a repeat does not restart it (WRK-8).</summary>
public sealed class WorkWarrantyTests
{
    [Fact]
    public async Task Work_done_is_covered_for_365_days_and_a_repeat_keeps_the_end()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var first = await Repaired(workshop, null);
        var last = new LocalDate(2027, 3, 3);
        Assert.Equal((first, last), await Covered(workshop, last));
        Assert.Null(await Covered(workshop, last.PlusDays(1)));

        workshop.Centre.Advance(Duration.FromDays(100));
        var repeat = await Repaired(workshop, first);
        Assert.Equal((first, last), await Covered(workshop, last));
        Assert.Equal((first, last), ((await workshop.Order(repeat)).ComebackOf!.Value, (await workshop.Order(repeat)).WorkWarrantyUntil!.Value));
        Assert.Null(await Covered(workshop, last.PlusDays(1)));
    }

    [Fact]
    public async Task What_went_back_unrepaired_has_no_warranty_on_work()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Ok(new ReturnUnrepaired.Command(await workshop.Diagnosing(), "Not worth it"));
        Assert.Null(await Covered(workshop, new LocalDate(2026, 3, 5)));
    }

    [Fact]
    public async Task The_counter_learns_why_goods_may_not_leave_yet()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        Assert.NotNull((await Status(workshop, order))!.ReturnRefusal);
        await workshop.Ok(new FinishRepair.Command(order));
        Assert.NotNull((await Status(workshop, order))!.ReturnRefusal);
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        var ready = (await Status(workshop, order))!;
        Assert.Equal((OrderStage.Ready, nameof(OrderState.Ready), (string?)null, true), (ready.Stage, ready.State, ready.ReturnRefusal, ready.RepairedAsAgreed));
        Assert.Null(await Status(workshop, Guid.Empty));
    }

    private static async Task<Guid> Repaired(WorkshopCentre workshop, Guid? repeats)
    {
        var order = await workshop.InRepair(new Requests { Entitlement = Requests.Warranty with { RepeatOf = repeats } });
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        return order;
    }

    private static async Task<(Guid, LocalDate)?> Covered(WorkshopCentre workshop, LocalDate on)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IServiceOrders>().WorkWarrantyAsync(Requests.Device, on, CancellationToken.None) is { } found ? (found.OrderId, found.LastDay) : null;
    }

    private static async Task<OrderStatus?> Status(WorkshopCentre workshop, Guid order)
    {
        await using var scope = workshop.Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IServiceOrders>().StatusAsync(order, CancellationToken.None);
    }
}
