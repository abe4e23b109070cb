using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Features.Orders;
using static Microsoft.Playwright.Assertions;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>The store and the loaner pool in the shoes of those who keep them. What others do meanwhile at the counter and on the bench is not the story and goes by itself.</summary>
[Collection("centre")]
public sealed class StoreTests(Centre centre)
{
    private readonly List<string> faults = [];

    private async Task<Person> Comes(string role, bool phone = false) => new(await centre.OpenAsync(role, phone), faults);

    [Fact]
    public async Task A_keepers_morning_from_the_delivery_over_three_orders_and_a_shortage_to_the_order_that_wakes()
    {
        var supplier = await centre.Does(Roles.WarehouseKeeper, new CreateSupplier.Command(null, "S-900", "Morgen & Söhne", "orders@morgen.example", null));
        await Part("DAWN-HOSE", 6, supplier.Id);
        await Part("DAWN-RING", 2, supplier.Id);
        await Part("DAWN-VALVE", 80, supplier.Id);

        // The delivery of the morning, taken in and put away.
        var keeper = await Comes("Warehouse keeper");
        await keeper.Opens("Stock documents");
        await keeper.Presses("Receive goods");
        await keeper.Fills("Reference", "DN 7000");
        await keeper.Presses("Continue with the goods");
        foreach (var (code, quantity) in new[] { ("DAWN-HOSE", "8"), ("DAWN-RING", "20") })
        {
            await keeper.Fills("Line.Code", code);
            await keeper.Fills("Line.Quantity", quantity);
            await keeper.Fills("Line.UnitCost", "3");
            await keeper.Presses("Add");
            await Expect(keeper.Content.GetByRole(AriaRole.Link, new() { Name = code })).ToBeVisibleAsync();
        }

        await keeper.Presses("Post");
        await keeper.SeesState("Posted");
        await keeper.Opens("Put away");
        foreach (var code in new[] { "DAWN-HOSE", "DAWN-RING" })
        {
            await keeper.Answers("Put away", dialog => keeper.Fills("Bin", "C-02", dialog), keeper.Row(code));
            await Expect(keeper.Row(code)).ToHaveCountAsync(0);
        }

        // Three orders, one of which wants what nobody has.
        var first = await InRepair("Café Nord", "+49 30 7700100", "AX-200", "AX200KEEP001", "DAWN-HOSE");
        var second = await InRepair("Café Mitte", "+49 30 7700101", "AX-200", "AX200KEEP002", "DAWN-RING");
        var third = await InRepair("Café Süd", "+49 30 7700102", "AX-200", "AX200KEEP003", "DAWN-VALVE", "DAWN-HOSE");
        var technician = await Comes("Technician");
        await technician.Opens("My bench");
        var card = technician.Content.Locator(".bench-card").Filter(new LocatorFilterOptions { HasText = third.Number });
        await Expect(card).ToContainTextAsync("Waiting for parts");

        await keeper.Opens("Parts to hand out");
        await keeper.Scans("order", first.Number);
        await keeper.Presses("Hand out all");
        await keeper.Sees("Issued");
        await keeper.Opens("Parts to hand out");
        await keeper.Scans("order", second.Number);
        await keeper.Scans("Code", "DAWN-RING");
        await keeper.Sees("Issued");
        await keeper.Opens("Shortages");
        await Expect(keeper.Row("DAWN-VALVE")).ToContainTextAsync(third.Number);

        // What is short is proposed, ordered, and received with one piece that fails the inspection.
        await keeper.Opens("Purchase proposals");
        await keeper.Answers("Propose what to buy");
        await Expect(keeper.Row("DAWN-VALVE")).ToContainTextAsync("Orders wait");
        await keeper.Answers("Change", dialog => keeper.Fills("Quantity", "3", dialog), keeper.Row("DAWN-VALVE"));
        await Expect(keeper.Row("DAWN-VALVE")).ToContainTextAsync("3 pcs");
        var others = keeper.Content.Locator("tbody tr").Filter(new LocatorFilterOptions { HasNotText = "DAWN-VALVE" });
        for (var i = 0; i < await others.CountAsync(); i++)
        {
            await keeper.Answers("Change", dialog => keeper.Fills("Quantity", "0", dialog), others.Nth(i)); // other people's orders are another day's worry
        }

        // Another person approves it.
        var manager = await Comes("Branch manager");
        await manager.Opens("Purchase proposals");
        await manager.Content.Locator("tbody tr a").First.ClickAsync();
        await manager.Answers("Approve");
        await manager.SeesState("Draft");
        await keeper.Opens("Purchase orders");
        await keeper.Content.Locator("tbody tr a").First.ClickAsync();
        await keeper.SeesState("Draft");
        await keeper.Answers("Send");
        await keeper.SeesState("Ordered");
        await keeper.Sees(third.Number);
        await keeper.Presses("Receive goods");
        await keeper.Fills("DeliveryNote", "DN 7001");
        await keeper.Fills("Lines[0].Accepted", "2");
        await keeper.Fills("Lines[0].Rejected", "1");
        await keeper.Fills("Lines[0].Reason", "Thread is cut askew");
        await keeper.Presses("Take in");
        await keeper.SeesState("Partly received");
        await keeper.Sees("1 rejected: Thread is cut askew");

        // Nobody touched the technician's screen.
        await Expect(card).ToContainTextAsync("In repair");
        await keeper.Opens("Parts to hand out");
        await keeper.Scans("order", third.Number);
        await keeper.Presses("Hand out all");
        await keeper.Sees("Issued");
        await Expect(keeper.Content.GetByText("Waiting", new() { Exact = true })).ToHaveCountAsync(0);
        keeper.AssertNothingComplained();
    }

