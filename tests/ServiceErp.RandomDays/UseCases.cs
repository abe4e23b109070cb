using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;

namespace ServiceErp.RandomDays.Tests;

/// <summary>One command: a route of the API, or what a customer sends from the page behind a link.</summary>
internal sealed record UseCase(string Name, Type Command, HttpMethod Method, string Pattern)
{
    public string Module { get; } = Command.Assembly.GetName().Name!.Split('.')[^1];

    public bool IsByCustomer { get; } = Command.IsAssignableTo(typeof(IByCustomer));

    public bool IsConfidential { get; } = Command.IsAssignableTo(typeof(IConfidential));

    public string? Permission { get; } = Command.GetCustomAttribute<RequiresAttribute>()?.Permission;

    /// <summary>Values of the route, each with the word before it: <c>service-orders/{id}</c>.</summary>
    public IReadOnlyList<(string Word, string Parameter)> Places { get; } = PlacesOf(Pattern);

    private static (string, string)[] PlacesOf(string pattern)
    {
        var parts = pattern.Split('/');
        return [.. parts.Index().Where(p => p.Item.StartsWith('{')).Select(p => (parts[p.Index - 1], p.Item.Trim('{', '}').Split(':')[0]))];
    }
}

/// <summary>Every command of the modules that are there: found in the program, so that a new one is drawn without a word here.</summary>
internal sealed class UseCases(IReadOnlyList<UseCase> all, PermissionTable permissions)
{
    /// <summary>They go on in the background while the day goes on, so that no day would be like itself; the nights do the same in turn.</summary>
    private static readonly string[] InTheBackground = ["StartPlanning", "CancelPlanning"];

    public IReadOnlyList<UseCase> All => all;

    public static UseCases Of(IServiceProvider services)
    {
        var routes = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Route: e, Command: e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
            .Where(r => r.Command is { Name: "Command" } command && command.Assembly != typeof(Dispatcher).Assembly && !InTheBackground.Contains(command.DeclaringType!.Name))
            .Select(r => new UseCase(
                r.Command!.DeclaringType!.Name,
                r.Command,
                new HttpMethod(r.Route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]),
                r.Route.RoutePattern.RawText!.TrimStart('/')["api/v1/".Length..]));
        var links = services.GetRequiredService<ModuleCatalog>().Modules.SelectMany(m => m.GetType().Assembly.GetTypes())
            .Where(t => t is { IsNestedPublic: true, Name: "Command" } && t.IsAssignableTo(typeof(IByCustomer)))
            .Select(t => new UseCase(t.DeclaringType!.Name, t, HttpMethod.Post, ""));
        return new UseCases([.. routes.Concat(links).OrderBy(u => u.Module, StringComparer.Ordinal).ThenBy(u => u.Name, StringComparer.Ordinal)], services.GetRequiredService<PermissionTable>());
    }

    /// <summary>By module and name, since the store and the workshop both issue parts.</summary>
    public UseCase? Find(string name) => all.FirstOrDefault(u => u.Name == name || $"{u.Module}.{u.Name}" == name);

    /// <summary>What answers at an address.</summary>
    public UseCase At(HttpMethod method, string path)
    {
        var parts = path.Split('/');
        return all.First(u => u.Method == method && !u.IsByCustomer && u.Pattern.Split('/') is var pattern && pattern.Length == parts.Length && pattern.Index().All(p => p.Item.StartsWith('{') || p.Item == parts[p.Index]));
    }

    public bool May(Person person, UseCase what) => what.Permission is { } permission && permissions.Of([.. person.Roles.Order(StringComparer.Ordinal)]).Contains(permission);
}
