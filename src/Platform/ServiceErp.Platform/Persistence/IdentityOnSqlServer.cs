using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// How SQL Server keeps an identity. It compares a <c>uniqueidentifier</c> by its last six bytes first, then by 8-9, 6-7, 4-5 and 0-3; the bytes are therefore laid out so that its order is that of
/// the identity itself, which is the order of time. Keys grow at the end there as they do in SQLite, and pages by key come in one order on both (docs/decisions/0009).
/// </summary>
internal sealed class IdentityOnSqlServer() : ValueConverter<Guid, Guid>(id => Keep(id), kept => Give(kept))
{
    private const int Length = 16;

    // Place of each byte, from the one that SQL Server compares first.
    private static readonly int[] Places = [10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3];

    /// <summary>The identity as it is stored.</summary>
    public static Guid Keep(Guid id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Span<byte> kept = stackalloc byte[Length];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        for (var i = 0; i < Length; i++)
        {
            kept[Places[i]] = bytes[i];
        }

        return new Guid(kept);
    }

    /// <summary>The identity out of what is stored.</summary>
    public static Guid Give(Guid kept)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Span<byte> id = stackalloc byte[Length];
        kept.TryWriteBytes(bytes);
        for (var i = 0; i < Length; i++)
        {
            id[i] = bytes[Places[i]];
        }

        return new Guid(id, bigEndian: true);
    }
}
