using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>The main job in the shoes of those who do it: each signs in with their own role and uses nothing but the pages.</summary>
[Collection("centre")]
public sealed class MainJobTests(Centre centre)
{
    private readonly List<string> faults = [];

    private async Task<Person> Comes(string? role, bool phone = false) => new(await centre.OpenAsync(role, phone), faults);

    [Fact]
    public async Task A_paid_repair_goes_from_the_counter_over_the_customers_approval_to_payment_and_survey()
    {
        var reception = await Comes("Receptionist");
        var order = await CarryIn(reception, "Rosa Blum", "AX-200", "AX2002611001", soldOn: "2019-05-02");
        await reception.Sees("A · Paid");

        var technician = await Comes("Technician");
        await Assigned(order, technician);
        await technician.Opens("My bench");
        await technician.Content.Locator(".bench-card").Filter(new LocatorFilterOptions { HasText = order }).GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await technician.Presses("Start diagnosis");
        await technician.SeesState("Diagnosing");
        await technician.Fills("Findings", "The vibration pump has seized.");
        await technician.Presses("Save diagnosis");
        await technician.IsTold("Saved");
        await technician.Answers("Part", async dialog =>
        {
            await technician.LooksUp("Lines[0].Code", "AX200-PUMP", dialog);
            await Expect(dialog.Locator("input[type=checkbox][name='Reserve']")).Not.ToBeCheckedAsync();
        });
        await Expect(technician.Content.Locator(".lines .badge-state").First).ToHaveTextAsync("planned");
        await technician.Answers("Labour", dialog => technician.Fills("Hours", "1", dialog));
        await technician.Sees("The customer has not agreed to what this costs");
        await technician.Answers("Draft");
        await technician.Presses("Send quotation");
        await technician.SeesState("Awaiting approval");

        var customer = await Comes(null, phone: true);
        await customer.Goes(centre.QuotationOf(order));
        await customer.Sees("The vibration pump has seized.");
        await customer.Sees("126.74 EUR"); // a private person reads what there is to pay
        await customer.Fits();
        await customer.Presses("Approve");
        await customer.Sees("Thank you for your answer.");

        await technician.Page.ReloadAsync();
        await technician.SeesState("In repair");
        await technician.Presses("Start: Repair");
        await technician.Sees("running");
        await technician.Presses("Reserve");
        await technician.Sees("reserved");

        var keeper = await Comes("Warehouse keeper");
        await keeper.Opens("Parts to hand out");
        await keeper.Scans("order", order);
        await keeper.Scans("Code", "AX200-PUMP");
        await keeper.Sees("Issued");

        await technician.Page.ReloadAsync();
        await technician.Sees("issued");
        await technician.Presses("Stop");
        await technician.TicksAll("#points-form");
        await technician.Presses("Tick");
        await technician.Answers("Finish repair", dialog => technician.Fills("HoursRemark", "Agreed as a flat rate", dialog));
        await technician.SeesState("Awaiting inspection");
        await Released(order, "Quality inspector");

        var accountant = await Comes("Accountant");
        await accountant.Opens("Vouchers to invoice");
        await accountant.Content.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await accountant.Presses("Invoice");
        await accountant.Presses("Issue and send");
        await accountant.SeesState("Issued");
        await accountant.Sees("126.74"); // 106.50 and 19 % tax
        await accountant.Presses("Take payment");
        await accountant.Fills("Amount", "126.74");
        await accountant.Presses("Take payment");
        await accountant.SeesState("Paid");

        await HandedBack(reception, order);
        await reception.Finds(order, "Service order");
        await reception.SeesState("Completed");

        var officer = await Comes("Feedback officer");
        await officer.Opens("Surveys");
        await officer.Content.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await customer.Goes(centre.SurveyOf(order));
        foreach (var question in new[] { "Attitude", "Skill", "Arrival", "Promises" })
        {
            await customer.Content.Locator($"[name='Form.{question}'][value='Excellent']").CheckAsync();
        }

        await customer.Fills("Form.Suggestion", "Open on Saturdays, please.");
        await customer.Fits();
        await customer.Presses("Send the answer");
        await customer.Sees("Thank you!");
        await officer.Page.ReloadAsync();
        await officer.SeesState("Answered");
        await officer.Sees("Open on Saturdays, please.");
        reception.AssertNothingComplained();
    }

