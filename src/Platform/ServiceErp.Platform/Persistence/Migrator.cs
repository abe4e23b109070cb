using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Platform.Persistence;

/// <summary>Brings every module's schema up to date.</summary>
public sealed class Migrator
{
    private readonly ILifetimeScope root;
    private readonly ModuleCatalog catalog;
    private readonly Database database;
    private readonly ServerWait wait;
    private readonly ILogger<Migrator> log;

    /// <summary>Made by the container.</summary>
    public Migrator(ILifetimeScope root, ModuleCatalog catalog, Database database, ServerWait wait, ILogger<Migrator> log)
    {
        this.root = root;
        this.catalog = catalog;
        this.database = database;
        this.wait = wait;
        this.log = log;
    }

    // SQLite's full-text index over the search entries, kept by triggers; SQL Server's is in ServerState.
    private const string SearchIndex = """
        CREATE VIRTUAL TABLE IF NOT EXISTS platform_SearchText USING fts5(Text, content='platform_Search', content_rowid='rowid', tokenize='trigram');
        CREATE TRIGGER IF NOT EXISTS platform_Search_added AFTER INSERT ON platform_Search BEGIN
            INSERT INTO platform_SearchText (rowid, Text) VALUES (new.rowid, new.Text);
        END;
        CREATE TRIGGER IF NOT EXISTS platform_Search_removed AFTER DELETE ON platform_Search BEGIN
            INSERT INTO platform_SearchText (platform_SearchText, rowid, Text) VALUES ('delete', old.rowid, old.Text);
        END;
        CREATE TRIGGER IF NOT EXISTS platform_Search_changed AFTER UPDATE OF Text ON platform_Search BEGIN
            INSERT INTO platform_SearchText (platform_SearchText, rowid, Text) VALUES ('delete', old.rowid, old.Text);
            INSERT INTO platform_SearchText (rowid, Text) VALUES (new.rowid, new.Text);
        END;
        """;

    /// <summary>Applies what is missing; the Platform's own tables first. Waits for a server that comes later, and says how it is set up.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await wait.UntilThereAsync(() => ApplyAsync(cancel), log, cancel);
        if (database.Provider == DatabaseProvider.SqlServer)
        {
            await using var scope = root.BeginLifetimeScope();
            Tell(database.Server = await ServerState.ReadAsync(scope.Resolve<PlatformDbContext>(), cancel));
        }
    }

    private void Tell(ServerState? server)
    {
        if (server is null)
        {
            return;
        }

        log.LogInformation("SQL Server {Version}, full text {FullText}, read committed snapshot {Snapshot}", server.Version, server.HasFullText ? "on" : "off", server.ReadsSnapshots ? "on" : "off");
        if (!server.IsRecent)
        {
            log.LogWarning("SQL Server {Version} is older than 2019 (15.0); some statements will fail", server.Version);
        }

        if (!server.ReadsSnapshots)
        {
            log.LogWarning("Readers wait for writers in this database. With nobody in it, run once: {Advice}", ServerState.SnapshotAdvice);
        }
    }

    private async Task ApplyAsync(CancellationToken cancel)
    {
        foreach (var module in catalog.Modules.Where(m => m.DbContext is not null).OrderByDescending(m => m is PlatformModule))
        {
            await using var scope = root.BeginLifetimeScope();
            var context = (ModuleDbContext)scope.Resolve(module.DbContext!);
            await context.Database.MigrateAsync(cancel);
            if (module is PlatformModule)
            {
                await context.Database.ExecuteSqlRawAsync(context.IsSqlite ? SearchIndex : ServerState.FullTextIndex, cancel);
            }
        }
    }

    /// <summary>Per module how its tables stand.</summary>
    public async Task<IReadOnlyDictionary<string, SchemaState>> StateAsync(CancellationToken cancel)
    {
        var state = new Dictionary<string, SchemaState>();
        foreach (var module in catalog.Modules.Where(m => m.DbContext is not null))
        {
            await using var scope = root.BeginLifetimeScope();
            var database = ((ModuleDbContext)scope.Resolve(module.DbContext!)).Database;
            var applied = (await database.GetAppliedMigrationsAsync(cancel)).ToArray();
            state[module.Name] = new SchemaState(applied is [.., var newest] ? newest : null, database.GetMigrations().Except(applied).Count());
        }

        return state;
    }
}

/// <summary>How a module's tables stand.</summary>
/// <param name="Applied">The newest migration in the database; null before the first.</param>
/// <param name="Pending">How many the program has beyond.</param>
public sealed record SchemaState(string? Applied, int Pending);
