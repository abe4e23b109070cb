using System.Resources;
using Autofac;
using Autofac.Builder;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Live;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Composition;

/// <summary>Puts a program together out of the Platform and whatever modules are found.</summary>
public static class ServiceErpComposition
{
    private static readonly ResourceManager PlatformText = new("ServiceErp.Platform.Resources.PlatformText", typeof(ServiceErpComposition).Assembly);

    /// <summary>
    /// Finds the modules and registers everything. Settings: <c>Database:Provider</c> (Sqlite, SqlServer), <c>Database:ConnectionString</c>,
    /// <c>Data:Folder</c>, <c>demo</c>, <c>demo:anywhere</c>, <c>Sessions:Hours</c>, <c>Sessions:IdleHours</c>, <c>Modules:Off</c> (names, separated by commas), <c>Modules:Folder</c>.
    /// </summary>
    public static ModuleCatalog AddServiceErp(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var folder = Path.GetFullPath(settings["Data:Folder"] ?? "data");
        var catalog = ModuleCatalog.Discover(
            AppContext.BaseDirectory,
            settings["Modules:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "modules"),
            (settings["Modules:Off"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var database = Open(settings, folder);

        builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
        builder.Host.ConfigureContainer<ContainerBuilder>(container =>
        {
            container.RegisterInstance(catalog);
            container.RegisterInstance(database);
            container.RegisterInstance(new DataFolder(folder));
            container.RegisterInstance(DemoMode.Read(settings));
            container.RegisterType<PlatformClock>().AsSelf().As<IClock>().SingleInstance();
            container.RegisterType<GrowingIdentifiers>().As<IIdentifiers>().SingleInstance();
            container.RegisterType<Readiness>().SingleInstance();
            container.RegisterType<PermissionTable>().SingleInstance();
            container.RegisterType<ContextFactory>().SingleInstance();
            container.RegisterType<PlatformWriter>().SingleInstance();
            container.RegisterType<RandomRacePause>().As<IRacePause>().SingleInstance();
            container.RegisterType<LostRaces>().SingleInstance();
            container.RegisterType<Migrator>().SingleInstance();
            container.RegisterInstance(new ServerWait(TimeSpan.FromSeconds(builder.Configuration.GetValue("Database:WaitSeconds", 60))));
            container.RegisterType<SearchBox>().InstancePerLifetimeScope();
            container.RegisterType<CallerSlot>().InstancePerLifetimeScope();
            container.RegisterType<WhenRefused>().InstancePerLifetimeScope();
            container.Register(c => c.Resolve<CallerSlot>().Caller).As<ICurrentUser>().As<Caller>().ExternallyOwned();
            container.Register(c => new Texts([.. catalog.Modules.Select(m => m.Texts).OfType<ResourceManager>(), .. c.Resolve<IEnumerable<ResourceManager>>(), PlatformText])).SingleInstance();
            container.Register(c => new OutboxPump(Root(c), c.Resolve<IEnumerable<Subscription>>(), c.Resolve<ILiveTopics>(), c.Resolve<LostRaces>(), c.Resolve<IClock>(), c.Resolve<IIdentifiers>(), c.Resolve<ILogger<OutboxPump>>())).SingleInstance();
            container.Register(c => new Dispatcher(Root(c), catalog, c.Resolve<OutboxPump>(), c.Resolve<LostRaces>(), c.Resolve<IClock>(), c.Resolve<IIdentifiers>(), c.Resolve<ILogger<Dispatcher>>())).SingleInstance();
            foreach (var module in catalog.Modules)
            {
                container.RegisterModule(module);
                if (module.DbContext is { } type)
                {
                    container.RegisterComponent(RegistrationBuilder.ForDelegate(type, (c, _) =>
                    {
                        var context = c.Resolve<ContextFactory>().Create(type);
                        context.Enter(c.Resolve<Database>(), c.Resolve<ICurrentUser>());
                        return context;
                    }).As(type).InstancePerLifetimeScope().CreateRegistration());
                }
            }
        });
        builder.Services.AddHostedService<OutboxService>();
        builder.Services.AddUsers();
        return catalog;
    }

    /// <summary>Maps every module's API and pages.</summary>
    /// <param name="app">The program.</param>
    /// <param name="signedIn">Group of pages for users.</param>
    /// <param name="open">Group of public pages.</param>
    /// <param name="api">Group of API routes, <c>/api/v1</c>.</param>
    public static void MapModules(this WebApplication app, RouteGroupBuilder signedIn, RouteGroupBuilder open, RouteGroupBuilder api)
    {
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            module.MapApi(new ApiRoutes(api.MapGroup(module.Path), module.Name));
            module.MapPages(new PageRoutes(signedIn, open));
        }
    }

    private static ILifetimeScope Root(IComponentContext context) => (ILifetimeScope)context.Resolve<ILifetimeScope>();

    private static Database Open(IConfiguration settings, string folder)
    {
        if (!Enum.TryParse<DatabaseProvider>(settings["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true, out var provider))
        {
            throw new InvalidOperationException($"Database:Provider is \"{settings["Database:Provider"]}\"; it must be Sqlite or SqlServer.");
        }

        var connection = settings["Database:ConnectionString"];
        if (provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(connection))
        {
            throw new InvalidOperationException("Database:Provider is SqlServer, so Database:ConnectionString must say where the server is.");
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            // Customers' links lie in it: it is for the program's own user.
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new Database(provider, connection ?? $"Data Source={Path.Combine(folder, "serviceerp.db")}");
    }
}

/// <summary>Where the program keeps its files: database, attachments, outgoing mail, keys.</summary>
/// <param name="Path">An absolute path outside the web root.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>A folder inside it, made when missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
