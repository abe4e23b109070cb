using Microsoft.Extensions.Hosting;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Autofac;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Testing;

/// <summary>
/// A whole program for one test: the real pipeline and a real SQLite file, with the modules that lie beside the test. The clock stands at
/// Wednesday 2026-03-04 09:00 UTC (10:00 in Berlin) until the test moves it; identifiers count; the outbox runs right after each command as in real life.
/// In about half of the test files the clock runs on from there and identifiers are the program's own (<see cref="IsReal"/>), since what stands still hides what is made twice or ordered by chance.
/// </summary>
public sealed class TestCentre : IAsyncDisposable
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 4, 9, 0);

    /// <summary>Files whose tests say to the instant what is due when, so that no time may pass meanwhile.</summary>
    private static readonly string[] ToTheInstant = ["AttachmentTests", "RightsTests", "CustodyTests", "RequestTests", "LoanerFlowTests"];

    private static readonly SemaphoreSlim TemplateGate = new(1, 1);
    private static readonly Dictionary<string, string> Templates = [];

    private readonly WebApplication app;
    private readonly string folder;
    private readonly bool isReal;
    private HttpClient? http;

    private TestCentre(WebApplication app, string folder, bool isReal)
    {
        this.app = app;
        this.folder = folder;
        this.isReal = isReal;
        Clock.TravelTo(Start, goesOn: isReal);
    }

    public IServiceProvider Services => app.Services;

    public Dispatcher Dispatcher => Services.GetRequiredService<Dispatcher>();

    public TestUsers Users => (TestUsers)Services.GetRequiredService<IUserDirectory>();

    public PlatformClock Clock => Services.GetRequiredService<PlatformClock>();

    public Instant Now => Clock.GetCurrentInstant();

    public Branch Berlin => TestBranches.Berlin;

    public Branch Seoul => TestBranches.Seoul;

    public string Folder => folder;

    /// <summary>Starts a program on an empty, migrated database.</summary>
    /// <param name="configure">Registrations that win over the program's own, such as fakes of other modules' interfaces.</param>
    /// <param name="settings">Settings, such as <c>Modules:Off</c>.</param>
    /// <param name="real">Whether the clock runs and identifiers are the program's own; unless said, the test's file decides.</param>
    /// <param name="test">The test's file; whoever starts a centre on its behalf passes it on.</param>
    public static async Task<TestCentre> StartAsync(
        Action<ContainerBuilder>? configure = null, IReadOnlyDictionary<string, string?>? settings = null, bool? real = null, [CallerFilePath] string test = "")
    {
        var isReal = real ?? IsReal(test);
        var off = settings?.GetValueOrDefault("Modules:Off") ?? "";
        var folder = Directory.CreateTempSubdirectory("serviceerp-test-").FullName;
        var template = await TemplateOf(off);
        File.Copy(template, Path.Combine(folder, "serviceerp.db"));
        return new TestCentre(Build(folder, configure, settings, isReal), folder, isReal);
    }

    /// <summary>
    /// Whether the tests of a file live in real time: decided by its name, so that each run does the same. <c>SERVICEERP_TEST_TIME</c> says it for all: <c>real</c> or <c>standing</c>.
    /// </summary>
    public static bool IsReal(string file) => Environment.GetEnvironmentVariable("SERVICEERP_TEST_TIME") switch
    {
        "real" => true,
        "standing" => false,
        _ => Path.GetFileNameWithoutExtension(file.Replace('\\', '/')) is var name && !ToTheInstant.Contains(name) && name.Sum(letter => letter) % 2 == 0,
    };

    /// <summary>A caller with the test user of a role.</summary>
    public Caller As(string role)
    {
        var user = Users.The(role);
        return CallerOf(user);
    }

    /// <summary>A caller with the test user of a role, bound to no branch.</summary>
    public Caller OfAll(string role) => As(role) with { BranchId = null };

    /// <summary>A caller for a given user.</summary>
    public Caller CallerOf(DirectoryUser user) => new()
    {
        UserId = user.Id,
        Name = user.Name,
        BranchId = user.BranchId,
        Roles = user.Roles,
        Permissions = Services.GetRequiredService<PermissionTable>().Of(user.Roles),
    };

    /// <summary>Sends a request; without a caller on behalf of the program itself.</summary>
    public Task<Result<TAnswer>> Send<TAnswer>(IRequest<TAnswer> request, Caller? caller = null, string? key = null) =>
        Dispatcher.Send(request, caller ?? Caller.System, key);

    /// <summary>Sends a request that must succeed.</summary>
    public async Task<TAnswer> Ok<TAnswer>(IRequest<TAnswer> request, Caller? caller = null)
    {
        var result = await Send(request, caller);
        Assert.True(result.Succeeded, $"{request.GetType().DeclaringType?.Name} was refused: {result.Error?.Code}: {result.Error} {string.Join("; ", result.Error?.Details.Select(d => $"{d.Field}: {d}") ?? [])}");
        return result.Value;
    }

    /// <summary>Sends a request that must be refused with this code.</summary>
    public async Task<Error> Refused<TAnswer>(string code, IRequest<TAnswer> request, Caller? caller = null)
    {
        var result = await Send(request, caller);
        var error = result.Error;
        Assert.True(error is not null, $"{request.GetType().DeclaringType?.Name} should have been refused with {code}.");
        Assert.True(code == error.Code || error.Details.Any(d => d.Code == code), $"Expected {code}, got {error.Code}: {error} {string.Join("; ", error.Details.Select(d => $"{d.Field}: {d.Code}"))}");
        return error;
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(Duration by) => Clock.TravelTo(Now + by, goesOn: isReal);

    /// <summary>Delivers what was put off.</summary>
    public Task<(int Delivered, int Failed)> Pump() => Services.GetRequiredService<OutboxPump>().Drain(CancellationToken.None);

    /// <summary>Sends the messages that are due; without a mail server they become files in <c>outbox-mail</c> of the folder.</summary>
    public Task<(int Sent, int Failed)> SendMessages() => Services.GetRequiredService<MessageSender>().SendDueAsync(CancellationToken.None);

    /// <summary>Tells every subscriber what another module would have told, and delivers it at once; a delivery that fails, fails the test.</summary>
    public async Task Tell(IIntegrationEvent happened)
    {
        await using (var scope = Dispatcher.Enter(Caller.System))
        {
            var db = scope.Resolve<PlatformDbContext>();
            var subscribers = Services.GetRequiredService<ModuleCatalog>().Modules.SelectMany(m => m.GetType().Assembly.GetTypes()
                .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(ISubscriber<>).MakeGenericType(happened.GetType()))).Select(t => $"{m.Name}.{t.Name}"));
            foreach (var subscriber in subscribers)
            {
                db.Set<OutboxMessage>().Add(new OutboxMessage
                {
                    Id = scope.Resolve<IIdentifiers>().NewId(),
                    EventName = happened.GetType().GetCustomAttribute<EventNameAttribute>()!.Name,
                    Subscriber = subscriber,
                    Payload = JsonSerializer.Serialize(happened, happened.GetType(), ErpJson.Options),
                    OccurredAt = Now,
                    Actor = "Test",
                    NextAttemptAt = Now,
                });
            }

            await db.SaveChangesAsync();
        }

        var (_, failed) = await Pump();
        Assert.True(failed == 0, $"{happened.GetType().Name} could not be delivered.");
    }

    /// <summary>Looks into a module's database.</summary>
    public async Task<T> Look<TContext, T>(Func<TContext, Task<T>> look)
        where TContext : ModuleDbContext
    {
        await using var scope = Dispatcher.Enter(Caller.System);
        return await look(scope.Resolve<TContext>());
    }

    /// <summary>
    /// A client for the modules' pages and API. Signed in as the role, or the user with the identity, in the header <c>X-Test-Role</c> (see <see cref="Client"/>); without it nobody.
    /// </summary>
    public async Task<HttpClient> Client(string? role = null)
    {
        if (http is null)
        {
            await app.StartAsync();
            http = app.GetTestClient();
        }

        var client = app.GetTestClient();
        if (role is not null)
        {
            client.DefaultRequestHeaders.Add("X-Test-Role", role);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> TemplateOf(string off)
    {
        await TemplateGate.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(off, out var file))
            {
                var folder = Directory.CreateTempSubdirectory("serviceerp-template-").FullName;
                await using (var app = Build(folder, null, new Dictionary<string, string?> { ["Modules:Off"] = off }, isReal: true))
                {
                    await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
                }

                SqliteConnection.ClearAllPools();
                await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "serviceerp.db")};Pooling=False"))
                {
                    await connection.OpenAsync();
                    await using var checkpoint = connection.CreateCommand();
                    checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
                    await checkpoint.ExecuteNonQueryAsync();
                }

                Templates[off] = file = Path.Combine(folder, "serviceerp.db");
            }

            return file;
        }
        finally
        {
            TemplateGate.Release();
        }
    }

    private static WebApplication Build(string folder, Action<ContainerBuilder>? configure, IReadOnlyDictionary<string, string?>? settings, bool isReal)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ContentRootPath = folder });
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["demo"] = "true"; // as `build/run` starts it: customers' links lead to this machine
        builder.Configuration["Jobs:Enabled"] = "false"; // tests decide when jobs run and messages are sent
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Configuration["Data:Folder"] = folder;
        builder.AddServiceErp();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, RoleHeader>("Test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddUi();
        builder.Services.AddSingleton<IShell, PlainShell>();
        builder.Host.ConfigureContainer<ContainerBuilder>(container =>
        {
            container.RegisterInstance(new Database(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "serviceerp.db")}", interceptors: [SqlServerWitness.Instance]));
            container.RegisterType<TestBranches>().As<IBranches>().SingleInstance();
            container.RegisterType<TestUsers>().As<IUserDirectory>().SingleInstance();
            container.RegisterType<NoPause>().As<IRacePause>().SingleInstance();
            if (!isReal)
            {
                container.RegisterType<CountingIdentifiers>().As<IIdentifiers>().SingleInstance();
            }

            configure?.Invoke(container);
        });
        var app = builder.Build();
        app.Services.GetRequiredService<Database>().Durable = false;
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapModules(app.MapGroup("").RequireAuthorization(), app.MapGroup(""), app.MapGroup("/api/v1").RequireAuthorization());
        return app;
    }

    private sealed class PlainShell : IShell
    {
        public Task<ShellModel> ComposeAsync(HttpContext http, string title) => Task.FromResult(new ShellModel { Title = title });
    }

    private sealed class RoleHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IUserDirectory users)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-Test-Role"].ToString() is not { Length: > 0 } role)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var user = Guid.TryParse(role, out var id) ? users.Find(id)! : ((TestUsers)users).The(role);
            Claim[] claims =
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.GivenName, user.Name), new(ClaimTypes.Name, user.Email),
                new(HttpCaller.BranchClaim, user.BranchId.ToString()!), .. user.Roles.Select(r => new Claim(ClaimTypes.Role, r)),
            ];
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, "Test")), "Test")));
        }
    }
}
