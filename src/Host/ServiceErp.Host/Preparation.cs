using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Users;

namespace ServiceErp.Host;

/// <summary>Before the first page: brings the schemas up to date and, in an empty database, makes the demo centre, while a small page says how far it is.</summary>
internal sealed class Preparation(Readiness readiness, Migrator migrator, DemoMode demo, IDemoCentre centre, IUserDirectory users, Database database, DataFolder data, PlatformClock clock, ILogger<Preparation> log, IHostApplicationLifetime lifetime)
    : BackgroundService, IHostedLifecycleService
{
    private bool cutOff;

    private string Advice => database.Provider == DatabaseProvider.Sqlite ? "Delete the data folder" : "Drop the database, delete the data folder";

    /// <summary>Lies in the data folder while the demo is being made, so that one whose making was cut off is known by it.</summary>
    private string Mark => Path.Combine(data.Path, "demo-unfinished");

    /// <summary>Schemas are there before the program listens or any job starts; only the demo takes long.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await migrator.MigrateAsync(cancellationToken);
        cutOff = File.Exists(Mark);
        if (!cutOff && (!demo.On || users.All.Count > 0))
        {
            readiness.Set();
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (cutOff)
        {
            Stop("Its making was cut off.", null);
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (readiness.IsReady || cutOff)
        {
            return;
        }

        try
        {
            await File.WriteAllTextAsync(Mark, "", stoppingToken);
            database.Durable = false;
            await centre.BuildAsync(new Teller(readiness, log), stoppingToken);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Stop(e.Message, e);
            return;
        }
        finally
        {
            clock.TravelTo(null);
            database.Durable = true;
        }

        File.Delete(Mark);
        readiness.Set();
        log.LogInformation("The demo centre is ready");
    }

    /// <summary>A half-made demo is worse than none: the program says so and stops.</summary>
    private void Stop(string why, Exception? e)
    {
        readiness.Failure = why;
        log.LogCritical(e, "The demo centre could not be made: {Why} {Advice} and start again", why, Advice);
        lifetime.StopApplication();
    }

    private sealed class Teller(Readiness readiness, ILogger log) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            if (readiness.Progress?.Percent / 10 != value.Percent / 10)
            {
                log.LogInformation("Preparing the demo centre: {Percent} %, {What}", value.Percent, value.What);
            }

            readiness.Progress = value;
        }
    }
}

internal static class PreparationPage
{
    /// <summary>Until everything is there, every address but health and files says how far it is and asks again by itself.</summary>
    public static void UsePreparation(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        var texts = app.Services.GetRequiredService<Texts>();
        app.Use((http, next) =>
        {
            var path = http.Request.Path;
            if (readiness.IsReady || path.StartsWithSegments("/health") || path.StartsWithSegments("/lib"))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "1";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.ContentType = "text/html; charset=utf-8";
            var line = System.Net.WebUtility.HtmlEncode(texts["Preparing the demo centre… {0} %", readiness.Progress?.Percent ?? 0]);
            return http.Response.WriteAsync($"""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="1"><title>{line}</title>
                <link rel="stylesheet" href="/lib/tabler.min.css"><link rel="stylesheet" href="/lib/app.css"></head>
                <body class="public"><main class="public-content"><h1>ServiceErp</h1><p>{line}</p><progress max="100" value="{readiness.Progress?.Percent ?? 0}" aria-label="{line}"></progress></main></body></html>
                """);
        });
    }
}

internal sealed class IsPrepared(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Still preparing."));
}

internal sealed class DatabaseAnswers(PlatformDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
