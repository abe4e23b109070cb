using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>
/// Failures at one account from one place, and from all places together. Guesses from one place lock out that place, so a stranger keeps nobody out; guesses from very many places
/// lock out those who have never signed in there. Counted alike whether there is such an account or not, so that nobody learns which there are; of the address only a fingerprint is kept.
/// </summary>
internal sealed class FailedSignIn
{
    /// <summary>The place that stands for all of them.</summary>
    public const string Everywhere = "";

    /// <summary>How long a failure may count.</summary>
    public static readonly Duration Remembered = Duration.FromHours(2);

    private static readonly (int Most, Duration Within, Duration Locks) OnePlace = (5, Duration.FromMinutes(15), Duration.FromMinutes(15));
    private static readonly (int Most, Duration Within, Duration Locks) AllPlaces = (50, Duration.FromHours(1), Duration.FromHours(1));

    private FailedSignIn()
    {
    }

    public FailedSignIn(string account, string place) => (Account, Place) = (account, place);

    /// <summary>Fingerprint of the e-mail address.</summary>
    public string Account { get; private init; } = "";

    /// <summary>A browser that the user has signed in with before, or else a network address.</summary>
    public string Place { get; private init; } = "";

    public int Count { get; private set; }

    public Instant Since { get; private set; }

    public Instant LastAt { get; private set; }

    public Instant? LockedUntil { get; private set; }

    public static string FingerprintOf(string normalizedEmail) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(normalizedEmail)));

    public bool IsLocked(Instant now) => LockedUntil > now;

    public void Fail(Instant now)
    {
        var (most, within, locks) = Place == Everywhere ? AllPlaces : OnePlace;
        if (now - Since >= within)
        {
            (Count, Since) = (0, now);
        }

        LastAt = now;
        if (++Count >= most)
        {
            (LockedUntil, Count, Since) = (now + locks, 0, now);
        }
    }
}

internal static class FailedSignIns
{
    /// <summary>Takes up a count, or begins one.</summary>
    public static async Task<FailedSignIn> FailuresAsync(this PlatformDbContext db, string account, string place, CancellationToken cancel)
    {
        if (await db.Set<FailedSignIn>().FirstOrDefaultAsync(f => f.Account == account && f.Place == place, cancel) is { } found)
        {
            return found;
        }

        var begun = new FailedSignIn(account, place);
        db.Add(begun);
        return begun;
    }

    /// <summary>Forgets every failure at a user's account.</summary>
    public static async Task ForgiveAsync(this PlatformDbContext db, ErpUser user, CancellationToken cancel)
    {
        var account = FailedSignIn.FingerprintOf(user.NormalizedEmail);
        db.RemoveRange(await db.Set<FailedSignIn>().Where(f => f.Account == account).ToListAsync(cancel));
        user.Forgive();
    }
}

internal sealed class FailedSignInTable : IEntityTypeConfiguration<FailedSignIn>
{
    public void Configure(EntityTypeBuilder<FailedSignIn> builder)
    {
        builder.ToTable("FailedSignIn").HasKey(f => new { f.Account, f.Place });
        builder.Property(f => f.Account).HasMaxLength(64);
        builder.Property(f => f.Place).HasMaxLength(60);
        builder.HasIndex(f => f.LastAt);
    }
}
