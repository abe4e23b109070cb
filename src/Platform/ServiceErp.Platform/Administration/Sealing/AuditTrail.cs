using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Administration.Sealing;

/// <summary>What is wrong with a sealed audit trail.</summary>
public enum AuditFaultKind
{
    /// <summary>An entry is not what it was.</summary>
    Changed,

    /// <summary>An entry is gone.</summary>
    Removed,

    /// <summary>An entry was put among sealed ones.</summary>
    Inserted,

    /// <summary>A seal is not what it was, or does not follow from the one before.</summary>
    SealBroken,

    /// <summary>A seal is gone, in the middle or at the end.</summary>
    SealMissing,

    /// <summary>The key is missing or another one, so that the seal proves nothing.</summary>
    KeyMissing,
}

/// <summary>One thing that is wrong, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Seal">Number of the seal.</param>
/// <param name="EntryId">Which entry; null when it concerns the seal itself.</param>
/// <param name="At">When the entry says it was written; the seal's last instant where no entry is there to say it.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Seal, Guid? EntryId, Instant? At);

/// <summary>What a look at the whole audit trail found.</summary>
/// <param name="Seals">Seals read.</param>
/// <param name="Entries">Entries compared.</param>
/// <param name="Unsealed">Entries younger than the last seal, which nothing proves yet.</param>
/// <param name="SealedUpTo">The last seal's last instant.</param>
/// <param name="FaultCount">How many faults there are.</param>
/// <param name="Faults">The first of them, up to a hundred.</param>
public sealed record AuditVerdict(long Seals, long Entries, int Unsealed, Instant? SealedUpTo, int FaultCount, IReadOnlyList<AuditFault> Faults);

/// <summary>Compares the audit trail with its seals.</summary>
internal sealed class AuditTrail(PlatformDbContext db, SealKey keys)
{
    private const int MostFaults = 100;

    public async Task<AuditVerdict> VerifyAsync(Action<long> progress, CancellationToken cancel)
    {
        var key = keys.Find();
        var faults = new List<AuditFault>();
        var (count, seals, entries) = (0, 0L, 0L);
        void Found(AuditFaultKind kind, long seal, Guid? entry, Instant? at)
        {
            count++;
            if (faults.Count < MostFaults)
            {
                faults.Add(new AuditFault(kind, seal, entry, at));
            }
        }

        AuditSeal? last = null;
        var noted = keys.Last();
        var number = 0L;
        while (await db.Set<AuditSeal>().AsNoTracking().Where(s => s.Number > number).OrderBy(s => s.Number).FirstOrDefaultAsync(cancel) is { } seal)
        {
            for (var missing = number + 1; missing < seal.Number && missing < number + MostFaults; missing++)
            {
                Found(AuditFaultKind.SealMissing, missing, null, last?.UpTo);
            }

            var whole = key is not null && seal.KeyName == SealKey.NameOf(key);
            if (!whole)
            {
                Found(AuditFaultKind.KeyMissing, seal.Number, null, seal.UpTo);
            }
            else if (seal.After != last?.UpTo || seal.Value != SealCodes.ValueOf(seal, last?.Value, key!) || (noted?.Number == seal.Number && noted.Value != seal.Value))
            {
                Found(AuditFaultKind.SealBroken, seal.Number, null, seal.UpTo);
            }

            entries += await CompareAsync(seal, whole ? key : null, Found, cancel);
            (last, number) = (seal, seal.Number);
            seals++;
            progress(entries);
        }

        for (var missing = number + 1; missing <= (noted?.Number ?? 0) && missing <= number + MostFaults; missing++)
        {
            Found(AuditFaultKind.SealMissing, missing, null, last?.UpTo);
        }

        var sealedUpTo = last?.UpTo;
        var unsealed = await db.Audit.Where(a => sealedUpTo == null || a.At > sealedUpTo).CountAsync(cancel);
        return new AuditVerdict(seals, entries, unsealed, sealedUpTo, count, faults);
    }

    private async Task<int> CompareAsync(AuditSeal seal, byte[]? key, Action<AuditFaultKind, long, Guid?, Instant?> found, CancellationToken cancel)
    {
        var (after, upTo) = (seal.After, seal.UpTo);
        var present = SealCodes.InOrder(await db.Audit.AsNoTracking().Where(a => a.At <= upTo && (after == null || a.At > after)).ToListAsync(cancel));
        var noted = new Dictionary<Guid, ulong>();
        foreach (var (id, code) in SealCodes.Read(seal.Marks))
        {
            noted[id] = code; // a broken seal may name an entry twice
        }

        var codes = key is null ? [] : SealCodes.Read(SealCodes.MarksOf(present, key)).ToDictionary(m => m.Id, m => m.Code);
        foreach (var entry in present)
        {
            if (!noted.Remove(entry.Id, out var code))
            {
                found(AuditFaultKind.Inserted, seal.Number, entry.Id, entry.At);
            }
            else if (key is not null && codes[entry.Id] != code)
            {
                found(AuditFaultKind.Changed, seal.Number, entry.Id, entry.At);
            }
        }

        foreach (var id in noted.Keys)
        {
            found(AuditFaultKind.Removed, seal.Number, id, upTo);
        }

        return present.Count;
    }
}
