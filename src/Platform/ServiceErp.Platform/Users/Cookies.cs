using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Users;

/// <summary>
/// A cookie that nobody can plant: over https its name begins with <c>__Host-</c>, which browsers take only from this very host, encrypted and for the whole of it. Over plain http,
/// as the demo runs, browsers would throw such a cookie away; there it has its bare name.
/// </summary>
public sealed class HostCookie : CookieBuilder
{
    private static readonly HttpContextAccessor Current = new();
    private readonly string bare;

    /// <summary>Describes a cookie that scripts can't read.</summary>
    /// <param name="name">Its bare name.</param>
    /// <param name="sameSite">Whether it travels with links from elsewhere.</param>
    public HostCookie(string name, SameSiteMode sameSite)
    {
        bare = name;
        (HttpOnly, SameSite, SecurePolicy, Path, IsEssential) = (true, sameSite, CookieSecurePolicy.SameAsRequest, "/", true);
    }

    /// <inheritdoc />
    public override string? Name
    {
        get => Current.HttpContext?.Request.IsHttps == true ? $"__Host-{bare}" : bare;
        set => throw new NotSupportedException("The name is given once.");
    }
}

/// <summary>Remembers by a sealed cookie who has signed in with a browser, so that strangers' guesses elsewhere don't keep them out of it (<see cref="FailedSignIn"/>). It opens nothing.</summary>
internal static class DeviceCookie
{
    private const int MostUsers = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private static readonly HostCookie Cookie = new("device", SameSiteMode.Lax) { MaxAge = Kept };

    /// <summary>Where a request comes from.</summary>
    public static Visitor Visitor(this HttpContext http)
    {
        var (address, agent) = (Users.Visitor.Network(http.Connection.RemoteIpAddress), http.Request.Headers.UserAgent.ToString());
        try
        {
            return http.Request.Cookies[Cookie.Name!] is { Length: > 0 and < 2000 } text
                && Protector(http).Unprotect(text).Split(' ').Select(Guid.Parse).ToArray() is [var device, .. var users]
                    ? new Visitor(address, agent, device, users)
                    : new Visitor(address, agent);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return new Visitor(address, agent); // forged, or older than the keys
        }
    }

    /// <summary>Notes that a user has signed in with this browser.</summary>
    public static void Remember(this HttpContext http, Visitor visitor, Guid user)
    {
        Guid[] known = [visitor.Device ?? http.RequestServices.GetRequiredService<IIdentifiers>().NewId(), user, .. (visitor.Users ?? []).Where(u => u != user).Take(MostUsers - 1)];
        http.Response.Cookies.Append(Cookie.Name!, Protector(http).Protect(string.Join(' ', known.Select(k => k.ToString("N"))), Kept), Cookie.Build(http));
    }

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("ServiceErp.Device").ToTimeLimitedDataProtector();
}