    [Fact]
    public async Task A_warranty_visit_is_finished_on_site_with_a_signature_on_the_phone()
    {
        var reception = await Comes("Receptionist");
        var order = await Call(reception, "Hotel Seeblick", "HP-12", "HP122611001", "2026-06-01");
        await reception.Sees("C · Warranty");

        var technician = await Comes("Technician", phone: true);
        await Assigned(order, technician);
        await technician.Goes("/workshop/bench");
        await technician.Content.Locator(".bench-card").Filter(new LocatorFilterOptions { HasText = order }).GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await technician.Sees("Hotel Seeblick");
        await technician.Presses("Set out");
        await technician.SeesState("Travelling");
        await technician.Presses("Arrived");
        await technician.SeesState("On site");
        await technician.Answers("Part", dialog => technician.LooksUp("Lines[0].Code", "HP12-CAP", dialog));
        await technician.Sees("reserved");
        await technician.Presses("Issue all");
        await technician.Sees("issued");
        await technician.TicksAll("#points-form");
        await technician.Presses("Tick");
        await technician.Sees("To pay, with tax: 0.00 EUR");
        await technician.Fits();
        await technician.Signs("#finish-form");
        await technician.Presses("Finish");
        await technician.Sees("Signed by Hotel Seeblick");

        await Released(order, "Quality inspector");
        var accountant = await Comes("Accountant");
        await accountant.Finds(order, "Service order");
        await accountant.SeesState("Completed");
        await accountant.Goes($"/billing/vouchers?state=NothingToInvoice&q={order}");
        await accountant.Sees("Nothing to invoice");
        reception.AssertNothingComplained();
    }

    [Fact]
    public async Task A_field_job_is_taken_back_waits_for_a_part_and_wakes_by_itself_when_it_arrives()
    {
        var reception = await Comes("Receptionist");
        var order = await Call(reception, "Baths of Weimar", "HP-12", "HP122611002", "2026-05-04");
        var request = reception.Page.Url;

        var technician = await Comes("Technician");
        await Assigned(order, technician);
        await technician.Finds(order, "Service order");
        await technician.Presses("Set out");
        await technician.Presses("Arrived");
        await technician.SeesState("On site");
        await technician.Presses("Take along");
        await technician.Signs("#take-back-form");
        await technician.Presses("Take along");
        await technician.Sees("Hand the product over at the counter");

        await reception.Goes(request);
        await reception.Content.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^GR-") }).ClickAsync();
        await reception.Sees("not in the house yet");
        await reception.Answers("Arrived in the house", async dialog =>
        {
            await reception.Fills("Shelf", "Z-02", dialog);
            await reception.Fills("Condition", "Housing wet", dialog);
            await reception.Fills("Accessories", "none", dialog);
        });
        await reception.Sees("Z-02");

        await technician.Finds(order, "Service order");
        await technician.Presses("Bench");
        await technician.Presses("Start repair");
        await technician.SeesState("In repair");
        await technician.Scans("Lines[0].Code", "HP12-MOTO");
        await technician.SeesState("Waiting for parts");
        await technician.Sees("1 missing");
        await technician.Opens("My bench");
        var card = technician.Content.Locator(".bench-card").Filter(new LocatorFilterOptions { HasText = order });
        await Expect(card).ToContainTextAsync("Waiting for parts");

        var keeper = await Comes("Warehouse keeper");
        await keeper.Opens("Shortages");
        await keeper.Sees(order);
        await keeper.Opens("Stock documents");
        await keeper.Presses("Receive goods");
        await keeper.Fills("Reference", "DN 4711");
        await keeper.Presses("Continue with the goods");
        await keeper.Fills("Line.Code", "HP12-MOTO");
        await keeper.Fills("Line.Quantity", "10");
        await keeper.Fills("Line.UnitCost", "128.40");
        await keeper.Presses("Add");
        await keeper.Sees("Motor 0.75 kW");
        await keeper.Presses("Post");
        await keeper.SeesState("Posted");

        // Nobody touched the technician's screen.
        await Expect(card).ToContainTextAsync("In repair");
        await keeper.Opens("Parts to hand out");
        await keeper.Scans("order", order);
        await keeper.Presses("Hand out all");
        await keeper.Sees("Issued");

        await card.GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await technician.Sees("issued");
        await technician.TicksAll("#points-form");
        await technician.Presses("Tick");
        await technician.Presses("Finish repair");
        await technician.SeesState("Awaiting inspection");
        await Released(order, "Quality inspector");
        await technician.Finds(order, "Service order");
        await technician.SeesState("Ready");
        reception.AssertNothingComplained();
    }

