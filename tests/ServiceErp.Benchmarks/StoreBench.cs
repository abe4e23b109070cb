using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ServiceErp.Testing;

namespace ServiceErp.Benchmarks;

/// <summary>
/// A generated store: many parts, each with its movements over three years, in one warehouse whose balances are the sums of them. Lists, past days and codes are asked by the API;
/// one part is handed out by many clients at once, against the same rows written by bare ADO.NET.
/// </summary>
internal static class StoreBench
{
    private const int Days = 1095;

    // Nine receipts of ten and movements of two in between: what a shelf holds after its k-th movement is known without adding up.
    private const string QuantityAfter = "((k - 1) / 5 * 2 + 10 - 2 * ((k - 1) % 5))";
    private const string Moved = "(CASE WHEN k % 5 = 1 THEN 10 ELSE -2 END)";
    private const string CostOfOne = "(1 + i * 7919 % 997)";

    public static async Task RunAsync(HostProcess host, CentreClient client, string file, int parts, long movements, TimeSpan length, Action<string> say)
    {
        var each = (int)Math.Max(1, movements / parts);
        var watch = Stopwatch.StartNew();
        await Generate(client, file, parts, each);
        say($"## A store of {parts:N0} parts and {(long)parts * each:N0} movements");
        say("");
        say($"Generated in {watch.Elapsed.TotalSeconds:F0} s, {new FileInfo(file).Length / 1024 / 1024:N0} MiB. Median of 30 calls, milliseconds at the client.");
        say("");
        say("| what | ms |");
        say("|---|---|");
        var past = DateOnly.Parse(Text(file, "SELECT date('now')"), CultureInfo.InvariantCulture);
        await Row("stock, first page, most valuable first", "spare-parts/stock");
        await Row("stock, deep page", $"spare-parts/stock?cursor={await Deep(client, "spare-parts/stock")}");
        await Row("stock, by number", "spare-parts/stock?sort=number");
        await Row("stock, of one warehouse", $"spare-parts/stock?warehouse={client.Warehouse}");
        await Row("catalogue, first page", "spare-parts/parts");
        await Row("a scanned part", "spare-parts/codes?code=B-00100000");
        await Row("an unknown code", "spare-parts/codes?code=4006381333932");
        await Row("stock on a day a month ago", $"spare-parts/stock?on={past.AddDays(-30):yyyy-MM-dd}");
        await Row("stock on a day two years ago", $"spare-parts/stock?on={past.AddDays(-730):yyyy-MM-dd}");
        await Row("value now", "spare-parts/stock/totals");
        await Row("value a month ago, no period closed", $"spare-parts/stock/totals?on={past.AddDays(-30):yyyy-MM-dd}", 5);
        await Row("value two years ago, no period closed", $"spare-parts/stock/totals?on={past.AddDays(-730):yyyy-MM-dd}", 3);
        watch.Restart();
        var months = 0;
        for (var month = new DateOnly(past.Year, past.Month, 1).AddMonths(-30); month <= past; month = month.AddMonths(1))
        {
            await client.PostAsync("spare-parts/periods", new { through = month.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
            months++;
        }

        say($"| closing a month | {watch.Elapsed.TotalMilliseconds / months:F0} |");
        await Row("value a month ago, months closed", $"spare-parts/stock/totals?on={past.AddDays(-30):yyyy-MM-dd}", 5);
        await Row("value two years ago, months closed", $"spare-parts/stock/totals?on={past.AddDays(-730):yyyy-MM-dd}", 5);
        await Row("turnover of three months", "spare-parts/reports/turnover", 3);
        await Row("turnover of three months by part", "spare-parts/reports/turnover/parts", 3);
        await Row("slow and dead stock, first page", "spare-parts/reports/slow-stock", 3);
        await Row("slow and dead stock, sums", "spare-parts/reports/slow-stock/sums", 3);
        say("");
        await Planning(host, client, file, parts, say);
        await Issues(host, client, file, length, say);

        async Task Row(string what, string path, int calls = 30) => say($"| {what} | {await Median(client, path, calls):F1} |");
    }

    /// <summary>
    /// Demand gathered month by month, classes computed anew, all parts foreseen: what the nightly job does. The floors of classing are one aggregate and a sort by bare ADO.NET on the same file:
    /// over all movements, and over those of the twelve months that are looked at.
    /// </summary>
    private static async Task Planning(HostProcess host, CentreClient client, string file, int parts, Action<string> say)
    {
        say("| planning | seconds |");
        say("|---|---|");
        var watch = Stopwatch.StartNew();
        var months = await client.GetAsync("spare-parts/demand/months-to-gather");
        var last = months.GetProperty("months").EnumerateArray().Last().GetString();
        var gathered = 0;
        foreach (var month in months.GetProperty("months").EnumerateArray().Select(m => m.GetString()))
        {
            await client.PostAsync("spare-parts/demand/gather", new { month, asOf = month == last ? months.GetProperty("asOf").GetString() : null });
            gathered++;
        }

        say($"| demand of {gathered} months gathered out of the ledger for the first time | {watch.Elapsed.TotalSeconds:F1} |");
        watch.Restart();
        await client.PostAsync("spare-parts/demand/gather", new { month = last });
        say($"| demand of one month gathered anew | {watch.Elapsed.TotalSeconds:F1} |");
        var through = DateOnly.Parse(last!, CultureInfo.InvariantCulture);
        var whole = Sorted(file, DateOnly.MinValue, DateOnly.MaxValue);
        say($"| floor of classing: one aggregate over all movements, sorted | {whole:F1} |");
        var floor = Enumerable.Range(0, 3).Select(_ => Sorted(file, through.AddYears(-1), through)).Min();
        say($"| the same over the twelve months that are looked at, out of an index | {floor:F1} |");
        foreach (var what in new[] { "for the first time", "anew, with its changes written down" })
        {
            watch.Restart();
            var run = (await client.PostAsync("spare-parts/class-runs", new { branchId = client.Branch })).GetProperty("runId").GetGuid();
            await client.PostAsync($"spare-parts/class-runs/{run}/put-in-force", new { });
            say($"| all parts classed (ABC and XYZ) and put in force, {what} | {watch.Elapsed.TotalSeconds:F1}: {watch.Elapsed.TotalSeconds / whole:F1} × and {watch.Elapsed.TotalSeconds / floor:F1} × the floors |");
        }

        watch.Restart();
        Guid? after = null;
        var planned = 0;
        do
        {
            var thousand = await client.PostAsync("spare-parts/forecasts", new { branchId = client.Branch, after });
            planned += thousand.GetProperty("planned").GetInt32();
            after = thousand.GetProperty("last").ValueKind == System.Text.Json.JsonValueKind.Null ? null : thousand.GetProperty("last").GetGuid();
        }
        while (after is not null);

        say($"| {planned:N0} of {parts:N0} parts foreseen, a thousand a command | {watch.Elapsed.TotalSeconds:F1} |");
        say("");
        say($"The host's memory was {host.PeakMemory:F0} MiB at its highest.");
        say("");
    }

    private static double Sorted(string file, DateOnly from, DateOnly until)
    {
        using var db = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=600");
        db.Open();
        var watch = Stopwatch.StartNew();
        using var command = db.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = "SELECT PartId, SUM(Value) AS Used FROM spareparts_Movement WHERE BookingDate >= @from AND BookingDate < @until AND Kind IN ('Issue', 'Return') GROUP BY PartId ORDER BY Used DESC, PartId";
        command.Parameters.AddWithValue("@from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("@until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task Issues(HostProcess host, CentreClient client, string file, TimeSpan length, Action<string> say)
    {
        await client.ReceiveAsync("P-1", 100_000, 20);
        var part = Guid.Parse(Text(file, "SELECT Id FROM spareparts_Part WHERE Number = 'P-1'"));
        var order = (await client.BeginAsync("Store bench", "Many parts")).Order;
        await Issue(client, order, part);
        var before = Floor.Count(file);
        await Issue(client, order, part);
        var floor = Floor.Learn(file, before, 2);
        say($"One part handed out to orders, reserved and issued in two calls; the floor writes the same {floor.Rows} rows in {floor.Transactions} commits by bare ADO.NET.");
        say("");
        say("| clients | issues/s | floor/s | share of the floor | oversold |");
        say("|---|---|---|---|---|");
        foreach (var count in new[] { 1, 8 })
        {
            var clients = Enumerable.Range(0, count).Select(_ => client.Fork(host.Address)).ToArray();
            var (there, issued) = (OnHand(file), 0);
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(clients.Select(async each =>
            {
                while (watch.Elapsed < length)
                {
                    await Issue(each, order, part);
                    Interlocked.Increment(ref issued);
                }
            }));
            var rate = issued / watch.Elapsed.TotalSeconds;
            var floorRate = floor.Run(count, length / 2);
            say($"| {count} | {rate:F0} | {floorRate:F0} | 1/{floorRate / rate:F1} | {there - issued - OnHand(file):F0} |");
            Array.ForEach(clients, c => c.Dispose());
        }

        say("");
    }

    private static async Task Issue(CentreClient client, Guid order, Guid part)
    {
        var line = CentreClient.NewId();
        await client.PostAsync("spare-parts/reservations", new { wishes = new[] { new { lineId = line, orderId = order, orderNumber = "SO-BENCH", branchId = client.Branch, partId = part, quantity = 1 } } });
        await client.PostAsync("spare-parts/reservations/issue", new { lineIds = new[] { line } });
    }

    /// <summary>Copies the one part, shelf and movement that the API has made, with other identities and figures.</summary>
    private static async Task Generate(CentreClient client, string file, int parts, int each)
    {
        await client.StockAsync("B-0", "Part", 10, 7, 1);
        using var db = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=600");
        db.Open();
        Run(db, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY;");
        var indexes = new List<string>();
        using (var command = db.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('spareparts_Movement', 'spareparts_StockItem', 'spareparts_Part')";
            using var reader = command.ExecuteReader();
            var names = new List<string>();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }

            reader.Close();
            names.ForEach(n => Run(db, $"DROP INDEX \"{n}\""));
        }

        var last = $"(SELECT {each} AS k)";
        var series = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {parts})";
        const string Part = "(SELECT Id FROM spareparts_Part WHERE Number = 'B-0')";
        Copy(db, series, "spareparts_Part", $"n, (SELECT 1)", $"t.Id = {Part}", new()
        {
            ["Id"] = Id("10"), ["Number"] = "printf('B-%08d', i)", ["Name"] = "'Part ' || i", ["Group"] = "'Group ' || (i % 50)",
        });
        Copy(db, series, "spareparts_StockItem", $"n, {last}", $"t.PartId = {Part}", new()
        {
            ["Id"] = Id("20"), ["PartId"] = Id("10"), ["PartNumber"] = "printf('B-%08d', i)", ["OnHand"] = $"{QuantityAfter} * 1000000", ["Value"] = $"{QuantityAfter} * {CostOfOne} * 1000000", ["LastSequence"] = "k",
            ["FirstMovedAt"] = At("1"), ["LastIssuedAt"] = At($"{(each % 5 == 1 ? each - 1 : each)}"),
        });
        Copy(db, series + $", m(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM m WHERE k < {each})", "spareparts_Movement", "n, m", $"t.PartId = {Part}", new()
        {
            ["Id"] = "printf('%08X-0000-7000-8030-%012X', k, i)", ["StockItemId"] = Id("20"), ["PartId"] = Id("10"), ["Sequence"] = "k",
            ["Kind"] = "CASE WHEN k % 5 = 1 THEN 'Receipt' ELSE 'Issue' END", ["Quantity"] = $"{Moved} * 1000000", ["Value"] = $"{Moved} * {CostOfOne} * 1000000",
            ["QuantityAfter"] = $"{QuantityAfter} * 1000000", ["ValueAfter"] = $"{QuantityAfter} * {CostOfOne} * 1000000", ["DocumentNumber"] = "printf('GEN-%d', k)",
            ["At"] = At("k"),
            ["BookingDate"] = $"date('now', '-' || ({Days} - k * {Days} / ({each} + 1)) || ' days')",
        });
        indexes.ForEach(sql => Run(db, sql));
        Run(db, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");

        string At(string k) => $"(CAST(strftime('%s', 'now') AS INTEGER) - ({Days} - {k} * {Days} / ({each} + 1)) * 86400 + i % 40000) * 1000000";

        static string Id(string kind) => $"printf('{kind}000000-0000-7000-8000-%012X', i)";
    }

    private static void Copy(SqliteConnection db, string series, string table, string from, string where, Dictionary<string, string> values)
    {
        var columns = new List<string>();
        using (var command = db.CreateCommand())
        {
            command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var missing = values.Keys.Except(columns).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidOperationException($"{table} has no column {string.Join(", ", missing)} any more.");
        }

        Run(db, $"{series} INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", columns.Select(c => values.GetValueOrDefault(c, $"t.\"{c}\"")))} FROM {from}, (SELECT * FROM {table} t WHERE {where} LIMIT 1) t");
    }

    private static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandTimeout = 3600;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static decimal OnHand(string file) => decimal.Parse(Text(file, "SELECT SUM(OnHand) / 1000000 FROM spareparts_StockItem WHERE PartNumber = 'P-1'"), CultureInfo.InvariantCulture);

    private static string Text(string file, string sql)
    {
        using var db = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private static async Task<string> Deep(CentreClient client, string path)
    {
        var cursor = "end";
        for (var i = 0; i < 20 && (await client.GetAsync($"{path}?cursor={cursor}")).GetProperty("paging").GetProperty("previous").GetString() is { Length: > 0 } previous; i++)
        {
            cursor = previous;
        }

        return cursor;
    }

    private static async Task<double> Median(CentreClient client, string path, int calls)
    {
        var times = new List<double>();
        for (var i = 0; i < calls + 2; i++)
        {
            var watch = Stopwatch.StartNew();
            await client.GetAsync(path);
            if (i >= 2)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
