using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Platform.Persistence;

/// <summary>Brings every module's schema up to date.</summary>
public sealed class Migrator
{
    private readonly ILifetimeScope root;
    private readonly ModuleCatalog catalog;

    /// <summary>Made by the container.</summary>
    public Migrator(ILifetimeScope root, ModuleCatalog catalog)
    {
        this.root = root;
        this.catalog = catalog;
    }

    // SQLite's full-text index over the search entries, kept by triggers; SQL Server searches the column itself.
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

    /// <summary>Applies what is missing; the Platform's own tables first.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        foreach (var module in catalog.Modules.Where(m => m.DbContext is not null).OrderByDescending(m => m is PlatformModule))
        {
            await using var scope = root.BeginLifetimeScope();
            var context = (ModuleDbContext)scope.Resolve(module.DbContext!);
            await context.Database.MigrateAsync(cancel);
            if (module is PlatformModule && context.Database.IsSqlite())
            {
                await context.Database.ExecuteSqlRawAsync(SearchIndex, cancel);
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
