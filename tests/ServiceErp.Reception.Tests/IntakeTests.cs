using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>The intake in one command (REC-1, REC-2).</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private Counter counter = null!;

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Fact]
    public async Task A_carried_in_product_is_registered_judged_accepted_and_taken_in_at_once()
    {
        var answer = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);

        Assert.Equal("SR-BER-2026-000001", answer.Number);
        Assert.Equal("GR-BER-2026-000001", answer.ReceiptNumber);
        Assert.Equal(RequestState.Accepted, answer.State);
        Assert.Equal(ServiceCategory.Warranty, answer.Category);
        Assert.Equal("Warranty on parts and labour, the longest until 2028-08-31.", answer.Reason?.ToString());
        var (receipts, entries) = await counter.Centre.Look<ReceptionDbContext, (int, int)>(async db => (await db.Receipts.CountAsync(r => r.State == ReceiptState.Issued), await db.Register.CountAsync(e => e.Direction == GoodsDirection.In)));
        Assert.Equal((1, 1), (receipts, entries));
    }

    [Fact]
    public async Task The_same_identity_sent_twice_registers_once()
    {
        var command = Counter.CarryIn() with { Id = new Guid("00000000-0000-7000-8000-0000000000aa") };
        var first = await counter.Centre.Ok(command, counter.Receptionist);
        var second = await counter.Centre.Ok(command, counter.Receptionist);

        Assert.Equal(first, second);
        Assert.Equal(1, await counter.Centre.Look<ReceptionDbContext, int>(db => db.Requests.CountAsync()));
    }

    [Fact]
    public async Task A_call_needs_no_serial_number_and_takes_nothing_in()
    {
        var answer = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);

        Assert.Null(answer.ReceiptId);
        Assert.NotNull(answer.OrderId);
        Assert.Equal(ServiceCategory.Paid, answer.Category);
        Assert.Equal("Not proven: the day of sale is not known.", answer.Reason);
    }

    [Fact]
    public async Task A_contact_without_a_model_can_be_registered_only()
    {
        var unknown = Counter.Call() with { Device = null };
        await counter.Centre.Refused("Reception.Intake.ModelMissing", unknown, counter.Receptionist);

        var answer = await counter.Centre.Ok(unknown with { RegisterOnly = true }, counter.Receptionist);
        Assert.Equal(RequestState.Registered, answer.State);
        Assert.Null(answer.OrderId);
    }

    [Fact]
    public async Task What_is_missing_of_a_carried_in_product_is_listed_at_its_field()
    {
        var bare = Counter.CarryIn() with { IdentityChecked = false, Condition = " ", Accessories = null, Device = new DeviceEntry { ModelId = Counter.ModelId } };

        var error = await counter.Centre.Refused("Reception.Intake.Incomplete", bare, counter.Receptionist);

        Assert.Equal(["IdentityChecked", "Device.SerialNumber", "Condition", "Accessories"], error.Details.Select(d => d.Field));
        Assert.Equal(0, await counter.Centre.Look<ReceptionDbContext, int>(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task Only_a_supervisor_overrides_what_is_missing_and_only_with_a_reason()
    {
        var noSerial = Counter.CarryIn(serial: "") with { OverrideReason = "The plate is burnt" };

        await counter.Centre.Refused("Reception.Intake.OverrideForbidden", noSerial, counter.Receptionist);
        await counter.Centre.Refused("Reception.Intake.Incomplete", noSerial with { OverrideReason = " " }, counter.Supervisor);
        var answer = await counter.Centre.Ok(noSerial, counter.Supervisor);

        var kept = await counter.Centre.Look<ReceptionDbContext, ServiceRequest>(db => db.Requests.SingleAsync(r => r.Id == answer.Id));
        Assert.Equal(["Serial"], kept.MissingItems);
        Assert.Equal("The plate is burnt", kept.OverrideReason);
    }

    [Fact]
    public async Task Two_photos_are_demanded_where_the_branch_demands_them()
    {
        await counter.StoreAsync(db =>
        {
            var settings = new ReceptionSettings(counter.Centre.Berlin.Id);
            settings.Change(Duration.FromHours(6), null, null, 80, demandsPhotos: true);
            db.Settings.Add(settings);
        });
        var command = Counter.CarryIn() with { Id = new Guid("00000000-0000-7000-8000-0000000000ab") };
        await counter.Centre.Refused("Reception.Intake.PhotosMissing", command, counter.Receptionist);

        for (var photo = 0; photo < 2; photo++)
        {
            await counter.Attachments.AddAsync(new MemoryStream([1]), "photo.png", "ServiceRequest", command.Id.Value, "intake", CancellationToken.None);
        }

        await counter.Centre.Ok(command, counter.Receptionist);
    }

    [Fact]
    public async Task A_customer_with_the_same_telephone_number_is_offered_and_not_created()
    {
        await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var again = Counter.CarryIn(phone: "+49-30-5551234", serial: "SN-2") with { Fault = "Drips" };

        var error = await counter.Centre.Refused("Reception.Customer.Duplicate", again, counter.Receptionist);
        Assert.Contains("Anna Berg", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Customer.Phone", error.Field);

        await counter.Centre.Ok(again with { ConfirmedNotDuplicate = true }, counter.Receptionist);
        Assert.Equal(2, await counter.Centre.Look<ReceptionDbContext, int>(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task All_that_is_missing_at_the_counter_is_told_at_once()
    {
        var refused = await counter.Centre.Send(new RegisterRequest.Command(null, "") { Channel = ContactChannel.CarryIn }, counter.Receptionist);
        Assert.Superset(
            new HashSet<string> { "Reception.Intake.FaultMissing", "Reception.Request.CustomerMissing", "Reception.Intake.ModelMissing", "Reception.Intake.AccessoriesMissing", "Reception.Intake.ConditionMissing" },
            refused.Error!.Details.Select(d => d.Code).ToHashSet());
        Assert.Single(refused.Error.Details, d => d.Code == "Reception.Intake.FaultMissing");
    }

    [Fact]
    public async Task A_device_of_the_same_model_and_serial_number_is_never_entered_twice()
    {
        var first = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var error = await counter.Centre.Refused("Reception.Device.Known", Counter.CarryIn(phone: "+49 1001", serial: "sn 1001") with { ConfirmedNotDuplicate = true }, counter.Receptionist);
        Assert.Contains("Anna Berg", error.ToString(), StringComparison.Ordinal);

        // Chosen instead, it passes to the one who brings it, when somebody says that it changed hands.
        await counter.Centre.Tell(new OrderProgressed(first.OrderId!.Value, "SO-1", first.Id, counter.Centre.Berlin.Id, OrderStage.Completed, counter.Centre.Now, null, null, null));
        counter.Orders.Stand(first.OrderId.Value, OrderStage.Completed);
        counter.Receivables.Balance = new(first.OrderId.Value, true, 0, 0, "EUR");
        await counter.Centre.Ok(new ReturnGoods.Command(first.ReceiptId!.Value, "Anna Berg", "data:image/png;base64,iVBORw0KGgo="), counter.Receptionist);
        var chosen = await counter.Centre.Ok(Counter.CarryIn(phone: "+49 177 1") with
        {
            Channel = ContactChannel.Call, Device = null, DeviceId = first.DeviceId, ConfirmedOwnerChange = true, OwnerChangeReason = "Bought from Anna Berg",
        }, counter.Receptionist);
        Assert.Equal(first.DeviceId, chosen.DeviceId);
        Assert.Equal(chosen.CustomerId, await counter.Centre.Look<ReceptionDbContext, Guid>(db => db.Devices.Select(d => d.CustomerId).SingleAsync()));
    }

    [Theory]
    [InlineData(false, Priority.Normal, "04 14:00")] // the branch's 3 hours: 10-12 and 13-14
    [InlineData(true, Priority.Normal, "05 09:00")] // the zone's 7 hours: 10-12, 13-17 and 08-09
    [InlineData(true, Priority.High, "05 09:00")] // none is set for high priority
    [InlineData(true, Priority.Emergency, "04 11:00")]
    public async Task The_clock_runs_by_priority_then_zone_then_branch(bool inTheSuburbs, Priority priority, string due)
    {
        await counter.StoreAsync(db =>
        {
            var settings = new ReceptionSettings(counter.Centre.Berlin.Id);
            settings.Change(Duration.FromHours(3), null, Duration.FromHours(1), 80, demandsPhotos: false);
            db.Settings.Add(settings);
        });
        var answer = await counter.Centre.Ok(Counter.Call() with { Priority = priority, ZoneId = inTheSuburbs ? Counter.SuburbsId : null }, counter.Receptionist);

        // Registered on Wednesday 4 March at 10:00 in Berlin.
        Assert.Equal(due, answer.DueAt.InZone(counter.Centre.Berlin.Zone).ToString("dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_repeat_within_the_warranty_on_work_is_free_and_names_the_order()
    {
        var first = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        var repeated = new Guid("00000000-0000-7000-8000-0000000000ac");
        counter.Orders.WorkWarranty = new WorkWarranty(repeated, "SO-BER-2025-000077", new LocalDate(2026, 3, 4));

        var answer = await counter.Centre.Ok(new Features.Requests.RegisterRequest.Command(null, "Leaks again") { CustomerId = first.CustomerId, DeviceId = first.DeviceId }, counter.Receptionist);

        Assert.Equal(ServiceCategory.Warranty, answer.Category);
        Assert.Contains("SO-BER-2025-000077", answer.Reason!.ToString(), StringComparison.Ordinal);
        Assert.Equal(repeated, await counter.Centre.Look<ReceptionDbContext, Guid?>(db => db.Set<EntitlementDecision>().Where(d => d.RepeatOf != null).Select(d => d.RepeatOf).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_workshop_nobody_is_asked_about_work_done()
    {
        await using var alone = await Counter.OpenAsync(alone: true);
        var first = await alone.Centre.Ok(Counter.Call(), alone.Receptionist);
        await alone.Centre.Ok(new Features.Requests.RegisterRequest.Command(null, "Leaks again") { CustomerId = first.CustomerId, DeviceId = first.DeviceId }, alone.Receptionist);
    }

    [Fact]
    public async Task A_technician_registers_nothing_and_nobody_registers_for_another_branch()
    {
        await counter.Centre.Refused("Platform.Forbidden", Counter.Call(), counter.Centre.As(Roles.Technician));
        await counter.Centre.Refused("Platform.Branch.NotFound", Counter.Call() with { BranchId = counter.Centre.Seoul.Id }, counter.Receptionist);
    }
}
