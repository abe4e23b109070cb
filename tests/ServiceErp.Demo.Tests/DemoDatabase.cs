using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Demo.Tests;

/// <summary>A database with the demo centre, made once for all tests and read with plain SQL: nobody believes the modules about themselves.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("serviceerp-demo-").FullName;

    public TimeSpan Took { get; private set; }

    public IReadOnlyList<DemoProgress> Told => told.Reports;

    private readonly Listener told = new();

    public Task InitializeAsync() => BuildAsync("");

    /// <summary>Makes the demo with some modules switched off.</summary>
    public async Task BuildAsync(string off)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ContentRootPath = folder });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration["Data:Folder"] = folder;
        builder.Configuration["Modules:Off"] = off;
        builder.Configuration["demo"] = "true";
        builder.AddServiceErp();
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        app.Services.GetRequiredService<Database>().Durable = false;
        var watch = Stopwatch.StartNew();
        await app.Services.GetRequiredService<IDemoCentre>().BuildAsync(told, CancellationToken.None);
        Took = watch.Elapsed;
    }

    /// <summary>The first column of each row.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "serviceerp.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private sealed class Listener : IProgress<DemoProgress>
    {
        public List<DemoProgress> Reports { get; } = [];

        public void Report(DemoProgress value) => Reports.Add(value);
    }
}
