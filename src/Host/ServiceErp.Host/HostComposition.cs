using System.Security.Cryptography.X509Certificates;
using Autofac;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Host;

/// <summary>The web around the modules: sign-in, shell, languages, protection. It names no module.</summary>
internal static class HostComposition
{
    private static readonly string[] Languages = ["en", "ru", "es", "ko"];

    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // also when started from the build's output
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = BodyLimit.Usual;
        });
        builder.Host.ConfigureHostOptions(o => o.ShutdownTimeout = TimeSpan.FromSeconds(15));
        builder.Host.ConfigureContainer<ContainerBuilder>(container => container.RegisterType<DemoStaff>().As<IDemoCentre>().PreserveExistingDefaults());

        var services = builder.Services;
        services.AddErpAuthentication();
        builder.AddKeys();
        services.AddOptions<HostFilteringOptions>().Configure<IConfiguration>(OnlyOwnHosts);
        services.AddAntiforgery(o =>
        {
            o.Cookie = new HostCookie("antiforgery", SameSiteMode.Strict);
        });
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = BodyLimit.Usual);
        services.Configure<ForwardedHeadersOptions>(o => Proxies.Trust(o, builder.Configuration["Proxies:Known"]));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            // Bare English would mean American dates, which most readers of English here would read with day and month exchanged.
            o.DefaultRequestCulture = new RequestCulture("en-GB", "en");
            o.AddSupportedCultures(["en-GB", .. Languages.Skip(1)]).AddSupportedUICultures(Languages);
            o.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(UsersLanguage), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // tokens in pages are masked anew each time, so the length of a page betrays nothing
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.AddErpRateLimits(builder.Configuration);
        services.AddErpOpenApi();
        services.AddHttpContextAccessor();
        services.AddUi();
        services.AddSingleton<IShell, Shell>();
        services.AddHostedService<Preparation>();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database").AddCheck<IsPrepared>("prepared");
    }

    public static void UseHost(this WebApplication app)
    {
        app.UseHead();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseNamedHosts();
        app.UseExceptionHandler(Failures.AfterException);
        app.UseResponseCompression();
        app.UseStatusCodePages(Failures.WithoutBody);
        app.UseRouting();
        app.UseBodyLimit();
        app.UsePreparation();
        app.UseFirstRun();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseNewPasswords();
        app.Use((http, next) =>
        {
            ReaderZone.Current = ZoneOf(http);
            return next(http);
        });
        app.UseRateLimiter();
        app.UseAuthorization();

        app.MapStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        // Open to all: the same document lies in the repository, so that hiding it would protect nothing and keep tools out that can't sign in.
        app.MapOpenApi("/openapi/{documentName}.json").RequireRateLimiting(RateLimits.Public);
        // The own filter checks more than the framework's middleware does: forms or not, every method that changes something.
        var pages = app.MapGroup("").DisableAntiforgery().AddEndpointFilter(Forgery.Refuse).WithClientLibraries(app);
        pages.MapPreferences();
        app.MapModules(
            pages.MapGroup("").RequireAuthorization(),
            pages.MapGroup("").RequireRateLimiting(RateLimits.Public),
            app.MapGroup(UserServices.ApiPath + "/v1").RequireAuthorization().DisableAntiforgery().AddEndpointFilter(Forgery.Refuse));
    }

    /// <summary>
    /// The keys of sessions and forms. With <c>Keys:Certificate</c>, a PFX file that <c>Keys:Password</c> opens, they lie encrypted; without one in files that only the program's user may read, which
    /// the page about the system says in place of the framework's warning at each start.
    /// </summary>
    private static void AddKeys(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var folder = Path.Combine(Path.GetFullPath(settings["Data:Folder"] ?? "data"), "keys");
        var keys = builder.Services.AddDataProtection().SetApplicationName("ServiceErp").PersistKeysToFileSystem(
            OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        if (settings["Keys:Certificate"] is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, settings["Keys:Password"]));
        }
        else
        {
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        }
    }

    /// <summary>Where the program knows its public address it answers to that name and to the machine itself alone, unless <c>AllowedHosts</c> says otherwise.</summary>
    private static void OnlyOwnHosts(HostFilteringOptions options, IConfiguration settings)
    {
        if (string.IsNullOrWhiteSpace(settings["AllowedHosts"]) && Uri.TryCreate(settings["Public:Address"], UriKind.Absolute, out var own))
        {
            options.AllowedHosts = [own.Host, "localhost", "127.0.0.1", "[::1]"];
        }
    }

    private static Task<ProviderCultureResult?> UsersLanguage(HttpContext http) =>
        Task.FromResult(http.Caller().UserId is { } id && http.RequestServices.GetRequiredService<IUserDirectory>().Find(id) is { } user ? new ProviderCultureResult(user.Language) : null);

    private static NodaTime.DateTimeZone ZoneOf(HttpContext http) =>
        http.RequestServices.GetService<IBranches>()?.For(http.Caller())?.Zone ?? NodaTime.DateTimeZone.Utc;
}
