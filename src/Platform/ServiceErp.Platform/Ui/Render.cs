using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.StaticAssets.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Ui;

/// <summary>
/// Endpoints answer components: a page with the shell around it, or a part for htmx to swap in. A component is a function of its parameters,
/// given as an anonymous object with one property for each.
/// </summary>
public static class Render
{
    /// <summary>A whole page: the component inside <see cref="Document"/>.</summary>
    /// <typeparam name="TComponent">The page.</typeparam>
    /// <param name="shell">What stands around it.</param>
    /// <param name="parameters">The component's parameters.</param>
    /// <param name="status">The HTTP status; 422 for a form with faults.</param>
    public static IResult Page<TComponent>(ShellModel shell, object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => Around<Document, TComponent>(shell, parameters, status);

    /// <summary>A part of a page, without anything around it.</summary>
    /// <typeparam name="TComponent">The part.</typeparam>
    /// <param name="parameters">The component's parameters.</param>
    /// <param name="status">The HTTP status; 409 and 422 are swapped in as well.</param>
    public static IResult Part<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(Parameters(parameters)) { StatusCode = status };

    /// <summary>Whether the request comes from htmx and wants what changed, not the page around it.</summary>
    /// <remarks>Going back in the browser's history must get the whole page, although htmx asks for it.</remarks>
    public static bool WantsPart(this HttpRequest request) =>
        request.Headers["HX-Request"] == "true" && request.Headers["HX-History-Restore-Request"] != "true" && request.Headers["HX-Boosted"] != "true";

    /// <summary>
    /// Lets the components answered by these endpoints find the fingerprinted addresses of scripts and styles; without it they would
    /// use the plain ones. Call it once, on the group that holds all pages, after <c>MapStaticAssets</c>.
    /// </summary>
    public static TBuilder WithClientLibraries<TBuilder>(this TBuilder group, IEndpointRouteBuilder app)
        where TBuilder : IEndpointConventionBuilder
    {
        var assets = new Lazy<ResourceAssetCollection>(() => Assets(app));
        group.Finally(endpoint => endpoint.Metadata.Add(assets.Value));
        return group;
    }

    internal static IResult Around<TDocument, TComponent>(ShellModel shell, object? parameters, int status)
        where TDocument : IComponent
        where TComponent : IComponent =>
        new RazorComponentResult<TDocument>(new Dictionary<string, object?>
        {
            [nameof(Document.Shell)] = shell,
            [nameof(Document.Page)] = typeof(TComponent),
            [nameof(Document.PageParameters)] = Parameters(parameters),
        })
        { StatusCode = status };

    private static Dictionary<string, object?> Parameters(object? parameters) =>
        new RouteValueDictionary(parameters).ToDictionary(each => each.Key, each => each.Value);

    private static ResourceAssetCollection Assets(IEndpointRouteBuilder app) => new([
        .. StaticAssetsEndpointDataSourceHelper.ResolveStaticAssetDescriptors(app, null)
            .Where(asset => asset.Selectors.Count == 0 && asset.Properties.Any(property => property.Name == "label"))
            .Select(asset => new ResourceAsset(asset.Route, [.. asset.Properties.Select(property => new ResourceAssetProperty(property.Name, property.Value))]))]);
}

/// <summary>The sizes of printed documents; each has its <c>@page</c> in <c>paper.css</c>.</summary>
public enum PaperSize
{
    /// <summary>210 × 297 mm, for letters, quotations, acts and invoices.</summary>
    A4,

    /// <summary>148 × 210 mm, for receipts, vouchers and repair cards.</summary>
    A5,

    /// <summary>62 × 29 mm, for parts, shelves and tools.</summary>
    Label,

    /// <summary>100 × 62 mm, for goods taken in.</summary>
    GoodsLabel,

