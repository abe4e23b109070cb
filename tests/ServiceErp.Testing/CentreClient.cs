using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceErp.Testing;

/// <summary>A refusal by the API: the status and the problem's code and words.</summary>
public sealed class ApiRefusal(HttpStatusCode status, string code, string detail) : Exception($"{(int)status} {code}: {detail}")
{
    public HttpStatusCode Status => status;

    public string Code => code;
}

/// <summary>What one life cycle left behind.</summary>
public sealed record LivedOrder(Guid RequestId, Guid OrderId, string InvoiceNumber, decimal Gross);

/// <summary>
/// A machine at the API of a service centre: sets a centre up and leads orders from intake to invoice. Every create carries an identity of its own, so that a call
/// may be repeated after a failure.
/// </summary>
public sealed partial class CentreClient : IDisposable
{
    // The smallest PNG there is.
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    private readonly HttpClient http;
    private Guid technician;

    private CentreClient(HttpClient http, Guid branch)
    {
        this.http = http;
        Branch = branch;
    }

    public Guid Branch { get; private set; }

    /// <summary>Calls sent so far.</summary>
    public long Calls { get; private set; }

    /// <summary>Signs in as the demo's administrator, makes an API key and prepares one workshop: warehouse, model, fees, tax.</summary>
    public static async Task<CentreClient> SetUpAsync(Uri address)
    {
        var key = await KeyAsync(address);
        var client = new CentreClient(Connect(address, key), Guid.Empty);
        var branch = (await client.GetAsync("platform/branches")).GetProperty("items")[0];
        client.Branch = branch.GetProperty("id").GetGuid();
        client.Warehouse = (await client.PostAsync("spare-parts/warehouses", new { code = "MAIN", name = "Main store", kind = "Main", branchId = client.Branch })).GetProperty("id").GetGuid();
        await client.PostAsync("reception/models", new { code = "EX-1", name = "Excavator EX-1", productGroup = "Excavators", partGroups = "hydraulics, electrics, wear" });
        await client.PostAsync("workshop/fee-items", new { code = "LABOUR", kind = "Labour", text = "Working hour", unit = "h", currency = "EUR", price = 60, validFrom = "2020-01-01" });
        await client.PutAsync("workshop/settings", new { tolerancePercent = 10, toleranceAmount = 50, quotationValidDays = 30, labourCode = "LABOUR" });
        await client.PostAsync("billing/tax-rates", new { code = "standard", name = "VAT 19 %", percent = 19, validFrom = "2020-01-01" });
        await client.ChooseTechnicianAsync();
        return client;
    }

    /// <summary>A further client with the same key and centre, on a connection of its own.</summary>
    public CentreClient Fork(Uri address) => new(Connect(address, http.DefaultRequestHeaders.GetValues("X-Api-Key").Single()), Branch) { technician = technician, Warehouse = Warehouse };

    public Guid Warehouse { get; private set; }

    /// <summary>Puts parts into the catalogue and on the shelf.</summary>
    public async Task StockAsync(string number, string name, decimal price, decimal cost, decimal quantity)
    {
        var part = (await PostAsync("spare-parts/parts", new { number, name, group = "hydraulics", unit = "pcs" })).GetProperty("id").GetGuid();
        await PutAsync($"spare-parts/parts/{part}/prices", new { amount = price, currency = "EUR", validFrom = "2020-01-01" });
        await ReceiveAsync(number, quantity, cost);
    }

    /// <summary>Receives parts into the store.</summary>
    public Task ReceiveAsync(string number, decimal quantity, decimal cost) => PostAsync("spare-parts/documents", new
    {
        id = NewId(), kind = "Receipt", warehouseId = Warehouse, reference = "delivery", post = true, lines = new[] { new { code = number, quantity, unitCost = cost } },
    });

