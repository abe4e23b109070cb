using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Administration.Sealing;

/// <summary>How entries and seals become codes. Each field goes in with its length, so that no two entries read the same.</summary>
internal static class SealCodes
{
    private const int IdLength = 16;
    private const int CodeLength = 8;
    private const int MarkLength = IdLength + CodeLength;

    /// <summary>The marks of a seal's entries; their order is by instant and identity, the same on every database.</summary>
    public static byte[] MarksOf(IReadOnlyList<AuditEntry> entries, byte[] key)
    {
        var marks = new byte[entries.Count * MarkLength];
        using var code = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        for (var i = 0; i < entries.Count; i++)
        {
            var mark = marks.AsSpan(i * MarkLength, MarkLength);
            entries[i].Id.TryWriteBytes(mark, bigEndian: true, out _);
            CodeOf(entries[i], code).AsSpan(0, CodeLength).CopyTo(mark[IdLength..]);
        }

        return marks;
    }

    public static IReadOnlyList<AuditEntry> InOrder(IEnumerable<AuditEntry> entries) => [.. entries.OrderBy(e => e.At).ThenBy(e => e.Id.ToString("N"), StringComparer.Ordinal)];

    /// <summary>Identity and code of each entry that was sealed.</summary>
    public static IEnumerable<(Guid Id, ulong Code)> Read(byte[] marks)
    {
        for (var at = 0; at + MarkLength <= marks.Length; at += MarkLength)
        {
            yield return (new Guid(marks.AsSpan(at, IdLength), bigEndian: true), BinaryPrimitives.ReadUInt64BigEndian(marks.AsSpan(at + IdLength)));
        }
    }

    /// <summary>The code of a seal.</summary>
    /// <param name="seal">The seal; its own value is not read.</param>
    /// <param name="previous">The value of the one before; null for the first.</param>
    /// <param name="key">The key.</param>
    public static string ValueOf(AuditSeal seal, string? previous, byte[] key)
    {
        using var code = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Add(code, "seal");
        Add(code, previous);
        Add(code, seal.Number);
        Add(code, seal.SealedAt.ToUnixTimeTicks());
        Add(code, seal.After?.ToUnixTimeTicks());
        Add(code, seal.UpTo.ToUnixTimeTicks());
        Add(code, seal.Count);
        code.AppendData(seal.FirstId.ToByteArray(bigEndian: true));
        code.AppendData(seal.LastId.ToByteArray(bigEndian: true));
        code.AppendData(seal.Marks);
        return Convert.ToHexString(code.GetHashAndReset());
    }

    private static byte[] CodeOf(AuditEntry entry, IncrementalHash code)
    {
        code.AppendData(entry.Id.ToByteArray(bigEndian: true));
        Add(code, entry.At.ToUnixTimeTicks());
        Add(code, entry.UserId?.ToString("N"));
        Add(code, entry.UserName);
        Add(code, entry.UseCase);
        Add(code, entry.Entity);
        Add(code, entry.EntityId?.ToString("N"));
        Add(code, entry.Version);
        Add(code, entry.Step);
        Add(code, entry.BranchId?.ToString("N"));
        Add(code, entry.From);
        Add(code, entry.Trigger);
        Add(code, entry.To);
        Add(code, entry.Reason);
        Add(code, entry.Changes);
        return code.GetHashAndReset();
    }

    private static void Add(IncrementalHash code, string? text)
    {
        Add(code, text is null ? -1L : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
        {
            code.AppendData(Encoding.UTF8.GetBytes(text));
        }
    }

    private static void Add(IncrementalHash code, long? number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = number is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], number ?? 0);
        code.AppendData(bytes);
    }
}
