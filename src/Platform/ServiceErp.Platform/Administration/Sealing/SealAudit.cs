using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Administration.Sealing;

/// <summary>
/// Seals what was written down since the last seal. Commands do nothing for it; an entry waits here until it is <see cref="Settled"/>, by when every transaction of its time has ended.
/// </summary>
internal sealed class SealAudit(PlatformDbContext db, PlatformWriter writer, SealKey keys, IClock clock, IIdentifiers ids) : IScheduledJob
{
    /// <summary>How old an entry is before it is sealed. None may appear later among the sealed ones.</summary>
    public static readonly Duration Settled = Duration.FromMinutes(5);

    /// <summary>Entries of one seal, and a few more when several share the last instant.</summary>
    internal const int MostEntries = 500;

    public string Name => "Platform.SealAudit";

    public string Cron => "0 */15 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var key = keys.Find();
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        if (key is null || (last is not null && last.KeyName != SealKey.NameOf(key)))
        {
            key = last is null && keys.Last() is null && key is null
                ? keys.Make()
                : throw new InvalidOperationException("The key of the audit trail's seals is missing or another one. Bring it back from the backup of the data folder, or set Audit:SealKey.");
        }

        if (keys.Last() is { } noted && noted.Number > (last?.Number ?? 0))
        {
            throw new InvalidOperationException($"Seal {noted.Number} of the audit trail was there and is not there any more. Verify the audit trail.");
        }

        var (seals, entries) = (0, 0);
        while (await NextAsync(last, key, cancel) is { } seal)
        {
            var added = await writer.ChangeAsync(Name, async (db, _) =>
            {
                if (await db.Set<AuditSeal>().AnyAsync(s => s.Number == seal.Number))
                {
                    return false; // another host was first
                }

                db.Add(seal);
                return true;
            });
            if (!added)
            {
                break;
            }

            keys.Remember(seal);
            last = seal;
            seals++;
            entries += seal.Count;
            progress.Report(new JobProgress(null, $"{entries:N0} entries"));
        }

        return $"{entries:N0} entries were sealed with {seals:N0} seals.";
    }

    private async Task<AuditSeal?> NextAsync(AuditSeal? last, byte[] key, CancellationToken cancel)
    {
        var after = last?.UpTo;
        var horizon = clock.GetCurrentInstant() - Settled;
        var due = db.Audit.AsNoTracking().Where(a => a.At <= horizon && (after == null || a.At > after));
        var upTo = await due.OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => (Instant?)a.At).Skip(MostEntries - 1).FirstOrDefaultAsync(cancel) ?? await due.MaxAsync(a => (Instant?)a.At, cancel);
        if (upTo is null)
        {
            return null;
        }

        var entries = SealCodes.InOrder(await due.Where(a => a.At <= upTo).ToListAsync(cancel));
        var (id, sealedAt) = (ids.NewId(), Micros(clock.GetCurrentInstant())); // once: both are made of the same
        AuditSeal Make(string value) => new()
        {
            Id = id,
            Number = (last?.Number ?? 0) + 1,
            SealedAt = sealedAt,
            After = after,
            UpTo = upTo.Value,
            Count = entries.Count,
            FirstId = entries[0].Id,
            LastId = entries[^1].Id,
            Marks = SealCodes.MarksOf(entries, key),
            KeyName = SealKey.NameOf(key),
            Value = value,
        };
        var unsigned = Make("");
        return Make(SealCodes.ValueOf(unsigned, last?.Value, key));
    }

    /// <summary>What every database gives back as it was given.</summary>
    private static Instant Micros(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);
}

/// <summary>Looks every night whether the audit trail is whole; a run that finds something fails and says what.</summary>
internal sealed class VerifyAuditNightly(AuditTrail trail) : IScheduledJob
{
    public string Name => "Platform.VerifyAudit";

    public string Cron => "0 20 2 * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var found = await trail.VerifyAsync(entries => progress.Report(new JobProgress(null, $"{entries:N0} entries")), cancel);
        return found.Faults.Count == 0
            ? $"{found.Entries:N0} entries under {found.Seals:N0} seals are as they were written."
            : throw new InvalidOperationException($"{found.FaultCount:N0} faults in the audit trail. The first: {found.Faults[0]}");
    }
}
