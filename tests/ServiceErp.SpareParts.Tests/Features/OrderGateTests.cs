using Autofac;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>One rule at every door: who may promise, take back and hand out parts, and to which order.</summary>
public sealed class OrderGateTests
{
    private static readonly Error TooEarly = Error.Refused("Workshop.ServiceOrder.IssueTooEarly", "Parts are issued once the repair has begun.");
    private static readonly Error Over = Error.Refused("Workshop.ServiceOrder.Closed", "Over.");

    [Fact]
    public async Task Nothing_is_promised_to_an_order_that_the_workshop_does_not_know_or_that_is_over()
    {
        var workshop = new Workshop();
        await using var store = await Store.OpenAsync(workshop.Join);
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        await store.Centre.Refused("SpareParts.Reservation.OrderUnknown", new ReserveParts.Command([Store.Wish(part, 1)]), store.Keeper);

        var wish = Store.Wish(part, 1);
        workshop.Orders[wish.OrderId] = Of(wish) with { ReserveRefusal = Over };
        await store.Centre.Refused("Workshop.ServiceOrder.Closed", new ReserveParts.Command([wish]), store.Keeper);
        workshop.Orders[wish.OrderId] = Of(wish) with { BranchId = TestBranches.Seoul.Id };
        await store.Centre.Refused("SpareParts.Reservation.OrderUnknown", new ReserveParts.Command([wish]), store.Keeper);
        Assert.Equal((5m, 0m, 50m), await store.Stock(part));
    }

    [Fact]
    public async Task The_stores_own_doors_hand_out_only_what_the_order_permits()
    {
        var workshop = new Workshop();
        await using var store = await Store.OpenAsync(workshop.Join);
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var wish = Store.Wish(part, 2);
        workshop.Orders[wish.OrderId] = Of(wish) with { Number = "SO-BER-2026-00077", IssueRefusal = TooEarly };
        await store.Reserve(wish);
        Assert.Equal("SO-BER-2026-00077", await store.Look(db => db.Reservations.Select(r => r.OrderNumber).SingleAsync()));
        await store.Centre.Refused("Workshop.ServiceOrder.IssueTooEarly", new IssueParts.Command([wish.LineId]), store.Keeper);
        await store.Centre.Refused("Workshop.ServiceOrder.IssueTooEarly", new IssueScannedPart.Command(wish.OrderId, "PUMP-1"), store.Keeper);
        Assert.Equal((5m, 2m, 50m), await store.Stock(part));

        workshop.Orders[wish.OrderId] = Of(wish);
        await store.Issue(wish.LineId);
        Assert.Equal((3m, 0m, 30m), await store.Stock(part));
    }

    [Fact]
    public async Task What_is_charged_already_comes_back_only_after_it_was_credited()
    {
        var workshop = new Workshop();
        await using var store = await Store.OpenAsync(workshop.Join);
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var wish = Store.Wish(part, 2);
        workshop.Orders[wish.OrderId] = Of(wish);
        await store.Reserve(wish);
        await store.Issue(wish.LineId);
        workshop.Orders[wish.OrderId] = Of(wish) with { ReturnRefusal = Error.Refused("Workshop.ServiceOrder.Charged", "Charged.") };
        await store.Centre.Refused("Workshop.ServiceOrder.Charged", new ReturnParts.Command(wish.LineId, null, 1, "Not needed"), store.Keeper);
        Assert.Equal((3m, 0m, 30m), await store.Stock(part));
    }

    [Fact]
    public async Task A_technician_decides_about_the_parts_of_their_own_orders_alone()
    {
        var workshop = new Workshop();
        await using var store = await Store.OpenAsync(workshop.Join);
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var technician = store.Centre.As(Roles.Technician);
        var (own, other) = (Store.Wish(part, 1), Store.Wish(part, 1));
        workshop.Orders[own.OrderId] = Of(own) with { TechnicianId = technician.UserId };
        workshop.Orders[other.OrderId] = Of(other) with { TechnicianId = new Guid("00000000-0000-7000-8000-00000000ff01") };
        await store.Centre.Ok(new ReserveParts.Command([own]), technician);
        await store.Centre.Refused("SpareParts.Reservation.NotYours", new ReserveParts.Command([other]), technician);
        await store.Reserve(other);
        await store.Centre.Refused("SpareParts.Reservation.NotYours", new ReleaseParts.Command([other.LineId]), technician);
        await store.Centre.Refused("SpareParts.Reservation.ReasonMissing", new ReleaseParts.Command([other.LineId]), store.Centre.As(Roles.Dispatcher));
        Assert.Equal((5m, 2m, 50m), await store.Stock(part));

        await store.Centre.Ok(new ReleaseParts.Command([own.LineId]), technician);
        await store.Centre.Ok(new ReleaseParts.Command([other.LineId]) { Reason = "The contract customer comes first" }, store.Centre.As(Roles.Dispatcher));
        Assert.Equal((5m, 0m, 50m), await store.Stock(part));
    }

