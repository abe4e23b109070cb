using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Host.Tests;

/// <summary>
/// Register, order, the customer's page, lists, counts and the shelf say the same after every step, there and back (REC-5, REC-7), and every product that came in leaves by a path that fits its case.
/// </summary>
public sealed class CustodyTests : IAsyncLifetime
{
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    private readonly Website site = new();
    private readonly Dictionary<string, HttpClient> machines = [];
    private Guid technician;

    public async Task InitializeAsync()
    {
        var administrator = await site.SetUpAsync();
        technician = await administrator.MakeUserAsync("tom@centre.example", "quiet river stones", "Technician");
        foreach (var role in new[] { "Administrator", "Receptionist", "Dispatcher", "Technician", "QualityInspector", "Accountant" })
        {
            var machine = site.Visit().Http;
            machine.DefaultRequestHeaders.Add("X-Api-Key", (await administrator.MakeKeyAsync(role)).Key);
            machines[role] = machine;
        }

        await Post("Administrator", "reception/models", new { code = "AX-200", name = "Espresso machine", productGroup = "Coffee", partGroups = "pump, boiler" });
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Everybody_says_the_same_after_every_step_and_every_step_back()
    {
        var taken = await Post("Receptionist", "reception/requests", Intake("SN-1"));
        var job = (Request: Id(taken, "id"), Order: Id(taken, "orderId"), Receipt: Id(taken, "receiptId"), Secret: SecretOf(Id(taken, "id")));
        await Post("Dispatcher", $"reception/requests/{job.Request}/entitlement", new { category = "Warranty", reason = "Goodwill of the director" });

        async Task Step(string role, string path, object body, string stage, string request, bool undispatched = false, bool ready = false)
        {
            await Post(role, $"workshop/service-orders/{job.Order}/{path}", body);
            await AllSay(job, stage, request, undispatched, ready);
        }

        await AllSay(job, "Registered", "Accepted", undispatched: true, ready: false);
        await Step("Dispatcher", "assign", new { technicianId = technician }, "InDiagnosis", "Dispatched");
        await Step("Dispatcher", "unassign", new { }, "Registered", "Accepted", undispatched: true);
        await Step("Dispatcher", "assign", new { technicianId = technician }, "InDiagnosis", "Dispatched");
        await Step("Technician", "start-diagnosis", new { }, "InDiagnosis", "Dispatched");
        await Step("Technician", "hold", new { reason = "Which colour is wanted?" }, "WaitingForCustomer", "Dispatched");
        await Step("Technician", "resume", new { }, "InDiagnosis", "Dispatched");
        await Step("Technician", "wait-for-parts", new { what = "A pump" }, "WaitingForParts", "Dispatched");
        await Step("Technician", "resume", new { }, "InDiagnosis", "Dispatched");
        await Step("Technician", "start-repair", new { }, "InRepair", "Dispatched");
        await Step("Technician", "wait-for-parts", new { what = "A seal" }, "WaitingForParts", "Dispatched");
        await Step("Technician", "resume", new { }, "InRepair", "Dispatched");
        await Step("Technician", "finish-repair", new { }, "InInspection", "Dispatched");
        await Step("QualityInspector", "inspect", new { release = false, reason = "It leaks at the seal" }, "InRepair", "Dispatched");
        await Step("Technician", "finish-repair", new { }, "InInspection", "Dispatched");
        await Step("QualityInspector", "inspect", new { release = true, reason = "Looked at it together, it runs again" }, "Ready", "Dispatched", ready: true);
        await Post("Receptionist", $"reception/goods/{job.Receipt}/return", new { signedBy = "Anna Berg", signature = Signature });
        await AllSay(job, "Completed", "Closed", undispatched: false, ready: false);
    }

    [Fact]
    public async Task A_cancelled_and_a_withdrawn_carry_in_are_handed_back_with_a_signature_and_no_voucher()
    {
        foreach (var (serial, end) in new[] { ("SN-1", "cancel"), ("SN-2", "withdraw"), ("SN-3", "withdraw begun") })
        {
            var taken = await Post("Receptionist", "reception/requests", Intake(serial));
            var (request, order, receipt) = (Id(taken, "id"), Id(taken, "orderId"), Id(taken, "receiptId"));
            await Post("Dispatcher", $"workshop/service-orders/{order}/assign", new { technicianId = technician });
            if (end == "withdraw begun")
            {
                await Post("Technician", $"workshop/service-orders/{order}/start-diagnosis", new { });
            }

            await (end == "cancel"
                ? Post("Dispatcher", $"workshop/service-orders/{order}/cancel", new { reason = "The customer has bought a new one" })
                : Post("Receptionist", $"reception/requests/{request}/withdraw", new { reason = "The customer has bought a new one" }));
            await Post("Receptionist", $"reception/goods/{receipt}/return", new { signedBy = "Anna Berg", signature = Signature });
            Assert.Equal("Voided", (await Get("Receptionist", $"reception/goods/{receipt}")).GetProperty("state").GetString());
            Assert.False((await Get("Dispatcher", $"workshop/service-orders/{order}")).GetProperty("goodsInWorkshop").GetBoolean());
        }
    }

    [Fact]
    public async Task Rung_first_and_carried_in_later_the_bench_opens_the_job()
    {
        var call = await Post("Receptionist", "reception/requests", new
        {
            id = NewId(), fault = "No water", channel = "Call", customer = new { name = "Anna Berg", phone = "030 111122", address = "Lindenallee 3" }, device = new { modelCode = "AX-200" },
        });
        var (request, order) = (Id(call, "id"), Id(call, "orderId"));
        await Post("Dispatcher", $"workshop/service-orders/{order}/assign", new { technicianId = technician });
        await Post("Receptionist", $"reception/requests/{request}/goods", new { identityChecked = true, serialNumber = "SN-9", condition = "Used", accessories = "None", shelf = "A-1" });
        await Post("Technician", $"workshop/service-orders/{order}/start-diagnosis", new { });
        Assert.Equal(("Diagnosing", "A-1", "SN-9"), await Get("Technician", $"workshop/service-orders/{order}") is var shown
            ? (shown.GetProperty("state").GetString(), shown.GetProperty("shelf").GetString(), shown.GetProperty("device").GetProperty("serialNumber").GetString()) : default);
    }

    [Fact]
    public async Task Taken_along_withdrawn_on_the_way_and_fetched_again_nothing_stays_behind()
    {
        var call = await Post("Receptionist", "reception/requests", new
        {
            id = NewId(), fault = "No water", channel = "Call", customer = new { name = "Anna Berg", phone = "030 111122", address = "Lindenallee 3" }, device = new { modelCode = "AX-200", serialNumber = "SN-5" },
        });
        var (request, order) = (Id(call, "id"), Id(call, "orderId"));
        await Post("Dispatcher", $"workshop/service-orders/{order}/assign", new { technicianId = technician });
        await Post("Technician", $"workshop/service-orders/{order}/depart", new { });
        await Post("Technician", $"workshop/service-orders/{order}/arrive", new { });
        await Post("Technician", $"workshop/service-orders/{order}/take-back", new { signedBy = "Anna Berg", signature = Signature, condition = "Used", accessories = "None" });
        var receipt = Id((await Get("Receptionist", "reception/goods?view=WithTechnician")).GetProperty("items").EnumerateArray().Single(), "id");
        await Post("Receptionist", $"reception/requests/{request}/withdraw", new { reason = "The customer has bought a new one" });
        await Post("Receptionist", $"reception/goods/{receipt}/arrive", new { shelf = "B-1" });
        await Post("Receptionist", $"reception/goods/{receipt}/return", new { signedBy = "Anna Berg", signature = Signature });
        Assert.Equal("Completed", (await Get("Dispatcher", $"workshop/service-orders/{order}")).GetProperty("state").GetString());
        Assert.Empty((await Get("Receptionist", "reception/goods?view=OnShelf")).GetProperty("items").EnumerateArray());
    }

    // Only the customer is told; a test looks into the database.
    private string SecretOf(Guid request)
    {
        using var connection = new SqliteConnection(site.Services.GetRequiredService<Database>().ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT StatusSecret FROM reception_ServiceRequest WHERE Id = $id";
        command.Parameters.AddWithValue("$id", request);
        return (string)command.ExecuteScalar()!;
    }

    private async Task AllSay((Guid Request, Guid Order, Guid Receipt, string Secret) job, string stage, string state, bool undispatched, bool ready)
    {
        var request = await Get("Receptionist", $"reception/requests/{job.Request}");
        Assert.Equal((stage, state), (request.GetProperty("stage").GetString(), request.GetProperty("state").GetString()));
        var row = Row(await Get("Receptionist", "reception/requests"), job.Request);
        Assert.Equal((stage, state), (row!.Value.GetProperty("stage").GetString(), row.Value.GetProperty("state").GetString()));
        Assert.Equal(stage, (await Get("Receptionist", $"reception/public-status/{job.Secret}")).GetProperty("stage").GetString());
        Assert.Equal(undispatched, Row(await Get("Receptionist", "reception/requests?undispatched=1"), job.Request) is not null);
        var counts = await Get("Receptionist", "reception/requests/counts");
        Assert.Equal((undispatched ? 1 : 0, ready ? 1 : 0), (counts.GetProperty("undispatched").GetInt32(), counts.GetProperty("ready").GetInt32()));
        Assert.Equal(ready, Row(await Get("Receptionist", "reception/goods?view=Ready"), job.Receipt) is not null);

        var order = await Get("Dispatcher", $"workshop/service-orders/{job.Order}");
        var listed = Row(await Get("Dispatcher", "workshop/service-orders"), job.Order);
        Assert.Equal(order.GetProperty("state").GetString(), listed!.Value.GetProperty("state").GetString());
        string[] states = stage switch
        {
            "Registered" => ["Received"],
            "InDiagnosis" => ["Assigned", "Diagnosing"],
            "WaitingForCustomer" => ["WaitingForCustomer"],
            "WaitingForParts" => ["WaitingForParts"],
            "InRepair" => ["InRepair"],
            "InInspection" => ["AwaitingInspection"],
            "Ready" => ["Ready"],
            _ => ["Completed"],
        };
        Assert.Contains(order.GetProperty("state").GetString(), states);
        Assert.Equal(Text(order, "technicianName"), Text(request, "technicianName"));
        Assert.Equal(Text(order, "technicianName"), Text(row.Value, "technicianName"));
        Assert.Equal(order.GetProperty("goodsInWorkshop").GetBoolean(), (await Get("Receptionist", $"reception/goods/{job.Receipt}")).GetProperty("state").GetString() == "Issued");
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Row(JsonElement list, Guid id) => list.GetProperty("items").EnumerateArray().Select(row => (JsonElement?)row).FirstOrDefault(row => Id(row!.Value, "id") == id);

    private static object Intake(string serial) => new
    {
        id = NewId(), fault = "No water", channel = "CarryIn", identityChecked = true, condition = "Used", accessories = "None", shelf = "A-1", confirmedNotDuplicate = true,
        customer = new { name = "Anna Berg", phone = "+49 30 111122", email = "anna@example.com", address = "Lindenallee 3" },
        device = new { modelCode = "AX-200", serialNumber = serial },
    };

    private Task<JsonElement> Get(string role, string path) => Send(role, HttpMethod.Get, path, null);

    private Task<JsonElement> Post(string role, string path, object body) => Send(role, HttpMethod.Post, path, body);

    private async Task<JsonElement> Send(string role, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await machines[role].SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{role}: {method} {path} answered {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static Guid Id(JsonElement answer, string name) => answer.GetProperty(name).GetGuid();

#pragma warning disable RS0030 // a client chooses its own identities
    private static Guid NewId() => Guid.CreateVersion7();
#pragma warning restore RS0030
}