    [Fact]
    public async Task A_van_is_counted_on_the_phone_and_a_dropped_line_loses_no_scan()
    {
        var full = await Part("ROAD-CLIP", 20);
        var empty = await Part("ROAD-FUSE", 20);
        var van = await centre.Does(Roles.WarehouseKeeper, new CreateWarehouse.Command(null, "BER-VAN9", "Van 9", WarehouseKind.Van) { HolderId = centre.Colleague(Roles.Technician).Id });
        await centre.Does(Roles.WarehouseKeeper, new DraftStockDocument.Command(null, StockDocumentKind.Receipt, van.Id) { Lines = [new(full, 5) { UnitCost = 20 }, new(empty, 4) { UnitCost = 20 }], Post = true });
        await centre.Does(Roles.WarehouseKeeper, new DraftStockDocument.Command(null, StockDocumentKind.Scrap, van.Id) { Reason = "Corroded right through", Lines = [new(empty, 4)], Post = true });

        var keeper = await Comes("Warehouse keeper", phone: true);
        await keeper.Goes("/spare-parts/counts");
        await keeper.Presses("Plan today's counts");
        await keeper.Row("BER-VAN9").GetByRole(AriaRole.Link).First.ClickAsync();
        await keeper.SeesState("Planned");
        var count = keeper.Page.Url;
        await keeper.Presses("Count");
        await keeper.Fits();

        await keeper.Page.Context.SetOfflineAsync(true);
        await Counted(keeper, "ROAD-FUSE", "0");
        await Expect(keeper.Content.Locator("[data-queue-state]")).ToHaveTextAsync("1 not sent yet");
        await Counted(keeper, "ROAD-CLIP", "4");
        await Expect(keeper.Content.Locator("[data-queue-state]")).ToHaveTextAsync("2 not sent yet");
        await keeper.Fits();

        // The phone runs out of power in the pocket; later it is opened again where there is a line.
        var pocket = keeper.Page.Context;
        await keeper.Page.CloseAsync();
        await pocket.SetOfflineAsync(false);
        keeper = new Person(await pocket.NewPageAsync(), faults);
        await keeper.Goes(count + "/count");
        await Expect(keeper.Content.Locator("[data-queue-state]")).ToHaveTextAsync("Everything is sent");
        await keeper.Goes(count + "/count");
        await Expect(keeper.Row("ROAD-CLIP")).ToContainTextAsync("Count again"); // one of five is missing, which is worth more than the tolerance
        await Expect(keeper.Row("ROAD-FUSE")).ToHaveCountAsync(0);
        await Counted(keeper, "ROAD-CLIP", "4");
        await Expect(keeper.Content.Locator("[data-queue-list]")).ToContainTextAsync("ROAD-CLIP: 4 pcs counted");

        await keeper.Goes(count);
        await keeper.Answers("Finish");
        await keeper.SeesState("To approve");
        await Expect(keeper.Row("ROAD-CLIP")).ToContainTextAsync("-1");
        await keeper.Fits();

        // Who counted does not approve.
        var manager = await Comes("Branch manager");
        await manager.Goes(new Uri(count).AbsolutePath);
        await manager.Answers("Approve and book");
        await manager.SeesState("Posted");
        await keeper.Goes("/spare-parts/stock?q=ROAD-CLIP");
        await Expect(keeper.Row("ROAD-CLIP")).ToContainTextAsync("4");
        keeper.AssertNothingComplained();
    }