    /// <summary>A4 sheets of 24 labels of 70 × 37 mm without a margin between them.</summary>
    LabelSheet,
}

/// <summary>What an endpoint writes: <c>return http.Page&lt;PartsPage&gt;(L["Parts"], new { List = answer });</c></summary>
public static class PageResults
{
    /// <summary>A page inside the shell that <see cref="IShell"/> composes.</summary>
    public static IResult Page<TComponent>(this HttpContext http, string title, object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new Shelled(title, shell => Render.Page<TComponent>(shell, parameters, status));

    /// <summary>A page for people without an account: sign-in, status, approval, survey. No navigation.</summary>
    public static IResult PublicPage<TComponent>(this HttpContext http, string title, object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new Shelled(title, shell => Render.Around<PublicDocument, TComponent>(shell, parameters, status)).Lettered();

    /// <summary>A part for htmx to swap in.</summary>
    public static IResult Part<TComponent>(this HttpContext http, object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent
    {
        http.Response.Headers.Vary = "HX-Request";
        return Render.Part<TComponent>(parameters, status);
    }

    /// <summary>One route, two answers: the part when htmx asks for what changed, the page otherwise. Both get the same parameters.</summary>
    public static IResult PageOrPart<TPage, TPart>(this HttpContext http, string title, object? parameters = null)
        where TPage : IComponent
        where TPart : IComponent => http.Request.WantsPart() ? http.Part<TPart>(parameters) : http.Page<TPage>(title, parameters);

    /// <summary>
    /// A document to be printed: the component on bare paper of the given size; with <c>?format=pdf</c> as PDF where the machine can make one. Its title becomes the name of
    /// the file.
    /// </summary>
    public static IResult Paper<TComponent>(this HttpContext http, string title, PaperSize size, object? parameters = null)
        where TComponent : IComponent => Printing.PaperResults.PaperOrPdf<TComponent>(http, title, size, parameters);

    /// <summary>
    /// After a change: to the page that shows it, with a short message. When htmx posted from that very page, only its content is fetched anew, so that the
    /// reader keeps their place.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="to">A local address; anything that <see cref="OwnAddress"/> refuses leads to the start page.</param>
    /// <param name="toast">What happened, translated; null says nothing.</param>
    public static IResult Redirect(this HttpContext http, string to, string? toast = null)
    {
        to = OwnAddress.Of(to) ?? "/";
        if (toast is not null)
        {
            // Read once by app.js and deleted there; it outlives the redirect, which a header would not.
            http.Response.Cookies.Append("toast", toast, new CookieOptions { Path = "/", MaxAge = TimeSpan.FromSeconds(30), SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps });
        }

        if (!http.Request.WantsPart())
        {
            return new SeeOther(to);
        }

        var stays = Uri.TryCreate(http.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var seen) && seen.AbsolutePath == to.Split('?', '#')[0];
        if (stays)
        {
            http.Response.Headers["HX-Location"] = JsonSerializer.Serialize(new { path = to, target = "#content", select = "#content", swap = "outerHTML show:none" });
        }
        else
        {
            http.Response.Headers["HX-Redirect"] = to;
        }

        return TypedResults.Ok();
    }

    /// <summary>
    /// The refusal of an action: to htmx a message over the unchanged page, otherwise a page that says it. For a form prefer answering the form itself with
    /// its <see cref="FormState"/> and 422, so that the message stands at the field.
    /// </summary>
    public static IResult Refuse(this HttpContext http, Error error)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var status = error.Kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status409Conflict,
        };
        string[] messages = error.Details.Count == 0 ? [texts.Error(error)] : [.. error.Details.Select(texts.Error)];
        if (!http.Request.WantsPart())
        {
            return http.Page<RefusalPage>(texts["This is not possible"], new { Messages = messages, Back = OwnAddress.Before(http.Request) }, status);
        }

        http.Response.Headers["HX-Reswap"] = "none";
        http.Toast(string.Join("\n", messages), Tone.Bad);
        return TypedResults.StatusCode(status);
    }

    /// <summary>After a command: <see cref="Redirect"/> when it succeeded, <see cref="Refuse"/> when not.</summary>
    public static IResult After(this HttpContext http, Result result, string to, string? toast = null) =>
        result.Succeeded ? http.Redirect(to, toast) : http.Refuse(result.Error);

    /// <summary>After a command with an answer: <see cref="Redirect"/> to where the answer leads, or <see cref="Refuse"/>.</summary>
    public static IResult After<T>(this HttpContext http, Result<T> result, Func<T, string> to, string? toast = null) =>
        result.Succeeded ? http.Redirect(to(result.Value), toast) : http.Refuse(result.Error);

    /// <summary>Shows a message when htmx receives this answer.</summary>
    public static void Toast(this HttpContext http, string text, Tone tone = Tone.Good) =>
        http.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { toast = new { text, tone = tone.Css() } });

    private sealed class Shelled(string title, Func<ShellModel, IResult> page) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.Headers.Vary = "HX-Request";
            // Pages show what is true now and belong to one user: no copy is kept, not even by "Back" on a shared computer.
            http.Response.Headers.CacheControl = "no-cache, no-store";
            var shell = await http.RequestServices.GetRequiredService<IShell>().ComposeAsync(http, title);
            await page(shell).ExecuteAsync(http);
        }
    }

    private sealed class SeeOther(string to) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = to;
            return Task.CompletedTask;
        }
    }
}