    [Fact]
    public async Task A_declined_quotation_costs_the_diagnosis_fee_and_the_goods_go_back()
    {
        var reception = await Comes("Receptionist");
        var order = await CarryIn(reception, "Karl Winter", "AC-18", "AC182611001", soldOn: "2018-03-12");
        var technician = await Comes("Technician");
        await Assigned(order, technician);
        await technician.Finds(order, "Service order");
        await technician.Presses("Start diagnosis");
        await technician.SeesState("Diagnosing");
        await technician.Answers("Part", dialog => technician.LooksUp("Lines[0].Code", "AC18-CTRL", dialog));
        await technician.Answers("Labour", dialog => technician.Fills("Hours", "2", dialog));
        await technician.Answers("Draft");
        await technician.Presses("Send quotation");
        await technician.SeesState("Awaiting approval");

        var customer = await Comes(null, phone: true);
        await customer.Goes(centre.QuotationOf(order));
        await customer.Content.GetByText("I do not want the repair").ClickAsync();
        await customer.Sees("For the diagnosis a fee of 46.41 EUR with tax is due.");
        await customer.Fills("Reason", "A new one costs little more.", customer.Content.Locator("#decline"));
        await customer.Presses("Decline");
        await customer.Sees("Thank you for your answer.");

        await technician.Page.ReloadAsync();
        await technician.SeesState("Ready unrepaired");
        await technician.Sees("A new one costs little more.");
        await technician.DoesNotSee("AC18-CTRL Control board planned");

        await reception.Opens("Vouchers to invoice");
        await reception.Content.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await reception.Presses("Invoice");
        await reception.Presses("Issue and send");
        await reception.Sees("46.41"); // 39.00 and 19 % tax
        await reception.Presses("Take payment");
        await reception.Fills("Amount", "46.41");
        await reception.Presses("Take payment");
        await reception.SeesState("Paid");
        await HandedBack(reception, order);
        await technician.Page.ReloadAsync();
        await technician.SeesState("Completed");
        reception.AssertNothingComplained();
    }

    [Fact]
    public async Task Rejected_work_is_done_again_and_released_by_somebody_else()
    {
        var reception = await Comes("Receptionist");
        var order = await CarryIn(reception, "Mira Sand", "DR-18", "DR182611009", soldOn: "2026-04-20");
        var technician = await Comes("Technician");
        await Assigned(order, technician);
        await technician.Finds(order, "Service order");
        await technician.Presses("Start diagnosis");
        await technician.SeesState("Diagnosing");
        await technician.Fills("Findings", "The chuck slips under load.");
        await technician.Presses("Save diagnosis");
        await technician.IsTold("Saved");
        await technician.Presses("Start repair");
        await technician.SeesState("In repair");
        await technician.TicksAll("#points-form");
        await technician.Presses("Tick");
        await technician.Presses("Finish repair");
        await technician.SeesState("Awaiting inspection");
        await Expect(technician.Content.GetByRole(AriaRole.Link, new() { Name = "Inspect" })).ToHaveCountAsync(0);

        var inspector = await Comes("Quality inspector");
        await inspector.Opens("Quality control");
        await inspector.Content.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await inspector.Fills("Reason", "The chuck still slips under load.");
        await inspector.Presses("Reject");
        await inspector.DoesNotSee(order);
        await inspector.Opens("Nonconformities");
        await inspector.Sees("The chuck still slips under load.");

        await technician.Page.ReloadAsync();
        await technician.SeesState("In repair");
        await technician.Sees("Rework 1");
        await technician.Sees("The chuck still slips under load.");
        await technician.TicksAll("#points-form");
        await technician.Presses("Tick");
        await technician.Presses("Finish repair");
        await technician.SeesState("Awaiting inspection");
        var dispatcher = await Released(order, "Dispatcher");
        await technician.Page.ReloadAsync();
        await technician.SeesState("Ready");
        await technician.Sees($"· {dispatcher}");
        reception.AssertNothingComplained();
    }