    [Fact]
    public async Task Without_a_workshop_the_store_goes_by_what_it_knows_of_the_order_itself()
    {
        await using var pool = await Pool.OpenAsync();
        var order = await pool.Order();
        await pool.Progress(order, OrderStage.Cancelled);
        var part = (await pool.Centre.Ok(new CreatePart.Command(null, "PUMP-1", "Pump", "Pumps", "pcs"), pool.Keeper)).Id;
        await pool.Centre.Refused("SpareParts.Reservation.OrderOver", new ReserveParts.Command([Store.Wish(part, 1) with { OrderId = order }]), pool.Keeper);
    }

    [Fact]
    public async Task An_order_handed_to_another_technician_is_served_out_of_their_van()
    {
        var workshop = new Workshop();
        await using var store = await Store.OpenAsync(workshop.Join);
        var part = await store.Part();
        var tom = store.Centre.Users.The(Roles.Technician).Id;
        var van = await store.Warehouse("VAN-1", WarehouseKind.Van);
        await store.Receive(part, 2, 10, van);
        var wish = Store.Wish(part, 2);
        workshop.Orders[wish.OrderId] = Of(wish) with { TechnicianId = new Guid("00000000-0000-7000-8000-00000000ff01") };
        Assert.Equal(0, (await store.Reserve(wish)).Reserved);

        workshop.Orders[wish.OrderId] = Of(wish) with { TechnicianId = tom };
        await store.Centre.Tell(new OrderAssigned(wish.OrderId, "SO-BER-2026-00001", TestBranches.Berlin.Id, tom, "Tom"));
        Assert.Equal((2m, 2m, 20m), await store.Stock(part));
        Assert.Equal(ReservationState.Reserved, await store.Look(db => db.Reservations.Select(r => r.State).SingleAsync()));

        await store.Centre.Tell(new OrderAssigned(wish.OrderId, "SO-BER-2026-00001", TestBranches.Berlin.Id, null, null));
        Assert.Equal((2m, 0m, 20m), await store.Stock(part));
        Assert.Equal(2, (await store.Reserve(wish)).Reserved); // asked again, the order's technician counts
    }

    [Fact]
    public async Task A_loaner_is_kept_only_for_a_device_that_the_workshop_has_in_the_house()
    {
        var workshop = new Workshop();
        await using var pool = await Pool.OpenAsync(workshop.Join);
        var order = await pool.Order();
        var loan = await pool.Lend(await pool.Unit(), order);
        workshop.Orders[order] = new PartsConsent(order, "SO-1", TestBranches.Berlin.Id, null) { ExchangeRefusal = Error.Refused("Workshop.ServiceOrder.DeviceNotHere", "Not in the house.") };
        await pool.Centre.Refused("Workshop.ServiceOrder.DeviceNotHere", new ServiceErp.SpareParts.Features.Loaners.ExchangeLoaner.Command(loan, "The customer keeps it"), pool.Keeper);
        Assert.NotNull(await pool.Holding(order));
        workshop.Orders[order] = workshop.Orders[order] with { ExchangeRefusal = null };
        await pool.Centre.Ok(new ServiceErp.SpareParts.Features.Loaners.ExchangeLoaner.Command(loan, "The customer keeps it"), pool.Keeper);
    }

    private static PartsConsent Of(PartsWish wish) => new(wish.OrderId, "SO-BER-2026-00001", wish.BranchId, null);

    /// <summary>A workshop that knows the orders it was given.</summary>
    private sealed class Workshop : IPartsConsent
    {
        public Dictionary<Guid, PartsConsent> Orders { get; } = [];

        public void Join(ContainerBuilder container) => container.RegisterInstance(this).As<IPartsConsent>();

        public Task<PartsConsent?> OfAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(Orders.GetValueOrDefault(orderId));
    }
}
