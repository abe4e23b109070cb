using System.Net;
using System.Net.Sockets;

namespace ServiceErp.Platform.Users;

/// <summary>Where somebody comes from who wants to sign in.</summary>
/// <param name="Address">The network address; of IPv6 the network of 64 bits that one household or office has, since each machine has billions of addresses in it.</param>
/// <param name="Agent">What the browser says of itself.</param>
/// <param name="Device">The browser's lasting identity, when it has signed in before.</param>
/// <param name="Users">Who has signed in there.</param>
public sealed record Visitor(string Address, string Agent, Guid? Device = null, IReadOnlyList<Guid>? Users = null)
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems = [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Whether a user has signed in with this browser before.</summary>
    public bool IsKnownTo(Guid user) => Device is not null && Users?.Contains(user) == true;

    /// <summary>An address as failures are counted by it.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>Browser and system in two words.</summary>
    public static string InWords(string agent)
    {
        string? Find((string Sign, string Name)[] known) => Array.Find(known, k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
        return (Find(Browsers), Find(Systems)) switch
        {
            ({ } browser, { } system) => $"{browser}, {system}",
            (var browser, var system) => browser ?? system ?? "?",
        };
    }
}