    private static async Task<string> CarryIn(Person reception, string customer, string model, string serial, string soldOn)
    {
        await Intake(reception, customer, model, serial, soldOn);
        await reception.Chooses("Channel", "CarryIn");
        await reception.Content.Locator("[name='Condition']").WaitForAsync();
        await reception.Ticks("IdentityChecked");
        await GoodsOnTheCounter(reception);
        return await Accepted(reception);
    }

    private static async Task<string> Call(Person reception, string customer, string model, string serial, string soldOn)
    {
        await Intake(reception, customer, model, serial, soldOn);
        return await Accepted(reception);
    }

    private static async Task Intake(Person reception, string customer, string model, string serial, string soldOn)
    {
        await reception.Opens("New request");
        await reception.Fills("Customer.Name", customer);
        await reception.Fills("Customer.Phone", $"+49 30 {serial[^9..]}");
        await reception.Fills("Customer.Address", "Lindenallee 4, 10115 Berlin");
        await reception.LooksUp("Device.ModelId", model);
        await reception.Fills("Device.SerialNumber", serial);
        await reception.Fills("Device.SoldOn", soldOn);
        await reception.Ticks("Device.HasProofOfPurchase");
        await reception.Fills("Fault", "It stopped in the middle of the work.");
    }

    private static async Task GoodsOnTheCounter(Person reception)
    {
        await reception.Fills("Condition", "Scratches on the left");
        await reception.Fills("Accessories", "Power cord");
        await reception.Fills("Shelf", "Z-01");
        var photo = await reception.Page.ScreenshotAsync(new PageScreenshotOptions { Clip = new Clip { X = 0, Y = 0, Width = 200, Height = 150 } });
        var label = await reception.Page.ScreenshotAsync(new PageScreenshotOptions { Clip = new Clip { X = 0, Y = 0, Width = 210, Height = 150 } });
        await reception.Content.Locator("input[type=file]").First.SetInputFilesAsync(
        [
            new FilePayload { Name = "product.png", MimeType = "image/png", Buffer = photo },
            new FilePayload { Name = "label.png", MimeType = "image/png", Buffer = label },
        ]);
        await Expect(reception.Content.Locator("[data-previews] img")).ToHaveCountAsync(2);
    }

    /// <returns>The number of the order that the request became.</returns>
    private static async Task<string> Accepted(Person reception)
    {
        await reception.Presses("Register and accept");
        await reception.SeesState("Accepted");
        var number = reception.Content.Locator("a[href^='/workshop/orders/']").First;
        return (await number.TextContentAsync())!.Trim();
    }

    private async Task Assigned(string order, Person technician)
    {
        var name = await technician.Name();
        var dispatcher = await Comes("Dispatcher");
        await dispatcher.Finds(order, "Service order");
        await dispatcher.Answers("Assign", dialog => dispatcher.ChoosesText("TechnicianId", name, dialog));
        await dispatcher.SeesState("Assigned");
        await dispatcher.Sees(name);
    }

    /// <returns>Who released it.</returns>
    private async Task<string> Released(string order, string role)
    {
        var inspector = await Comes(role);
        await inspector.Opens("Quality control");
        await inspector.Content.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await inspector.TicksAll("#inspect-form");
        await inspector.Presses("Release");
        await Expect(inspector.Page).ToHaveURLAsync(new Regex("/workshop/inspections$"));
        await inspector.DoesNotSee(order);
        return await inspector.Name();
    }

    private static async Task HandedBack(Person reception, string order)
    {
        await reception.Opens("Hand goods back");
        await reception.Scans("Code", order);
        await reception.Sees("Before it leaves");
        await reception.Signs("#return");
        await reception.Presses("Hand back");
        await reception.Sees("Handed back");
    }
}
