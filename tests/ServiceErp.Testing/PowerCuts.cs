using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ServiceErp.Testing;

/// <summary>
/// Kills the program at random moments under load, starts it again, and looks whether anything that was acknowledged is lost, anything is doubled, or anything half done was left.
/// </summary>
public static class PowerCuts
{
    /// <summary>Runs.</summary>
    /// <param name="kills">How often the program is killed.</param>
    /// <param name="seed">Decides the moments.</param>
    /// <param name="say">Told about each round.</param>
    /// <returns>Faults found; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(int kills, int seed, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("serviceerp-power-cuts-").FullName;
        try
        {
#pragma warning disable RS0030 // a seeded source, outside the program
            var random = new Random(seed);
#pragma warning restore RS0030
            var acknowledged = new ConcurrentBag<LivedOrder>();
            var intakes = new ConcurrentBag<string>();
            var host = await HostProcess.StartAsync(folder, "--Modules:Off", "Demo");
            var client = await CentreClient.SetUpAsync(host.Address);
            await client.StockAsync("P-1", "Hydraulic hose", 40, 20, 100_000);
            await client.StockAsync("P-2", "O-ring", 2, 0.5m, 100_000);
            var round = 0;
            while (true)
            {
                using var stop = new CancellationTokenSource();
                var machines = Enumerable.Range(0, 4).Select(_ => client.Fork(host.Address)).ToArray();
                var load = Task.WhenAll(machines.Select((machine, number) => Live(machine, $"{round}-{number}", acknowledged, intakes, stop.Token)));
                if (round == kills)
                {
                    await Task.Delay(1000);
                    await stop.CancelAsync();
                    await load;
                    break;
                }

                await Task.Delay(random.Next(300, 2500));
                host.Kill();
                await stop.CancelAsync();
                await load;
                host.Dispose();
                var watch = Stopwatch.StartNew();
                host = await HostProcess.StartAsync(folder, "--Modules:Off", "Demo");
                round++;
                say($"kill {round}: {acknowledged.Count} orders lived to the end so far; up again after {watch.Elapsed.TotalSeconds:F1} s");
            }

            await Settle(folder);
            host.Kill();
            host.Dispose();
            client.Dispose();
            say($"{acknowledged.Count} orders to the end, {intakes.Count} taken in, {kills} kills");
            return Inspect(Path.Combine(folder, "serviceerp.db"), acknowledged, intakes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Live(CentreClient machine, string name, ConcurrentBag<LivedOrder> acknowledged, ConcurrentBag<string> intakes, CancellationToken stop)
    {
        using (machine)
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var each = $"{name}-{i}";
                try
                {
                    acknowledged.Add(await machine.LiveAsync(each, "Stopped in the middle of the shift", "P-1", "P-2", step =>
                    {
                        if (step == "intake")
                        {
                            intakes.Add(each);
                        }
                    }));
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
                {
                    return; // the power is cut
                }
            }
        }
    }

    /// <summary>Waits until what was put off has been delivered; the first attempt of a killed publisher is due after some seconds.</summary>
    private static async Task Settle(string folder)
    {
        for (var i = 0; i < 60; i++)
        {
            using var connection = Open(Path.Combine(folder, "serviceerp.db"));
            if (Number(connection, "SELECT COUNT(*) FROM platform_Outbox WHERE DoneAt IS NULL AND DeadAt IS NULL") == 0)
            {
                return;
            }

            await Task.Delay(500);
        }
    }

    private static List<string> Inspect(string file, IEnumerable<LivedOrder> acknowledged, IEnumerable<string> intakes)
    {
        using var connection = Open(file);
        var faults = new List<string>();
        Expect("ok", "PRAGMA integrity_check", "the database is damaged");
        Expect("0", "SELECT COUNT(*) FROM pragma_foreign_key_check", "keys lead nowhere");
        Expect("0", "SELECT COUNT(*) FROM platform_Outbox WHERE DoneAt IS NULL", "events were not delivered");
        Expect("0", "SELECT COUNT(*) FROM reception_ServiceRequest r WHERE r.OrderId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM workshop_ServiceOrder o WHERE o.Id = r.OrderId)", "requests were accepted and have no order");
        Expect("0", "SELECT COUNT(*) FROM (SELECT 1 FROM workshop_ServiceOrder GROUP BY RequestId HAVING COUNT(*) > 1)", "requests have two orders");
        Expect("0", "SELECT COUNT(*) FROM (SELECT 1 FROM billing_Invoice GROUP BY OrderId HAVING COUNT(*) > 1)", "orders have two invoices");
        Expect("0", "SELECT COUNT(*) FROM (SELECT 1 FROM reception_Device GROUP BY ModelId, SerialNumber HAVING COUNT(*) > 1)", "devices were taken in twice");
        Expect("0", "SELECT COUNT(*) FROM workshop_ServiceOrder o WHERE o.State IN ('Ready', 'Completed') AND NOT EXISTS (SELECT 1 FROM billing_Voucher v WHERE v.OrderId = o.Id)", "released orders did not reach finance");
        Expect("0", "SELECT COUNT(*) FROM (SELECT OnceKey FROM platform_Message GROUP BY OnceKey HAVING COUNT(*) > 1)", "messages were written twice");
        Expect("0", "SELECT COUNT(*) FROM spareparts_StockItem s WHERE s.OnHand < 0 OR s.Reserved < 0 OR s.Reserved > s.OnHand OR s.OnHand <> (SELECT COALESCE(SUM(Quantity), 0) FROM spareparts_Movement m WHERE m.StockItemId = s.Id) OR s.Value <> (SELECT COALESCE(SUM(Value), 0) FROM spareparts_Movement m WHERE m.StockItemId = s.Id)",
            "stock differs from its movements");
        Expect("0", "SELECT COUNT(*) FROM (SELECT OrderId, SUM(Quantity) AS q, COUNT(DISTINCT PartId) AS p FROM spareparts_Movement WHERE OrderId IS NOT NULL GROUP BY OrderId HAVING q <> -3000000)", "orders were issued parts twice or in part");
        Expect("0", "SELECT COUNT(*) - COALESCE(MAX(CAST(substr(Number, -6) AS INTEGER)), 0) FROM billing_Invoice WHERE Number IS NOT NULL", "invoice numbers have gaps");
        foreach (var order in acknowledged)
        {
            var id = order.OrderId.ToString().ToUpperInvariant();
            Expect("Completed", $"SELECT State FROM workshop_ServiceOrder WHERE Id = '{id}'", $"order {id} was returned and is not completed");
            Expect(order.InvoiceNumber, $"SELECT Number FROM billing_Invoice WHERE OrderId = '{id}'", $"the invoice of order {id} is lost");
        }

        foreach (var serial in intakes)
        {
            Expect("1", $"SELECT COUNT(*) FROM reception_ServiceRequest WHERE SerialNumber = '{serial}'", $"the intake of {serial} is lost or doubled");
        }

        return faults;

        void Expect(string wanted, string sql, string fault)
        {
            var found = Text(connection, sql);
            if (found != wanted)
            {
                faults.Add($"{fault}: expected {wanted}, found {found}");
            }
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static long Number(SqliteConnection connection, string sql) => long.Parse(Text(connection, sql), CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are written above
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
