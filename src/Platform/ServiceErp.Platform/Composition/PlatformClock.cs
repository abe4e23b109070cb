using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Composition;

/// <summary>The machine's clock, which the demo may set back while it lives through the past months.</summary>
public sealed class PlatformClock : IClock
{
    private volatile Travel? travel;

    /// <inheritdoc />
    public Instant GetCurrentInstant() => travel is { } there
        ? there.Now
#pragma warning disable RS0030 // the one place that reads the machine's clock
        : SystemClock.Instance.GetCurrentInstant();
#pragma warning restore RS0030

    /// <summary>Sets the clock to an instant; null brings it back to the present.</summary>
    /// <param name="instant">Where to.</param>
    /// <param name="goesOn">Whether it runs from there, instead of standing until it is set again.</param>
    public void TravelTo(Instant? instant, bool goesOn = false) => travel = instant is { } to ? new Travel(to, goesOn ? Stopwatch.GetTimestamp() : null) : null;

    private sealed record Travel(Instant To, long? Since)
    {
        public Instant Now => Since is { } since ? To + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(since)) : To;
    }
}

/// <summary>
/// Identifiers (UUID version 7) that grow with each one made by this program, also within a millisecond, while the clock stands and when it is set back: the twelve bits behind the milliseconds
/// are their fraction, raised by one where that is not later than the last (RFC 9562, section 6.2). The rest is random, as secrets are.
/// </summary>
internal sealed class GrowingIdentifiers(IClock clock) : IIdentifiers
{
    private const int FractionBits = 12;

    private long last;

    public Guid NewId()
    {
        var ticks = clock.GetCurrentInstant().ToUnixTimeTicks();
        var now = (ticks / NodaConstants.TicksPerMillisecond << FractionBits) + ((ticks % NodaConstants.TicksPerMillisecond << FractionBits) / NodaConstants.TicksPerMillisecond);
        long seen, next;
        do
        {
            seen = Volatile.Read(ref last);
            next = Math.Max(now, seen + 1);
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);

        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id[8..]);
        BinaryPrimitives.WriteInt64BigEndian(id, next << 4); // 48 bits of milliseconds come first; the fraction makes room for the version
        var fraction = (ushort)(next & ((1 << FractionBits) - 1));
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | fraction));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true);
    }

    public string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
