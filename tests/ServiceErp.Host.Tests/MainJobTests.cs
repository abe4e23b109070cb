using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceErp.Host.Tests;

/// <summary>A machine leads one order from the counter to the survey, by the API alone and with a key per person (HOST-3).</summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    private readonly Website site;
    private readonly Dictionary<string, HttpClient> machines = [];
    private Visitor administrator = null!;
    private Guid technician;

    public MainJobTests()
        : this(new Website())
    {
    }

    internal MainJobTests(Website site) => this.site = site;

    public async Task InitializeAsync()
    {
        administrator = await site.SetUpAsync();
        technician = await administrator.MakeUserAsync("tom@centre.example", "quiet river stones", "Technician");
        foreach (var role in new[] { "Administrator", "Receptionist", "Dispatcher", "Technician", "QualityInspector", "WarehouseKeeper", "Accountant", "FeedbackOfficer" })
        {
            var machine = site.Visit().Http;
            machine.DefaultRequestHeaders.Add("X-Api-Key", (await administrator.MakeKeyAsync(role)).Key);
            machines[role] = machine;
        }

        var branch = (await Get("Administrator", "platform/branches")).GetProperty("items")[0].GetProperty("id").GetGuid();
        await Post("Administrator", "spare-parts/warehouses", new { code = "MAIN", name = "Main store", kind = "Main", branchId = branch });
        await Post("Administrator", "reception/models", new { code = "AX-200", name = "Espresso machine", productGroup = "Coffee", partGroups = "pump, boiler" });
        await Post("Administrator", "workshop/fee-items", new { code = "LABOUR", kind = "Labour", text = "Working hour", unit = "h", currency = "EUR", price = 60, validFrom = "2020-01-01" });
        await Send("Administrator", HttpMethod.Put, "workshop/settings", new { tolerancePercent = 10, toleranceAmount = 50, quotationValidDays = 30, labourCode = "LABOUR" });
        await Post("Administrator", "billing/tax-rates", new { code = "standard", name = "VAT 19 %", percent = 19, validFrom = "2020-01-01" });
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_paid_repair_goes_from_the_counter_to_the_survey()
    {
        var part = await MakePart("P-1", 40);
        var taken = await Post("Receptionist", "reception/requests", Intake(NewId(), "SN-1"));
        var (request, order, receipt) = (Id(taken, "id"), Id(taken, "orderId"), Id(taken, "receiptId"));
        Assert.Equal("Paid", taken.GetProperty("category").GetString());

        await Post("Dispatcher", $"workshop/service-orders/{order}/assign", new { technicianId = technician });
        await Post("Technician", $"workshop/service-orders/{order}/start-diagnosis", new { });
        await Post("Technician", $"workshop/service-orders/{order}/diagnosis", new { findings = "Pump worn" });
        await Post("Technician", $"workshop/service-orders/{order}/quotations", new { id = NewId(), title = "New pump", lines = new object[] { new { kind = "Part", code = "P-1", quantity = 2 }, new { kind = "Labour", code = "LABOUR", quantity = 1 } } });
        var sent = await Post("Technician", $"workshop/service-orders/{order}/quotations/send", new { });
        await Post("Receptionist", $"workshop/quotations/{Id(sent.GetProperty("quotations")[0], "id")}/answer", new { approve = true, name = "Anna Berg", signature = Signature });
        // The labour goes a little beyond what was agreed, within the tolerance. Nothing lies on the shelf yet: the order waits, the goods come in, the order goes on by itself.
        var wanted = await Post("Technician", $"workshop/service-orders/{order}/parts", new { });
        Assert.Equal("WaitingForParts", wanted.GetProperty("state").GetString());
        await Post("WarehouseKeeper", "spare-parts/documents", new { id = NewId(), kind = "Receipt", warehouseId = await Warehouse(), reference = "D-1", post = true, lines = new[] { new { code = "P-1", quantity = 5, unitCost = 25 } } });
        Assert.Equal("InRepair", (await Get("Technician", $"workshop/service-orders/{order}")).GetProperty("state").GetString());
        await Post("Technician", $"workshop/service-orders/{order}/parts/issue", new { });
        await Post("Technician", $"workshop/service-orders/{order}/labour", new { id = NewId(), hours = 0.5 });
        await Post("Technician", $"workshop/service-orders/{order}/finish-repair", new { hoursRemark = "Agreed as a flat rate" });
        await Post("QualityInspector", $"workshop/service-orders/{order}/inspect", new { release = true });

        var invoice = await Post("Accountant", $"billing/orders/{order}/invoice", new { });
        Assert.Equal((2 * 40 + 90) * 1.19m, invoice.GetProperty("gross").GetDecimal());
        var paid = await Post("Accountant", $"billing/invoices/{Id(invoice, "invoiceId")}/payments", new { id = NewId(), method = "Cash", amount = invoice.GetProperty("gross").GetDecimal() });
        Assert.Equal(0, paid.GetProperty("open").GetDecimal());
        await Post("Receptionist", $"reception/goods/{receipt}/return", new { signedBy = "Anna Berg", signature = Signature });

        var survey = (await Get("FeedbackOfficer", "feedback/surveys")).GetProperty("items").EnumerateArray().Single();
        await Post("FeedbackOfficer", $"feedback/surveys/{Id(survey, "id")}/answer-by-phone", new { form = new { attitude = "Excellent", skill = "Good", arrival = "Excellent", promises = "Excellent", suggestion = "Open on Saturdays" } });

        var stock = (await Get("WarehouseKeeper", $"spare-parts/stock?part={part}")).GetProperty("items")[0];
        Assert.Equal(3, stock.GetProperty("onHand").GetDecimal());
        Assert.Equal("Completed", (await Get("Receptionist", $"reception/requests/{request}")).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task A_create_sent_again_gives_the_first_answer_by_its_identity_or_by_its_key()
    {
        var id = NewId();
        var first = await Post("Receptionist", "reception/requests", Intake(id, "SN-2"));
        var again = await Post("Receptionist", "reception/requests", Intake(id, "SN-2"));
        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal("Platform.IdempotencyKeyReused", await Refused(HttpStatusCode.Conflict, "Receptionist", HttpMethod.Post, "reception/requests", Intake(id, "SN-3")));

        var body = new { fault = "Leaks", channel = "Call", registerOnly = true, customer = new { name = "Carl", phone = "+49 30 7777" } };
        var one = await Post("Receptionist", "reception/requests", body, "order-4711");
        var two = await Post("Receptionist", "reception/requests", body, "order-4711");
        Assert.Equal(one.ToString(), two.ToString());
        Assert.Equal(2, (await Get("Receptionist", "reception/requests")).GetProperty("items").GetArrayLength());
        Assert.Equal("Platform.IdempotencyKeyReused", await Refused(HttpStatusCode.Conflict, "Receptionist", HttpMethod.Post, "reception/requests", new { body.fault, body.channel, body.registerOnly, customer = new { name = "Dora", phone = "+49 30 8888" } }, "order-4711"));

        // Another machine's keys are its own.
        await Refused(HttpStatusCode.Conflict, "Dispatcher", HttpMethod.Post, "reception/requests", body, "order-4711"); // the telephone number is known
    }

    [Fact]
    public async Task Whoever_looked_at_an_older_version_changes_nothing()
    {
        var customer = Id(await Post("Receptionist", "reception/customers", new { customer = new { name = "Anna Berg", phone = "+49 30 1234" } }), "id");
        var version = (await Get("Receptionist", $"reception/customers/{customer}")).GetProperty("version").GetInt32();
        await Send("Receptionist", HttpMethod.Put, $"reception/customers/{customer}", new { version, customer = new { name = "Anna Berger", phone = "+49 30 1234" } });
        var code = await Refused(HttpStatusCode.Conflict, "Dispatcher", HttpMethod.Put, $"reception/customers/{customer}", new { version, customer = new { name = "Anna Bergmann", phone = "+49 30 1234" } });
        Assert.Equal("Platform.Stale", code);
        Assert.Equal("Anna Berger", (await Get("Receptionist", $"reception/customers/{customer}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_none_is_missed_or_seen_twice()
    {
        foreach (var i in Enumerable.Range(0, 60))
        {
            await Post("Receptionist", "reception/customers", new { customer = new { name = $"Customer {i % 7}", phone = $"+49 30 55{i:D4}" } });
        }

        var seen = new List<string>();
        var pages = 0;
        for (string? cursor = ""; cursor is not null; pages++)
        {
            var page = await Get("Receptionist", $"reception/customers?sort=name&size=25{(cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(c => $"{c.GetProperty("name").GetString()} {c.GetProperty("id").GetGuid()}"));
            cursor = page.GetProperty("paging").TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal(60, seen.Distinct().Count());
        Assert.Equal(60, seen.Count);
        Assert.Equal(seen.Select(s => s[..10]).Order(StringComparer.Ordinal), seen.Select(s => s[..10]));
    }

    [Fact]
    public async Task Many_at_once_never_take_more_than_there_is_and_get_numbers_without_gaps()
    {
        const int Machines = 8, Each = 5, OnShelf = 25;
        var part = await MakePart("P-9", 10);
        var warehouse = await Warehouse();
        await Post("WarehouseKeeper", "spare-parts/documents", new { id = NewId(), kind = "Receipt", warehouseId = warehouse, reference = "D-9", post = true, lines = new[] { new { code = "P-9", quantity = OnShelf, unitCost = 5 } } });

        var answers = await Task.WhenAll(Enumerable.Range(0, Machines).Select(async _ =>
        {
            var mine = new List<(HttpStatusCode Status, string Text)>();
            for (var i = 0; i < Each; i++)
            {
                using var answer = await Ask("WarehouseKeeper", HttpMethod.Post, "spare-parts/documents", new { id = NewId(), kind = "Scrap", warehouseId = warehouse, reason = "Broken in the store", post = true, lines = new[] { new { code = "P-9", quantity = 1 } } }, null);
                mine.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            }

            return mine;
        }));

        var all = answers.SelectMany(a => a).ToArray();
        Assert.All(all, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{(int)a.Status} {a.Text}"));
        var taken = all.Count(a => a.Status == HttpStatusCode.OK);
        var left = (await Get("WarehouseKeeper", $"spare-parts/stock?part={part}")).GetProperty("items").EnumerateArray().Sum(s => s.GetProperty("onHand").GetDecimal());
        Assert.Equal(OnShelf, taken + left);
        Assert.Equal(0, left); // forty wanted, twenty-five were there: whoever lost a race tried again
        var numbers = (await Get("WarehouseKeeper", "spare-parts/documents?kind=Scrap&size=500")).GetProperty("items").EnumerateArray().Select(d => d.GetProperty("number").GetString()).OfType<string>().Where(n => n.Length > 0)
            .Select(n => int.Parse(n[(n.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Order().ToArray();
        Assert.Equal(OnShelf, numbers.Length);
        Assert.Equal(Enumerable.Range(numbers[0], OnShelf), numbers);
    }

    [Fact]
    public async Task Words_and_codes_are_found_whatever_their_case_and_place()
    {
        await Post("Receptionist", "reception/requests", Intake(NewId(), "SN-77"));
        foreach (var words in new[] { "SN-77", "sn-77", "Anna Berg", "berg anna", "Lindenallee", "nna" })
        {
            var hits = (await Get("Receptionist", $"platform/search?q={Uri.EscapeDataString(words)}")).GetProperty("hits");
            Assert.True(hits.GetArrayLength() > 0, $"{words} finds nothing.");
        }

        Assert.Equal(0, (await Get("Receptionist", "platform/search?q=nobody%25")).GetProperty("hits").GetArrayLength());
        Assert.Equal(1, (await Get("Receptionist", "reception/customers?q=anna")).GetProperty("items").GetArrayLength());
    }

    private static object Intake(Guid id, string serial) => new
    {
        id, fault = "No water", channel = "CarryIn", identityChecked = true, condition = "Used", accessories = "None", shelf = "A-1",
        customer = new { name = "Anna Berg", phone = "+49 30 1111", email = "anna@example.com", address = "Lindenallee 3" },
        device = new { modelCode = "AX-200", serialNumber = serial },
    };

    private async Task<Guid> MakePart(string number, decimal price)
    {
        var part = Id(await Post("Administrator", "spare-parts/parts", new { id = NewId(), number, name = "Pump", group = "pump", unit = "pcs" }), "id");
        await Send("Administrator", HttpMethod.Put, $"spare-parts/parts/{part}/prices", new { amount = price, currency = "EUR", validFrom = "2020-01-01" });
        return part;
    }

    private async Task<Guid> Warehouse() => Id((await Get("WarehouseKeeper", "spare-parts/warehouses"))[0], "id");

    private Task<JsonElement> Get(string role, string path) => Send(role, HttpMethod.Get, path, null);

    private Task<JsonElement> Post(string role, string path, object body, string? key = null) => Send(role, HttpMethod.Post, path, body, key);

    private async Task<JsonElement> Send(string role, HttpMethod method, string path, object? body, string? key = null)
    {
        using var answer = await Ask(role, method, path, body, key);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{role}: {method} {path} answered {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<string> Refused(HttpStatusCode status, string role, HttpMethod method, string path, object body, string? key = null)
    {
        using var answer = await Ask(role, method, path, body, key);
        return await answer.CodeAsync(status);
    }

    private async Task<HttpResponseMessage> Ask(string role, HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await machines[role].SendAsync(request);
    }

    private static Guid Id(JsonElement answer, string name) => answer.GetProperty(name).GetGuid();

#pragma warning disable RS0030 // a client chooses its own identities
    private static Guid NewId() => Guid.CreateVersion7();
#pragma warning restore RS0030
}
