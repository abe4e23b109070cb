using System.Buffers.Text;
using System.Security.Cryptography;
using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Composition;

/// <summary>The machine's clock, which the demo may set back while it lives through the past months.</summary>
public sealed class PlatformClock : IClock
{
    private long? travelledTo;

    /// <inheritdoc />
    public Instant GetCurrentInstant() => travelledTo is { } ticks
        ? Instant.FromUnixTimeTicks(ticks)
#pragma warning disable RS0030 // the one place that reads the machine's clock
        : SystemClock.Instance.GetCurrentInstant();
#pragma warning restore RS0030

    /// <summary>Sets the clock to an instant, where it stands until set again; null lets it run.</summary>
    public void TravelTo(Instant? instant) => travelledTo = instant?.ToUnixTimeTicks();
}

/// <summary>Identifiers and secrets from the machine's randomness.</summary>
internal sealed class RandomIdentifiers(IClock clock) : IIdentifiers
{
#pragma warning disable RS0030 // the one place that makes identifiers
    public Guid NewId() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());
#pragma warning restore RS0030

    public string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
