using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;
using ServiceErp.SpareParts;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

public sealed class RequestTests : IAsyncLifetime
{
    private Counter counter = null!;

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Fact]
    public async Task A_registered_contact_is_accepted_later_and_judged_at_the_day_of_the_contact()
    {
        var call = await counter.Centre.Ok(Counter.Call() with { Device = null, RegisterOnly = true }, counter.Receptionist);
        counter.Centre.Advance(Duration.FromDays(2));
        // Covered on 4 March, its last day; not any more on the day of acceptance.
        var accepted = await counter.Centre.Ok(new AcceptRequest.Command(call.Id, Device: new DeviceEntry { ModelCode = "AX-200", SoldOn = new LocalDate(2025, 3, 5) }), counter.Receptionist);

        Assert.Equal(ServiceCategory.Warranty, accepted.Category);
        var shown = await counter.Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist);
        Assert.True(shown.Decisions[0].LabourCovered);
        Assert.Equal(new LocalDate(2026, 3, 4), shown.Decisions[0].JudgedOn);
        await counter.Centre.Refused("Reception.ServiceRequest.NotPermitted", new AcceptRequest.Command(call.Id), counter.Receptionist);
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason_and_the_version_seen()
    {
        var call = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonMissing", new WithdrawRequest.Command(call.Id, ""), counter.Receptionist);
        await counter.Centre.Refused("Platform.Stale", new WithdrawRequest.Command(call.Id, "Bought a new one", 99), counter.Receptionist);
        await counter.Centre.Ok(new WithdrawRequest.Command(call.Id, "Bought a new one", 1), counter.Receptionist);

        var shown = await counter.Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist);
        Assert.Equal(RequestState.Withdrawn, shown.State);
        Assert.Contains(shown.History, step => step.Reason == "Bought a new one");
        await counter.Centre.Refused("Reception.ServiceRequest.NotPermitted", new WithdrawRequest.Command(call.Id, "Once again please"), counter.Receptionist);
    }

    [Fact]
    public async Task Who_pays_is_changed_by_a_supervisor_with_a_reason_and_the_first_answer_stays()
    {
        var call = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        var change = new ChangeEntitlement.Command(call.Id, ServiceCategory.Warranty, "Goodwill, agreed with the director");
        await counter.Centre.Refused("Platform.Forbidden", change, counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonMissing", change with { Reason = null }, counter.Supervisor);
        await counter.Centre.Ok(change, counter.Supervisor);

        var shown = await counter.Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist);
        Assert.Equal([ServiceCategory.Warranty, ServiceCategory.Paid], shown.Decisions.Select(d => d.Category));
        Assert.Equal("Goodwill, agreed with the director", shown.Decisions[0].ChangeReason);
        Assert.Equal(1, (await counter.Centre.Ok(new ListRequests.Query(List(("category", "Warranty"))), counter.Receptionist)).Count);
    }

    [Theory]
    [InlineData("en", "Your Espresso machine AX-200 SN-1001 is being repaired")]
    [InlineData("ru", "Идёт ремонт: Espresso machine AX-200 SN-1001")]
    [InlineData("es", "Estamos reparando su Espresso machine AX-200 SN-1001")]
    [InlineData("ko", "수리 중입니다: Espresso machine AX-200 SN-1001")]
    public async Task The_customer_is_told_each_stage_once_in_the_customer_s_language(string language, string subject)
    {
        var carryIn = Counter.CarryIn();
        var taken = await counter.Centre.Ok(carryIn with { Customer = carryIn.Customer! with { Language = language } }, counter.Receptionist);
        for (var time = 0; time < 2; time++)
        {
            counter.Centre.Advance(Duration.FromMinutes(5));
            await counter.Centre.Tell(Progress(taken, OrderStage.InRepair));
            counter.Centre.Advance(Duration.FromMinutes(5));
            await counter.Centre.Tell(Progress(taken, OrderStage.WaitingForParts));
        }

        var messages = await Messages();
        Assert.Equal(2, messages.Count);
        var told = messages.Single(m => m.OnceKey.EndsWith("InRepair", StringComparison.Ordinal));
        Assert.Equal((subject, "anna@example.com", MessageChannel.Email), (told.Subject, told.Recipient, told.Channel));
        Assert.Contains($"http://localhost:5080/p/status/{await counter.Secret(taken.Id)}\n", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_e_mail_address_a_short_message_goes_to_the_telephone()
    {
        var call = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.Centre.Tell(Progress(call, OrderStage.InDiagnosis));

        var told = Assert.Single(await Messages());
        Assert.Equal((MessageChannel.Sms, "+49305559999"), (told.Channel, told.Recipient));
        Assert.DoesNotContain("\n", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_promise_is_told_with_its_reason_and_shown()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        await counter.Centre.Tell(new PromiseMoved(taken.OrderId!.Value, "SO-1", taken.Id, counter.Centre.Berlin.Id, new LocalDate(2026, 3, 6), new LocalDate(2026, 3, 12), "The pump comes later"));

        Assert.Contains("The pump comes later", Assert.Single(await Messages()).Body, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 3, 12), (await counter.Centre.Ok(new GetPublicStatus.Query(await counter.Secret(taken.Id)), Platform.Dispatching.Caller.Public)).ReadyBy);
    }

    [Fact]
    public void Every_stage_has_its_words_in_every_language()
    {
        var wanted = Enum.GetValues<OrderStage>().Select(CustomerMessages.Of).Concat([CustomerMessages.DatePromised, CustomerMessages.DateMoved, CustomerMessages.NewLink, CustomerMessages.ContactChanged, CustomerMessages.Unclaimed]).ToArray();
        Assert.Equal(
            wanted.SelectMany(key => new[] { "en", "es", "ko", "ru" }.Select(language => $"Templates/{key}.{language}.txt")).Order(StringComparer.Ordinal),
            typeof(ReceptionModule).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Templates/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_public_status_tells_no_name_no_telephone_and_no_address()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var client = await counter.Centre.Client();
        var page = await client.GetAsync($"/p/status/{await counter.Secret(taken.Id)}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Espresso machine AX-200", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Berg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("555", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindenallee", html, StringComparison.Ordinal);

        var unknown = await client.GetAsync("/p/status/no-such-secret");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("This link has ended, or it is not complete.", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+49 30 555 1234")]
    [InlineData("Anna")]
    [InlineData("berg")]
    [InlineData("sn-1001")]
    [InlineData("SN1001")]
    [InlineData("SR-BER-2026-000001")]
    public async Task One_box_finds_by_phone_name_serial_and_number(string text)
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);

        var found = await counter.Centre.Ok(new FindParties.Query(text), counter.Receptionist);

        Assert.Contains(found, party => party.Kind == PartyKind.Device && party.Id == taken.DeviceId && party.CustomerId == taken.CustomerId);
    }

    [Fact]
    public async Task The_register_is_filtered_sorted_and_paged_and_belongs_to_its_branch()
    {
        for (var number = 1; number <= 3; number++)
        {
            await counter.Centre.Ok(Counter.Call($"+49 30 700000{number}") with { RegisterOnly = number == 3, Fault = $"Fault {number}" }, counter.Receptionist);
            counter.Centre.Advance(Duration.FromMinutes(1));
        }

        Task<Platform.Persistence.ListPage<ListRequests.Row>> Ask(ListQuery list, Platform.Dispatching.Caller? caller = null) => counter.Centre.Ok(new ListRequests.Query(list), caller ?? counter.Receptionist);
        Assert.Equal(["Fault 3", "Fault 2", "Fault 1"], (await Ask(List())).Items.Select(r => r.Fault));
        Assert.Equal(["Fault 1"], (await Ask(List() with { Sort = "number", Size = 1 })).Items.Select(r => r.Fault));
        Assert.Equal(["Fault 3"], (await Ask(List(("state", "Registered")))).Items.Select(r => r.Fault));
        Assert.Equal(3, (await Ask(List(("undispatched", "1")))).Count);
        Assert.Equal(3, (await Ask(List(("mine", "1")))).Count);
        Assert.Equal(0, (await Ask(List(("mine", "1")), counter.Supervisor)).Count);
        Assert.Equal(3, (await Ask(List() with { From = new LocalDate(2026, 3, 4), To = new LocalDate(2026, 3, 4) })).Count);
        Assert.Equal(0, (await Ask(List() with { To = new LocalDate(2026, 3, 3) })).Count);
        Assert.Equal(1, (await Ask(List() with { Search = "307000002" })).Count);
        Assert.Equal(0, (await Ask(List(), counter.Receptionist with { BranchId = counter.Centre.Seoul.Id })).Count);
    }

    [Fact]
    public async Task A_replacement_inherits_the_remainder_of_the_warranty_once()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var unit = await counter.Centre.Ok(new ReplaceDevice.Command(taken.DeviceId!.Value, "SN-2002"), counter.Receptionist);

        var before = await counter.Centre.Ok(new CheckWarranty.Query(taken.DeviceId.Value, new LocalDate(2026, 8, 31)), counter.Receptionist);
        var after = await counter.Centre.Ok(new CheckWarranty.Query(unit.Id, new LocalDate(2026, 8, 31)), counter.Receptionist);
        Assert.Equal((before.Category, before.LabourCovered, before.Reason), (after.Category, after.LabourCovered, after.Reason));
        Assert.False((await counter.Centre.Ok(new CheckWarranty.Query(unit.Id, new LocalDate(2026, 9, 1)), counter.Receptionist)).LabourCovered);
        await counter.Centre.Refused("Reception.Device.AlreadyReplaced", new ReplaceDevice.Command(taken.DeviceId.Value, "SN-3003"), counter.Receptionist);
    }

    [Fact]
    public async Task A_replacement_said_of_the_wrong_device_is_taken_back_as_long_as_the_unit_is_unused()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var faulty = taken.DeviceId!.Value;
        await counter.Centre.Refused("Reception.Device.NotReplaced", new UndoReplacement.Command(faulty, "It was another device"), counter.Receptionist);
        var unit = await counter.Centre.Ok(new ReplaceDevice.Command(faulty, "SN-2020"), counter.Receptionist);

        // A serial number typed wrongly is corrected on the unit itself.
        await counter.Centre.Ok(new ChangeDevice.Command(unit.Id, new DeviceEntry { SerialNumber = "SN-2002" }), counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonTooShort", new UndoReplacement.Command(faulty, "."), counter.Receptionist);
        await counter.Centre.Ok(new UndoReplacement.Command(faulty, "It was another device"), counter.Receptionist);
        Assert.False(await counter.Centre.Look<ReceptionDbContext, bool>(db => db.Devices.AnyAsync(d => d.Id == unit.Id || d.ReplacedById != null)));
        Assert.NotEqual(unit.Id, (await counter.Centre.Ok(new ReplaceDevice.Command(faulty, "SN-2002"), counter.Receptionist)).Id);
    }

    [Fact]
    public async Task A_loaner_that_the_customer_keeps_is_the_customers_device_and_inherits_the_remainder_of_the_warranty()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        await counter.Centre.Tell(new LoanerExchanged(taken.OrderId!.Value, taken.DeviceId!.Value, Counter.ModelId, "POOL-1", counter.Centre.Now));

        var kept = await counter.Centre.Look<ReceptionDbContext, Device>(db => db.Devices.AsNoTracking().SingleAsync(d => d.SerialKey == "POOL1"));
        Assert.Equal((taken.CustomerId, taken.DeviceId, new LocalDate(2025, 9, 1)), (kept.CustomerId, kept.ReplacesId, kept.WarrantyFrom!.Value));
        Assert.True((await counter.Centre.Ok(new CheckWarranty.Query(kept.Id, new LocalDate(2026, 8, 31)), counter.Receptionist)).LabourCovered);
        Assert.False((await counter.Centre.Ok(new CheckWarranty.Query(kept.Id, new LocalDate(2026, 9, 1)), counter.Receptionist)).LabourCovered);
    }

    [Fact]
    public async Task A_replaced_unit_that_the_next_customer_keeps_can_be_replaced_again()
    {
        var first = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        await counter.Centre.Tell(new LoanerExchanged(first.OrderId!.Value, first.DeviceId!.Value, Counter.ModelId, "POOL-1", counter.Centre.Now));
        await counter.Centre.Tell(Over(first));
        // Repaired into the pool, it is kept by the next customer, where it breaks in its turn.
        var second = await counter.Centre.Ok(Counter.CarryIn("+49 30 5550000", "SN-2"), counter.Receptionist);
        await counter.Centre.Tell(new LoanerExchanged(second.OrderId!.Value, second.DeviceId!.Value, Counter.ModelId, "SN-1001", counter.Centre.Now));
        await counter.Centre.Tell(Over(second));
        var again = await counter.Centre.Ok(Counter.CarryIn() with { Customer = null, CustomerId = second.CustomerId, Device = null, DeviceId = first.DeviceId }, counter.Receptionist);
        await counter.Centre.Tell(new LoanerExchanged(again.OrderId!.Value, first.DeviceId.Value, Counter.ModelId, "POOL-2", counter.Centre.Now));
        var last = await counter.Centre.Look<ReceptionDbContext, Device>(db => db.Devices.AsNoTracking().SingleAsync(d => d.SerialKey == "POOL2"));
        Assert.Equal((second.CustomerId, first.DeviceId), (last.CustomerId, last.ReplacesId));
    }

    private OrderProgressed Over(RegisterRequest.Answer taken) => new(taken.OrderId!.Value, "SO-1", taken.Id, counter.Centre.Berlin.Id, OrderStage.Completed, counter.Centre.Now, null, null, null);

    [Fact]
    public async Task Terms_count_for_devices_sold_since_and_earlier_ones_keep_theirs()
    {
        await counter.Centre.Ok(new SetWarrantyPolicy.Command(Counter.ModelId, new LocalDate(2026, 1, 1), 60, 60) { Terms = [new SetWarrantyPolicy.Term { PartGroup = "pump", Months = 6 }] }, counter.Supervisor with { BranchId = null });
        var early = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist); // sold in September 2025
        var late = await counter.Centre.Ok(Counter.CarryIn("+49 30 5550000", "SN-5") with { Device = new DeviceEntry { ModelId = Counter.ModelId, SerialNumber = "SN-5", SoldOn = new LocalDate(2026, 2, 1) } }, counter.Receptionist);

        var (on, model) = (new LocalDate(2026, 12, 1), await counter.Centre.Ok(new GetModel.Query(Counter.ModelId), counter.Receptionist));
        Assert.Equal(2, model.Policies.Count);
        Assert.Equal(["boiler"], (await counter.Centre.Ok(new CheckWarranty.Query(early.DeviceId!.Value, on), counter.Receptionist)).CoveredPartGroups);
        Assert.Equal(["boiler"], (await counter.Centre.Ok(new CheckWarranty.Query(late.DeviceId!.Value, on), counter.Receptionist)).CoveredPartGroups);
        Assert.True((await counter.Centre.Ok(new CheckWarranty.Query(late.DeviceId!.Value, on), counter.Receptionist)).LabourCovered);
    }

    [Fact]
    public async Task A_device_s_own_response_target_comes_before_all_others()
    {
        var first = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        await counter.Centre.Ok(new ChangeDevice.Command(first.DeviceId!.Value, new DeviceEntry { ResponseHours = 0.5m }), counter.Receptionist);
        var second = await counter.Centre.Ok(new RegisterRequest.Command(null, "Again") { DeviceId = first.DeviceId, CustomerId = first.CustomerId, Priority = Priority.Emergency, ZoneId = Counter.SuburbsId }, counter.Receptionist);

        Assert.Equal(counter.Centre.Now + Duration.FromMinutes(30), second.DueAt);
    }

    [Fact]
    public async Task Settings_are_the_branch_s_own_and_only_its_manager_changes_them()
    {
        await counter.Centre.Refused("Platform.Forbidden", new ChangeSettings.Command(4), counter.Receptionist);
        await counter.Centre.Ok(new ChangeSettings.Command(4, UnclaimedAfterDays: 30), counter.Centre.As(Roles.BranchManager));
        await counter.Centre.Refused("Reception.HoursNotRight", new ChangeSettings.Command(0), counter.Centre.As(Roles.BranchManager));
        await counter.Centre.Ok(new SaveZone.Command("far", "Far away", 12.5m), counter.Centre.As(Roles.BranchManager));

        var settings = await counter.Centre.Ok(new GetSettings.Query(), counter.Receptionist);
        Assert.Equal((4m, 30), (settings.Hours, settings.UnclaimedAfterDays));
        Assert.Equal([("FAR", 12.5m), ("SUBURBS", 7m), ("TOWN", 6m)], settings.Zones.Select(z => (z.Code, z.Hours!.Value)));
        Assert.Empty((await counter.Centre.Ok(new GetSettings.Query(), counter.Receptionist with { BranchId = counter.Centre.Seoul.Id })).Zones);
    }

    private Task<List<OutgoingMessage>> Messages() => counter.Centre.Look<ReceptionDbContext, List<OutgoingMessage>>(db => db.Messages.ToListAsync());

    private OrderProgressed Progress(RegisterRequest.Answer request, OrderStage stage) =>
        new(request.OrderId!.Value, "SO-BER-2026-000001", request.Id, counter.Centre.Berlin.Id, stage, counter.Centre.Now, null, null, "Tom");

    private static ListQuery List(params (string Name, string Value)[] filters) => new() { Path = "/", Filters = filters.ToDictionary(f => f.Name, f => f.Value) };
}
