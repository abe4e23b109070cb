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

    internal Migrator(ILifetimeScope root, ModuleCatalog catalog)
    {
        this.root = root;
        this.catalog = catalog;
    }

    /// <summary>Applies what is missing; the Platform's own tables first.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        foreach (var module in catalog.Modules.Where(m => m.DbContext is not null).OrderByDescending(m => m is PlatformModule))
        {
            await using var scope = root.BeginLifetimeScope();
            await ((ModuleDbContext)scope.Resolve(module.DbContext!)).Database.MigrateAsync(cancel);
        }
    }

    /// <summary>Per module the newest migration that is in the database; null before the first.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> StateAsync(CancellationToken cancel)
    {
        var state = new Dictionary<string, string?>();
        foreach (var module in catalog.Modules.Where(m => m.DbContext is not null))
        {
            await using var scope = root.BeginLifetimeScope();
            state[module.Name] = (await ((ModuleDbContext)scope.Resolve(module.DbContext!)).Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault();
        }

        return state;
    }
}
