using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Platform.Persistence;

/// <summary>Makes a module's context for the provider in use, out of a pool.</summary>
internal sealed class ContextFactory
{
    private static readonly MethodInfo Typed = typeof(ContextFactory).GetMethod(nameof(Pool), BindingFlags.Static | BindingFlags.NonPublic)!;
    private readonly Dictionary<Type, Func<ModuleDbContext>> pools;

    public ContextFactory(ModuleCatalog catalog, Database database)
    {
        pools = catalog.Modules.Where(m => m.DbContext is not null).ToDictionary(m => m.DbContext!, m =>
        {
            var concrete = m.DbContext!.Assembly.GetTypes().SingleOrDefault(t => t is { IsAbstract: false } && m.DbContext.IsAssignableFrom(t)
                && t.Name.StartsWith(database.Provider.ToString(), StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"{m.Name} has no {database.Provider}{m.DbContext.Name}.");
            return (Func<ModuleDbContext>)Typed.MakeGenericMethod(concrete).Invoke(null, [database, m.Schema])!;
        });
    }

    public ModuleDbContext Create(Type context) => pools[context]();

    private static Func<ModuleDbContext> Pool<TContext>(Database database, string schema)
        where TContext : ModuleDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        database.Configure(options, schema);
        var factory = new PooledDbContextFactory<TContext>(options.Options, 64);
        return factory.CreateDbContext;
    }
}
