using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Host.Tests;

/// <summary>One route of the API, as the program itself knows it.</summary>
/// <param name="Request">The command or query it sends; null for uploads, downloads and the like.</param>
public sealed record ApiRoute(string Method, string Pattern, Type? Request, bool IsOpen)
{
    public bool IsCommand => Method != "GET";

    public string? Permission => Request?.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(RequiresAttribute))?.ConstructorArguments[0].Value as string;

    public override string ToString() => $"{Method} {Pattern}";
}

/// <summary>Every route and every use case of the program; nobody types their names.</summary>
internal static class Routes
{
    public static IReadOnlyList<ApiRoute> OfApi(this Website site) =>
    [
        .. from endpoint in site.Endpoints()
           let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where pattern.StartsWith("/api/v1/", StringComparison.Ordinal) && !pattern.Contains("{**", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
           orderby pattern, method
           select new ApiRoute(
               method, pattern, endpoint.Metadata.Where(m => m.GetType().Name == "ApiRequest").Select(m => (Type)m.GetType().GetProperty("Request")!.GetValue(m)!).FirstOrDefault(),
               endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null),
    ];

    /// <summary>Where pages post their forms.</summary>
    public static IReadOnlyList<string> OfForms(this Website site) =>
        [.. site.Endpoints().Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !p.StartsWith("/api/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Pages that are asked for.</summary>
    public static IReadOnlyList<string> OfPages(this Website site) =>
        [.. site.Endpoints().Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !p.StartsWith("/api/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every public command and query of the Platform and the modules.</summary>
    public static IReadOnlyList<Type> UseCases(this Website site) =>
    [
        .. site.Services.GetRequiredService<ModuleCatalog>().Modules.Select(m => m.GetType().Assembly).Append(typeof(Dispatcher).Assembly).Distinct()
            .SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsNestedPublic: true } && t.DeclaringType!.IsPublic && t.Name is "Command" or "Query")
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    private static IEnumerable<RouteEndpoint> Endpoints(this Website site)
    {
        using var _ = site.Visit().Http; // starts it
        return site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
    }
}
