using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>Goods in and out (REC-5).</summary>
public sealed class GoodsTests : IAsyncLifetime
{
    private const string Png = "data:image/png;base64,iVBORw0KGgo=";
    private Counter counter = null!;

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Fact]
    public async Task Goods_do_not_leave_without_quality_control()
    {
        var taken = await Taken();
        counter.Receivables.Balance = Settled(taken);
        await counter.Centre.Refused("Reception.Goods.OrderUnknown", Return(taken), counter.Receptionist);

        counter.Orders.Stand(taken.OrderId!.Value, OrderStage.InInspection, "the inspection has not passed yet");
        var error = await counter.Centre.Refused("Reception.Goods.NotReleased", Return(taken), counter.Receptionist);
        Assert.Contains("the inspection has not passed yet", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_do_not_leave_before_the_work_is_invoiced()
    {
        var taken = await Taken();
        counter.Orders.Stand(taken.OrderId!.Value, OrderStage.Ready);
        await counter.Centre.Refused("Reception.Goods.NotInvoiced", Return(taken), counter.Receptionist);

        counter.Receivables.Balance = Settled(taken) with { IsInvoiced = false };
        await counter.Centre.Refused("Reception.Goods.NotInvoiced", Return(taken), counter.Receptionist);

        // Who pays on account pays later.
        await counter.StoreAsync(db =>
        {
            var anna = db.Customers.Single();
            anna.Change(anna.Details() with { PaysOnAccount = true });
        });
        counter.Receivables.Balance = Settled(taken) with { Open = 119 };
        await counter.Centre.Ok(Return(taken), counter.Receptionist);
    }

    [Theory]
    [InlineData(null, "Anna Berg", true, null, "Reception.Goods.SignatureMissing")]
    [InlineData("", "Anna Berg", true, null, "Reception.Goods.SignatureMissing")]
    [InlineData("data:text/html;base64,AAAA", "Anna Berg", true, null, "Platform.Attachment.Type")]
    [InlineData("data:image/png;base64,???", "Anna Berg", true, null, "Platform.Attachment.Type")]
    [InlineData(Png, " ", true, null, "Reception.Goods.SignerMissing")]
    [InlineData(Png, "Anna Berg", false, " ", "Reception.Goods.ReasonMissing")]
    public async Task The_customer_signs_and_a_missing_receipt_needs_a_reason(string? signature, string? signer, bool retrieved, string? reason, string code)
    {
        var taken = await Taken();
        counter.Orders.Stand(taken.OrderId!.Value, OrderStage.Ready);
        counter.Receivables.Balance = Settled(taken);

        await counter.Centre.Refused(code, new ReturnGoods.Command(taken.ReceiptId!.Value, signer, signature, retrieved, reason), counter.Receptionist);
        Assert.Empty(counter.Attachments.Files);
    }

    [Fact]
    public async Task A_return_voids_the_receipt_signs_the_register_and_tells_it_once()
    {
        var taken = await Taken();
        counter.Orders.Stand(taken.OrderId!.Value, OrderStage.Ready);
        counter.Receivables.Balance = Settled(taken);
        await counter.Centre.Ok(Return(taken), counter.Receptionist);

        var receipt = await counter.Centre.Ok(new GetReceipt.Query(taken.ReceiptId!.Value), counter.Receptionist);
        Assert.Equal((ReceiptState.Voided, "Anna Berg"), (receipt.State, receipt.ReturnedTo));
        Assert.Equal("signature", Assert.Single(receipt.Files).Kind);
        var register = await counter.Centre.Ok(new ListGoodsRegister.Query(List()), counter.Receptionist);
        Assert.Equal([GoodsDirection.Out, GoodsDirection.In], register.Items.Select(e => e.Direction));
        await counter.Centre.Refused("Reception.Goods.NotHere", Return(taken), counter.Receptionist);
    }

    [Fact]
    public async Task Where_neither_workshop_nor_finance_exist_nobody_is_asked()
    {
        await using var alone = await Counter.OpenAsync(alone: true);
        var taken = await alone.Centre.Ok(Counter.CarryIn(), alone.Receptionist);

        Assert.Empty((await alone.Centre.Ok(new GetReturn.Query(taken.ReceiptNumber), alone.Receptionist)).Checks);
        await alone.Centre.Ok(Return(taken), alone.Receptionist);
    }

    [Fact]
    public async Task The_counter_finds_goods_by_any_of_their_numbers_and_lists_what_stands_in_the_way()
    {
        var taken = await Taken();
        foreach (var code in new[] { taken.ReceiptNumber!, taken.Number, taken.ReceiptNumber!.ToLowerInvariant() })
        {
            var found = await counter.Centre.Ok(new GetReturn.Query(code), counter.Receptionist);
            Assert.Equal(taken.ReceiptId, found.Id);
            Assert.False(found.MayLeave);
            Assert.Equal(2, found.Checks.Count(check => !check.Met));
        }

        await counter.Centre.Refused("Reception.Goods.NotFound", new GetReturn.Query("GR-1"), counter.Receptionist);
    }

    [Fact]
    public async Task What_a_technician_brings_gets_a_receipt_once()
    {
        var call = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        for (var time = 0; time < 2; time++)
        {
            await counter.Centre.Tell(new DeviceTakenBack(call.OrderId!.Value, call.Id, counter.Centre.Now, "Chef"));
        }

        var row = Assert.Single((await counter.Centre.Ok(new ListGoods.Query(List(("view", "WithTechnician"))), counter.Receptionist)).Items);
        var receipt = await counter.Centre.Ok(new GetReceipt.Query(row.Id), counter.Receptionist);
        Assert.True(receipt.FromField);
        Assert.Equal("Chef", receipt.HandedInBy);
        await counter.Centre.Ok(new DescribeGoods.Command(row.Id, "B-2", "dusty", "none", "SN-9"), counter.Receptionist);
        Assert.Equal("B-2", (await counter.Centre.Ok(new GetReceipt.Query(row.Id), counter.Receptionist)).Shelf);
    }

    [Fact]
    public async Task Goods_that_come_after_the_call_are_taken_in_once_and_completely()
    {
        var call = await counter.Centre.Ok(Counter.Call(), counter.Receptionist);
        var complete = new TakeGoodsIn.Command(call.Id) { IdentityChecked = true, SerialNumber = "SN-7", Condition = "good", Accessories = "none", Shelf = "C-1" };
        await counter.Centre.Refused("Reception.Intake.SerialMissing", complete with { SerialNumber = null }, counter.Receptionist);

        await counter.Centre.Ok(complete, counter.Receptionist);
        await counter.Centre.Refused("Reception.Goods.HereAlready", complete, counter.Receptionist);
        Assert.Equal("SN-7", (await counter.Centre.Ok(new GetRequest.Query(call.Id), counter.Receptionist)).SerialNumber);
    }

    [Fact]
    public async Task Unclaimed_goods_are_listed_after_the_branch_s_days_and_the_customer_is_reminded_each_time_it_is_asked()
    {
        var taken = await Taken();
        await counter.Centre.Refused("Reception.Goods.NotWaiting", new RemindOfGoods.Command(taken.ReceiptId!.Value), counter.Receptionist);
        await counter.Centre.Tell(new OrderProgressed(taken.OrderId!.Value, "SO-1", taken.Id, counter.Centre.Berlin.Id, OrderStage.Ready, counter.Centre.Now, null, null, null));
        counter.Centre.Advance(Duration.FromDays(14));
        Assert.Empty((await counter.Centre.Ok(new ListGoods.Query(List(("view", "Unclaimed"))), counter.Receptionist)).Items);
        counter.Centre.Advance(Duration.FromSeconds(1));
        Assert.Single((await counter.Centre.Ok(new ListGoods.Query(List(("view", "Unclaimed"))), counter.Receptionist)).Items);

        await counter.Centre.Ok(new RemindOfGoods.Command(taken.ReceiptId.Value), counter.Receptionist);
        Assert.Equal(2, (await counter.Centre.Ok(new RemindOfGoods.Command(taken.ReceiptId.Value), counter.Receptionist)).Reminders);
        Assert.Equal(2, await counter.Centre.Look<ReceptionDbContext, int>(db => db.Messages.CountAsync(m => m.OnceKey.StartsWith("unclaimed/"))));
    }

    [Fact]
    public async Task Unclaimed_goods_are_chased_by_themselves_while_the_branch_is_open_until_the_reminders_are_used_up()
    {
        var taken = await Taken();
        await counter.Centre.Tell(new OrderProgressed(taken.OrderId!.Value, "SO-1", taken.Id, counter.Centre.Berlin.Id, OrderStage.Ready, counter.Centre.Now, null, null, null));
        await counter.Centre.Ok(new ChangeSettings.Command(6, UnclaimedAfterDays: 14, RemindEveryDays: 7, MostReminders: 2), counter.Centre.As(Roles.BranchManager));
        Assert.Equal(0, await Chase());

        // The test centre begins on a Wednesday at ten o'clock in Berlin: two weeks later it is open at that hour, and at night it is not.
        counter.Centre.Advance(Duration.FromDays(14) + Duration.FromHours(12));
        Assert.Equal(0, await Chase());
        counter.Centre.Advance(Duration.FromHours(12));
        Assert.Equal((1, 0), (await Chase(), await Chase()));
        counter.Centre.Advance(Duration.FromDays(6));
        Assert.Equal(0, await Chase());
        Assert.Null((await Unclaimed()).Chase);
        counter.Centre.Advance(Duration.FromDays(1));
        Assert.Equal((1, 0), (await Chase(), await Chase()));

        counter.Centre.Advance(Duration.FromDays(7));
        Assert.Equal(0, await Chase());
        Assert.Equal((2, Features.Goods.Chase.RemindersUsedUp), ((await Unclaimed()).Reminders, (await Unclaimed()).Chase!.Value));
        Assert.Equal(2, await counter.Centre.Look<ReceptionDbContext, int>(db => db.Messages.CountAsync(m => m.OnceKey.StartsWith("unclaimed/"))));
    }

    [Fact]
    public async Task Who_can_not_be_reached_is_left_to_a_person()
    {
        var taken = await Taken();
        await counter.Centre.Look<ReceptionDbContext, int>(db => db.Customers.ExecuteUpdateAsync(u => u.SetProperty(c => c.Email, "").SetProperty(c => c.PhoneKey, "")));
        await counter.Centre.Tell(new OrderProgressed(taken.OrderId!.Value, "SO-1", taken.Id, counter.Centre.Berlin.Id, OrderStage.Ready, counter.Centre.Now, null, null, null));
        counter.Centre.Advance(Duration.FromDays(15));

        Assert.Equal(0, await Chase());
        Assert.Equal((0, Features.Goods.Chase.NoContact), ((await Unclaimed()).Reminders, (await Unclaimed()).Chase!.Value));
    }

    [Fact]
    public async Task Another_branch_s_goods_are_not_found()
    {
        var taken = await Taken();
        var seoul = counter.Receptionist with { BranchId = counter.Centre.Seoul.Id };
        await counter.Centre.Refused("Reception.Goods.NotFound", new GetReceipt.Query(taken.ReceiptId!.Value), seoul);
        await counter.Centre.Refused("Reception.Goods.NotFound", Return(taken), seoul);
        await counter.Centre.Refused("Reception.Request.NotFound", new GetRequest.Query(taken.Id), seoul);
        await counter.Centre.Refused("Platform.Forbidden", Return(taken), counter.Centre.As(Roles.Technician));
    }

    [Fact]
    public async Task Unpaid_goods_go_to_who_pays_on_account_or_by_a_supervisor_with_a_reason()
    {
        var taken = await Taken();
        counter.Orders.Stand(taken.OrderId!.Value, OrderStage.Ready);
        counter.Receivables.Balance = Settled(taken) with { Open = 119 };
        var asked = await counter.Centre.Ok(new GetReturn.Query(taken.ReceiptNumber), counter.Receptionist);
        Assert.Equal((false, true), (asked.MayLeave, asked.MayLeaveUnpaid));
        Assert.Equal([true, true, false], asked.Checks.Select(c => c.Met));
        await counter.Centre.Refused("Reception.Goods.NotPaid", Return(taken), counter.Receptionist);
        await counter.Centre.Refused("Reception.Goods.UnpaidForbidden", Return(taken) with { UnpaidReason = "Pays tomorrow by card" }, counter.Receptionist);
        await counter.Centre.Refused("Platform.ReasonTooShort", Return(taken) with { UnpaidReason = "." }, counter.Supervisor);
        await counter.Centre.Ok(Return(taken) with { UnpaidReason = "Pays tomorrow by card" }, counter.Supervisor);
        Assert.True(await counter.Centre.Look<ReceptionDbContext, bool>(db => db.Audit.AnyAsync(a => a.Trigger == "ReturnUnpaid" && a.Reason == "Pays tomorrow by card")));
    }

    [Fact]
    public async Task A_loaner_that_is_out_is_a_condition_of_its_own()
    {
        var taken = await Taken();
        counter.Orders.Statuses[taken.OrderId!.Value] = new OrderStatus(taken.OrderId.Value, "SO-1", OrderStage.Ready, "Ready", null, null, "The loaner is out.", true) { IsLoanerOut = true };
        counter.Receivables.Balance = Settled(taken);
        var asked = await counter.Centre.Ok(new GetReturn.Query(taken.ReceiptNumber), counter.Receptionist);
        Assert.Equal([("Quality control passed", true), ("Loaner is back", false), ("Fee invoiced", true)], asked.Checks.Select(c => (c.Name, c.Met)));
        await counter.Centre.Refused("Reception.Goods.NotReleased", Return(taken), counter.Receptionist);
    }

    private async Task<int> Chase() => (await counter.Centre.Ok(new ChaseUnclaimedGoods.Command(), Caller.System)).Reminded;

    private async Task<ListGoods.Row> Unclaimed() => Assert.Single((await counter.Centre.Ok(new ListGoods.Query(List(("view", "Unclaimed"))), counter.Receptionist)).Items);

    private Task<RegisterRequest.Answer> Taken() => counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);

    private static ReturnGoods.Command Return(RegisterRequest.Answer taken) => new(taken.ReceiptId!.Value, "Anna Berg", Png);

    private static OrderBalance Settled(RegisterRequest.Answer taken) => new(taken.OrderId!.Value, true, 119, 0, "EUR");

    private static ListQuery List(params (string Name, string Value)[] filters) => new() { Path = "/", Filters = filters.ToDictionary(f => f.Name, f => f.Value) };
}
