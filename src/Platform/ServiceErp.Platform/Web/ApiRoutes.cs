using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Web;

/// <summary>
/// A module's table of API routes, one line a route: <c>api.Post&lt;CreatePart.Command&gt;("parts")</c>. The body is the request as JSON, the route's
/// values go over it by name; the answer is the use case's. The header <c>Idempotency-Key</c> makes any command safe to send again.
/// </summary>
public sealed class ApiRoutes(RouteGroupBuilder group, string module)
{
    private static readonly MethodInfo Command = typeof(ApiRoutes).GetMethod(nameof(MapCommand), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Query = typeof(ApiRoutes).GetMethod(nameof(MapQuery), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Listing = typeof(ApiRoutes).GetMethod(nameof(MapList), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The underlying group, for the rare route that is not one request (uploads, downloads).</summary>
    public RouteGroupBuilder Group => group;

    /// <summary>A question; its properties come from the query string and the route.</summary>
    public ApiRoutes Get<TQuery>(string pattern) => Map<TQuery>(Query, pattern, "GET");

    /// <summary>
    /// A list: the query record takes one <see cref="ListQuery"/>. Search <c>q</c>, <c>sort</c>, <c>dir</c>, <c>cursor</c>, <c>from</c>, <c>to</c> and filters by name.
    /// </summary>
    public ApiRoutes List<TQuery>(string pattern, params string[] filters)
    {
        var answer = AnswerOf(typeof(TQuery));
        Listing.MakeGenericMethod(typeof(TQuery), answer).Invoke(this, [pattern, filters]);
        return this;
    }

    /// <summary>A command; 200 with its answer.</summary>
    public ApiRoutes Post<TCommand>(string pattern) => Map<TCommand>(Command, pattern, "POST");

    /// <summary>A command that replaces something.</summary>
    public ApiRoutes Put<TCommand>(string pattern) => Map<TCommand>(Command, pattern, "PUT");

    /// <summary>A command that removes something.</summary>
    public ApiRoutes Delete<TCommand>(string pattern) => Map<TCommand>(Command, pattern, "DELETE");

    internal static Type AnswerOf(Type request) =>
        request.GetInterfaces().SingleOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))?.GetGenericArguments()[0]
        ?? throw new InvalidOperationException($"{request.FullName} is no request.");

    private ApiRoutes Map<TRequest>(MethodInfo map, string pattern, string method)
    {
        map.MakeGenericMethod(typeof(TRequest), AnswerOf(typeof(TRequest))).Invoke(this, [pattern, method]);
        return this;
    }

    private void MapCommand<TCommand, TAnswer>(string pattern, string method)
        where TCommand : IRequest<TAnswer>
    {
        Describe<TCommand, TAnswer>(group.MapMethods(pattern, [method], async (HttpContext http) =>
        {
            var bound = await Binding.FromJson<TCommand>(http);
            var texts = http.RequestServices.GetRequiredService<Texts>();
            if (!bound.Succeeded)
            {
                return Problems.Problem(bound.Error, texts, bound.Error.Code == "Platform.TooLong" ? StatusCodes.Status413PayloadTooLarge : null);
            }

            var key = http.Request.Headers["Idempotency-Key"];
            var result = await http.RequestServices.GetRequiredService<Dispatcher>().Send(bound.Value, http.Caller(), key.Count == 0 ? null : key.ToString(), http.RequestAborted);
            return result.Succeeded ? Results.Json(result.Value, ErpJson.Worded(texts)) : Problems.Problem(result.Error, texts);
        })).Accepts<TCommand>("application/json");
    }

    private void MapQuery<TQuery, TAnswer>(string pattern, string method)
        where TQuery : IRequest<TAnswer>
    {
        Describe<TQuery, TAnswer>(group.MapMethods(pattern, [method], async (HttpContext http) =>
        {
            var texts = http.RequestServices.GetRequiredService<Texts>();
            var bound = Binding.FromQuery<TQuery>(http);
            if (!bound.Succeeded)
            {
                return Problems.Problem(bound.Error, texts);
            }

            var result = await http.RequestServices.GetRequiredService<Dispatcher>().Send(bound.Value, http.Caller(), cancel: http.RequestAborted);
            return result.Succeeded ? Results.Json(result.Value, ErpJson.Worded(texts)) : Problems.Problem(result.Error, texts);
        })).WithMetadata(new QueryParameters([.. typeof(TQuery).GetProperties().Where(p => p.CanWrite).Select(p => (p.Name, p.PropertyType))]));
    }

    private void MapList<TQuery, TAnswer>(string pattern, string[] filters)
        where TQuery : IRequest<TAnswer>
    {
        var make = typeof(TQuery).GetConstructor([typeof(ListQuery)]) ?? throw new InvalidOperationException($"{typeof(TQuery).FullName} needs a constructor that takes a ListQuery.");
        Describe<TQuery, TAnswer>(group.MapGet(pattern, async (HttpContext http) =>
        {
            var query = (TQuery)make.Invoke([ListQuery.Read(http.Request)]);
            var texts = http.RequestServices.GetRequiredService<Texts>();
            var result = await http.RequestServices.GetRequiredService<Dispatcher>().Send(query, http.Caller(), cancel: http.RequestAborted);
            return result.Succeeded ? Results.Json(result.Value, ErpJson.Worded(texts)) : Problems.Problem(result.Error, texts);
        })).WithMetadata(new QueryParameters([.. new[] { "q", "sort", "dir", "cursor", "from", "to", "size" }.Concat(filters).Select(n => (n, typeof(string)))]));
    }

    private RouteHandlerBuilder Describe<TRequest, TAnswer>(RouteHandlerBuilder route)
    {
        var name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;
        return route.WithName($"{module}.{name}").WithTags(module).WithMetadata(new ApiRequest(typeof(TRequest)))
            .Produces<TAnswer>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }
}

/// <summary>What a route sends; read by the OpenAPI document and the page about the API.</summary>
/// <param name="Request">The command or query.</param>
internal sealed record ApiRequest(Type Request)
{
    public string Name { get; } = Texts.Humanise(Request.DeclaringType?.Name ?? Request.Name);

    public string? Permission { get; } = Request.GetCustomAttribute<RequiresAttribute>()?.Permission;

    public bool IsCommand { get; } = Request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));
}

/// <summary>Names and types of the values a route takes from the query string; read by the OpenAPI document.</summary>
internal sealed record QueryParameters(IReadOnlyList<(string Name, Type Type)> Parameters);
