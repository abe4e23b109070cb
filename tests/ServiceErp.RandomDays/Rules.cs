using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace ServiceErp.RandomDays.Tests;

/// <summary>
/// What holds after every step, whatever happened, asked of the database in SQL and not of the modules. Beside it stands what the day itself remembers and the program could forget: who
/// worked on what, what the customers agreed to, whose response was late.
/// </summary>
internal sealed class Rules(House house)
{
    /// <summary>How secrets of customers' links look in these days; no answer to staff may hold one.</summary>
    public const string SecretMark = "onlyforthecustomer";

    /// <summary>Rules that do not hold yet, each with the reason. Beginning of the rule's name; nothing may be added without one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Open = new Dictionary<string, string>
    {
        ["Always: a refused LendLoaner leaves no file behind"] = "The signature is kept before the loan is asked for.",
        ["Always: a refused ReturnLoaner leaves no"] = "The signature is kept before the return is asked for.",
        ["(d) nobody pays for work they did not agree to, when it goes back unrepaired"] = "The fee of a product that goes back unrepaired may be labour, and what was begun is charged.",
        ["(e) nobody releases what they worked on"] = "Only the technician who has the order at the end counts as having worked on it.",
        ["(f) nothing is promised to an order that is over"] = "What is left of a line that was handed out in part keeps waiting when the order is given up.",
        ["(b) something leads on from Quotation Draft"] = "A draft outlives its cancelled order.",
    };

    private static readonly string[] Extra = Environment.GetEnvironmentVariable("SERVICEERP_DAYS_WITHOUT")?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Work on an order after which one does not release it.</summary>
    private static readonly HashSet<string> Work = ["StartDiagnosis", "RecordDiagnosis", "RecordTests", "StartRepair", "FinishRepair", "FinishOnSite", "AddLabour"];

    private readonly Dictionary<Guid, HashSet<string>> workers = [];
    private readonly Dictionary<Guid, decimal> agreed = [];
    private readonly HashSet<(string Customer, string Contact)> contacts = [];
    private readonly Dictionary<Guid, HashSet<string>> counters = [];
    private readonly HashSet<string> late = [];
    private readonly List<Breach> found = [];

    public void Begin()
    {
        workers.Clear();
        agreed.Clear();
        contacts.Clear();
        counters.Clear();
        late.Clear();
        found.Clear();
    }

