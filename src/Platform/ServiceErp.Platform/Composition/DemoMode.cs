using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ServiceErp.Platform.Composition;

/// <summary>
/// Whether the program shows the demonstration centre, in which everybody signs in with one click. Only when it is asked for: settings <c>demo</c> and, for visitors from other machines,
/// <c>demo:anywhere</c>.
/// </summary>
/// <param name="On">Whether it does.</param>
/// <param name="Anywhere">Whether visitors from other machines may sign in with one click too.</param>
public sealed record DemoMode(bool On, bool Anywhere = false)
{
    private static readonly string[] Announcing = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Reads the settings.</summary>
    public static DemoMode Read(IConfiguration settings) => new(settings.GetValue("demo", false), settings.GetValue("demo:anywhere", false));

    /// <summary>
    /// Whether a visitor may sign in with one click. One without an address may have come through a socket from anywhere, one that a proxy announces or that asked for another host
    /// than this machine comes from elsewhere, whatever the address says.
    /// </summary>
    public bool IsFor(HttpContext http) => On && (Anywhere || (IsHere(http.Connection.RemoteIpAddress) && IsHere(http.Request.Host) && !Announcing.Any(http.Request.Headers.ContainsKey)));

    private static bool IsHere(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsHere(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IsHere(address));
}
