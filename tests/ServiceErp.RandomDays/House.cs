using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Autofac;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Printing;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;
using ServiceErp.Testing;

namespace ServiceErp.RandomDays.Tests;

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, string Text)
{
    public bool Succeeded => Status is >= 200 and < 300;

    public JsonElement Json => Text.Length == 0 ? default : JsonDocument.Parse(Text).RootElement;

    public string Code => Status >= 400 && Text.StartsWith('{') && Json.TryGetProperty("code", out var code) ? code.GetString()! : "";

    /// <summary>The refusal in its own words.</summary>
    public string Words => Status >= 400 && Text.StartsWith('{') && Json.TryGetProperty("detail", out var detail) ? detail.GetString()! + (Json.TryGetProperty("errors", out var errors) ? $" {errors}" : "") : Text;
}

/// <summary>
/// One whole centre that lives many days: the program is composed once, its database is put back to the first morning before each day. Requests go through the real routes, the real authorisation and the
/// real pipeline; nothing is faked but the network, the clock, identities and who is signed in.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly MethodInfo Direct = typeof(House).GetMethod(nameof(SendDirect), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly TestCentre centre;
    private readonly HttpClient http;
    private readonly SqliteConnection db;
    private readonly SqliteConnection morning = new("Data Source=:memory:");
    private readonly Ids ids;
    private readonly ErrorLog log;

    private House(TestCentre centre, HttpClient http, Ids ids, ErrorLog log, string off)
    {
        (this.centre, this.http, this.ids, this.log, Off) = (centre, http, ids, log, off);
        db = new SqliteConnection($"Data Source={Path.Combine(centre.Folder, "serviceerp.db")};Pooling=False");
        db.Open();
        morning.Open();
        UseCases = ServiceErp.RandomDays.Tests.UseCases.Of(centre.Services);
    }

    /// <summary>Modules that are not there.</summary>
    public string Off { get; }

    public UseCases UseCases { get; }

    public Instant Now => centre.Now;

    public LocalDate Today => Now.InZone(TestBranches.Berlin.Zone).Date;

    public static async Task<House> OpenAsync(string off)
    {
        var ids = new Ids();
        var log = new ErrorLog();
        var centre = await TestCentre.StartAsync(
            container =>
            {
                container.RegisterInstance(TestUsers.Of(Persons.All.Select(p => p.User))).As<IUserDirectory>();
                container.RegisterInstance(ids).As<IIdentifiers>();
                container.RegisterInstance(log).As<ILoggerProvider>();
                container.RegisterType<BlankPaper>().As<IPdfPrinter>().SingleInstance();
            },
            new Dictionary<string, string?> { ["Modules:Off"] = off, ["Public:Address"] = "https://service.example" },
            real: false);
        var house = new House(centre, await centre.Client(), ids, log, off);
        await Furniture.PutAsync(house);
        house.db.BackupDatabase(house.morning);
        return house;
    }

    public bool Has(string module) => !Off.Contains(module, StringComparison.Ordinal);

    /// <summary>The first morning again.</summary>
    public void BeginDay()
    {
        morning.BackupDatabase(db);
        ids.Reset();
        log.Take();
        centre.Clock.TravelTo(TestCentre.Start - Duration.FromHours(2));
    }

    public void Wait(Duration by) => centre.Advance(by);

    /// <summary>Tells subscribers what is still to be told; what can't be told is a breach.</summary>
    public Task PumpAsync() => centre.Pump();

    /// <summary>What the jobs do by night; what fails is in the log.</summary>
    public async Task RunJobsAsync()
    {
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        foreach (var job in scope.Resolve<IEnumerable<IScheduledJob>>().Where(j => !j.Name.Contains("Seal", StringComparison.Ordinal)))
        {
            try
            {
                await job.RunAsync(new Progress<JobProgress>(), CancellationToken.None);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.Add($"The job {job.Name} failed: {e}");
            }
        }

        await centre.SendMessages();
    }

    /// <summary>What was logged as an error since the last time.</summary>
    public IReadOnlyList<string> TakeErrors() => log.Take();

    /// <summary>Changes whenever anybody stores anything.</summary>
    public long DataVersion() => Convert.ToInt64(One("PRAGMA data_version"), CultureInfo.InvariantCulture);

    /// <summary>Rows of a question in SQL: nobody believes the modules about themselves.</summary>
    public List<object?[]> Ask(string sql, params object?[] values)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The same, by the names of the columns.</summary>
    public List<Dictionary<string, object?>> Rows(string table, string where)
    {
        if (One("SELECT 1 FROM sqlite_master WHERE name = $0", table) is null)
        {
            return [];
        }

        using var command = db.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} t WHERE {where} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object?>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i)));
        }

        return rows;
    }

    public object? One(string sql, params object?[] values) => Ask(sql, values) is [var row, ..] ? row[0] : null;

    public Task<Reply> GetAsync(Person? person, string path) => SendAsync(person, HttpMethod.Get, path, null, null);

    public async Task<Reply> SendAsync(Person? person, HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        if (person is not null)
        {
            request.Headers.Add("X-Test-Role", person.Id.ToString());
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        try
        {
            using var answer = await http.SendAsync(request);
            return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Reply(500, e.ToString());
        }
    }

    /// <summary>What the customer does on a page behind a link: the same command as the page sends.</summary>
    public Task<Reply> SendByCustomerAsync(Type command, object body) =>
        (Task<Reply>)Direct.MakeGenericMethod(command.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0]).Invoke(this, [command, body])!;

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await morning.DisposeAsync();
        await centre.DisposeAsync();
    }

    private async Task<Reply> SendDirect<TAnswer>(Type command, object body)
    {
        try
        {
            var request = (IRequest<TAnswer>)JsonSerializer.Deserialize(JsonSerializer.Serialize(body), command, ErpJson.Options)!;
            var result = await centre.Dispatcher.Send(request, Caller.Public);
            return result.Succeeded
                ? new Reply(200, JsonSerializer.Serialize(result.Value, ErpJson.Options))
                : new Reply(Problems.Status(result.Error.Kind), JsonSerializer.Serialize(new { code = result.Error.Code, detail = result.Error.ToString(), errors = result.Error.Details.Select(d => $"{d.Field}: {d}") }));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Reply(500, e.ToString());
        }
    }

    /// <summary>Identities and secrets that come out the same on every first morning; a secret is known by its look.</summary>
    private sealed class Ids : IIdentifiers
    {
        private long next = 1_000_000;
        private long secret;

        public void Reset() => (next, secret) = (2_000_000, 0);

        public Guid NewId() => new($"0190{0:x4}-0000-7000-8000-{Interlocked.Increment(ref next):x12}");

        public string NewSecret() => $"{Rules.SecretMark}{Interlocked.Increment(ref secret):D9}";
    }

    /// <summary>A browser takes longer to print one paper than a day lasts.</summary>
    private sealed class BlankPaper : IPdfPrinter
    {
        public bool IsAvailable => true;

        public Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancel) => Task.FromResult<Result<byte[]>>("%PDF-1.7"u8.ToArray());
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> said = new();

        public void Add(string text) => said.Enqueue(text);

        public List<string> Take()
        {
            List<string> taken = [];
            while (said.TryDequeue(out var text))
            {
                taken.Add(text);
            }

            return taken;
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