    public static bool IsOpen(string rule) => Open.Keys.Any(k => rule.StartsWith(k, StringComparison.Ordinal)) || Extra.Any(k => rule.Contains(k, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every answer: no failure, no secret; a refusal has a code and a sentence, and whoever may not is told so.</summary>
    public Breach? Of(UseCase what, Person? person, Reply reply) => First(
        reply.Status >= 500 ? new Breach($"Always: {what.Name} does not fail ({FirstLine(reply.Text)})", Own(reply.Text)) : null,
        !what.IsByCustomer && reply.Text.Contains(SecretMark, StringComparison.Ordinal) ? new Breach($"(g) no secret in the answer of {what.Name}", reply.Text) : null,
        reply.Status is >= 400 and < 500 && (reply.Code.Length == 0 || !IsSentence(reply)) ? new Breach($"Always: a refusal of {what.Name} has a code and a sentence", $"{reply.Status} {reply.Text}") : null,
        person is not null && !what.IsByCustomer && !house.UseCases.May(person, what) && reply.Succeeded ? new Breach($"Always: {what.Name} is for those who may", $"{person} did it.") : null);

    /// <summary>Keeps what the program must not forget.</summary>
    public void Remember(UseCase what, Person? person, Guid? subject, Dictionary<string, object?> body, Reply reply)
    {
        if (person is not null && subject is { } order && what.Module == "Workshop" && Work.Contains(what.Name))
        {
            Worked(order, person.Name);
        }

        if (what.Name == "StartTimer" && subject is { } timed)
        {
            Worked(timed, (string)house.One("SELECT TechnicianName FROM workshop_WorkTime WHERE OrderId = $0 ORDER BY rowid DESC", Key(timed))!);
        }

        if (what.Name == "PreapproveRepair" && subject is { } pre)
        {
            Agreed(pre, Convert.ToDecimal(body["upTo"], CultureInfo.InvariantCulture));
        }

        if (what.Name is "AnswerQuotation" or "AnswerQuotationByLink" && body.GetValueOrDefault("approve") is true)
        {
            var quotation = reply.Json.GetProperty("id").GetGuid();
            var net = Money(house.One("SELECT Net FROM workshop_Quotation WHERE Id = $0", Key(quotation)));
            const string branch = "(SELECT BranchId FROM workshop_Quotation WHERE Id = $0)";
            var percent = Money(house.One($"SELECT TolerancePercent FROM workshop_WorkshopRules WHERE Id = {branch}", Key(quotation)) ?? 0L);
            var amount = Money(house.One($"SELECT ToleranceAmount FROM workshop_WorkshopRules WHERE Id = {branch}", Key(quotation)) ?? 0L);
            Agreed(reply.Json.GetProperty("orderId").GetGuid(), net + Math.Max(net * percent / 100, amount));
        }

        if (what.Name == "RecordCount" && subject is { } count)
        {
            (counters.TryGetValue(count, out var by) ? by : counters[count] = []).Add(person!.Name);
        }

        if (what.Name == "PostCount" && subject is { } posted && counters.GetValueOrDefault(posted)?.Contains(person!.Name) == true
            && Number("SELECT COUNT(*) FROM spareparts_CountLine l JOIN spareparts_CountScan s ON s.CountLineId = l.Id WHERE l.StockCountId = $0 AND l.Difference <> 0 AND l.PostedOn IS NOT NULL AND s.Person = $1", Key(posted), person!.Name) > 0)
        {
            found.Add(new Breach("(i) nobody posts the differences they counted", $"{person} counted and posted."));
        }

        if (what.Name == "ApproveProposal" && house.One("SELECT Number FROM spareparts_PurchaseProposal WHERE Id = $0 AND Person = $1", Key(subject), person!.Name) is string proposal)
        {
            found.Add(new Breach("(i) nobody approves their own purchase proposal", $"{person} made and approved {proposal}."));
        }

        void Worked(Guid order, string name) => (workers.TryGetValue(order, out var known) ? known : workers[order] = []).Add(name);
        void Agreed(Guid order, decimal upTo) => agreed[order] = Math.Max(agreed.GetValueOrDefault(order), upTo);
    }

    /// <summary>Whether all rules hold now.</summary>
    public Breach? Ask()
    {
        found.AddRange(InSql());
        found.AddRange(ByMemory());
        var first = found.FirstOrDefault(b => !IsOpen(b.Rule));
        found.Clear();
        return first;
    }

    /// <summary>Asks every place that shows a thing, as those who look at it.</summary>
    public async Task<Breach?> LookRoundAsync()
    {
        await foreach (var breach in SeenAsync())
        {
            if (!IsOpen(breach.Rule))
            {
                return breach;
            }
        }

        return null;
    }

    private static Breach? First(params Breach?[] breaches) => breaches.FirstOrDefault(b => b is not null && !IsOpen(b.Rule));

    private static string FirstLine(string text) => text.Split('\n')[0] is var line && line.Length > 160 ? line[..160] : line.Trim();

    /// <summary>Of a failure what lies in this program.</summary>
    public static string Own(string text) => string.Join("\n    ", text.Split('\n').Index().Where(l => l.Index == 0 || l.Item.Contains("/src/Modules/", StringComparison.Ordinal)).Take(12).Select(l => l.Item.Trim()));

    private static bool IsSentence(Reply reply) => reply.Json.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 8 } words && words.Contains(' ', StringComparison.Ordinal) && words.TrimEnd()[^1] is '.' or '?' or '!' or ')';

    private static string? Key(object? id) => id is Guid guid ? guid.ToString().ToUpperInvariant() : null;

    private static decimal Money(object? stored) => Convert.ToInt64(stored ?? 0L, CultureInfo.InvariantCulture) / 1_000_000m;

    private long Number(string sql, params object?[] values) => Convert.ToInt64(house.One(sql, values) ?? 0L, CultureInfo.InvariantCulture);

    private IEnumerable<Breach> Rows(string rule, string sql, params object?[] values) =>
        house.Ask(sql, values).Select(r => new Breach(rule, string.Join(" | ", r)));

    private IEnumerable<Breach> InSql()
    {
        List<Breach> all = [];
        void Rule(string rule, string needs, string sql, params object?[] values)
        {
            if (needs.Split(' ').All(house.Has))
            {
                all.AddRange(Rows(rule, sql, values));
            }
        }

        Rule("Always: whatever is told arrives", "", "SELECT EventName, Subscriber, Attempts, LastError FROM platform_Outbox WHERE DeadAt IS NOT NULL OR (DoneAt IS NULL AND Attempts > 3)");

        // (c) Register, order and receipt say the same once everything is told.
        const string Stage = "CASE o.State WHEN 'Received' THEN 'Registered' WHEN 'AwaitingApproval' THEN 'WaitingForCustomer' WHEN 'AwaitingInspection' THEN 'InInspection' WHEN 'ReadyUnrepaired' THEN 'Ready' WHEN 'Assigned' THEN 'InDiagnosis' WHEN 'Travelling' THEN 'InDiagnosis' WHEN 'OnSite' THEN 'InDiagnosis' WHEN 'TakenBack' THEN 'InDiagnosis' WHEN 'Diagnosing' THEN 'InDiagnosis' ELSE o.State END";
        const string Told = "NOT EXISTS (SELECT 1 FROM platform_Outbox x WHERE x.DoneAt IS NULL)";
        Rule("(c) register and order are at the same stage", "Reception Workshop", $"SELECT r.Number, r.Stage, o.Number, o.State FROM reception_ServiceRequest r JOIN workshop_ServiceOrder o ON o.Id = r.OrderId WHERE {Told} AND r.Stage IS NOT {Stage}");
        Rule("(c) register and order name the same technician", "Reception Workshop", $"SELECT r.Number, r.TechnicianName, o.TechnicianName FROM reception_ServiceRequest r JOIN workshop_ServiceOrder o ON o.Id = r.OrderId WHERE {Told} AND r.TechnicianName IS NOT o.TechnicianName");
        Rule("(c) register and order promise the same day", "Reception Workshop", $"SELECT r.Number, r.ReadyBy, o.ReadyBy FROM reception_ServiceRequest r JOIN workshop_ServiceOrder o ON o.Id = r.OrderId WHERE {Told} AND r.ReadyBy IS NOT o.ReadyBy");
        Rule("(c) a request is open as long as its order", "Reception Workshop", $"""
            SELECT r.Number, r.State, o.Number, o.State FROM reception_ServiceRequest r JOIN workshop_ServiceOrder o ON o.Id = r.OrderId WHERE {Told} AND r.State <> CASE
              WHEN r.State = 'Withdrawn' AND o.State IN ('Cancelled', 'Completed', 'ReadyUnrepaired') THEN 'Withdrawn' WHEN o.State IN ('Completed', 'Cancelled') THEN 'Closed' WHEN o.State = 'Received' THEN 'Accepted' ELSE 'Dispatched' END
            """);
        Rule("(c) every accepted request has its order", "Reception Workshop", $"SELECT r.Number FROM reception_ServiceRequest r WHERE {Told} AND r.OrderId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM workshop_ServiceOrder o WHERE o.Id = r.OrderId)");
        Rule("(c) register and order say the same about who pays", "Reception Workshop", $"SELECT r.Number, r.Category, o.Number, o.State, o.Category FROM reception_ServiceRequest r JOIN workshop_ServiceOrder o ON o.Id = r.OrderId WHERE {Told} AND r.Category <> o.Category");
        Rule("(c) goods are here for the counter and for the workshop", "Reception Workshop", $"""
            SELECT g.Number, g.State, g.ArrivedAt, o.Number, o.State, o.GoodsInWorkshop FROM reception_GoodsReceipt g JOIN workshop_ServiceOrder o ON o.Id = g.OrderId WHERE {Told}
              AND g.Id = (SELECT Id FROM reception_GoodsReceipt l WHERE l.OrderId = g.OrderId ORDER BY l.rowid DESC LIMIT 1)
              AND g.State <> 'Exchanged' AND (g.State = 'Issued' AND g.ArrivedAt IS NOT NULL) <> o.GoodsInWorkshop
            """);
        Rule("(c) goods may be fetched when their order is done", "Reception Workshop", $"""
            SELECT g.Number, g.ReadyAt, o.Number, o.State FROM reception_GoodsReceipt g JOIN workshop_ServiceOrder o ON o.Id = g.OrderId WHERE {Told} AND g.State = 'Issued'
              AND (g.ReadyAt IS NOT NULL) <> (o.State IN ('Ready', 'ReadyUnrepaired', 'Completed', 'Cancelled'))
            """);
        Rule("(c) voucher and order say the same about who pays", "Workshop Billing", $"SELECT v.OrderNumber, v.Category, o.Category FROM billing_Voucher v JOIN workshop_ServiceOrder o ON o.Id = v.OrderId WHERE {Told} AND v.About = '' AND v.Category <> o.Category");
        Rule("(b) no customer's product is here twice", "Reception", "SELECT SerialNumber, COUNT(*) FROM reception_GoodsReceipt WHERE State = 'Issued' AND DeviceId IS NOT NULL GROUP BY DeviceId HAVING COUNT(*) > 1");

        // (f) Parts, value and money.
        Rule("(f) stock is the sum of its movements", "SpareParts", "SELECT s.PartNumber, s.OnHand, s.Value FROM spareparts_StockItem s WHERE s.OnHand <> (SELECT COALESCE(SUM(Quantity), 0) FROM spareparts_Movement m WHERE m.StockItemId = s.Id) OR s.Value <> (SELECT COALESCE(SUM(Value), 0) FROM spareparts_Movement m WHERE m.StockItemId = s.Id) OR s.OnHand < 0 OR s.Reserved < 0 OR s.Reserved > s.OnHand");
        Rule("(f) what is reserved on the shelf is promised to orders", "SpareParts", "SELECT s.PartNumber, s.Reserved FROM spareparts_StockItem s WHERE s.Reserved <> (SELECT COALESCE(SUM(a.Reserved), 0) FROM spareparts_Allocation a WHERE a.StockItemId = s.Id)");
        Rule("(f) no stock without value, no value without stock", "SpareParts", "SELECT PartNumber, OnHand, Value FROM spareparts_StockItem WHERE OnHand = 0 AND Value <> 0");
        Rule("(f) the order has what the store handed out", "Workshop SpareParts", $"SELECT r.OrderNumber, r.PartNumber, r.Issued, l.Issued FROM spareparts_Reservation r JOIN workshop_OrderLine l ON l.Id = r.LineId WHERE {Told} AND r.Issued <> l.Issued");
        Rule("(f) the order waits for what the store promised", "Workshop SpareParts", $"SELECT r.OrderNumber, r.PartNumber, r.State, r.Reserved, l.Reserved FROM spareparts_Reservation r JOIN workshop_OrderLine l ON l.Id = r.LineId WHERE {Told} AND l.Dropped = 0 AND r.Reserved <> l.Reserved");
        Rule("(f) nothing is promised to an order that is over", "Workshop SpareParts", $"SELECT r.OrderNumber, o.State, r.PartNumber, r.State, r.Reserved FROM spareparts_Reservation r JOIN workshop_ServiceOrder o ON o.Id = r.OrderId WHERE {Told} AND o.State IN ('Ready', 'ReadyUnrepaired', 'Completed', 'Cancelled') AND (r.Reserved > 0 OR r.State IN ('Waiting', 'PartlyReserved', 'Reserved'))");
        Rule("(f) an invoice is what is open, paid and credited", "Billing", "SELECT i.Number, i.Gross, i.Paid, i.Credited, i.Open FROM billing_Invoice i WHERE i.State <> 'Draft' AND (i.Paid <> (SELECT COALESCE(SUM(Amount), 0) FROM billing_Payment p WHERE p.InvoiceId = i.Id) OR i.Credited <> (SELECT COALESCE(SUM(Net + Tax), 0) FROM billing_CreditNote c WHERE c.InvoiceId = i.Id) OR i.Open <> i.Gross - i.Paid - i.Credited OR i.Paid < 0 OR i.Credited > i.Gross)");
        Rule("(f) an invoice charges what its voucher says", "Billing", "SELECT i.Number, i.Net, v.Payable FROM billing_Invoice i JOIN billing_Voucher v ON v.Id = i.VoucherId WHERE i.Id = v.InvoiceId AND i.Net <> v.Payable");
        Rule("(f) invoices are numbered without a gap", "Billing", "SELECT COUNT(Number), MAX(CAST(substr(Number, -6) AS INTEGER)) FROM billing_Invoice WHERE Number IS NOT NULL AND Number <> '' HAVING COUNT(Number) > 0 AND COUNT(Number) <> MAX(CAST(substr(Number, -6) AS INTEGER))");
        Rule("(f) a voucher is settled by one invoice", "Billing", "SELECT OrderNumber, State, InvoiceId FROM billing_Voucher v WHERE (State = 'Invoiced') <> EXISTS (SELECT 1 FROM billing_Invoice i WHERE i.Id = v.InvoiceId AND i.State <> 'Draft')");
        Rule("(f) a loaner is out with one borrower at most", "SpareParts", "SELECT l.Serial, l.State, COUNT(n.Id) FROM spareparts_Loaner l LEFT JOIN spareparts_Loan n ON n.LoanerId = l.Id AND n.State = 'Out' GROUP BY l.Id HAVING (l.State = 'Out') <> (COUNT(n.Id) = 1) OR COUNT(n.Id) > 1");
        Rule("(f) a deposit goes back or is kept, whole", "SpareParts", "SELECT Number, State, Deposit, DepositReturned, DepositKept FROM spareparts_Loan WHERE State IN ('Returned', 'Exchanged') AND COALESCE(DepositReturned, 0) + COALESCE(DepositKept, 0) <> Deposit");
        Rule("(f) the voucher charges what the order says", "Workshop Billing", $"""
            SELECT v.OrderNumber, v.State, v.Payable FROM billing_Voucher v JOIN workshop_ServiceOrder o ON o.Id = v.OrderId WHERE {Told} AND v.About = '' AND v.State = 'ToInvoice'
              AND EXISTS (SELECT 1 FROM json_each(v.Lines) j JOIN workshop_OrderLine l ON l.Id = upper(json_extract(j.value, '$.id')) WHERE l.PartId IS NOT NULL AND abs(json_extract(j.value, '$.quantity') * 1000000 - l.Issued) > 0.5)
            """);

        // (g) Messages.
        Rule("(g) no message is written twice", "", "SELECT Recipient, Subject, COUNT(*), group_concat(OnceKey) FROM platform_Message GROUP BY Channel, Recipient, Subject, Body, About, AboutId, WrittenAt / 3600000000 HAVING COUNT(*) > 1");
        Rule("(g) no message holds a link without an address", "", "SELECT Recipient, Subject, Body FROM platform_Message WHERE Body LIKE '% /p/%' OR Body LIKE '%' || char(10) || '/p/%'");
        return all;
    }

    private IEnumerable<Breach> ByMemory()
    {
        if (house.Has("Reception"))
        {
            // (h) Late is late, whatever is corrected, paused or closed afterwards.
            var now = house.Now.ToUnixTimeTicks() / 10;
            foreach (var row in house.Ask("SELECT Number FROM reception_ServiceRequest WHERE AnsweredAt IS NULL AND PausedAt IS NULL AND DueAt < $0 AND State NOT IN ('Closed', 'Withdrawn')", now))
            {
                late.Add((string)row[0]!);
            }

            foreach (var row in house.Ask("SELECT Number, AnsweredAt, DueAt, State FROM reception_ServiceRequest WHERE (AnsweredAt IS NOT NULL AND AnsweredAt <= DueAt) OR (AnsweredAt IS NULL AND COALESCE(PausedAt, $0) <= DueAt)", now).Where(r => late.Contains((string)r[0]!)))
            {
                yield return new Breach("(h) a late response stays late", $"{row[0]} was late; now due {Time(row[2])}, answered {Time(row[1])}, {row[3]}");
            }

            foreach (var row in house.Ask("SELECT Id, Phone, PhoneKey, Email FROM reception_Customer"))
            {
                contacts.UnionWith(row.Skip(1).OfType<string>().Select(c => ((string)row[0]!, c)));
            }

            foreach (var row in house.Ask("SELECT m.Recipient, m.Subject, r.CustomerId, r.Number FROM platform_Message m JOIN reception_ServiceRequest r ON r.Id = m.AboutId OR r.OrderId = m.AboutId"))
            {
                if (contacts.Any(c => c.Contact == (string)row[0]!) && !contacts.Contains(((string)row[2]!, (string)row[0]!)))
                {
                    yield return new Breach("(g) no message goes to another customer", string.Join(" | ", row));
                }
            }
        }

        if (house.Has("Workshop"))
        {
            foreach (var row in house.Ask("SELECT Id, Number, ReleasedBy FROM workshop_ServiceOrder WHERE ReleasedAt IS NOT NULL AND SelfReleased = 0 AND Unrepaired = 0"))
            {
                if (workers.GetValueOrDefault(Guid.Parse((string)row[0]!))?.Contains((string)row[2]!) == true)
                {
                    yield return new Breach("(e) nobody releases what they worked on", $"{row[1]} was worked on and released by {row[2]} without the stamp.");
                }
            }
        }

        if (house.Has("Workshop") && house.Has("Billing"))
        {
            foreach (var row in house.Ask("SELECT v.OrderId, v.OrderNumber, v.Lines, v.Payable, v.Category, o.Unrepaired FROM billing_Voucher v JOIN workshop_ServiceOrder o ON o.Id = v.OrderId WHERE v.About = '' AND v.Payable > 0 AND v.Category <> 'Internal'"))
            {
                var work = JsonDocument.Parse((string)row[2]!).RootElement.EnumerateArray().Where(l => l.GetProperty("kind").GetString() is "Part" or "Labour")
                    .Sum(l => (l.GetProperty("quantity").GetDecimal() * l.GetProperty("unitPrice").GetDecimal()) - l.GetProperty("reduction").GetDecimal());
                if (work > agreed.GetValueOrDefault(Guid.Parse((string)row[0]!)) + 0.01m)
                {
                    yield return new Breach($"(d) nobody pays for work they did not agree to{(row[5] is 1L ? ", when it goes back unrepaired" : "")}", $"{row[1]} ({row[4]}): {work} for parts and labour, agreed up to {agreed.GetValueOrDefault(Guid.Parse((string)row[0]!))}");
                }
            }
        }
    }

    private static string Time(object? micros) => micros is long at ? Instant.FromUnixTimeTicks(at * 10).ToString() : "never";

    private async IAsyncEnumerable<Breach> SeenAsync()
    {
        List<Breach> wrong = [];
        async Task<JsonElement> See(Person? person, string path)
        {
            var reply = await house.GetAsync(person, path);
            if (!reply.Succeeded)
            {
                wrong.Add(new Breach($"Always: {path.Split('?')[0].Split('/')[1]} can be looked at", $"{person} {path}: {reply.Status} {reply.Text}"));
                return JsonDocument.Parse("{\"items\":[]}").RootElement;
            }

            if (person is not null && reply.Text.Contains(SecretMark, StringComparison.Ordinal))
            {
                wrong.Add(new Breach($"(g) no secret is shown in {path.Split('?')[0]}", reply.Text));
            }

            return reply.Json;
        }

        if (house.Has("Reception"))
        {
            var rows = (await See(Persons.Rita, "reception/requests?size=100")).GetProperty("items").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetGuid());
            var counts = await See(Persons.Rita, "reception/requests/counts");
            var undispatched = (await See(Persons.Rita, "reception/requests?undispatched=1&size=100")).GetProperty("items").GetArrayLength();
            if (Counted(counts, "undispatched") is { } counted && counted != undispatched)
            {
                wrong.Add(new Breach("(c) the counter of undispatched requests counts its list", $"{counted}, list {undispatched}"));
            }

            var ready = (await See(Persons.Rita, "reception/goods?view=Ready&size=100")).GetProperty("items").GetArrayLength();
            if (Counted(counts, "ready") is { } waiting && waiting != ready)
            {
                wrong.Add(new Breach("(c) the counter of goods to fetch counts its list", $"{waiting}, list {ready}"));
            }

            foreach (var (id, row) in rows)
            {
                var request = await See(Persons.Rita, $"reception/requests/{id}");
                var secret = house.One("SELECT StatusSecret FROM reception_ServiceRequest WHERE Id = $0 AND LinkEndedAt IS NULL", Key(id)) as string;
                foreach (var name in new[] { "state", "stage", "technicianName", "readyBy", "clock" })
                {
                    if (Text(request, name) is var one && Text(row, name) is var two && request.TryGetProperty(name, out _) && one != two && name != "clock")
                    {
                        wrong.Add(new Breach($"(c) the register's page and list say the same {name}", $"{one} and {two}"));
                    }
                }

                if (secret is not null)
                {
                    var status = await house.GetAsync(null, $"reception/public-status/{secret}");
                    if (status.Succeeded && Text(status.Json, "stage") != Text(request, "stage"))
                    {
                        wrong.Add(new Breach("(c) the customer reads the register's stage", $"{Text(status.Json, "stage")} and {Text(request, "stage")}"));
                    }
                    else if (status.Status >= 500)
                    {
                        wrong.Add(new Breach("Always: the customer's page does not fail", status.Text));
                    }
                }

                var number = Text(request, "number")!;
                if (!(await See(Persons.Rita, $"platform/search?q={number}")).ToString().Contains(id.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    wrong.Add(new Breach("(c) a request is found by its number", number));
                }
            }
        }

        if (house.Has("Workshop"))
        {
            var rows = (await See(Persons.Daniel, "workshop/service-orders?size=100")).GetProperty("items").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetGuid());
            foreach (var id in Bodies.Row(house, "workshop_ServiceOrder"))
            {
                var order = await See(Persons.Daniel, $"workshop/service-orders/{id}");
                if (!rows.TryGetValue(id, out var row) || Text(row, "state") != Text(order, "state") || Text(row, "technicianName") != Text(order, "technicianName"))
                {
                    wrong.Add(new Breach("(c) the order's page and list say the same", $"{Text(order, "number")}: {Text(order, "state")} and {row}"));
                }

            }

            await See(Persons.Daniel, "workshop/board");
            await See(Persons.Tom, "workshop/bench");
        }

        if (house.Has("SpareParts"))
        {
            var faults = (await See(Persons.Walter, "spare-parts/stock/check")) is var check && check.TryGetProperty("faults", out var list) ? list.GetArrayLength() : 0;
            if (faults > 0)
            {
                wrong.Add(new Breach("(f) the store's own check finds nothing", check.ToString()));
            }

            var offers = (await See(Persons.Tom, $"spare-parts/offers?branchId={Testing.TestBranches.Berlin.Id}&text=Part")) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray().ToArray() : [];
            foreach (var row in (await See(Persons.Walter, "spare-parts/parts?size=100")).GetProperty("items").EnumerateArray())
            {
                var part = await See(Persons.Walter, $"spare-parts/parts/{row.GetProperty("id").GetGuid()}");
                foreach (var offer in offers.Where(o => Text(o, "number") == Text(row, "number")))
                {
                    if (offer.GetProperty("available").GetDecimal() != row.GetProperty("available").GetDecimal())
                    {
                        wrong.Add(new Breach("(f) available is one figure", $"{Text(row, "number")}: list {row.GetProperty("available")}, offers {offer.GetProperty("available")}"));
                    }
                }

                if (part.TryGetProperty("available", out var figure) && figure.GetDecimal() != row.GetProperty("available").GetDecimal())
                {
                    wrong.Add(new Breach("(f) available is one figure", $"{Text(row, "number")}: list {row.GetProperty("available")}, page {figure}"));
                }
            }
        }

        if (house.Has("Billing"))
        {
            var open = Money(house.One("SELECT SUM(Gross - Paid - Credited) FROM billing_Invoice WHERE State <> 'Draft' AND Gross - Paid - Credited > 0"));
            var told = (await See(Persons.Anna, "billing/receivables")) is var receivables && receivables.TryGetProperty("totals", out var totals)
                ? totals.EnumerateArray().Sum(t => new[] { "notDue", "days30", "days60", "days90", "over90" }.Sum(a => t.GetProperty("ages").GetProperty(a).GetDecimal())) : 0;
            if (open != told)
            {
                wrong.Add(new Breach("(f) receivables are invoices less payments", $"{told} instead of {open}"));
            }
        }

        foreach (var breach in wrong)
        {
            yield return breach;
        }
    }

    private static int? Counted(JsonElement counts, string name) => counts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;
}
