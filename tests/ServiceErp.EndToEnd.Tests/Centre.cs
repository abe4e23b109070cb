using Microsoft.Playwright;
using ServiceErp.Testing;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>A running demo centre and a browser, shared by all stories: each story takes customers and orders of its own.</summary>
public sealed class Centre : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("serviceerp-stories-").FullName;
    private HostProcess? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => host!.Address;

    public async Task InitializeAsync()
    {
        host = await HostProcess.StartAsync(folder);
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
        host?.Dispose();
        Directory.Delete(folder, recursive: true);
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

    private static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is needed: build/test installs it, or apt-get install chromium.");
}

[CollectionDefinition("centre")]
public sealed class CentreCollection : ICollectionFixture<Centre>;
