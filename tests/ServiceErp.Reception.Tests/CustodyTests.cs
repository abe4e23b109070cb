using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>Where the product is, where the work is, and who is told (REC-1, REC-4, REC-5, REC-7). It is Wednesday 4 March 2026, 10:00 in Berlin.</summary>
public sealed class CustodyTests : IAsyncLifetime
{
    private const string Png = "data:image/png;base64,iVBORw0KGgo=";
    private Counter counter = null!;

    private TestCentre Centre => counter.Centre;

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Fact]
    public async Task Goods_of_an_order_that_ended_before_anything_was_charged_leave_without_a_voucher_but_not_without_a_signature()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        counter.Orders.Statuses[taken.OrderId!.Value] = new OrderStatus(taken.OrderId.Value, "SO-1", OrderStage.Cancelled, "Cancelled", null, null, null, true) { IsCharged = false };
        await Centre.Refused("Reception.Goods.SignatureMissing", new ReturnGoods.Command(taken.ReceiptId!.Value, "Anna Berg", null), counter.Receptionist);
        await Centre.Ok(new ReturnGoods.Command(taken.ReceiptId.Value, "Anna Berg", Png), counter.Receptionist);
    }

    [Fact]
    public async Task A_fee_that_reached_finance_is_waited_for_even_when_the_order_was_cancelled()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        counter.Orders.Statuses[taken.OrderId!.Value] = new OrderStatus(taken.OrderId.Value, "SO-1", OrderStage.Cancelled, "Cancelled", null, null, null, true) { IsCharged = false };
        counter.Receivables.Balance = new(taken.OrderId.Value, false, 0, 0, "EUR");
        await Centre.Refused("Reception.Goods.NotInvoiced", new ReturnGoods.Command(taken.ReceiptId!.Value, "Anna Berg", Png), counter.Receptionist);
    }

    [Fact]
    public async Task The_same_product_is_not_taken_in_twice()
    {
        var first = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var again = Counter.CarryIn() with { Customer = null, CustomerId = first.CustomerId, Device = null, DeviceId = first.DeviceId };
        var refused = await Centre.Refused("Reception.Goods.OnReceipt", again, counter.Receptionist);
        Assert.Contains(first.ReceiptNumber!, refused.ToString(), StringComparison.Ordinal);

        var call = await Centre.Ok(again with { Channel = ContactChannel.Call }, counter.Receptionist);
        await Centre.Refused("Reception.Goods.OnReceipt", new TakeGoodsIn.Command(call.Id) { IdentityChecked = true, Condition = "good", Accessories = "none" }, counter.Receptionist);
    }

    [Fact]
    public async Task What_a_technician_took_along_is_with_the_technician_until_it_arrives_complete()
    {
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        await Centre.Tell(new DeviceTakenBack(call.OrderId!.Value, call.Id, Centre.Now, "Chef") { TechnicianName = "Tom", Condition = "dusty" });
        var receipt = Assert.Single(await Goods("WithTechnician"));
        Assert.Empty(await Goods("OnShelf"));
        Assert.Equal("Tom", receipt.TakenAlongBy);
        Assert.Equal([GoodsDirection.WithTechnician], await Register());

        await Centre.Refused("Reception.Intake.AccessoriesMissing", new ReceiveFromTechnician.Command(receipt.Id, "B-2", SerialNumber: "SN-9"), counter.Receptionist);
        await Centre.Refused("Reception.Intake.SerialMissing", new ReceiveFromTechnician.Command(receipt.Id, "B-2", Accessories: "none"), counter.Receptionist);
        await Centre.Ok(new ReceiveFromTechnician.Command(receipt.Id, "B-2", Accessories: "none", SerialNumber: "SN-9"), counter.Receptionist);
        await Centre.Refused("Reception.GoodsReceipt.Arrive.Refused", new ReceiveFromTechnician.Command(receipt.Id, "B-2"), counter.Receptionist);

        Assert.Equal(("dusty", "B-2"), Assert.Single(await Goods("OnShelf")) is var here ? ((await Centre.Ok(new GetReceipt.Query(here.Id), counter.Receptionist)).Condition, here.Shelf) : default);
        Assert.Equal([GoodsDirection.In, GoodsDirection.WithTechnician], await Register());
        Assert.Equal((ServicePlace.Workshop, "SN-9"), await Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist) is var request ? (request.Place, request.SerialNumber) : default);
    }

    [Fact]
    public async Task Goods_that_nobody_fetches_are_kept_or_disposed_of_by_a_manager_with_a_reason_and_not_before_the_customer_was_chased()
    {
        var manager = Centre.As(Roles.BranchManager);
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var dispose = new GiveGoodsUp.Command(taken.ReceiptId!.Value, GoodsFate.Dispose, "Reminded three times in a year");
        await Ready(taken);
        await Centre.Refused("Reception.Goods.NotUnclaimed", dispose, manager);
        Centre.Advance(Duration.FromDays(15));
        await Centre.Refused("Reception.Goods.NotChased", dispose, manager);
        for (var i = 0; i < 3; i++)
        {
            await Centre.Ok(new RemindOfGoods.Command(taken.ReceiptId.Value), counter.Receptionist);
        }

        await Centre.Refused("Platform.Forbidden", dispose, counter.Receptionist);
        await Centre.Refused("Platform.ReasonTooShort", dispose with { Reason = "." }, manager);
        await Centre.Ok(dispose with { Fate = GoodsFate.Store, Shelf = "CELLAR" }, manager);
        Assert.Empty(await Goods("Unclaimed"));
        Assert.Equal("CELLAR", Assert.Single(await Goods("OnShelf")).Shelf);

        counter.Orders.Stand(taken.OrderId!.Value, OrderStage.Ready, "the loaner is still out");
        await Centre.Refused("Reception.Goods.NotReleased", dispose, manager);
        counter.Orders.Stand(taken.OrderId.Value, OrderStage.Ready);
        await Centre.Ok(dispose, manager);
        var receipt = await Centre.Ok(new GetReceipt.Query(taken.ReceiptId.Value), counter.Receptionist);
        Assert.Equal((ReceiptState.Disposed, "Reminded three times in a year", manager.Name), (receipt.State, receipt.AbandonedReason, receipt.AbandonedBy));
        await Centre.Refused("Reception.Goods.Disposed", new ReturnGoods.Command(taken.ReceiptId.Value, "Anna Berg", Png), counter.Receptionist);
    }

    [Fact]
    public async Task A_request_is_not_withdrawn_while_its_order_can_not_end()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        counter.Orders.EndRefusal = Error.Refused("Workshop.ServiceOrder.TimerRunning", "A timer is still running.");
        await Centre.Refused("Workshop.ServiceOrder.TimerRunning", new WithdrawRequest.Command(taken.Id, "Bought a new one"), counter.Receptionist);
        Assert.Equal(RequestState.Accepted, (await Centre.Ok(new GetRequest.Query(taken.Id), counter.Receptionist)).State);
        counter.Orders.EndRefusal = null;
        await Centre.Ok(new WithdrawRequest.Command(taken.Id, "Bought a new one"), counter.Receptionist);
    }

    [Fact]
    public async Task Who_pays_is_not_changed_in_the_register_once_the_work_is_charged()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        counter.Orders.EntitlementRefusal = Error.Refused("Workshop.ServiceOrder.EntitlementSettled", "The work is released.");
        await Centre.Refused("Workshop.ServiceOrder.EntitlementSettled", new ChangeEntitlement.Command(taken.Id, ServiceCategory.Paid, "The seal was broken"), counter.Supervisor);
        await Centre.Refused("Platform.ReasonMissing", new ChangeEntitlement.Command(taken.Id, ServiceCategory.Paid, null), counter.Supervisor);
        Assert.Single((await Centre.Ok(new GetRequest.Query(taken.Id), counter.Receptionist)).Decisions);
    }

    [Fact]
    public async Task No_work_is_done_under_a_contract_that_nobody_knows()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        await Centre.Refused("Reception.Contract.None", new ChangeEntitlement.Command(taken.Id, ServiceCategory.Contract, "The customer says so"), counter.Supervisor);
    }

    [Fact]
    public async Task Back_from_waiting_and_off_its_technician_the_register_and_the_customers_page_follow_and_the_clock_runs_on()
    {
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        await Progress(call, OrderStage.InDiagnosis, technician: "Tom");
        Assert.Equal((RequestState.Dispatched, ClockState.OnTime), await Standing(call));
        await Progress(call, OrderStage.WaitingForParts, note: "A pump");
        await Progress(call, OrderStage.InDiagnosis, technician: "Tom");
        Assert.Equal((OrderStage.InDiagnosis, (string?)null), await Centre.Ok(new GetPublicStatus.Query(await counter.Secret(call.Id))) is var page ? (page.Stage, page.Note) : default);
        await Progress(call, OrderStage.WaitingForParts, note: "A seal");
        Assert.Equal((OrderStage.WaitingForParts, "A seal"), await Centre.Ok(new GetPublicStatus.Query(await counter.Secret(call.Id))) is var waits ? (waits.Stage, waits.Note!) : default);

        await Progress(call, OrderStage.Registered);
        Assert.Equal((RequestState.Accepted, ClockState.OnTime), await Standing(call));
        Assert.Single((await Centre.Ok(new ListRequests.Query(List(("undispatched", "1"))), counter.Receptionist)).Items);
        Assert.Equal(1, (await Centre.Ok(new CountRequests.Query(), counter.Receptionist)).Undispatched);
        Assert.Contains((await Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist)).History, step => step.Trigger == nameof(RequestTrigger.Recall));
        Centre.Advance(Duration.FromHours(8));
        Assert.Equal((RequestState.Accepted, ClockState.Overdue), await Standing(call));
        // Four stages, each told once.
        Assert.Equal(3, await Centre.Look<ReceptionDbContext, int>(db => db.Messages.CountAsync(m => m.OnceKey.StartsWith("stage/"))));
    }

    [Fact]
    public async Task The_first_promised_day_reaches_register_page_and_customer()
    {
        var call = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        await Centre.Tell(new PromiseMoved(call.OrderId!.Value, "SO-1", call.Id, Centre.Berlin.Id, null, new LocalDate(2026, 3, 9), "") { Sequence = 1 });
        Assert.Equal(new LocalDate(2026, 3, 9), (await Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist)).ReadyBy);
        Assert.Equal(new LocalDate(2026, 3, 9), (await Centre.Ok(new GetPublicStatus.Query(await counter.Secret(call.Id)))).ReadyBy);
        var told = await Centre.Look<ReceptionDbContext, string>(db => db.Messages.Where(m => m.OnceKey.StartsWith("promise/")).Select(m => m.Body).SingleAsync());
        Assert.Contains("Expected to be ready", told, StringComparison.Ordinal);
        Assert.Contains("2026", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_hides_nothing_that_was_late_before()
    {
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        Centre.Advance(Duration.FromHours(9)); // due at 17:00
        await Centre.Ok(new PauseClock.Command(call.Id, "The customer is on holiday"), counter.Receptionist);
        Assert.Equal(ClockState.Overdue, (await Standing(call)).Clock);
        foreach (var filter in new[] { "Overdue", "Paused" })
        {
            var row = Assert.Single((await Centre.Ok(new ListRequests.Query(List(("clock", filter))), counter.Receptionist)).Items);
            Assert.Equal((ClockState.Overdue, true), (row.Clock, row.IsPaused));
        }

        Assert.Equal((1, 1), await Centre.Ok(new CountRequests.Query(), counter.Receptionist) is var counts ? (counts.Overdue, counts.Paused) : default);
    }

    [Fact]
    public async Task A_late_response_is_told_to_supervisor_then_manager_then_director_each_once_and_while_the_branch_is_open()
    {
        await Centre.Ok(new ChangeSettings.Command(6) { ManagerAfterHours = 1, DirectorAfterHours = 3 }, Centre.As(Roles.BranchManager));
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist); // due today at 17:00, at risk from 15:48
        Assert.Equal(0, await Escalate());
        Centre.Advance(Duration.FromHours(6)); // 16:00
        Assert.Equal((1, 0), (await Escalate(), await Escalate()));
        Assert.Equal([Roles.Dispatcher], await ToldRoles("AtRisk"));
        Centre.Advance(Duration.FromHours(2)); // 18:00: overdue, closed
        Assert.Equal(0, await Escalate());
        Centre.Advance(Duration.FromHours(14)); // 8:00
        Assert.Equal((1, 0), (await Escalate(), await Escalate()));
        Assert.Equal([Roles.Dispatcher], await ToldRoles("Overdue"));
        Centre.Advance(Duration.FromHours(1)); // an hour of work late
        Assert.Equal(1, await Escalate());
        Assert.Equal([Roles.BranchManager], await ToldRoles("Manager"));
        Centre.Advance(Duration.FromHours(2));
        Assert.Equal((1, 0), (await Escalate(), await Escalate()));
        Assert.Equal([Roles.ServiceDirector], await ToldRoles("Director"));

        var start = await (await Centre.Client(Roles.ServiceDirector)).GetStringAsync("/reception/requests?clock=Overdue");
        Assert.Contains(call.Number, start, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_closing_time_the_supervisor_hears_once_what_nobody_has_and_it_comes_first_the_next_day()
    {
        var left = await Centre.Ok(Counter.Call(), counter.Receptionist);
        var given = await Centre.Ok(Counter.Call("+49 30 1112223"), counter.Receptionist);
        await Progress(given, OrderStage.InDiagnosis, technician: "Tom");
        async Task<int> End() => (await Centre.Ok(new EndDay.Command(), Caller.System)).Told;
        Assert.Equal(0, await End());
        Centre.Advance(Duration.FromHours(2.5)); // 12:30, lunch
        Assert.Equal(0, await End());
        Centre.Advance(Duration.FromHours(5)); // 17:30, closed
        Assert.Equal((1, 0), (await End(), await End()));
        var told = await Centre.Look<ReceptionDbContext, string>(db => db.Messages.Where(m => m.OnceKey.StartsWith("day/")).Select(m => m.Body).SingleAsync());
        Assert.Contains("Registered today: 2. Not dispatched, first tomorrow: 1.", told, StringComparison.Ordinal);
        Assert.Contains(left.Number, told, StringComparison.Ordinal);
        Assert.DoesNotContain(given.Number, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_request_is_told_to_nobody()
    {
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        await Centre.Tell(News(call, OrderStage.InDiagnosis) with { AnsweredAt = Centre.Now });
        Centre.Advance(Duration.FromDays(2));
        Assert.Equal(0, await Escalate());
    }

    [Fact]
    public async Task A_request_is_put_right_with_a_reason_and_what_hangs_on_it_follows()
    {
        var call = await Centre.Ok(Counter.Call() with { ZoneId = Counter.TownId }, counter.Receptionist);
        Centre.Advance(Duration.FromHours(1));
        var right = new CorrectRequest.Command(call.Id, "The caller was misheard") { Fault = "Leaks at the steam valve", Priority = Priority.High, ZoneId = Counter.SuburbsId, Address = "Hafenstraße 77", Phone = "030 7770001", SerialNumber = "SN-42" };
        await Centre.Refused("Platform.ReasonMissing", right with { Reason = " " }, counter.Receptionist);
        await Centre.Refused("Platform.Forbidden", right, Centre.As(Roles.Technician));
        await Centre.Ok(right, counter.Receptionist);

        var after = await Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist);
        Assert.Equal(("Leaks at the steam valve", Priority.High, "Suburbs", "SN-42", "+49 30 7770001"), (after.Fault, after.Priority, after.ZoneName, after.SerialNumber, after.CustomerPhone));
        Assert.Equal((Duration.FromHours(7), TargetSource.Zone), (after.Clock.Target, after.Clock.Source));
        Assert.Equal(Berlin(5, 9), after.Clock.DueAt); // seven hours from 10:00, not from now
        Assert.Contains(after.History, step => step is { Trigger: nameof(RequestTrigger.Correct), Reason: "The caller was misheard" });
        Assert.Contains("Hafenstraße 77", (await Centre.Ok(new GetCustomer.Query(call.CustomerId), counter.Receptionist)).Address, StringComparison.Ordinal);

        await Centre.Tell(News(call, OrderStage.InDiagnosis) with { AnsweredAt = Centre.Now });
        await Centre.Refused("Reception.Request.OnTheBench", right with { SerialNumber = "SN-43" }, counter.Receptionist);
    }

    [Fact]
    public async Task The_place_of_the_work_is_put_right_in_the_register_only_while_the_order_can_follow()
    {
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        counter.Orders.PlaceRefusal = Error.Refused("Workshop.ServiceOrder.WorkIsElsewhere", "The technician is under way.");
        var right = new CorrectRequest.Command(call.Id, "They bring it themselves") { Place = ServicePlace.Workshop };
        await Centre.Refused("Workshop.ServiceOrder.WorkIsElsewhere", right, counter.Receptionist);
        await Centre.Ok(right with { Place = ServicePlace.Field, Fault = "Leaks badly" }, counter.Receptionist);
        Assert.Equal((ServicePlace.Field, "Leaks badly"), await Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist) is var request ? (request.Place, request.Fault) : default);
        counter.Orders.PlaceRefusal = null;
        await Centre.Ok(right, counter.Receptionist);
    }

    [Fact]
    public async Task A_device_in_hand_changes_its_owner_at_no_door()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var other = await Centre.Ok(Counter.Call(), counter.Receptionist);
        var change = new ChangeDevice.Command(taken.DeviceId!.Value, new DeviceEntry { SerialNumber = "SN-1001" }, other.CustomerId) { OwnerChangeReason = "Sold to the café" };
        var refused = await Centre.Refused("Reception.Device.InHand", change, counter.Receptionist);
        Assert.Contains(taken.Number, refused.ToString(), StringComparison.Ordinal);
        await Centre.Refused("Reception.Device.InHand", Counter.Call() with { Customer = null, Device = null, CustomerId = other.CustomerId, DeviceId = taken.DeviceId, ConfirmedOwnerChange = true, OwnerChangeReason = "Sold to the café" }, counter.Receptionist);

        // Even an order that is over holds it while the goods are here.
        await Centre.Tell(News(taken, OrderStage.Cancelled));
        await Centre.Refused("Reception.Device.InHand", change, counter.Receptionist);
        counter.Orders.Statuses[taken.OrderId!.Value] = new OrderStatus(taken.OrderId.Value, "SO-1", OrderStage.Cancelled, "Cancelled", null, null, null, true) { IsCharged = false };
        await Centre.Ok(new ReturnGoods.Command(taken.ReceiptId!.Value, "Anna Berg", Png), counter.Receptionist);
        await Centre.Ok(change, counter.Receptionist);
    }

    [Fact]
    public async Task Who_gave_the_faulty_device_to_us_keeps_the_loaner_whoever_is_called_its_owner()
    {
        var taken = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var other = await Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.StoreAsync(db => db.Devices.Include(d => d.FormerOwners).Single(d => d.Id == taken.DeviceId)
            .PassTo(db.Customers.Single(c => c.Id == other.CustomerId), new Domain.Devices.OwnershipEnd(new Guid("00000000-0000-7000-8000-00000000f0f0"), Centre.Now, "Written down wrong", "Ann")));
        await Centre.Tell(new SpareParts.LoanerExchanged(taken.OrderId!.Value, taken.DeviceId!.Value, Counter.ModelId, "POOL-1", Centre.Now));
        var kept = await Centre.Look<ReceptionDbContext, Domain.Devices.Device>(db => db.Devices.AsNoTracking().SingleAsync(d => d.SerialKey == "POOL1"));
        Assert.Equal(taken.CustomerId, kept.CustomerId);
    }

    [Fact]
    public async Task Goods_that_a_technician_still_has_are_not_exchanged_before_they_arrive()
    {
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        await Centre.Tell(new DeviceTakenBack(call.OrderId!.Value, call.Id, Centre.Now, "Chef") { TechnicianName = "Tom", Condition = "dusty", Accessories = "none", SerialNumber = "SN-9" });
        var receipt = Assert.Single(await Goods("WithTechnician"));
        await Assert.ThrowsAnyAsync<Exception>(() => Centre.Tell(new SpareParts.LoanerExchanged(call.OrderId.Value, call.DeviceId!.Value, Counter.ModelId, "POOL-1", Centre.Now)));
        Assert.Equal(ReceiptState.Issued, (await Centre.Ok(new GetReceipt.Query(receipt.Id), counter.Receptionist)).State);
    }

    [Fact]
    public async Task Putting_a_telephone_number_right_asks_after_duplicates_and_everything_open_of_the_customer_follows()
    {
        var anna = await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var call = await Centre.Ok(Counter.Call(), counter.Receptionist);
        var second = await Centre.Ok(Counter.Call() with { Customer = null, CustomerId = call.CustomerId, Fault = "Another one leaks" }, counter.Receptionist);
        var right = new CorrectRequest.Command(call.Id, "The caller was misheard") { Phone = "+49 30 555 1234" };
        var refused = await Centre.Refused("Reception.Customer.Duplicate", right, counter.Receptionist);
        Assert.Contains("Anna Berg", refused.ToString(), StringComparison.Ordinal);
        await Centre.Ok(right with { ConfirmedNotDuplicate = true }, counter.Receptionist);
        Assert.Equal("+49 30 555 1234", (await Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist)).CustomerPhone);
        var other = await Centre.Ok(new GetRequest.Query(second.Id), counter.Receptionist);
        Assert.Equal("+49 30 555 1234", other.CustomerPhone);
        Assert.Contains(other.History, step => step.Trigger == nameof(ServiceRequest.Follow));
        Assert.DoesNotContain((await Centre.Ok(new GetRequest.Query(anna.Id), counter.Receptionist)).History, step => step.Trigger == nameof(ServiceRequest.Follow));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_changes_where_messages_go_sends_no_new_link_and_the_former_address_hears_of_it(bool byCorrection)
    {
        await using var site = await Counter.OpenAsync(settings: new Dictionary<string, string?> { ["Public:Address"] = "https://service.example" });
        var taken = await site.Centre.Ok(Counter.CarryIn(), site.Receptionist);
        if (byCorrection)
        {
            await site.Centre.Ok(new CorrectRequest.Command(taken.Id, "The address was misread") { Email = "me@elsewhere.example" }, site.Receptionist);
        }
        else
        {
            await site.Centre.Ok(new ChangeCustomer.Command(taken.CustomerId, new CustomerEntry { Name = "Anna Berg", Phone = "+49 30 555 1234", Email = "me@elsewhere.example" }), site.Receptionist);
        }

        var told = Assert.Single(await site.Centre.Look<ReceptionDbContext, List<Platform.Messages.OutgoingMessage>>(db => db.Messages.AsNoTracking().Where(m => m.OnceKey.StartsWith("readdressed/")).ToListAsync()));
        Assert.Equal("anna@example.com", told.Recipient);
        Assert.DoesNotContain("elsewhere.example", told.Body, StringComparison.Ordinal);

        var renew = new RenewStatusLink.Command(taken.Id, "The letter was lost");
        await site.Centre.Refused("Reception.Status.OwnAddress", renew, site.Receptionist);
        Assert.True((await site.Centre.Ok(renew, site.Supervisor)).Sent);
        site.Centre.Advance(Duration.FromDays(8));
        await site.Centre.Ok(renew, site.Receptionist);
    }

    [Theory]
    [InlineData("030 7770001")]
    [InlineData("0049 30 7770001")]
    [InlineData("+49 (30) 777-0001")]
    public async Task A_telephone_number_is_one_number_however_it_is_typed(string phone)
    {
        var first = await Centre.Ok(Counter.Call("+49 30 7770001"), counter.Receptionist);
        var second = Counter.Call(phone) with { Customer = new CustomerEntry { Name = "Somebody", Phone = phone, Address = "Elsewhere 1" } };
        var refused = await Centre.Refused("Reception.Customer.Duplicate", second, counter.Receptionist);
        Assert.Contains("Café Mokka", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.CustomerId, Assert.Single(await Centre.Ok(new FindDuplicates.Query(Phone: phone), counter.Receptionist)).Id);
        Assert.Equal(first.CustomerId, Assert.Single(await Centre.Ok(new FindParties.Query(phone), counter.Receptionist), party => party.Kind == PartyKind.Customer).Id);
        await Centre.Ok(second with { ConfirmedNotDuplicate = true }, counter.Receptionist);
    }

    [Theory]
    [InlineData("ANNA@example.com", null)]
    [InlineData(null, "lindenallee 3")]
    public async Task The_same_name_with_the_same_mail_or_address_is_offered_too(string? email, string? address)
    {
        await Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var again = new CreateCustomer.Command(null, new CustomerEntry { Name = "Anna Berg", Phone = "+49 30 987654", Email = email, Address = address });
        await Centre.Refused("Reception.Customer.Duplicate", again, counter.Receptionist);
        await Centre.Ok(again with { Customer = again.Customer! with { Name = "Hanna Berg" } }, counter.Receptionist);
    }

    [Fact]
    public async Task Another_customers_product_changes_hands_only_when_somebody_says_so_and_its_earlier_owner_stays_on_record()
    {
        var owner = await Centre.Ok(Counter.Call(), counter.Receptionist);
        var bringer = await Centre.Ok(Counter.CarryIn(serial: "SN-5"), counter.Receptionist);
        var wrong = Counter.Call() with { Customer = null, Device = null, CustomerId = bringer.CustomerId, DeviceId = owner.DeviceId };
        var refused = await Centre.Refused("Reception.Device.OfAnother", wrong, counter.Receptionist);
        Assert.Contains("Café Mokka", refused.ToString(), StringComparison.Ordinal);
        await Centre.Refused("Reception.Device.OwnerChangeReasonMissing", wrong with { ConfirmedOwnerChange = true }, counter.Receptionist);
        Assert.Equal(owner.CustomerId, (await Centre.Ok(new GetDevice.Query(owner.DeviceId!.Value), counter.Receptionist)).CustomerId);

        await Centre.Refused("Reception.Device.InHand", wrong with { ConfirmedOwnerChange = true, OwnerChangeReason = "Bought from the café" }, counter.Receptionist);
        await Centre.Ok(new WithdrawRequest.Command(owner.Id, "They sold it"), counter.Receptionist);
        await Centre.Ok(wrong with { ConfirmedOwnerChange = true, OwnerChangeReason = "Bought from the café" }, counter.Receptionist);
        var device = await Centre.Ok(new GetDevice.Query(owner.DeviceId.Value), counter.Receptionist);
        Assert.Equal(bringer.CustomerId, device.CustomerId);
        Assert.Equal((owner.CustomerId, "Bought from the café"), Assert.Single(device.FormerOwners) is var former ? (former.CustomerId, former.Reason) : default);
    }

    [Fact]
    public async Task A_visit_needs_an_address()
    {
        var call = Counter.Call() with { Customer = new CustomerEntry { Name = "Nowhere", Phone = "+49 30 4711 99" } };
        await Centre.Refused("Reception.Intake.AddressMissing", call, counter.Receptionist);
        var noted = await Centre.Ok(call with { RegisterOnly = true }, counter.Receptionist);
        await Centre.Refused("Reception.Intake.AddressMissing", new AcceptRequest.Command(noted.Id), counter.Receptionist);
        await Centre.Ok(new CorrectRequest.Command(noted.Id, "The address was forgotten") { Address = "Kai 3" }, counter.Receptionist);
        await Centre.Ok(new AcceptRequest.Command(noted.Id), counter.Receptionist);
    }

    [Fact]
    public async Task A_contact_is_noted_much_later_only_by_a_supervisor_who_says_why()
    {
        var late = Counter.Call() with { ReceivedAt = Centre.Now - Duration.FromDays(30) };
        await Centre.Refused("Reception.Request.BackdatedForbidden", late, counter.Receptionist);
        await Centre.Refused("Reception.Request.BackdatedReasonMissing", late, counter.Supervisor);
        var noted = await Centre.Ok(late with { BackdatedReason = "The letter lay in the wrong box" }, counter.Supervisor);
        Assert.Equal("The letter lay in the wrong box", (await Centre.Ok(new GetRequest.Query(noted.Id), counter.Receptionist)).BackdatedReason);
        await Centre.Ok(Counter.Call("+49 30 1112223") with { ReceivedAt = Centre.Now - Duration.FromHours(9) }, counter.Receptionist); // in the night
    }

    [Fact]
    public async Task The_companys_own_work_is_a_supervisors_decision_with_a_reason()
    {
        var own = Counter.Call() with { IsInternalWork = true, InternalReason = "Our own coffee corner" };
        await Centre.Refused("Reception.Request.InternalForbidden", own, counter.Receptionist);
        await Centre.Refused("Platform.ReasonMissing", own with { InternalReason = null }, counter.Supervisor);
        var noted = await Centre.Ok(own, counter.Supervisor);
        Assert.Equal((ServiceCategory.Internal, "Our own coffee corner"), (noted.Category!.Value, (await Centre.Ok(new GetRequest.Query(noted.Id), counter.Receptionist)).InternalReason!));
    }

    [Theory]
    [InlineData(true, ServiceCategory.Warranty)]
    [InlineData(false, ServiceCategory.Paid)]
    public async Task A_repeat_is_proposed_and_the_diagnosis_decides(bool isSameFault, ServiceCategory expected)
    {
        counter.Orders.WorkWarranty = new WorkWarranty(new Guid("00000000-0000-7000-8000-0000000000aa"), "SO-BER-2025-000007", new LocalDate(2026, 8, 1));
        var known = await Centre.Ok(Counter.Call("+49 30 1112223"), counter.Receptionist);
        var again = await Centre.Ok(Counter.Call() with { Customer = null, Device = null, CustomerId = known.CustomerId, DeviceId = known.DeviceId, Fault = "Display cracked after a fall" }, counter.Receptionist);
        var proposed = (await Centre.Ok(new GetRequest.Query(again.Id), counter.Receptionist)).Decisions[0];
        Assert.True(proposed.IsProposed);
        Assert.StartsWith("Proposed", proposed.Reason.ToString(), StringComparison.Ordinal);

        await Centre.Tell(new RepeatDiagnosed(again.OrderId!.Value, again.Id, isSameFault, "SO-BER-2025-000007"));
        var decided = (await Centre.Ok(new GetRequest.Query(again.Id), counter.Receptionist)).Decisions;
        Assert.Equal((2, expected, false, isSameFault), (decided.Count, decided[0].Category, decided[0].IsProposed, decided[0].RepeatOf is not null));
    }

    private async Task<int> Escalate() => (await Centre.Ok(new EscalateResponses.Command(), Caller.System)).Told;

    /// <summary>The roles of those who were told of a step.</summary>
    private async Task<string[]> ToldRoles(string step)
    {
        var addresses = await Centre.Look<ReceptionDbContext, List<string>>(db => db.Messages.Where(m => m.OnceKey.StartsWith("response/") && m.OnceKey.Contains($"/{step}/")).Select(m => m.Recipient).ToListAsync());
        return [.. addresses.Select(address => Assert.Single(Centre.Users.All.Single(user => user.Email == address).Roles))];
    }

    private Task Progress(RegisterRequest.Answer request, OrderStage stage, string? technician = null, string? note = null) => Centre.Tell(News(request, stage) with { TechnicianName = technician, Note = note });

    private OrderProgressed News(RegisterRequest.Answer request, OrderStage stage) => new(request.OrderId!.Value, "SO-1", request.Id, Centre.Berlin.Id, stage, Centre.Now, null, null, null);

    private Task Ready(RegisterRequest.Answer request) => Centre.Tell(News(request, OrderStage.Ready));

    private async Task<(RequestState State, ClockState Clock)> Standing(RegisterRequest.Answer request)
    {
        var shown = await Centre.Ok(new GetRequest.Query(request.Id), counter.Receptionist);
        var row = Assert.Single((await Centre.Ok(new ListRequests.Query(List()), counter.Receptionist)).Items, r => r.Id == request.Id);
        Assert.Equal((shown.State, shown.Clock.State, shown.Stage), (row.State, row.Clock, row.Stage));
        return (shown.State, shown.Clock.State);
    }

    private async Task<IReadOnlyList<ListGoods.Row>> Goods(string view) => (await Centre.Ok(new ListGoods.Query(List(("view", view))), counter.Receptionist)).Items;

    private async Task<IEnumerable<GoodsDirection>> Register() => (await Centre.Ok(new ListGoodsRegister.Query(List()), counter.Receptionist)).Items.Select(entry => entry.Direction);

    private Instant Berlin(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(Centre.Berlin.Zone).ToInstant();

    private static ListQuery List(params (string Name, string Value)[] filters) => new() { Path = "/", Filters = filters.ToDictionary(f => f.Name, f => f.Value) };
}
