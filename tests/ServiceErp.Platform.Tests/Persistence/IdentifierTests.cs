using System.Data.SqlTypes;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Tests.Persistence;

/// <summary>Identities grow in the order in which they were made, and each database sorts them so.</summary>
public sealed class IdentifierTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 4, 12, 0);
    private readonly PlatformClock clock = new();

    [Fact]
    public void They_grow_while_the_clock_stands_and_when_it_is_set_back()
    {
        var ids = new GrowingIdentifiers(clock);
        clock.TravelTo(Noon);
        var made = Enumerable.Range(0, 10_000).Select(_ => ids.NewId()).ToList();
        clock.TravelTo(Noon - Duration.FromDays(100));
        made.AddRange(Enumerable.Range(0, 100).Select(_ => ids.NewId()));
        clock.TravelTo(Noon + Duration.FromMilliseconds(100));
        made.Add(ids.NewId());
        AssertGrow(made);
        Assert.Equal(Noon.ToUnixTimeMilliseconds() + 100, MillisecondsOf(made[^1]));
        Assert.Equal(Noon.ToUnixTimeMilliseconds(), MillisecondsOf(made[0]));
    }

    [Fact]
    public void Within_a_millisecond_they_tell_its_parts()
    {
        // Two programs that share a database agree on more than milliseconds.
        var (one, other) = (new GrowingIdentifiers(clock), new GrowingIdentifiers(clock));
        var made = new List<Guid>();
        for (var i = 0; i < 1000; i++)
        {
            clock.TravelTo(Noon + Duration.FromTicks(10 * i));
            made.Add((i % 2 == 0 ? one : other).NewId());
        }

        AssertGrow(made);
    }

    [Fact]
    public void They_are_version_seven_and_distinct_whoever_asks_at_once()
    {
        var ids = new GrowingIdentifiers(clock);
        var made = new Guid[8][];
        Parallel.For(0, made.Length, i => made[i] = [.. Enumerable.Range(0, 5000).Select(_ => ids.NewId())]);
        Assert.Equal(40_000, made.SelectMany(m => m).Distinct().Count());
        Assert.All(made, AssertGrow);
        Assert.All(made.SelectMany(m => m), id => Assert.True(id.Version == 7 && id.Variant is >= 8 and <= 0xB, id.ToString()));
    }

    [Fact]
    public void Sql_server_keeps_them_so_that_its_order_is_theirs()
    {
        var ids = new GrowingIdentifiers(clock);
        var made = new List<Guid>();
        foreach (var step in new[] { Duration.Zero, Duration.FromTicks(1), Duration.FromMilliseconds(1), Duration.FromSeconds(1), Duration.FromHours(1), Duration.FromDays(40), Duration.FromDays(4000) })
        {
            clock.TravelTo(Noon + step);
            made.AddRange(Enumerable.Range(0, 20).Select(_ => ids.NewId()));
        }

        AssertGrow(made);
        var kept = made.Select(IdentityOnSqlServer.Keep).ToList();
        Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.True(new SqlGuid(pair.First).CompareTo(new SqlGuid(pair.Second)) < 0, $"{pair.First} is not before {pair.Second} on SQL Server."));
        Assert.Equal(made, kept.Select(IdentityOnSqlServer.Give));
        Assert.Equal(Guid.Empty, IdentityOnSqlServer.Keep(Guid.Empty));

        // Unconverted it would sort by chance: this is what the conversion is for.
        Assert.NotEqual(made, made.OrderBy(id => new SqlGuid(id)));
    }

    [Fact]
    public void Every_identity_in_every_order_of_sql_server_is_the_order_of_its_digits()
    {
#pragma warning disable RS0030 // any identity at all, also those that clients choose
        var any = Enumerable.Range(0, 500).Select(_ => Guid.NewGuid()).ToList();
#pragma warning restore RS0030
        Assert.Equal(any.OrderBy(id => id.ToString("N"), StringComparer.Ordinal), any.OrderBy(id => new SqlGuid(IdentityOnSqlServer.Keep(id))));
    }

    private static void AssertGrow(IReadOnlyList<Guid> made) =>
        Assert.All(made.Zip(made.Skip(1)), pair => Assert.True(string.CompareOrdinal(pair.First.ToString("N"), pair.Second.ToString("N")) < 0, $"{pair.First} is not before {pair.Second}."));

    private static long MillisecondsOf(Guid id) => Convert.ToInt64(id.ToString("N")[..12], 16);
}
