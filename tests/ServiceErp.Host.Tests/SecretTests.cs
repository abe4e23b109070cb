using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using Xunit.Abstractions;

namespace ServiceErp.Host.Tests;

/// <summary>
/// Every answer that the program gives to its staff while a quotation, a status page and a survey have live links: every question of the API, every page and its file, for every role, and every
/// command on the way there. None holds a secret, but for the receipt that those print who hand it over.
/// </summary>
public sealed partial class SecretTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
    private const string Password = "quiet river stones";

    /// <summary>Who hands papers to customers.</summary>
    private const string OwnPassword = "seven slow green trams";

    private static readonly string[] HandOver = [Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager, Roles.Administrator];

    private readonly Website site = new(("Jobs:Enabled", "false"));
    private readonly Dictionary<string, Visitor> browsers = [];
    private readonly Dictionary<string, HttpClient> machines = [];
    private readonly List<(string What, string Text)> answers = [];
    private string place = "";
    private string[] secrets = [];
    private string[] known = [];

    public async Task InitializeAsync()
    {
        var administrator = await site.SetUpAsync();
        place = $"Data Source={Path.Combine(site.Services.GetRequiredService<DataFolder>().Path, "serviceerp.db")}";
        foreach (var role in Roles.All)
        {
            var email = $"{role.ToLowerInvariant()}@centre.example";
            await administrator.MakeUserAsync(email, Password, role);
            browsers[role] = site.Visit();
            await browsers[role].SignInFirstAsync(email, Password, OwnPassword);
            machines[role] = site.Visit().Http;
            machines[role].DefaultRequestHeaders.Add("X-Api-Key", (await administrator.MakeKeyAsync(role)).Key);
        }

        await LiveAsync();
        foreach (var role in Roles.All)
        {
            // Days went by, and with them the sessions.
            Assert.Equal(HttpStatusCode.SeeOther, (await browsers[role].SignInAsync($"{role.ToLowerInvariant()}@centre.example", OwnPassword)).StatusCode);
            Assert.True(await browsers[role].IsSignedInAsync());
        }

        secrets = [.. Column("SELECT Secret FROM workshop_Quotation UNION ALL SELECT StatusSecret FROM reception_ServiceRequest UNION ALL SELECT Secret FROM feedback_Survey")];
        Assert.Equal(5, secrets.Length);
        Assert.All(secrets, secret => Assert.Equal(22, secret.Length));
        known = [.. Column("""
            SELECT Id FROM workshop_Quotation UNION SELECT Id FROM workshop_ServiceOrder UNION SELECT Id FROM reception_ServiceRequest UNION SELECT Id FROM reception_GoodsReceipt UNION SELECT Id FROM reception_Customer
            UNION SELECT Id FROM reception_Device UNION SELECT Id FROM feedback_Survey UNION SELECT Id FROM platform_Message UNION SELECT Id FROM billing_Voucher UNION SELECT Id FROM billing_Invoice
            """)];
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task No_answer_to_staff_holds_a_secret_but_the_receipt_for_those_who_hand_it_over()
    {
        var faults = answers.Where(a => Told(a.Text)).Select(a => a.What).ToList();
        foreach (var (table, column) in new[] { ("Idempotency", "Answer"), ("Outbox", "Payload"), ("Audit", "Changes"), ("Audit", "Reason"), ("Search", "Text") })
        {
            faults.AddRange(Column($"SELECT {column} FROM platform_{table} WHERE {column} IS NOT NULL").Where(Told).Take(1).Select(_ => $"table {table}, {column}"));
        }

        var (asked, papers) = (0, new List<string>());
        foreach (var (address, isApi) in await AddressesAsync())
        {
            foreach (var role in Roles.All)
            {
                using var answer = await (isApi ? machines[role] : browsers[role].Http).GetAsync(address);
                asked++;
                if (!Told($"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync()}"))
                {
                    continue;
                }

                if (address.StartsWith("/reception/goods/", StringComparison.Ordinal) && address.EndsWith("/print", StringComparison.Ordinal) && HandOver.Contains(role))
                {
                    papers.Add(role);
                }
                else
                {
                    faults.Add($"{role}: GET {address}");
                }
            }
        }

        output.WriteLine($"{asked} answers and {answers.Count} of commands");
        Assert.True(faults.Count == 0, $"{faults.Count} answers hold a secret:\n{string.Join('\n', faults.Take(60))}");
        Assert.True(asked > 2500, $"Only {asked} answers were read.");
        Assert.Equal(HandOver.Order(StringComparer.Ordinal), papers.Distinct().Order(StringComparer.Ordinal));

        // The administrator printed each once more, to find the addresses.
        Assert.Equal(papers.Count + papers.Count(role => role == Roles.Administrator), Column("SELECT Id FROM platform_Audit WHERE \"Trigger\" = 'PrintLink' AND Entity = 'ServiceRequest'").Count());
    }

    [Fact]
    public async Task Every_door_to_the_messages_leaves_out_what_is_not_the_readers()
    {
        var ids = Column("SELECT Id FROM platform_Message WHERE About = 'Survey'").ToArray();
        Assert.NotEmpty(ids);
        foreach (var role in new[] { Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager })
        {
            Assert.All(ids, id => Assert.Equal(HttpStatusCode.NotFound, machines[role].GetAsync($"/api/v1/platform/messages/{id}").Result.StatusCode));
            Assert.DoesNotContain("How was our work", await browsers[role].ReadAsync("/platform/messages"), StringComparison.Ordinal);
        }

        Assert.Contains("How was our work", await browsers[Roles.FeedbackOfficer].ReadAsync("/platform/messages"), StringComparison.Ordinal);
        var quotation = Column("SELECT Id FROM platform_Message WHERE OnceKey LIKE 'quotation/%'").First();
        Assert.Contains("[the customer's link]", await browsers[Roles.Receptionist].ReadAsync($"/platform/messages/{quotation}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_answers_in_a_browser_of_their_own_and_the_mail_holds_the_whole_link()
    {
        await site.Services.GetRequiredService<MessageSender>().SendDueAsync(CancellationToken.None);
        var open = Column("SELECT Secret FROM workshop_Quotation WHERE State = 'Sent'").Single();
        var quotation = Guid.Parse(Column("SELECT Id FROM workshop_Quotation WHERE State = 'Sent'").Single()).ToString(); // as pages write it
        var body = Column("SELECT Body FROM platform_Message WHERE OnceKey LIKE 'quotation/%'").Single(b => b.Contains(open, StringComparison.Ordinal));
        Assert.Contains($"https://service.example/p/quotation/{open}", body, StringComparison.Ordinal);

        var refused = await browsers[Roles.Technician].PostAsync($"/p/quotation/{open}", new() { ["Approve"] = "true", ["QuotationId"] = quotation, ["Name"] = "Anna Berg" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Only the customer answers through this link", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var customer = site.Visit();
        customer.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Pocket/1.0");
        Assert.Equal(HttpStatusCode.SeeOther, (await customer.PostAsync($"/p/quotation/{open}", new() { ["Approve"] = "true", ["QuotationId"] = quotation, ["Name"] = "Anna Berg" }, from: $"/p/quotation/{open}")).StatusCode);
        Assert.Equal("Pocket/1.0", Column($"SELECT AnsweredWith FROM workshop_Quotation WHERE Secret = '{open}'").Single());
    }

    /// <summary>Two repairs: one is completed and its survey sent, the other waits for the answer to its quotation.</summary>
    private async Task LiveAsync()
    {
        var branch = (await Get(Roles.Administrator, "platform/branches")).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.NotEqual(Guid.Empty, branch);
        await Post(Roles.Administrator, "reception/models", new { code = "AX-200", name = "Espresso machine", productGroup = "Coffee", partGroups = "pump, boiler" });
        await Post(Roles.Administrator, "workshop/fee-items", new { code = "LABOUR", kind = "Labour", text = "Working hour", unit = "h", currency = "EUR", price = 60, validFrom = "2020-01-01" });
        await Send(Roles.Administrator, HttpMethod.Put, "workshop/settings", new { tolerancePercent = 10, toleranceAmount = 50, quotationValidDays = 30, labourCode = "LABOUR" });
        await Post(Roles.Administrator, "billing/tax-rates", new { code = "standard", name = "VAT 19 %", percent = 19, validFrom = "2020-01-01" });
        var technician = site.User("technician@centre.example").Id;

        var (order, receipt, quotation) = await QuotedAsync("SN-1", "+49 30 1111", technician);
        await Post(Roles.Receptionist, $"workshop/quotations/{quotation}/answer", new { approve = true, name = "Anna Berg", signature = Signature });
        await Post(Roles.Technician, $"workshop/service-orders/{order}/labour", new { hours = 0.5 });
        await Post(Roles.Technician, $"workshop/service-orders/{order}/finish-repair", new { hoursRemark = "Agreed as a flat rate" });
        await Post(Roles.QualityInspector, $"workshop/service-orders/{order}/inspect", new { release = true, reason = "Looked at it together, it runs again" });
        await Post(Roles.Accountant, $"billing/orders/{order}/invoice", new { });
        await Post(Roles.Receptionist, $"reception/goods/{receipt}/return", new { signedBy = "Anna Berg", signature = Signature });
        await QuotedAsync("SN-2", "+49 30 2222", technician);

        var clock = site.Services.GetRequiredService<PlatformClock>();
        clock.TravelTo(clock.GetCurrentInstant() + Duration.FromDays(5));
        await Post(Roles.FeedbackOfficer, "feedback/surveys/send-due", new { });
        Assert.Equal("Sent", Column("SELECT State FROM feedback_Survey").Single());
    }

    private async Task<(Guid Order, Guid Receipt, Guid Quotation)> QuotedAsync(string serial, string phone, Guid technician)
    {
        var taken = await Post(Roles.Receptionist, "reception/requests", new
        {
            fault = "No water", channel = "CarryIn", identityChecked = true, condition = "Used", accessories = "None", shelf = "A-1",
            confirmedNotDuplicate = true, customer = new { name = "Anna Berg", phone, email = "anna@example.com", address = "Lindenallee 3", paysOnAccount = true }, device = new { modelCode = "AX-200", serialNumber = serial },
        });
        var order = taken.GetProperty("orderId").GetGuid();
        await Post(Roles.Dispatcher, $"workshop/service-orders/{order}/assign", new { technicianId = technician });
        await Post(Roles.Technician, $"workshop/service-orders/{order}/start-diagnosis", new { });
        await Post(Roles.Technician, $"workshop/service-orders/{order}/quotations", new { title = "Descaling", lines = new object[] { new { kind = "Labour", code = "LABOUR", quantity = 1 } } });
        var sent = await Post(Roles.Technician, $"workshop/service-orders/{order}/quotations/send", new { });
        return (order, taken.GetProperty("receiptId").GetGuid(), sent.GetProperty("quotations")[0].GetProperty("id").GetGuid());
    }

    /// <summary>What can be asked: each address with the identities of this centre for which the administrator is answered.</summary>
    private async Task<List<(string Address, bool IsApi)>> AddressesAsync()
    {
        var found = new List<(string, bool)>();
        var patterns = site.OfApi().Where(r => !r.IsCommand).Select(r => (r.Pattern, true)).Concat(site.OfPages().Select(p => (p, false)))
            .Where(p => !p.Item1.Contains("{secret", StringComparison.Ordinal) && !p.Item1.Contains("**", StringComparison.Ordinal) && !p.Item1.Contains("live", StringComparison.Ordinal) && !p.Item1.StartsWith("/lib/", StringComparison.Ordinal));
        foreach (var (pattern, isApi) in patterns)
        {
            string[] filled = [pattern];
            while (Placeholder().IsMatch(filled[0]))
            {
                filled = [.. filled.SelectMany(f => known.Select(id => Placeholder().Replace(f, id, 1)))];
            }

            foreach (var address in filled)
            {
                if (filled.Length > 1)
                {
                    // Most things are something else than what is asked for.
                    using var answer = await (isApi ? machines[Roles.Administrator] : browsers[Roles.Administrator].Http).GetAsync(address);
                    if (!answer.IsSuccessStatusCode)
                    {
                        continue;
                    }
                }

                found.Add((address, isApi));
                if (filled.Length == 1)
                {
                    found.Add(($"{address}?{(isApi ? "q=Anna" : "format=csv")}", isApi));
                }
            }
        }

        return found;
    }

    private bool Told(string text) => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal));

    private IEnumerable<string> Column(string sql)
    {
        using var connection = new SqliteConnection(place);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetValue(0) is byte[] bytes ? new Guid(bytes).ToString() : reader.GetValue(0).ToString()!);
        }

        return values;
    }

    private Task<JsonElement> Get(string role, string path) => Send(role, HttpMethod.Get, path, null);

    private Task<JsonElement> Post(string role, string path, object body) => Send(role, HttpMethod.Post, path, body);

    private async Task<JsonElement> Send(string role, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{answers.Count}-{path[..Math.Min(40, path.Length)]}");
        using var answer = await machines[role].SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{role}: {method} {path} answered {(int)answer.StatusCode} {text}");
        answers.Add(($"{role}: {method} {path}", $"{answer.Headers} {text}"));
        return JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
