using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using ServiceErp.Benchmarks;
using ServiceErp.Testing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["power-cuts", var kills])
{
    var faults = await PowerCuts.RunAsync(int.Parse(kills, CultureInfo.InvariantCulture), Environment.TickCount, Console.WriteLine);
    Console.WriteLine(faults.Count == 0 ? "Nothing lost, nothing doubled, database intact." : string.Join(Environment.NewLine, faults.Take(50)));
    return faults.Count == 0 ? 0 : 1;
}

var report = new StringBuilder();
var quick = args.Contains("--quick");
var length = TimeSpan.FromSeconds(quick ? 5 : 20);
var folder = Directory.CreateTempSubdirectory("serviceerp-benchmark-").FullName;
var file = Path.Combine(folder, "serviceerp.db");
try
{
    Say("# Benchmarks");
    Say();
    Say($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateOnly.FromDateTime(File.GetLastWriteTime(typeof(Floor).Assembly.Location)):yyyy-MM-dd}. SQLite with write-ahead log and `synchronous=FULL`: a committed order survives a power cut.");
    Say();

    var start = Stopwatch.StartNew();
    using (var first = await HostProcess.StartAsync(folder, "--Modules:Off", "Demo"))
    {
        Say("## Start and memory");
        Say();
        Say("| what | figure |");
        Say("|---|---|");
        Say($"| first start, schema made, to the first answered page | {start.Elapsed.TotalSeconds:F1} s |");
    }

    start.Restart();
    using var host = await HostProcess.StartAsync(folder, "--Modules:Off", "Demo");
    Say($"| later start to the first answered page | {start.Elapsed.TotalSeconds:F1} s |");
    using var client = await CentreClient.SetUpAsync(host.Address);
    await client.StockAsync("P-1", "Hydraulic hose", 40, 20, 1_000_000);
    await client.StockAsync("P-2", "O-ring", 2, 0.5m, 1_000_000);

    if (args.Contains("store"))
    {
        await StoreBench.RunAsync(host, client, file, quick ? 20_000 : 200_000, Number("--movements", quick ? 200_000 : 10_000_000), length, Say);
        return Written();
    }

    // A centre runs for months: what is measured is the program after it has compiled itself, and how long that takes stands under start and memory.
    start.Restart();
    var warmUp = quick ? 50 : 400;
    for (var i = 0; i < warmUp; i++)
    {
        await client.LiveAsync($"Warm-up {i}", "Bucket won't open", "P-1", "P-2");
    }

    var warm = start.Elapsed;
    var before = Floor.Count(file);
    var commits = 0;
    await client.LiveAsync("Learnt", "Bucket won't open", "P-1", "P-2", _ => commits++);
    var floor = Floor.Learn(file, before, commits);

    var one = await Measure([client], length);
    Say($"| warm-up, {warmUp} life cycles | {warm.TotalSeconds:F1} s |");
    Say($"| memory after {one.Lives + warmUp + 1:N0} life cycles | {host.Memory:F0} MiB |");
    Say();
    Say("## Life cycles by the REST API");
    Say();
    Say($"Intake, assignment, agreed limit, diagnosis, repair, 2 parts, issue, labour, finish, inspection, invoice, return: {commits} calls. The floor writes the same {floor.Rows} rows in {floor.Transactions} commits by bare ADO.NET.");
    Say();
    Say("| clients | life cycles/s | floor/s | share of the floor | processor ms each | failed |");
    Say("|---|---|---|---|---|---|");
    Row(1, one, floor.Run(1, length / 2));
    var clients = Enumerable.Range(0, 8).Select(_ => client.Fork(host.Address)).ToArray();
    Row(8, await Measure(clients, length), floor.Run(8, length / 2));
    Say();

    if (!args.Contains("--no-lists"))
    {
        Say("## Register of orders, sorted and filtered");
        Say();
        Say("Median of 30 calls, milliseconds at the client.");
        Say();
        Say("| orders | first page | deep page | filtered | filtered, deep | last page |");
        Say("|---|---|---|---|---|---|");
        var small = await Lists(client, Multiply(file, 10_000));
        var large = await Lists(client, Multiply(file, quick ? 100_000 : 1_000_000));
        Say($"| ratio | {string.Join(" | ", small.Zip(large, (s, l) => (l / s).ToString("F1", CultureInfo.InvariantCulture)))} |");
        Say();
    }

    async Task<Measured> Measure(CentreClient[] machines, TimeSpan time)
    {
        var lives = 0;
        var failures = 0;
        var processor = host.ProcessorTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(machines.Select(async (machine, number) =>
        {
            for (var i = 0; watch.Elapsed < time; i++)
            {
                try
                {
                    await machine.LiveAsync($"{machines.Length}-{number}-{i}-{watch.ElapsedTicks}", "L/H bucket cylinder leaking", "P-1", "P-2");
                    Interlocked.Increment(ref lives);
                }
                catch (Exception e) when (e is ApiRefusal or HttpRequestException)
                {
                    Console.Error.WriteLine(e.Message);
                    Interlocked.Increment(ref failures);
                }
            }
        }));
        return new Measured(lives, lives / watch.Elapsed.TotalSeconds, (host.ProcessorTime - processor).TotalMilliseconds / Math.Max(1, lives), failures);
    }

    void Row(int clientCount, Measured measured, double floorRate) =>
        Say($"| {clientCount} | {measured.PerSecond:F1} | {floorRate:F1} | 1/{floorRate / measured.PerSecond:F1} | {measured.Processor:F1} | {measured.Failures} |");

    async Task<double[]> Lists(CentreClient machine, long orders)
    {
        var deep = await DeepCursor(machine, "workshop/service-orders?sort=opened&dir=desc");
        var filteredDeep = await DeepCursor(machine, "workshop/service-orders?state=Completed&sort=opened&dir=desc");
        double[] figures =
        [
            await Median(machine, "workshop/service-orders"),
            await Median(machine, $"workshop/service-orders?sort=opened&dir=desc&cursor={deep}"),
            await Median(machine, "workshop/service-orders?state=Completed&sort=opened&dir=desc"),
            await Median(machine, $"workshop/service-orders?state=Completed&sort=opened&dir=desc&cursor={filteredDeep}"),
            await Median(machine, "workshop/service-orders?cursor=end"),
        ];
        Say($"| {orders:N0} | {string.Join(" | ", figures.Select(f => f.ToString("F1", CultureInfo.InvariantCulture)))} |");
        return figures;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return Written();

int Written()
{
    var target = Path.Combine(args.SkipWhile(a => a != "--out").Skip(1).FirstOrDefault() ?? ".", args.Contains("store") ? "benchmarks-store.md" : "benchmarks.md");
    File.WriteAllText(target, report.ToString());
    Console.WriteLine($"Written to {target}.");
    return 0;
}

long Number(string name, long otherwise) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault() is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;

void Say(string line = "")
{
    Console.WriteLine(line);
    report.AppendLine(line);
}

static async Task<double> Median(CentreClient machine, string path)
{
    var times = new List<double>();
    for (var i = 0; i < 33; i++)
    {
        var watch = Stopwatch.StartNew();
        await machine.GetAsync(path);
        if (i >= 3)
        {
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    times.Sort();
    return times[times.Count / 2];
}

// A page in the middle of the list: from the end backwards two hundred pages.
static async Task<string> DeepCursor(CentreClient machine, string path)
{
    var cursor = "end";
    for (var i = 0; i < 40; i++)
    {
        var paging = (await machine.GetAsync($"{path}&cursor={cursor}")).GetProperty("paging");
        if (paging.GetProperty("previous").GetString() is not { Length: > 0 } previous)
        {
            break;
        }

        cursor = previous;
    }

    return cursor;
}

// Copies the finished orders, with other identities, numbers and times, until there are enough.
static long Multiply(string file, long wanted)
{
    using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60");
    connection.Open();
    string[] columns = [.. Read(connection, "SELECT name FROM pragma_table_info('workshop_ServiceOrder')")];
    var values = columns.Select(c => c switch
    {
        "Id" or "RequestId" => "upper(substr(hex(randomblob(16)), 1, 8) || '-' || substr(hex(randomblob(2)), 1, 4) || '-7' || substr(hex(randomblob(2)), 1, 3) || '-8' || substr(hex(randomblob(2)), 1, 3) || '-' || hex(randomblob(6)))",
        "Number" => "'SO-X-' || hex(randomblob(6))",
        "OpenedAt" or "ReceivedAt" => $"\"{c}\" - abs(random() % 94608000000000)",
        _ when c.EndsWith("Secret", StringComparison.Ordinal) => "hex(randomblob(11))",
        _ => $"\"{c}\"",
    });
    long have;
    while ((have = long.Parse(Read(connection, "SELECT COUNT(*) FROM workshop_ServiceOrder")[0], CultureInfo.InvariantCulture)) < wanted)
    {
        using var insert = connection.CreateCommand();
        insert.CommandTimeout = 600;
        insert.CommandText = $"INSERT INTO workshop_ServiceOrder ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM workshop_ServiceOrder LIMIT {Math.Min(wanted - have, have)}";
        insert.ExecuteNonQuery();
    }

    using var analyze = connection.CreateCommand();
    analyze.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
    analyze.ExecuteNonQuery();
    return have;
}

static List<string> Read(SqliteConnection connection, string sql)
{
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    using var reader = command.ExecuteReader();
    var rows = new List<string>();
    while (reader.Read())
    {
        rows.Add(reader.GetString(0));
    }

    return rows;
}

internal sealed record Measured(int Lives, double PerSecond, double Processor, int Failures);
