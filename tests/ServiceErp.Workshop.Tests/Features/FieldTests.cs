using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>A visit at the customer's place (WRK-2).</summary>
public sealed class FieldTests
{
    private const string Png = WorkshopCentre.Signature;

    [Fact]
    public async Task Done_on_site_signed_and_checked_ends_the_order_with_travel_to_pay()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await OnSite(workshop, Requests.Warranty);
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new AddFee.Command(order, "TRAVEL"));
        await workshop.Refused("Workshop.ServiceOrder.FinishOnSite.Refused", new FinishOnSite.Command(order, "Ada", Png)); // nobody agreed to the travel yet
        await workshop.Ok(new AgreeOnSite.Command(order, 45, "Ada Customer", Png));
        await workshop.Refused("Workshop.ServiceOrder.SignatureMissing", new FinishOnSite.Command(order, "Ada", ""));
        await workshop.Refused("Workshop.ServiceOrder.SignerMissing", new FinishOnSite.Command(order, "", Png));
        await workshop.Refused("Platform.Attachment.Type", new FinishOnSite.Command(order, "Ada", "javascript:alert(1)"));
        workshop.Centre.Advance(Duration.FromHours(1));
        await workshop.Ok(new FinishOnSite.Command(order, "Ada Customer", Png));
        var signed = await workshop.Order(order);
        Assert.NotNull(signed.SignatureId);
        Assert.Equal((OrderState.AwaitingInspection, "Ada Customer", workshop.Centre.Now), (signed.State, signed.SignedBy, signed.LeftAt!.Value));

        Assert.Equal(OrderState.Completed, (await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector)).State);
        var lines = Assert.Single(workshop.Told<OrderReleased>()).Lines;
        Assert.Equal([("PUMP-1", 50m), ("TRAVEL", 0m)], lines.Select(l => (l.Code, l.Reduction)));
        Assert.Single(workshop.Told<OrderCompleted>());
    }

    [Fact]
    public async Task Taken_back_signed_taken_in_and_repaired_in_the_workshop()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await OnSite(workshop, Requests.Warranty);
        await workshop.Ok(new TakeBackDevice.Command(order, "Ada Customer", Png));
        Assert.Equal("Ada Customer", Assert.Single(workshop.Told<DeviceTakenBack>()).SignedBy);
        await workshop.Refused("Workshop.ServiceOrder.NotPermitted", new StartDiagnosis.Command(order));
        await workshop.Tell(new GoodsTakenIn(order, "B-07", "SN-REAL"));
        var taken = await workshop.Order(order);
        Assert.Equal((OrderState.Diagnosing, "B-07", "SN-REAL", true), (taken.State, taken.Shelf, taken.Device.SerialNumber, taken.GoodsInWorkshop));
        await workshop.Ok(new RecordDiagnosis.Command(order, Findings: "Worn out"));
        await workshop.Ok(new StartRepair.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
        Assert.Equal(OrderState.Ready, (await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector)).State);
    }

    [Fact]
    public async Task A_visit_that_lacks_a_part_becomes_a_second_visit_when_it_arrives()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await OnSite(workshop, Requests.Warranty);
        await workshop.Ok(new RequestParts.Command(order, [new("HEATER-1")]));
        await workshop.Ok(new WaitForParts.Command(order, "Heater"));
        await workshop.Store.Deliver("HEATER-1", 1);
        Assert.Equal(OrderState.Assigned, await workshop.State(order));
    }

    [Fact]
    public async Task Paid_work_on_site_is_not_finished_without_the_customers_consent()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await OnSite(workshop, Requests.Paid);
        await workshop.Ok(new AddLabour.Command(order, Hours: 1));
        await workshop.Refused("Workshop.ServiceOrder.FinishOnSite.Refused", new FinishOnSite.Command(order, "Ada", Png, HoursRemark: WorkshopCentre.ByHand));
        await workshop.Ok(new PreapproveRepair.Command(order, 80, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        await workshop.Refused("Workshop.ServiceOrder.HoursDiffer", new FinishOnSite.Command(order, "Ada", Png));
        await workshop.Ok(new FinishOnSite.Command(order, "Ada", Png, HoursRemark: WorkshopCentre.ByHand));
    }

    [Fact]
    public async Task A_product_in_the_field_is_not_diagnosed_on_the_bench_and_one_on_the_bench_not_travelled_to()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Refused("Workshop.ServiceOrder.StartDiagnosis.Refused", new StartDiagnosis.Command(await workshop.Assigned(new Requests { Place = ServicePlace.Field })));
        await workshop.Refused("Workshop.ServiceOrder.Depart.Refused", new DepartToCustomer.Command(await workshop.Assigned()));
    }

    private static async Task<Guid> OnSite(WorkshopCentre workshop, EntitlementTerms terms)
    {
        var order = await workshop.Assigned(new Requests { Place = ServicePlace.Field, Entitlement = terms });
        await workshop.Ok(new DepartToCustomer.Command(order));
        await workshop.Ok(new ArriveAtCustomer.Command(order));
        return order;
    }
}
