using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.Testing;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>An exchange through every module that it touches, without a browser (PAR-6, REC-5): the pool tells, the counter gives the goods up, the workshop ends the order.</summary>
public sealed class ExchangeTests : IAsyncLifetime
{
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";

    private TestCentre centre = null!;
    private Guid receipt;
    private Guid order;
    private Guid loan;

    public async Task InitializeAsync()
    {
        centre = await TestCentre.StartAsync();
        var model = await centre.Ok(new CreateModel.Command(null, "AX-200") { Name = "Espresso machine AX-200", ServiceLifeYears = 10 }, centre.As(Roles.ServiceDirector));
        await centre.Ok(new SetWarrantyPolicy.Command(model.Id, new LocalDate(2020, 1, 1), 24, 24), centre.OfAll(Roles.ServiceDirector));
        var taken = await centre.Ok(
            new RegisterRequest.Command(null, "Does not heat")
            {
                Channel = ContactChannel.CarryIn,
                Customer = new CustomerEntry { Name = "Ada Customer", Phone = "+49 30 1111", Email = "ada@customer.example" },
                Device = new DeviceEntry { ModelCode = "AX-200", SerialNumber = "FAULTY-1", SoldOn = new LocalDate(2025, 9, 1), HasProofOfPurchase = true },
                IdentityChecked = true,
                Condition = "Good",
                Accessories = "None",
                Shelf = "A-01",
            },
            centre.As(Roles.Receptionist));
        (receipt, order) = (taken.ReceiptId!.Value, taken.OrderId!.Value);
        await centre.Ok(new AssignOrder.Command(order, centre.Users.The(Roles.Technician).Id), centre.As(Roles.Dispatcher));
        var unit = await centre.Ok(new CreateLoaner.Command(null, "AX-200", "POOL-1"), centre.As(Roles.WarehouseKeeper));
        loan = (await centre.Ok(new LendLoaner.Command(null, unit.Id, order, new LocalDate(2026, 3, 20), "Ada Customer", Signature) { Condition = "Clean" }, centre.As(Roles.WarehouseKeeper))).Id;
    }

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Exchanged_goods_wait_for_nobody_and_their_order_ends_when_the_repair_is_ready()
    {
        var faulty = await Exchange();
        var given = await Receipt();
        Assert.Equal((ReceiptState.Exchanged, "AX-200 POOL-1"), (given.State, given.ReturnedTo));
        await centre.Refused("Reception.Goods.Exchanged", new ReturnGoods.Command(receipt, "Ada Customer", Signature), centre.As(Roles.Receptionist));

        var told = await Told();
        await Repair();
        Assert.Equal((OrderState.Completed, null), await Order() is var o ? (o.State, o.SignedBy) : default);
        Assert.Equal(LoanerState.Checking, await Unit(faulty));
        Assert.Equal(told, await Told());
    }

    [Fact]
    public async Task Goods_exchanged_after_their_repair_end_the_order_at_once()
    {
        await centre.Ok(new ReleaseOrderFromLoan.Command(loan, "They decide tomorrow"), centre.As(Roles.Dispatcher));
        await Repair();
        Assert.Equal(OrderState.Ready, (await Order()).State);
        Assert.NotNull((await Receipt()).ReadyAt);

        var faulty = await Exchange();
        Assert.Equal(OrderState.Completed, (await Order()).State);
        Assert.Equal((ReceiptState.Exchanged, (Instant?)null), await Receipt() is var r ? (r.State, r.ReadyAt) : default);
        Assert.Equal(LoanerState.Checking, await Unit(faulty));
    }

    [Fact]
    public async Task The_register_of_customers_goods_tells_both_ways()
    {
        await Exchange();
        var lines = (await centre.Ok(new ListGoodsRegister.Query(new ListQuery { Path = "/" }), centre.As(Roles.Receptionist))).Items;
        Assert.Equal([GoodsDirection.In, GoodsDirection.Out], lines.Select(l => l.Direction).Order());
        Assert.Equal("AX-200 POOL-1", lines.Single(l => l.Direction == GoodsDirection.Out).OtherSide);
    }

    private async Task<Guid> Exchange() => (await centre.Ok(new ExchangeLoaner.Command(loan, "No part before spring"), centre.As(Roles.WarehouseKeeper))).LoanerId;

    private async Task Repair()
    {
        await centre.Ok(new StartDiagnosis.Command(order), centre.As(Roles.Technician));
        await centre.Ok(new RecordDiagnosis.Command(order, Findings: "Worn out"), centre.As(Roles.Technician));
        await centre.Ok(new StartRepair.Command(order), centre.As(Roles.Technician));
        await centre.Ok(new FinishRepair.Command(order), centre.As(Roles.Technician));
        await centre.Ok(new InspectOrder.Command(order, true), centre.As(Roles.QualityInspector));
    }

    private Task<GetOrder.Answer> Order() => centre.Ok(new GetOrder.Query(order), centre.As(Roles.Technician));

    private Task<GetReceipt.Answer> Receipt() => centre.Ok(new GetReceipt.Query(receipt), centre.As(Roles.Receptionist));

    private async Task<LoanerState> Unit(Guid id) => (await centre.Ok(new GetLoaner.Query(id), centre.As(Roles.WarehouseKeeper))).State;

    private async Task<int> Told() =>
        (await centre.Ok(new Platform.Messages.Features.ListMessages.Query(new ListQuery { Path = "/" }), centre.As(Roles.Receptionist))).Items.Count(m => m.Recipient == "ada@customer.example");
}
