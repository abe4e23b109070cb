using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Users.Features;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Users;

/// <summary>Signing in: by session cookie on pages, by session cookie or API key below <c>/api</c>.</summary>
public static class UserServices
{
    /// <summary>The sign-in page.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>The beginning of every API address.</summary>
    public const string ApiPath = "/api";

    /// <summary>Whether a machine asks: below <see cref="ApiPath"/>; the address itself is a page about the API.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(ApiPath, out var rest) && rest.HasValue;

    internal const string SessionScheme = "Session";

    /// <summary>The authentication type of a machine.</summary>
    public const string ApiKeyScheme = "ApiKey";

    /// <summary>ASP.NET Core Identity with the Platform's users, for their passwords.</summary>
    internal static void AddUsers(this IServiceCollection services) =>
        services.AddIdentityCore<ErpUser>(o =>
        {
            o.User.AllowedUserNameCharacters = "";
            o.Password.RequiredLength = UserRules.ShortestPassword;
            o.Password.RequiredUniqueChars = 4;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        }).AddUserStore<UserStore>().AddPasswordValidator<PasswordsNotGuessed>();

    /// <summary>Adds the session cookie and API keys; who is not known is sent to the sign-in page, machines get problem details.</summary>
    public static void AddErpAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<WrongKeys>();
        services.AddAuthentication(SessionScheme)
            .AddCookie(SessionScheme, o =>
            {
                o.Cookie = new HostCookie("session", SameSiteMode.Lax); // Strict would sign people out who follow a link in an e-mail
                o.ExpireTimeSpan = TimeSpan.FromDays(14); // how long the session itself goes on is known here (SessionLimits), and not the browser's to say
                o.SlidingExpiration = false;
                o.LoginPath = SignInPath;
                o.ReturnUrlParameter = "next";
                o.ForwardDefaultSelector = http => ApiKeys.Read(http.Request) is null ? null : ApiKeyScheme;
                o.Events.OnValidatePrincipal = Renew;
                o.Events.OnRedirectToLogin = SendToSignIn;
                o.Events.OnRedirectToAccessDenied = context => Say(context.HttpContext, NotPermitted);
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeys>(ApiKeyScheme, null);
        services.AddAuthorization();
    }

    private static Error NotSignedIn { get; } = Error.Forbidden("Platform.NotSignedIn", "Sign in first, or send an API key in the header X-Api-Key.");

    private static Error NotPermitted { get; } = Error.Forbidden("Platform.Forbidden", "You may not do this.");

    /// <summary>Begins a session for this user and has the browser carry it.</summary>
    internal static async Task<bool> BeginSession(HttpContext http, Guid userId)
    {
        var begun = await http.RequestServices.GetRequiredService<Dispatcher>().Send(new BeginSession.Command(userId, http.Visitor()), Caller.System with { Name = "Sign-in page" });
        return begun.Succeeded && await Carry(http, userId, begun.Value.SessionId);
    }

    /// <summary>Has the browser carry a session that has begun.</summary>
    internal static async Task<bool> Carry(HttpContext http, Guid userId, Guid sessionId)
    {
        if (http.RequestServices.GetRequiredService<UserDirectory>().Principal(userId, sessionId, SessionScheme) is not { } principal)
        {
            return false;
        }

        await http.SignInAsync(SessionScheme, principal, new AuthenticationProperties { IsPersistent = true });
        return true;
    }

    // The cookie names a session; whether it goes on, whose it is and what that user may do is asked anew each time, in memory, so that a change is in force with the next click.
    private static async Task Renew(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var present = Guid.TryParse(context.Principal?.FindFirst(HttpCaller.SessionClaim)?.Value, out var session) && services.GetRequiredService<SessionDirectory>().Enter(session) is { } user
            ? services.GetRequiredService<UserDirectory>().Principal(user, session, SessionScheme)
            : null;
        if (present is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SessionScheme);
        }
        else
        {
            context.ReplacePrincipal(present);
        }
    }

    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (IsApi(http.Request))
        {
            return Say(http, NotSignedIn, StatusCodes.Status401Unauthorized);
        }

        if (http.Request.Headers["HX-Request"] == "true")
        {
            // A part can't become a sign-in page: the whole window goes there.
            http.Response.Headers["HX-Redirect"] = SignInPath;
            return Task.CompletedTask;
        }

        context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery); // relative: the host that was asked for may be anybody's invention
        return Task.CompletedTask;
    }

    private static Task Say(HttpContext http, Error error, int? status = null) =>
        Problems.Problem(error, http.RequestServices.GetRequiredService<Texts>(), status).ExecuteAsync(http);

    /// <summary>Reads the key of a machine from <c>X-Api-Key</c> or <c>Authorization: Bearer</c>, below <c>/api</c> only.</summary>
    private sealed class ApiKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, UserDirectory directory, ApiKeyUse use, WrongKeys wrong)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private bool tooMany;

        public static string? Read(HttpRequest request)
        {
            if (!IsApi(request))
            {
                return null;
            }

            var bearer = request.Headers.Authorization.ToString();
            return request.Headers["X-Api-Key"].ToString() is { Length: > 0 } key ? key
                : bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer["Bearer ".Length..].Trim()
                : null;
        }

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Read(Request) is not { Length: > 0 and <= 200 } key || directory.Machine(Fingerprint(key), ApiKeyScheme) is not { } machine)
            {
                tooMany = !wrong.MayGoOn(Context.Connection.RemoteIpAddress);
                return Task.FromResult(AuthenticateResult.Fail("The API key is unknown, was revoked or has run out."));
            }

            use.Note(machine.Key);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(machine.Principal, ApiKeyScheme)));
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
            tooMany
                ? WrongKeys.Refuse(Context)
                : Say(Context, Error.Forbidden("Platform.ApiKeyUnknown", "The API key is unknown, was revoked or has run out."), StatusCodes.Status401Unauthorized);

        protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Say(Context, NotPermitted);
    }

    /// <summary>Machines with a wrong key are slowed down by their address; one with a right key never is. Setting: <c>RateLimits:ApiKeys</c>, wrong ones a minute.</summary>
    private sealed class WrongKeys(IConfiguration settings) : IDisposable
    {
        private readonly PartitionedRateLimiter<string> limits = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.GetValue("RateLimits:ApiKeys", 20), Window = TimeSpan.FromMinutes(1) }));

        public bool MayGoOn(System.Net.IPAddress? address)
        {
            using var lease = limits.AttemptAcquire(Visitor.Network(address));
            return lease.IsAcquired;
        }

        public static Task Refuse(HttpContext http)
        {
            http.Response.Headers.RetryAfter = "60";
            return Say(http, Error.Refused("Platform.TooMany", "These were too many requests. Wait a minute and try again."), StatusCodes.Status429TooManyRequests);
        }

        public void Dispose() => limits.Dispose();
    }

    /// <summary>What is kept of a key.</summary>
    internal static string Fingerprint(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