    [Fact]
    public async Task A_loaner_goes_out_with_an_order_is_overdue_and_comes_back_damaged()
    {
        var keeper = await Comes("Warehouse keeper");
        await IntoThePool(keeper, "DR-18", "DR18POOL001");
        var unit = keeper.Page.Url;
        (Guid Id, string Number) order;
        try
        {
            // Three weeks ago the drill was lent, and the customer's own one was ready on the same day.
            centre.Clock.TravelTo(centre.Now - Duration.FromDays(21));
            order = await InRepair("Nora Lang", "+49 30 7700201", "DR-18", "DR18LOAN001");
            await Lent(keeper, unit, order.Number, "Nora Lang");
            await keeper.Sees("The return clock stands");
            await Ready(order.Id);
        }
        finally
        {
            centre.Clock.TravelTo(null);
        }

        await keeper.Goes("/");
        await keeper.Sees("DR-18 DR18POOL001: Nora Lang");
        await keeper.Content.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("DR18POOL001") }).First.ClickAsync();
        await keeper.Sees("days late");
        await keeper.Sees("Proposed fee so far");
        await keeper.Presses("Take back");
        await keeper.Fills("Condition", "Housing cracked at the handle");
        await keeper.Fills("Accessories", "Case");
        await keeper.Fills("Damage", "Dropped from a ladder");
        await keeper.Fills("DepositReturned", "10");
        await keeper.Signs("#return");
        await keeper.Presses("Take back");
        await keeper.SeesState("Returned");
        await keeper.Sees("Dropped from a ladder");
        await keeper.Sees("Not everything came back");
        await keeper.Sees("Charger");
        await keeper.Sees("A late fee is proposed");

        await keeper.Answers("Charge the fee", async dialog =>
        {
            await keeper.Fills("Amount", "30", dialog);
            await keeper.Fills("Note", "Half of it, the customer was in hospital", dialog);
        });
        await keeper.Sees("Charged: 30.00 EUR");
        var accountant = await Comes("Accountant");
        await accountant.Opens("Vouchers to invoice");
        await accountant.Content.GetByRole(AriaRole.Link, new() { Name = order.Number }).ClickAsync();
        await accountant.Sees("Late return of the loaner DR-18 DR18POOL001");
        await accountant.Presses("Invoice");
        await accountant.Presses("Issue and send");
        await accountant.SeesState("Issued");
        await accountant.Sees("35.70"); // 30.00 and 19 % tax

        await keeper.Goes(unit);
        await keeper.SeesState("Checking");
        await keeper.Answers("To repair", dialog => keeper.Fills("Reason", "Handle to be replaced", dialog));
        await keeper.SeesState("In repair");
        await keeper.Presses("Repaired");
        await keeper.Presses("Clean and in order");
        await keeper.SeesState("In pool");
        keeper.AssertNothingComplained();
    }

    [Fact]
    public async Task In_an_exchange_the_customer_keeps_the_unit_and_the_faulty_one_is_repaired_into_the_pool()
    {
        var keeper = await Comes("Warehouse keeper");
        await IntoThePool(keeper, "GR-60", "GR60POOL001");
        var unit = keeper.Page.Url;
        var order = await InRepair("Otto Sander", "+49 30 7700301", "GR-60", "GR60SWAP001");
        await Lent(keeper, unit, order.Number, "Otto Sander");
        await keeper.Answers("Exchange", dialog => keeper.Fills("Reason", "The part is not to be had before spring", dialog));
        await keeper.Sees("GR60SWAP001");
        await keeper.SeesState("In repair");
        var faulty = keeper.Page.Url;
        await keeper.Goes(unit);
        await keeper.SeesState("Exchanged");

        var reception = await Comes("Receptionist");
        await reception.Finds("GR60POOL001", "Device");
        await reception.Sees("Otto Sander");
        await reception.Sees("C · Warranty");
        await reception.Presses("an earlier unit");
        await reception.Sees("Another unit took its place and inherited its warranty.");

        // Nobody fetches the faulty one any more: the counter says so, and the order ends with its repair.
        await reception.Goes($"/reception/return?Code={order.Number}");
        await reception.Sees("The customer kept GR-60 GR60POOL001 instead.");
        await reception.Goes("/reception/goods?view=OnShelf&q=GR60SWAP001");
        await Expect(reception.Row("GR60SWAP001")).ToHaveCountAsync(0);
        await Ready(order.Id);
        var technician = await Comes("Technician");
        await technician.Goes($"/workshop/orders/{order.Id}");
        await technician.SeesState("Completed");
        await technician.Sees("Exchanged for a unit that the customer keeps");
        await keeper.Goes(faulty);
        await keeper.SeesState("Checking");
        await keeper.Presses("Clean and in order");
        await keeper.SeesState("In pool");
        keeper.AssertNothingComplained();
    }

    [Fact]
    public async Task Pieces_with_serial_numbers_come_in_by_scan_one_goes_in_for_a_faulty_one_and_both_are_found_everywhere()
    {
        var part = await centre.Does(Roles.WarehouseKeeper, new CreatePart.Command(null, "TRACE-1", "Controller of the story", "electronics", "pcs") { SerialTracked = true });
        await centre.Does(Roles.WarehouseKeeper, new SetPartPrice.Command(part.Id, 120, new LocalDate(2020, 1, 1), "EUR"));
        var keeper = await Comes("Warehouse keeper");
        await keeper.Goes("/spare-parts/scan");
        await keeper.Presses("Receive goods in BER-MAIN");
        await keeper.Scans("code", "TRACE-1");
        await keeper.Fills("Line.Quantity", "2");
        await keeper.Fills("Line.UnitCost", "60");
        await keeper.Fills("Line.Serials", "TR-0001\nTR-0002");
        await keeper.Presses("Add");
        await keeper.Presses("Post");
        await keeper.IsTold("Posted");

        // The piece that goes in and the faulty one that comes out are recorded together.
        var order = await InRepair("Praxis Licht", "+49 30 7700401", "AX-200", "AX200TRACE01", "TRACE-1");
        await keeper.Goes("/spare-parts/scan");
        await keeper.Scans("code", order.Number);
        await keeper.Presses("Hand out or take back");
        await keeper.Scans("code", "TRACE-1");
        await keeper.Fills("Serials", "TR-0002");
        await keeper.Fills("FaultySerials", "OLD-7788");
        await keeper.Presses("Hand out");
        await keeper.Sees("Issued");

        await keeper.Goes($"/spare-parts/parts/{part.Id}");
        await Expect(keeper.Row("TR-0002")).ToContainTextAsync("OLD-7788");
        await Expect(keeper.Row("TR-0002")).ToContainTextAsync(order.Number);
        await Expect(keeper.Row("TR-0001")).ToContainTextAsync("In stock");
        foreach (var code in new[] { "TR-0002", "OLD-7788" })
        {
            await keeper.Goes("/spare-parts/scan");
            await keeper.Scans("code", code);
            await keeper.Sees("TRACE-1 · TR-0002");
            await keeper.Sees("replaces OLD-7788");
            await keeper.Sees(order.Number);
        }

        var technician = await Comes("Technician");
        await technician.Goes($"/workshop/orders/{order.Id}");
        await technician.Sees("Piece TR-0002 replaces OLD-7788.");
        keeper.AssertNothingComplained();
    }

    private static async Task Counted(Person keeper, string part, string quantity)
    {
        await keeper.Fills("Code", part);
        await keeper.Fills("Quantity", quantity);
        await keeper.Content.Locator("#scan [data-submit]").ClickAsync();
        await Expect(keeper.Content.Locator("#scan [name=Code]")).ToHaveValueAsync("");
    }

    private static async Task IntoThePool(Person keeper, string model, string serial)
    {
        await keeper.Opens("Loaners");
        await keeper.Presses("New loaner");
        await keeper.Fills("ModelCode", model);
        await keeper.Fills("Serial", serial);
        await keeper.Fills("Deposit", "50");
        await keeper.Fills("DailyFee", "4");
        await keeper.Fills("Accessories", "Case\nCharger");
        await keeper.Presses("Save");
        await keeper.SeesState("In pool");
    }

    private static async Task Lent(Person keeper, string unit, string order, string customer)
    {
        await keeper.Goes(unit);
        await keeper.Presses("Lend");
        await keeper.LooksUp("OrderId", order);
        await keeper.Fills("Condition", "Clean, no scratches");
        await keeper.Fills("SignedBy", customer);
        await keeper.Signs("#lend");
        await keeper.Presses("Lend");
        await keeper.SeesState("Out");
    }

    private async Task<Guid> Part(string number, decimal price, Guid? supplier = null)
    {
        var made = await centre.Does(Roles.WarehouseKeeper, new CreatePart.Command(null, number, $"{number} of the story", "hydraulics", "pcs"));
        await centre.Does(Roles.WarehouseKeeper, new SetPartPrice.Command(made.Id, price, new LocalDate(2020, 1, 1), "EUR"));
        if (supplier is { } from)
        {
            await centre.Does(Roles.WarehouseKeeper, new SetPartSupplier.Command(made.Id, from) { Price = price / 2, LeadDays = 5 });
        }

        return made.Id;
    }

    /// <summary>A product under warranty that reception took in and a technician has begun to repair, with the parts asked for.</summary>
    private async Task<(Guid Id, string Number)> InRepair(string customer, string phone, string model, string serial, params string[] parts)
    {
        var taken = await centre.Does(Roles.Receptionist, new RegisterRequest.Command(null, "It stopped in the middle of the work.")
        {
            Channel = ContactChannel.CarryIn,
            Customer = new CustomerEntry { Name = customer, Phone = phone, Address = "Hafenstr. 1, 10115 Berlin" }, // no invoice goes out without an address
            Device = new DeviceEntry { ModelCode = model, SerialNumber = serial, SoldOn = centre.Now.InUtc().Date.PlusMonths(-3), HasProofOfPurchase = true },
            IdentityChecked = true,
            Condition = "Good",
            Accessories = "None",
            Shelf = "K-01",
        });
        var order = taken.OrderId!.Value;
        await centre.Does(Roles.Dispatcher, new AssignOrder.Command(order, centre.Colleague(Roles.Technician).Id));
        await centre.Does(Roles.Technician, new StartDiagnosis.Command(order));
        await centre.Does(Roles.Technician, new StartRepair.Command(order));
        if (parts.Length > 0)
        {
            await centre.Does(Roles.Technician, new RequestParts.Command(order, [.. parts.Select(p => new RequestParts.Line(p))]));
        }

        return (order, (await centre.Does(Roles.Technician, new GetOrder.Query(order))).Number);
    }

    private async Task Ready(Guid order)
    {
        var known = await centre.Does(Roles.Technician, new GetOrder.Query(order));
        await centre.Does(Roles.Technician, new TickControlPoints.Command(order, [.. known.Points.Where(p => p is { Boundary: Boundary.Repair }).Select(p => p.Id)]));
        await centre.Does(Roles.Technician, new FinishRepair.Command(order));
        known = await centre.Does(Roles.QualityInspector, new GetOrder.Query(order));
        await centre.Does(Roles.QualityInspector, new InspectOrder.Command(order, true, "Looked at it with the technician", Ticked: [.. known.Points.Where(p => p is { Boundary: Boundary.Inspection }).Select(p => p.Id)]));
    }
}
