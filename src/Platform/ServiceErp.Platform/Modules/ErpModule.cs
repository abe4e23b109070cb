using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Autofac;
using FluentValidation;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Modules;

/// <summary>Marks an assembly as a module and names its plug.</summary>
/// <param name="module">A public class derived from <see cref="ErpModule"/> with a parameterless constructor.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ErpModuleAttribute(Type module) : Attribute
{
    /// <summary>The plug.</summary>
    public Type Module { get; } = module;
}

/// <summary>A right to do one thing, and the roles that have it until an administrator says otherwise.</summary>
/// <param name="Name"><c>Module.Resource.Verb</c>.</param>
/// <param name="Roles">Names out of <see cref="ServiceErp.Platform.Modules.Roles"/>.</param>
public sealed record Permission(string Name, params string[] Roles)
{
    /// <summary>The roles that hold it at first. What the service director reads, the deputy general manager reads too: both sign off reports and take escalations (REQUIREMENTS section 1).</summary>
    public string[] Roles { get; } =
        Name.EndsWith(".Read", StringComparison.Ordinal) && Roles.Contains(Modules.Roles.ServiceDirector) && !Roles.Contains(Modules.Roles.DeputyGeneralManager)
            ? [.. Roles, Modules.Roles.DeputyGeneralManager]
            : Roles;
}

/// <summary>One line of the side bar.</summary>
/// <param name="Text">English text, translated when shown.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">Name of an icon of the sprite.</param>
/// <param name="Permission">Shown only to those who hold it.</param>
/// <param name="Order">Smaller is higher within the module.</param>
/// <param name="OfAll">Shown only to those who answer for all branches.</param>
public sealed record NavigationItem(string Text, string Href, string Icon, string Permission, int Order = 100, bool OfAll = false)
{
    /// <summary>Whether it leads the caller anywhere.</summary>
    public bool IsFor(Dispatching.ICurrentUser caller) => caller.Can(Permission) && (!OfAll || caller.AnswersForAll);
}

/// <summary>The roles of the regulation (REQUIREMENTS section 1).</summary>
public static class Roles
{
#pragma warning disable CS1591 // the names say it
    public const string Receptionist = "Receptionist";
    public const string Dispatcher = "Dispatcher";
    public const string Technician = "Technician";
    public const string QualityInspector = "QualityInspector";
    public const string WarehouseKeeper = "WarehouseKeeper";
    public const string ToolCustodian = "ToolCustodian";
    public const string Accountant = "Accountant";
    public const string ContractManager = "ContractManager";
    public const string FeedbackOfficer = "FeedbackOfficer";
    public const string Librarian = "Librarian";
    public const string BranchManager = "BranchManager";
    public const string ServiceDirector = "ServiceDirector";
    public const string DeputyGeneralManager = "DeputyGeneralManager";
    public const string Administrator = "Administrator";
#pragma warning restore CS1591

    /// <summary>All of them, in the order of the regulation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Receptionist, Dispatcher, Technician, QualityInspector, WarehouseKeeper, ToolCustodian, Accountant,
        ContractManager, FeedbackOfficer, Librarian, BranchManager, ServiceDirector, DeputyGeneralManager, Administrator,
    ];
}

/// <summary>
/// The plug of a module: what it is called, what it stores, what it shows, what it answers. Everything else the Platform finds
/// by convention in the module's assembly: handlers, validators, subscribers, jobs, entity configurations.
/// </summary>
public abstract partial class ErpModule : Autofac.Module
{
    /// <summary>The name: also the folder, the first part of permissions and error codes.</summary>
    public abstract string Name { get; }

    /// <summary>The heading of the module in the side bar; English, translated when shown.</summary>
    public virtual string Title => Words().Replace(Name, " $1").Trim();

    /// <summary>Place in the side bar; smaller is higher.</summary>
    public virtual int Order => 100;

    /// <summary>The module's schema in the database: its name in lower case.</summary>
    public string Schema => Name.ToLowerInvariant();

    /// <summary>The module's part of addresses: its name in kebab case.</summary>
    public string Path => Words().Replace(Name, "-$1").Trim('-').ToLowerInvariant();

    /// <summary>The module's abstract database context, with one derived class per provider beside it; null stores nothing.</summary>
    public virtual Type? DbContext => null;

    /// <summary>Every permission of the module with the roles that hold it at first.</summary>
    public virtual IReadOnlyList<Permission> Permissions => [];

    /// <summary>The module's lines in the side bar.</summary>
    public virtual IReadOnlyList<NavigationItem> Navigation => [];

    /// <summary>The module's translations; English sentences are the keys.</summary>
    public virtual ResourceManager? Texts => null;

    /// <summary>Declares the module's routes below <c>/api/v1/{path}</c>.</summary>
    public virtual void MapApi(ApiRoutes api)
    {
    }

    /// <summary>Declares the module's pages; their addresses start with <c>/{path}</c>, public ones with <c>/p/</c>.</summary>
    public virtual void MapPages(PageRoutes pages)
    {
    }

    /// <summary>What the module registers beyond the conventions.</summary>
    protected virtual void Register(ContainerBuilder builder)
    {
    }

    /// <inheritdoc />
    protected sealed override void Load(ContainerBuilder builder)
    {
        var types = GetType().Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }).ToArray();
        foreach (var type in types)
        {
            foreach (var service in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var open = service.GetGenericTypeDefinition();
                if (open == typeof(IHandler<,>))
                {
                    builder.RegisterType(type).As(service).InstancePerLifetimeScope();
                }
                else if (open == typeof(IValidator<>))
                {
                    // A validator's rules are compiled when it is made, and it holds no state.
                    builder.RegisterType(type).As(service).SingleInstance();
                }
                else if (open == typeof(ISubscriber<>))
                {
                    builder.RegisterType(type).AsSelf().InstancePerLifetimeScope();
                    builder.RegisterInstance(new Subscription(service.GetGenericArguments()[0], type, this)).AsSelf();
                }
            }
        }

        Register(builder);
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Words();
}
