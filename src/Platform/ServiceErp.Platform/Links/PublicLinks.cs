using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Links;

/// <summary>
/// The one place that makes links to the pages which customers open by a secret. A link begins with the address under which customers reach this program: the setting
/// <c>Public:Address</c>, otherwise what an administrator has written down, and in the demo where the program listens. What a browser claims in its Host header is never believed.
/// </summary>
public sealed partial class PublicLinks
{
    /// <summary>The longest address.</summary>
    public const int Longest = 200;

    private readonly string? configured;
    private readonly string? demo;
    private readonly Remembered<Known> written;

    internal PublicLinks(IConfiguration settings, DemoMode demo, Func<Func<PlatformDbContext, Known>, Remembered<Known>> remember)
    {
        configured = settings["Public:Address"] is { Length: > 0 } said ? Clean(said) ?? throw new InvalidOperationException($"Public:Address is \"{said}\"; it must be like https://service.example.com.") : null;
        this.demo = demo.On ? Listening(settings["urls"]) : null;
        written = remember(db => new Known(db.Set<PublicAddressRecord>().Select(a => a.Address).FirstOrDefault() ?? ""));
    }

    /// <summary>Nobody has said yet where customers reach the program.</summary>
    public static Error NoAddress { get; } = Error.Refused("Platform.PublicAddress.Missing", "Nobody has written down under which address customers reach this program, so no link can be sent. Ask an administrator.");

    /// <summary>Where customers reach this program, without a slash at the end; null until somebody has said so.</summary>
    public string? Address => configured ?? (written.Value.Address is { Length: > 0 } own ? own : demo);

    /// <summary>Whether the address stands in the program's settings, where no page can change it.</summary>
    public bool IsConfigured => configured is not null;

    /// <summary>The whole link; null while <see cref="Address"/> is: who writes to a customer then leaves the sentence with the link out.</summary>
    /// <param name="page">Which page, such as <c>status</c>.</param>
    /// <param name="secret">The secret of the thing it shows.</param>
    public string? To(string page, string secret) => Address is { } address ? $"{address}/p/{page}/{secret}" : null;

    /// <summary>A text as colleagues may read it: with words in place of every link that only the customer may open.</summary>
    /// <param name="text">What was written to the customer.</param>
    /// <param name="words">What stands in its place, translated.</param>
    public static string Masked(string text, string words) => Link().Replace(text, words);

    internal void Forget() => written.Forget();

    /// <summary>An address as it is kept; null when it is none.</summary>
    internal static string? Clean(string? said) =>
        said?.Trim() is { Length: > 0 and <= Longest } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri is { Host.Length: > 0, Query: "", Fragment: "", UserInfo: "" } && !text.Any(char.IsWhiteSpace)
            ? uri.AbsoluteUri.TrimEnd('/')
            : null;

    private static string Listening(string? urls) =>
        Clean(Everywhere().Replace(urls?.Split(';')[0] ?? "", "://localhost")) ?? "http://localhost:5080";

    [GeneratedRegex(@"(?:https?://[^\s<>""]*?)?/p/[a-z-]+/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"://(\*|\+|0\.0\.0\.0|\[::\])(?=[:/]|$)")]
    private static partial Regex Everywhere();

    internal sealed record Known(string Address);
}

internal sealed class RenewPublicAddressWhenChanged(PublicLinks links) : ISubscriber<PublicAddressChanged>
{
    public Task<Result> Handle(PublicAddressChanged happened, CancellationToken cancel)
    {
        links.Forget();
        return Task.FromResult(Result.Success);
    }
}
