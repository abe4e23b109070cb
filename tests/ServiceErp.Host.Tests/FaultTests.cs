using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Host.Tests;

/// <summary>
/// A database that fails once in each command of an order's life: at the first statement of each, then at the second of each, and so on until no command has as many; before the statement and, where it
/// changes something, after it was carried out; the commit included. Whoever got no answer asks again under the same key. Each life must leave as many rows in every table as one without faults.
/// </summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    private static readonly Func<Exception>[] Faults =
    [
        DatabaseFaults.Busy, () => DatabaseFaults.Sql(1205), () => DatabaseFaults.Sql(1222), () => DatabaseFaults.Sql(2627), () => DatabaseFaults.Sql(-2),
    ];

    private readonly Website site = new(("Jobs:Enabled", "false"));
    private readonly Saboteur saboteur = new();
    private readonly Dictionary<HttpStatusCode, int> answers = [];
    private HttpClient machine = null!;
    private Guid technician;
    private int thrown;

    public async Task InitializeAsync()
    {
        var administrator = await site.SetUpAsync();
        technician = await administrator.MakeUserAsync("tom@centre.example", "quiet river stones", "Technician");
        machine = site.Visit().Http;
        machine.DefaultRequestHeaders.Add("X-Api-Key", (await administrator.MakeKeyAsync("Administrator")).Key);
        var branch = (await machine.GetFromJsonAsync<JsonElement>("/api/v1/platform/branches")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var warehouse = (await Sure("spare-parts/warehouses", new { code = "MAIN", name = "Main store", kind = "Main", branchId = branch })).GetProperty("id").GetGuid();
        await Sure("reception/models", new { code = "AX-200", name = "Espresso machine", productGroup = "Coffee", partGroups = "pump, boiler" });
        await Sure("workshop/fee-items", new { code = "LABOUR", kind = "Labour", text = "Working hour", unit = "h", currency = "EUR", price = 60, validFrom = "2020-01-01" });
        await Sure("billing/tax-rates", new { code = "standard", name = "VAT 19 %", percent = 19, validFrom = "2020-01-01" });
        foreach (var code in new[] { "P-1", "P-2" })
        {
            var part = (await Sure("spare-parts/parts", new { number = code, name = code, group = "pump", unit = "pcs" })).GetProperty("id").GetGuid();
            using var priced = await machine.PutAsJsonAsync($"/api/v1/spare-parts/parts/{part}/prices", new { amount = 40, currency = "EUR", validFrom = "2020-01-01" });
            Assert.True(priced.IsSuccessStatusCode);
            await Sure("spare-parts/documents", new { kind = "Receipt", warehouseId = warehouse, reference = "D-1", post = true, lines = new[] { new { code, quantity = 10_000, unitCost = 25 } } });
        }

        using var set = await machine.PutAsJsonAsync("/api/v1/workshop/settings", new { tolerancePercent = 10, toleranceAmount = 50, quotationValidDays = 30, labourCode = "LABOUR" });
        Assert.True(set.IsSuccessStatusCode);
        Database.Watch = saboteur;
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Whatever_statement_fails_nothing_is_lost_doubled_or_half_done()
    {
        await LiveAsync("warm-up", 0, false); // the first of all makes what is made once, such as series of numbers
        var usual = await GrowthAsync("without faults", 0, false);
        Assert.True(usual["spareparts_Movement"] == 2 && usual["billing_Invoice"] == 1 && usual["reception_ServiceRequest"] == 1 && usual["workshop_ServiceOrder"] == 1, Told(usual));
        Assert.True(usual["platform_Message"] > 0 && usual["platform_Audit"] > 12 && usual["platform_Outbox"] > 12, Told(usual));

        var lives = 0;
        foreach (var after in new[] { false, true })
        {
            for (int at = 1, before = -1; before != thrown; at++)
            {
                before = thrown;
                var grown = await GrowthAsync($"{(after ? "after" : "before")}-{at}", at, after);
                var wrong = usual.Where(t => grown[t.Key] != t.Value).Select(t => $"{t.Key}: {grown[t.Key]} instead of {t.Value}").ToArray();
                Assert.True(wrong.Length == 0, $"A fault {(after ? "after" : "before")} statement {at} of each command left {string.Join(", ", wrong)}.");
                lives++;
            }
        }

        Assert.True(lives > 40 && thrown > 300, $"{lives} lives with {thrown} faults are too few.");
        Assert.True(answers.GetValueOrDefault(HttpStatusCode.OK) > thrown / 2 && answers.ContainsKey(HttpStatusCode.Conflict) && answers.ContainsKey(HttpStatusCode.InternalServerError), string.Join(", ", answers));
        Assert.Equal(0, Number("SELECT COUNT(*) FROM workshop_ServiceOrder WHERE State <> 'Completed'"));
        Assert.Equal(0, Number("SELECT COUNT(*) - MAX(CAST(substr(Number, -6) AS INTEGER)) FROM billing_Invoice"));
        Assert.Equal(0, Number("SELECT COUNT(*) FROM (SELECT 1 FROM spareparts_Movement WHERE OrderId IS NOT NULL GROUP BY OrderId HAVING SUM(Quantity) <> -3000000)"));
        Assert.Equal(0, Number("SELECT COUNT(*) FROM spareparts_StockItem s WHERE s.Reserved <> 0 OR s.OnHand <> (SELECT SUM(Quantity) FROM spareparts_Movement m WHERE m.StockItemId = s.Id) OR s.Value <> (SELECT SUM(Value) FROM spareparts_Movement m WHERE m.StockItemId = s.Id)"));
        Assert.Equal("", Words("SELECT group_concat(Entity || ' ' || Version || '/' || Step || ' ' || Uses) FROM (SELECT Entity, Version, Step, group_concat(UseCase || ' ' || coalesce(\"Trigger\", '')) AS Uses FROM platform_Audit WHERE EntityId IS NOT NULL GROUP BY Entity, EntityId, Version, Step HAVING COUNT(*) > 1)"));
    }

    private Database Database => site.Services.GetRequiredService<Database>();

    private async Task<Dictionary<string, long>> GrowthAsync(string name, int at, bool after)
    {
        var before = Counts();
        await LiveAsync(name, at, after);
        using (var connection = Open())
        {
            using var due = connection.CreateCommand();
            due.CommandText = "UPDATE platform_Outbox SET NextAttemptAt = 0 WHERE DoneAt IS NULL"; // nobody waits for the back-off
            due.ExecuteNonQuery();
        }

        while (await site.Services.GetRequiredService<OutboxPump>().Drain(CancellationToken.None) is { Delivered: > 0 } or { Failed: > 0 })
        {
            Assert.Equal(0, Number("SELECT COUNT(*) FROM platform_Outbox WHERE DeadAt IS NOT NULL"));
        }

        Assert.Equal(0, Number("SELECT COUNT(*) FROM platform_Outbox WHERE DoneAt IS NULL"));
        return Counts().ToDictionary(c => c.Key, c => c.Value - before[c.Key]);
    }

    private async Task LiveAsync(string name, int at, bool after)
    {
        var step = 0;
        var taken = await Step("reception/requests", new
        {
            id = NewId(), fault = "No water", channel = "CarryIn", customer = new { name, phone = "+4930" + (700_000_000 + answers.Values.Sum()).ToString(CultureInfo.InvariantCulture), address = "Yard 1", paysOnAccount = true },
            device = new { modelCode = "AX-200", serialNumber = name }, identityChecked = true, condition = "Used", accessories = "None", shelf = "A1", confirmedNotDuplicate = true,
        });
        var order = $"workshop/service-orders/{taken.GetProperty("orderId").GetGuid()}";
        await Step($"{order}/assign", new { technicianId = technician });
        await Step($"{order}/preapprove", new { upTo = 100_000, name, signature = Signature });
        await Step($"{order}/start-diagnosis", new { });
        await Step($"{order}/start-repair", new { });
        await Step($"{order}/parts", new { lines = new[] { new { code = "P-1", quantity = 1 }, new { code = "P-2", quantity = 2 } } });
        await Step($"{order}/parts/issue", new { });
        await Step($"{order}/labour", new { id = NewId(), hours = 1.5 });
        await Step($"{order}/finish-repair", new { hoursRemark = "Agreed as a flat rate" });
        await Step($"{order}/inspect", new { release = true });
        await Step($"billing/orders/{taken.GetProperty("orderId").GetGuid()}/invoice", new { });
        await Step($"reception/goods/{taken.GetProperty("receiptId").GetGuid()}/return", new { signedBy = name, signature = Signature });

        async Task<JsonElement> Step(string path, object body)
        {
            var key = $"{name}/{++step}";
            Arm(at, after, Faults[(at + step) % Faults.Length]);
            for (var attempt = 1; ; attempt++)
            {
                using var answer = await Ask(path, body, key);
                Disarm();
                answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return JsonDocument.Parse(text).RootElement;
                }

                Assert.True(attempt == 1 && answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.InternalServerError, $"{name}, {path}, attempt {attempt}: {(int)answer.StatusCode} {text}");
            }
        }
    }

    private void Arm(int at, bool after, Func<Exception> fault)
    {
        var left = at;
        Exception? Count(string statement)
        {
            var counts = !(statement.StartsWith("SELECT", StringComparison.Ordinal) && (after || statement.Contains("platform_Outbox", StringComparison.Ordinal))); // the program looks into its outbox by itself
            if (!counts || Interlocked.Decrement(ref left) != 0)
            {
                return null;
            }

            thrown++;
            return fault();
        }

        saboteur.OnBefore = after ? _ => null : Count;
        saboteur.OnAfter = after ? Count : _ => null;
    }

    private void Disarm() => (saboteur.OnBefore, saboteur.OnAfter) = (_ => null, _ => null);

    private async Task<JsonElement> Sure(string path, object body)
    {
        using var answer = await Ask(path, body, null);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> Ask(string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await machine.SendAsync(request);
    }

    private Dictionary<string, long> Counts()
    {
        using var connection = Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'platform_SearchText%'";
        var names = new List<string>();
        using (var reader = tables.ExecuteReader())
        {
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }
        }

        // A step that found everything done already writes down that it was asked, and no change.
        return names.ToDictionary(n => n, n => Number($"SELECT COUNT(*) FROM {n}{(n == "platform_Audit" ? " WHERE EntityId IS NOT NULL" : "")}"));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(Database.ConnectionString);
        connection.Open();
        return connection;
    }

    private string Words(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are written above
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string ?? "";
    }

    private long Number(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are written above
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Told(Dictionary<string, long> counts) => string.Join(", ", counts.Where(c => c.Value != 0).Select(c => $"{c.Key} {c.Value}"));

#pragma warning disable RS0030 // a client chooses its own identities
    private static Guid NewId() => Guid.CreateVersion7();
#pragma warning restore RS0030
}
