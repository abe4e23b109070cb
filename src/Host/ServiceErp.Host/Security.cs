using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Host;

internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = UiEndpoints.ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
            return next(http);
        });
    }
}

/// <summary>A request says which host it asks for, and it is one: addresses of pages are made from it, and what can't be one would end in a fault on every page.</summary>
internal static class NamedHosts
{
    public static void UseNamedHosts(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (IsNamed(http.Request) || http.Request.Path.StartsWithSegments("/health")) // probes of old balancers name none
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync("The Host header names no host. Open the program by its address.", http.RequestAborted);
    });

    private static bool IsNamed(HttpRequest request)
    {
        try
        {
            return request.Host is { HasValue: true } host && Uri.TryCreate($"http://{host.Value}/", UriKind.Absolute, out var address) && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
                && Uri.CheckHostName(address.IdnHost.Trim('[', ']')) is not (UriHostNameType.Unknown or UriHostNameType.Basic);
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException) // to read a host is to decode it
        {
            return false;
        }
    }
}

/// <summary>Every request that changes something proves that it comes from one of our own pages, unless a machine's key speaks for it.</summary>
internal static class Forgery
{
    private static readonly Error Forged = Error.Invalid("Platform.Forged", "This form is out of date or comes from elsewhere. Reload the page and send it again.");
    private static readonly Error Unreadable = Error.Invalid("Platform.Unreadable", "What was sent can't be read.");

    private static readonly Error TooLarge = Error.Invalid("Platform.TooLong", "What was sent is too large.");

    public static async ValueTask<object?> Refuse(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return await next(context);
        }

        try
        {
            if (http.Request.HasFormContentType)
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answer(http, TooLarge, StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Answer(http, Unreadable);
        }

        var byMachine = http.User.Identity is { IsAuthenticated: true, AuthenticationType: UserServices.ApiKeyScheme };
        return byMachine || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Answer(http, Forged);
    }

    private static IResult Answer(HttpContext http, Error error, int? status = null) => UserServices.IsApi(http.Request)
        ? Problems.Problem(error, http.RequestServices.GetRequiredService<Texts>(), status)
        : http.Refuse(error);
}

/// <summary>Whose word is taken for where a visitor comes from, and whether over https.</summary>
internal static class Proxies
{
    /// <summary>Setting <c>Proxies:Known</c>: addresses and networks with commas between, such as <c>10.0.0.5, 10.1.0.0/16</c>. Without it proxies on this machine are believed, and no others.</summary>
    public static void Trust(ForwardedHeadersOptions options, string? known)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var text in (known ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(text, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(text, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidOperationException($"Proxies:Known holds \"{text}\"; it must be an address or a network such as 10.1.0.0/16.");
            }

            options.ForwardLimit = null; // a chain of known proxies is followed to the first stranger
        }
    }
}

/// <summary>Pages that anybody may open can't be tried without end: secrets and passwords are not to be guessed.</summary>
internal static class RateLimits
{
    public const string Public = "public";

    /// <summary>Settings: <c>RateLimits:SignIn</c> and <c>RateLimits:Public</c>, requests a minute from one address.</summary>
    public static void AddErpRateLimits(this IServiceCollection services, IConfiguration settings) => services.AddRateLimiter(o =>
    {
        var signIns = settings.GetValue("RateLimits:SignIn", 30);
        var others = settings.GetValue("RateLimits:Public", 120);
        o.OnRejected = (context, _) => new ValueTask(Failures.TooMany(context.HttpContext));
        o.AddPolicy(Public, http =>
        {
            var proves = HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments(UserServices.SignInPath);
            return RateLimitPartition.GetFixedWindowLimiter(
                (http.Connection.RemoteIpAddress, proves),
                key => new FixedWindowRateLimiterOptions { PermitLimit = key.proves ? signIns : others, Window = TimeSpan.FromMinutes(1) });
        });
    });
}
