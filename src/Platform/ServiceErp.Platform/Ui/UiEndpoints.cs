using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Ui;

/// <summary>The reader's own settings of the look, kept in cookies: theme and language.</summary>
public static class UiEndpoints
{
    /// <summary>The header that carries the antiforgery token of htmx; the Host gives it to <c>AddAntiforgery</c>.</summary>
    public const string AntiforgeryHeader = "X-Antiforgery";

    /// <summary>What the browser may load and do. No inline script or style anywhere; nothing from elsewhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string ThemeCookie = "theme";
    private static readonly CookieOptions Keep = new() { Path = "/", MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, IsEssential = true };

    /// <summary><c>POST /preferences/theme</c>, <c>/culture</c> and <c>/branch</c>, each with a field <c>value</c> and a local <c>next</c>.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapPost("/preferences/theme", (HttpContext http, [FromForm] string? value, [FromForm] string? next) => Remember(http, ThemeCookie, value == "dark" ? "dark" : "light", next));
        app.MapPost("/preferences/culture", (HttpContext http, [FromForm] string? value, [FromForm] string? next) =>
            Remember(http, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Known(value))), next));
        app.MapPost("/preferences/branch", (HttpContext http, [FromForm] string? value, [FromForm] string? next) => Remember(http, HttpCaller.BranchCookie, Guid.TryParse(value, out var branch) ? branch.ToString() : "all", next));
    }

    /// <summary>The theme of a request: the reader's choice, else what their system prefers where the browser says so, else light.</summary>
    public static string ThemeOf(HttpRequest request) =>
        (request.Cookies[ThemeCookie] ?? request.Headers["Sec-CH-Prefers-Color-Scheme"].ToString().Trim('"')) == "dark" ? "dark" : "light";

    private static CultureInfo Known(string? name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name ?? "en", predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }

    private static IResult Remember(HttpContext http, string cookie, string value, string? next)
    {
        http.Response.Cookies.Append(cookie, value, Keep);
        return http.Redirect(OwnAddress.Of(next) ?? "/");
    }
}
