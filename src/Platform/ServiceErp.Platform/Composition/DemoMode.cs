using System.Net;
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
    /// <summary>Reads the settings.</summary>
    public static DemoMode Read(IConfiguration settings) => new(settings.GetValue("demo", false), settings.GetValue("demo:anywhere", false));

    /// <summary>Whether a visitor from this address may sign in with one click. One without an address may have come through a socket from anywhere.</summary>
    public bool IsFor(IPAddress? address) => On && (Anywhere || (address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));
}
