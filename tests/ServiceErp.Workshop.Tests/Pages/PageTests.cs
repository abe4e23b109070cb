using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quality;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Workshop.Tests.Pages;

/// <summary>The pages as the browser gets them, and the whole job through the API.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task A_code_that_is_no_part_is_said_at_the_bench_with_a_way_to_look_for_it()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var client = await workshop.Centre.Client(Roles.Technician);
        var answer = await client.PostAsync($"/workshop/orders/{order}/parts/take", new FormUrlEncodedContent(new Dictionary<string, string> { ["Lines[0].Code"] = "NOPE-1", ["Lines[0].Quantity"] = "1" }));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("There is no part NOPE-1.", page, StringComparison.Ordinal);
        Assert.Contains("/search?q=NOPE-1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_opens_for_who_works_with_it_with_and_without_content()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await Open(workshop, Roles.Dispatcher, "/workshop/orders", "/workshop/board", "/workshop/inspections", "/workshop/nonconformities", "/workshop/settings", "/workshop/fees", "/workshop/codes", "/workshop/test-sheets", "/workshop/control-points", "/workshop/self-control");
        await Open(workshop, Roles.Technician, "/workshop/bench");

        var manager = workshop.Centre.OfAll(Roles.BranchManager);
        await workshop.Code(CodeKind.Symptom, "S01");
        var sheet = await workshop.Ok(new SaveTestSheet.Command("Heating", [new("Temperature", "92", "°C")]), manager);
        var point = await workshop.Ok(new SaveControlPoint.Command(Boundary.Repair, "Earth connected"), manager);
        await workshop.Ok(new SaveControlPoint.Command(Boundary.Inspection, "Runs one hour"), manager);
        await workshop.Ok(new GrantSelfControl.Command(workshop.Centre.Users.The(Roles.Technician).Id, "Master of the trade"), workshop.Centre.As(Roles.ServiceDirector));
        var order = await workshop.InRepair();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        await workshop.Ok(new AddLabour.Command(order, Hours: 1));
        await workshop.Ok(new StartTimer.Command(order));
        await workshop.Ok(new AddNote.Command(order, "<script>alert(1)</script>"));
        await workshop.Ok(new PromiseReadyBy.Command(order, new LocalDate(2026, 3, 5)));
        await workshop.Ok(new DraftQuotation.Command(order));
        var field = await workshop.Assigned(new Requests { Place = ServicePlace.Field, Entitlement = Requests.Warranty });
        await workshop.Ok(new DepartToCustomer.Command(field));
        await workshop.Ok(new ArriveAtCustomer.Command(field));

        var page = await Open(workshop, Roles.Dispatcher, $"/workshop/orders/{order}");
        Assert.Contains("Finish repair", page, StringComparison.Ordinal);
        Assert.Contains("A timer is still running", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Set out", page, StringComparison.Ordinal);
        Assert.Contains("not ticked yet: Earth connected", await Open(workshop, Roles.Technician, $"/workshop/visits/{field}"), StringComparison.Ordinal);
        await workshop.Ok(new TickControlPoints.Command(field, [point.Id]));
        Assert.Contains("finish-form", await Open(workshop, Roles.Technician, $"/workshop/visits/{field}"), StringComparison.Ordinal);
        await Open(workshop, Roles.Technician, "/workshop/bench", $"/workshop/bench/{order}");
        await Open(workshop, Roles.Dispatcher, "/workshop/board", "/workshop/board?day=2026-03-05", "/workshop/orders?state=open&promise=risk&q=Ada&sort=customer", $"/workshop/test-sheets?id={sheet.Id}", $"/workshop/control-points?id={point.Id}", "/workshop/fees?code=LABOUR", "/workshop/codes", "/workshop/self-control", "/workshop/settings");
        var quotation = (await workshop.Order(order)).Quotations[0].Id;
        foreach (var paper in new[] { "repair-card", "voucher", "completion-act", "diagnostic-report", $"quotations/{quotation}/paper" })
        {
            Assert.Contains("<svg", await Open(workshop, Roles.Dispatcher, $"/workshop/orders/{order}/{paper}"), StringComparison.Ordinal);
        }

        await workshop.Ok(new StopTimer.Command());
        await workshop.Ok(new TickControlPoints.Command(order, [point.Id]));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new FinishRepair.Command(order, HoursRemark: WorkshopCentre.ByHand));
        Assert.Contains("Runs one hour", await Open(workshop, Roles.QualityInspector, $"/workshop/inspections/{order}"), StringComparison.Ordinal);
        Assert.Contains("SO-BER-2026-000001", await Open(workshop, Roles.QualityInspector, "/workshop/inspections"), StringComparison.Ordinal);
        await workshop.Ok(new InspectOrder.Command(order, false, "It leaks at the seal"), workshop.Inspector);
        Assert.Contains("It leaks at the seal", await Open(workshop, Roles.QualityInspector, "/workshop/nonconformities"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_with_serial_numbers_is_issued_with_the_piece_that_goes_in_and_the_faulty_one_that_comes_out()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        workshop.Store.Track("PUMP-1");
        var order = await workshop.InRepair();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1"), new("SEAL-1")]));
        foreach (var page in new[] { $"/workshop/orders/{order}", $"/workshop/bench/{order}" })
        {
            var html = await Open(workshop, Roles.Technician, page);
            Assert.Contains("Pieces[0].FaultySerial", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Pieces[1]", html, StringComparison.Ordinal);
        }

        await workshop.Refused("SpareParts.Stock.SerialsMissing", new IssueParts.Command(order));
        await workshop.Refused("Workshop.ServiceOrder.SerialMissing", new IssueParts.Command(order) { Pieces = [new(Guid.Empty, "")] });
        var client = await workshop.Centre.Client(Roles.Technician);
        var line = (await workshop.Order(order)).Lines.Single(l => l.Code == "PUMP-1").Id;
        var issued = await client.PostAsJsonAsync($"/api/v1/workshop/service-orders/{order}/parts/issue", new { pieces = new[] { new { lineId = line, serial = "NEW-1", faultySerial = "OLD-1" } } });
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        Assert.Contains("Piece NEW-1 replaces OLD-1.", await Open(workshop, Roles.Technician, $"/workshop/orders/{order}"), StringComparison.Ordinal);
        Assert.Contains("OLD-1 → NEW-1", await Open(workshop, Roles.Technician, $"/workshop/orders/{order}/repair-card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_can_be_had_as_a_file_with_every_column()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.InRepair();
        var csv = await Open(workshop, Roles.Dispatcher, "/workshop/orders?format=csv");
        Assert.Contains("SO-BER-2026-000001", csv, StringComparison.Ordinal);
        Assert.Contains("Comeback", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_post_and_refusals_are_said()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned();
        var client = await workshop.Centre.Client(Roles.Technician);
        using var moved = await client.PostAsync($"/workshop/orders/{order}/start-diagnosis", Form(("back", $"/workshop/bench/{order}")));
        Assert.Equal((HttpStatusCode.SeeOther, $"/workshop/bench/{order}"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        using var refused = await client.PostAsync($"/workshop/orders/{order}/start-repair", Form(("back", "https://evil.example/")));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("send a quotation first", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var parts = await client.PostAsync($"/workshop/orders/{order}/parts", Form(("Lines[0].Code", "PUMP-1"), ("Lines[0].Quantity", "2"), ("Reserve", "false")));
        Assert.Equal(HttpStatusCode.SeeOther, parts.StatusCode);
        Assert.Equal(2, Assert.Single((await workshop.Order(order)).Lines).Quantity);
        using var forbidden = await client.PostAsync($"/workshop/orders/{order}/cancel", Form(("Reason", "Nobody wants it now")));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task On_the_visit_page_the_customer_signs_for_the_price_and_the_counter_records_what_was_said()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Assigned(new Requests { Place = ServicePlace.Field });
        await workshop.Ok(new DepartToCustomer.Command(order));
        await workshop.Ok(new ArriveAtCustomer.Command(order));
        Assert.Contains("Nothing is to be paid so far.", await Open(workshop, Roles.Technician, $"/workshop/visits/{order}"), StringComparison.Ordinal);
        await workshop.Ok(new AddFee.Command(order, "TRAVEL"));
        var page = await Open(workshop, Roles.Technician, $"/workshop/visits/{order}");
        Assert.Contains("agree-form", page, StringComparison.Ordinal);
        Assert.Contains("To pay, net: 45.00 EUR", page, StringComparison.Ordinal);
        var client = await workshop.Centre.Client(Roles.Technician);
        using var unsigned = await client.PostAsync($"/workshop/orders/{order}/agree-on-site", Form(("Net", "45"), ("SignedBy", "Ada"), ("Signature", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsigned.StatusCode);
        Assert.Contains("The customer signs on the screen.", await unsigned.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var agreed = await client.PostAsync($"/workshop/orders/{order}/agree-on-site", Form(("Net", "45"), ("SignedBy", "Ada"), ("Signature", WorkshopCentre.Signature)));
        Assert.Equal(HttpStatusCode.SeeOther, agreed.StatusCode);
        Assert.Contains("The customer has agreed: go on.", await Open(workshop, Roles.Technician, $"/workshop/visits/{order}"), StringComparison.Ordinal);

        Assert.DoesNotContain("Agreed by telephone", await Open(workshop, Roles.Technician, $"/workshop/orders/{order}"), StringComparison.Ordinal);
        Assert.Contains("Agreed by telephone", await Open(workshop, Roles.Receptionist, $"/workshop/orders/{order}"), StringComparison.Ordinal);
        var counter = await workshop.Centre.Client(Roles.Receptionist);
        using var said = await counter.PostAsync($"/workshop/orders/{order}/preapprove", Form(("UpTo", "200"), ("How", "ByPhone"), ("Name", "Ada"), ("Note", "She rang back at noon")));
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        var card = await Open(workshop, Roles.Receptionist, $"/workshop/orders/{order}");
        Assert.Contains("She rang back at noon", card, StringComparison.Ordinal);
        Assert.Contains("recorded by Test Receptionist", card, StringComparison.Ordinal);
        Assert.Contains("500.00 EUR", await Open(workshop, Roles.BranchManager, "/workshop/settings"), StringComparison.Ordinal);
        var limit = Form(("Role", "Receptionist"), ("Currency", "EUR"), ("UpTo", "750"));
        using var bound = await (await workshop.Centre.Client(Roles.BranchManager)).PostAsync("/workshop/settings/consent-limits", limit);
        Assert.Contains("This belongs to all branches", await bound.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var set = await (await workshop.Centre.Client(Roles.ServiceDirector)).PostAsync("/workshop/settings/consent-limits", limit);
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Contains("750.00 EUR", await Open(workshop, Roles.BranchManager, "/workshop/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_puts_a_time_right_on_the_order_page_and_an_inspector_audits_a_stamp_there()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Ok(new GrantSelfControl.Command(workshop.Technician.UserId!.Value, "Master of the trade"), workshop.Centre.As(Roles.ServiceDirector));
        var order = await workshop.InRepair();
        await workshop.Ok(new StartTimer.Command(order));
        workshop.Centre.Advance(Duration.FromHours(2));
        Assert.DoesNotContain("Put right", await Open(workshop, Roles.Technician, $"/workshop/orders/{order}"), StringComparison.Ordinal);
        Assert.Contains("Put right", await Open(workshop, Roles.Dispatcher, $"/workshop/orders/{order}"), StringComparison.Ordinal);
        var dispatcher = await workshop.Centre.Client(Roles.Dispatcher);
        var time = (await workshop.Order(order)).Times.Single().Id;
        using var right = await dispatcher.PostAsync($"/workshop/orders/{order}/times/{time}/correct", Form(("StartedAt", "2026-03-04T10:00"), ("EndedAt", "2026-03-04T10:20"), ("Reason", "Forgot to stop it")));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal(Duration.FromMinutes(20), (await workshop.Order(order)).Times.Single().Worked);
        Assert.Contains("Why the hours differ", await Open(workshop, Roles.Technician, $"/workshop/bench/{order}"), StringComparison.Ordinal);
        await workshop.Ok(new FinishRepair.Command(order, HoursRemark: WorkshopCentre.ByHand));
        await workshop.Ok(new ReleaseOwnWork.Command(order));
        var inspector = await workshop.Centre.Client(Roles.QualityInspector);
        Assert.Contains("Audit the self-control", await Open(workshop, Roles.QualityInspector, $"/workshop/orders/{order}"), StringComparison.Ordinal);
        using var audited = await inspector.PostAsync($"/workshop/orders/{order}/audit-self-release", Form(("InOrder", "true"), ("Reason", "Ran it for an hour")));
        Assert.Equal(HttpStatusCode.SeeOther, audited.StatusCode);
        Assert.Contains("Ran it for an hour", await Open(workshop, Roles.QualityInspector, $"/workshop/orders/{order}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_dragged_to_a_technician_assigns_and_dragged_back_takes_off()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Accept();
        var client = await workshop.Centre.Client(Roles.Dispatcher);
        var technician = workshop.Centre.Users.The(Roles.Technician).Id;
        using var given = await client.PostAsync("/workshop/board/move?day=2026-03-05", Form(("card", order.ToString()), ("column", technician.ToString())));
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        var planned = await workshop.Order(order);
        Assert.Equal((OrderState.Assigned, technician, new LocalDate(2026, 3, 5)), (planned.State, planned.TechnicianId!.Value, planned.PlannedDay!.Value));
        using var taken = await client.PostAsync("/workshop/board/move?day=2026-03-05", Form(("card", order.ToString()), ("column", "none")));
        Assert.Equal(OrderState.Received, await workshop.State(order));
    }

    [Fact]
    public async Task The_customer_sees_the_quotation_behind_the_link_asks_and_approves_it_without_an_account()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")], Reserve: false));
        await workshop.Ok(new AddLabour.Command(order, Hours: 2));
        var offer = (await workshop.Ok(new DraftQuotation.Command(order))).Id.ToString();
        var path = $"/p/quotation/{await workshop.Secret((await workshop.Ok(new SendQuotations.Command(order))).Quotations[0].Id)}";
        var customer = await workshop.Centre.Client();
        var page = await customer.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("210.00", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/workshop/orders", page, StringComparison.Ordinal);
        using var asked = await customer.PostAsync($"{path}/questions", Form(("Text", "Is the seal included?")));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.Contains("Is the seal included?", await customer.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        using var nameless = await customer.PostAsync(path, Form(("Approve", "true"), ("QuotationId", offer), ("Name", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("Please enter your name.", await nameless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var approved = await customer.PostAsync(path, Form(("Approve", "true"), ("QuotationId", offer), ("Name", "Ada")));
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.Equal(OrderState.InRepair, await workshop.State(order));
        Assert.Contains("Thank you for your answer.", await customer.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        using var nothing = await customer.GetAsync("/p/quotation/wrong");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task The_whole_job_is_done_through_the_API_alone()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Accept(new Requests { Entitlement = Requests.Warranty });
        var dispatcher = await workshop.Centre.Client(Roles.Dispatcher);
        var technician = await workshop.Centre.Client(Roles.Technician);
        var inspector = await workshop.Centre.Client(Roles.QualityInspector);
        var root = $"/api/v1/workshop/service-orders/{order}";
        await Post(dispatcher, $"{root}/assign", new { technicianId = workshop.Centre.Users.The(Roles.Technician).Id });
        await Post(technician, $"{root}/start-diagnosis", new { });
        await Post(technician, $"{root}/start-repair", new { });
        await Post(technician, $"{root}/parts", new { lines = new[] { new { code = "PUMP-1", quantity = 1 }, new { code = "SEAL-1", quantity = 2 } } });
        await Post(technician, $"{root}/parts/issue", new { });
        await Post(technician, $"{root}/labour", new { hours = 1 });
        await Post(technician, $"{root}/finish-repair", new { hoursRemark = WorkshopCentre.ByHand });
        await Post(inspector, $"{root}/inspect", new { release = true });
        var read = await technician.GetFromJsonAsync<JsonElement>(root);
        Assert.Equal(("Ready", 3), (read.GetProperty("state").GetString(), read.GetProperty("lines").GetArrayLength()));
        var listed = await technician.GetFromJsonAsync<JsonElement>("/api/v1/workshop/service-orders?state=Ready");
        Assert.Equal(1, listed.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("assign", "{\"technicianId\":\"nonsense\"}", HttpStatusCode.BadRequest)]
    [InlineData("assign", "{}", HttpStatusCode.BadRequest)]
    [InlineData("promise", "{}", HttpStatusCode.BadRequest)]
    [InlineData("promise", "{\"readyBy\":\"2026-02-30\"}", HttpStatusCode.BadRequest)]
    [InlineData("cancel", "{}", HttpStatusCode.BadRequest)]
    [InlineData("cancel", "not json", HttpStatusCode.BadRequest)]
    [InlineData("hold", "{\"reason\":null}", HttpStatusCode.BadRequest)]
    [InlineData("parts", "{\"lines\":[{}]}", HttpStatusCode.BadRequest)]
    [InlineData("parts", "{\"lines\":[{\"code\":\"PUMP-1\",\"quantity\":-1}]}", HttpStatusCode.BadRequest)]
    [InlineData("labour", "{\"hours\":0}", HttpStatusCode.BadRequest)]
    [InlineData("fees", "{}", HttpStatusCode.BadRequest)]
    [InlineData("notes", "{}", HttpStatusCode.BadRequest)]
    [InlineData("tests", "{}", HttpStatusCode.BadRequest)]
    [InlineData("control-points", "{}", HttpStatusCode.BadRequest)]
    [InlineData("finish-on-site", "{}", HttpStatusCode.BadRequest)]
    [InlineData("take-back", "{}", HttpStatusCode.BadRequest)]
    [InlineData("quotations", "{\"lines\":[{}]}", HttpStatusCode.BadRequest)]
    [InlineData("quotations/send", "{}", HttpStatusCode.Conflict)]
    [InlineData("resume", "{}", HttpStatusCode.Conflict)]
    [InlineData("finish-repair", "{\"version\":99}", HttpStatusCode.Conflict)]
    [InlineData("inspect", "{\"release\":true}", HttpStatusCode.Conflict)]
    [InlineData("inspect", "{\"release\":false}", HttpStatusCode.BadRequest)]
    [InlineData("return-unrepaired", "{}", HttpStatusCode.BadRequest)]
    public async Task Bad_input_is_refused_with_a_problem_and_changes_nothing(string command, string body, HttpStatusCode expected)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Accept();
        var before = await workshop.Order(order);
        var client = await workshop.Centre.Client(Roles.Dispatcher);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"/api/v1/workshop/service-orders/{order}/{command}", content);
        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!);
        Assert.Equal(before.Version, (await workshop.Order(order)).Version);
        using var unknown = await client.PostAsync($"/api/v1/workshop/service-orders/{Guid.Empty}/resume", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Codes_are_taken_in_whole_or_not_at_all_and_twice_changes_nothing()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var manager = workshop.Centre.OfAll(Roles.BranchManager);
        var error = await workshop.Refused("Workshop.RepairCode.RowUnreadable", new ImportRepairCodes.Command("Symptom;S01;Does not start\nNonsense;X"), manager);
        Assert.Contains("Line 2", Assert.Single(error.Details).ToString(), StringComparison.Ordinal);
        const string Good = "Symptom;S01;Does not start\nremedy\tR01\tReplaced, tested";
        Assert.Equal(2, (await workshop.Ok(new ImportRepairCodes.Command(Good, DryRun: true), manager)).Added);
        Assert.Empty(await workshop.Ok(new ListRepairCodes.Query()));
        Assert.Equal(2, (await workshop.Ok(new ImportRepairCodes.Command(Good), manager)).Added);
        Assert.Equal((0, 2), (await workshop.Ok(new ImportRepairCodes.Command(Good), manager)) is var again ? (again.Added, again.Unchanged) : default);
        Assert.Equal("Replaced, tested", (await workshop.Ok(new ListRepairCodes.Query())).Single(c => c.Code == "R01").Text);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task Post(HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, ErpJson.Options);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<string> Open(WorkshopCentre workshop, string role, params string[] addresses)
    {
        var client = await workshop.Centre.Client(role);
        var last = "";
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            last = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {last[..Math.Min(last.Length, 2000)]}");
        }

        return last;
    }
}
