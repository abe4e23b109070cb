using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>A running demo centre on a real port and a browser, shared by all stories: each story takes customers and orders of its own. It runs in this process, so that a story can let days pass.</summary>
public sealed class Centre : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("serviceerp-stories-").FullName;
    private WebApplicationFactory<Program>? program;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>The centre's clock: set back, what is done meanwhile was done in the past; null lets it run again.</summary>
    public PlatformClock Clock => program!.Services.GetRequiredService<PlatformClock>();

    public Instant Now => Clock.GetCurrentInstant();

    public async Task InitializeAsync()
    {
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Data:Folder", folder);
            builder.UseSetting("demo", "true");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        });
        program.UseKestrel(0);
        program.StartServer();
        Address = new Uri(program.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var readiness = program.Services.GetRequiredService<Readiness>();
        while (!readiness.IsReady)
        {
            Assert.True(readiness.Failure is null, readiness.Failure);
            await Task.Delay(100);
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium(),
            ChromiumSandbox = false,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (program is not null)
        {
            await program.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The link to an order's quotation, as the customer gets it by message; no page for staff shows it.</summary>
    public string QuotationOf(string order) => $"/p/quotation/{Read($"SELECT q.Secret FROM workshop_Quotation q JOIN workshop_ServiceOrder o ON o.Id = q.OrderId WHERE o.Number = '{order}' ORDER BY q.Number DESC LIMIT 1")}";

    /// <summary>The link to an order's survey, as the customer gets it by message; no page for staff shows it.</summary>
    public string SurveyOf(string order) => $"/p/survey/{Read($"SELECT Secret FROM feedback_Survey WHERE OrderNumber = '{order}'")}";

    /// <summary>One of each kind of page that customers open by a link.</summary>
    public IReadOnlyList<string> CustomersPages() =>
    [
        $"/p/quotation/{Read("SELECT Secret FROM workshop_Quotation WHERE State = 'Sent' LIMIT 1")}",
        $"/p/survey/{Read("SELECT Secret FROM feedback_Survey WHERE State = 'Sent' LIMIT 1")}",
        $"/p/status/{Read("SELECT StatusSecret FROM reception_ServiceRequest ORDER BY ReceivedAt DESC LIMIT 1")}",
    ];

    private string Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "serviceerp.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>A fresh browser window in which the demo user of a role is signed in.</summary>
    /// <param name="role">As the sign-in page says it, such as "Warehouse keeper"; null stays outside.</param>
    /// <param name="phone">A phone's size and touch.</param>
    /// <param name="dark">The dark theme.</param>
    public async Task<IPage> OpenAsync(string? role, bool phone = false, bool dark = false)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1360, Height = 900 },
            HasTouch = phone,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        if (dark)
        {
            await context.AddCookiesAsync([new Cookie { Name = "theme", Value = "dark", Url = Address.ToString() }]);
        }

        var page = await context.NewPageAsync();
        if (role is not null)
        {
            await page.GotoAsync("/sign-in");
            await page.Locator(".sign-in-demo button").Filter(new LocatorFilterOptions { HasText = role }).Filter(new LocatorFilterOptions { HasNotText = "Seoul" }).First.ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        }

        return page;
    }

    /// <summary>What a colleague in Berlin does meanwhile, out of the story's sight: through the same door, with their own rights.</summary>
    /// <param name="role">Out of <see cref="Roles"/>.</param>
    /// <param name="what">Must succeed.</param>
    public async Task<T> Does<T>(string role, IRequest<T> what)
    {
        var who = Colleague(role);
        var permissions = program!.Services.GetRequiredService<PermissionTable>().Of(who.Roles);
        var result = await program.Services.GetRequiredService<Dispatcher>().Send(what, new Caller { UserId = who.Id, Name = who.Name, BranchId = who.BranchId, Roles = who.Roles, Permissions = permissions });
        Assert.True(result.Succeeded, $"{what.GetType().DeclaringType?.Name} was refused: {result.Error} {string.Join("; ", result.Error?.Details.Select(d => $"{d.Field}: {d}") ?? [])}");
        return result.Value;
    }

    /// <summary>Whom the sign-in page offers first for a role in Berlin.</summary>
    public DirectoryUser Colleague(string role) => program!.Services.GetRequiredService<IUserDirectory>().All.First(u => u.Roles.Contains(role) && u.Email.Contains(".ber@", StringComparison.Ordinal));

    private static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is needed: build/test installs it, or apt-get install chromium.");
}

[CollectionDefinition("centre")]
public sealed class CentreCollection : ICollectionFixture<Centre>;