    /// <summary>One order's whole way: intake, assignment, diagnosis, agreed limit, repair with two parts and one labour line, issue, inspection, invoice, return.</summary>
    /// <param name="name">What makes it distinct: stands in the customer's name and the serial number.</param>
    /// <param name="fault">In the customer's words.</param>
    /// <param name="firstPart">A part in stock.</param>
    /// <param name="secondPart">Another.</param>
    /// <param name="done">Told after each call that was answered, with what it was.</param>
    public async Task<LivedOrder> LiveAsync(string name, string fault, string firstPart, string secondPart, Action<string>? done = null)
    {
        var (request, order, receipt) = await BeginAsync(name, fault, done);
        await Step($"workshop/service-orders/{order}/parts", new { lines = new[] { new { code = firstPart, quantity = 1 }, new { code = secondPart, quantity = 2 } } });
        await Step($"workshop/service-orders/{order}/parts/issue", new { });
        await Step($"workshop/service-orders/{order}/labour", new { id = NewId(), hours = 1.5 });
        await Step($"workshop/service-orders/{order}/finish-repair", new { hoursRemark = "Agreed as a flat rate" });
        await Step($"workshop/service-orders/{order}/inspect", new { release = true });
        var invoice = await PostAsync($"billing/orders/{order}/invoice", new { });
        done?.Invoke("invoice");
        await Step($"reception/goods/{receipt}/return", new { signedBy = name, signature = Signature });
        return new LivedOrder(request, order, invoice.GetProperty("number").GetString()!, invoice.GetProperty("gross").GetDecimal());

        async Task Step(string path, object body)
        {
            await PostAsync(path, body);
            done?.Invoke(path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    /// <summary>The first half of it: an order whose repair has begun, to which parts may be handed out.</summary>
    public async Task<(Guid Request, Guid Order, Guid Receipt)> BeginAsync(string name, string fault, Action<string>? done = null)
    {
        var taken = await PostAsync("reception/requests", new
        {
            id = NewId(),
            branchId = Branch,
            fault,
            channel = "CarryIn",
            customer = new { name, phone = "+4930" + Math.Abs(name.GetHashCode(StringComparison.Ordinal)).ToString("D10", CultureInfo.InvariantCulture), address = "Yard 1", paysOnAccount = true },
            device = new { modelCode = "EX-1", serialNumber = name },
            identityChecked = true,
            condition = "Used",
            accessories = "None",
            shelf = "A1",
            confirmedNotDuplicate = true,
        });
        done?.Invoke("intake");
        var request = taken.GetProperty("id").GetGuid();
        var order = taken.GetProperty("orderId").GetGuid();
        var receipt = taken.GetProperty("receiptId").GetGuid();
        await Step($"workshop/service-orders/{order}/assign", new { technicianId = technician });
        await Step($"workshop/service-orders/{order}/preapprove", new { upTo = 100000, name, signature = Signature });
        await Step($"workshop/service-orders/{order}/start-diagnosis", new { });
        await Step($"workshop/service-orders/{order}/start-repair", new { });
        return (request, order, receipt);

        async Task Step(string path, object body)
        {
            await PostAsync(path, body);
            done?.Invoke(path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonElement> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public void Dispose() => http.Dispose();

    private static HttpClient Connect(Uri address, string key) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { BaseAddress = new Uri(address, "/api/v1/"), Timeout = TimeSpan.FromSeconds(60), DefaultRequestHeaders = { { "X-Api-Key", key } } };

    private static async Task<string> KeyAsync(Uri address)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var administrator = DemoUser().Matches(page).First(m => m.Groups[2].Value == "Administrator").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("UserId", administrator)]);
        using var signedIn = await browser.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form);
        var home = await signedIn.Content.ReadAsStringAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/v1/platform/api-keys")
        {
            Headers = { { "X-Antiforgery", Header().Match(home).Groups[1].Value } },
            Content = JsonContent.Create(new { name = "Load", roles = new[] { "Administrator" }, branchId = (Guid?)null }),
        };
        using var made = await browser.SendAsync(ask);
        var text = await made.Content.ReadAsStringAsync();
        return made.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement.GetProperty("key").GetString()! : throw new InvalidOperationException($"No API key: {(int)made.StatusCode} {text}");
    }

    private async Task ChooseTechnicianAsync()
    {
        var users = (await GetAsync("platform/users")).GetProperty("items").EnumerateArray();
        technician = users.First(u => u.ToString().Contains("Technician", StringComparison.Ordinal)).GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var answer = await http.SendAsync(request);
        Calls++;
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            var problem = bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement;
            throw new ApiRefusal(answer.StatusCode, Text(problem, "code"), $"{method} {path}: {Text(problem, "detail")} {Text(problem, "errors")}");
        }

        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

#pragma warning disable RS0030 // a client chooses its own identities
    /// <summary>An identity for something that is to be created.</summary>
    public static Guid NewId() => Guid.CreateVersion7();
#pragma warning restore RS0030

    private static string Text(JsonElement problem, string name) => problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value) ? value.ToString() : "";

    [GeneratedRegex("name=\"UserId\" value=\"([0-9a-f-]+)\"><span>([^<]+)<")]
    private static partial Regex DemoUser();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("X-Antiforgery&quot;:&quot;([^&]+)&quot;")]
    private static partial Regex Header();
}
