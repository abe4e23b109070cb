using System.Buffers.Binary;

namespace ServiceErp.Platform.Attachments;

/// <summary>
/// Reads from a picture's head how large it claims to be. Whoever shows it, a browser or the printer, sets memory aside for every pixel, and a small file can claim billions. Nothing is decoded.
/// </summary>
internal static class PictureSize
{
    /// <summary>Most pixels, in millions: twice a good camera's.</summary>
    public const int MostMegapixels = 50;

    /// <summary>Longest side, in pixels.</summary>
    public const int LongestSide = 20_000;

    private const int Head = 256 * 1024;

    /// <summary>Whether a picture of this size is taken.</summary>
    public static bool IsFit((long Width, long Height) size) => size is { Width: > 0, Height: > 0 } && size.Width <= LongestSide && size.Height <= LongestSide && size.Width * size.Height <= MostMegapixels * 1_000_000L;

    /// <summary>Width and height; null for what is no picture, or one that no program could show.</summary>
    /// <param name="file">The whole file, read from its start; can be searched; left open.</param>
    /// <param name="contentType">As <see cref="FileType"/> told it.</param>
    public static (long Width, long Height)? Of(Stream file, string contentType) => contentType switch
    {
        "image/png" => Png(Start(file, 24)),
        "image/webp" => WebP(Start(file, 30)),
        "image/heic" => Heic(Start(file, Head)),
        "image/jpeg" => Jpeg(file),
        _ => null,
    };

    private static byte[] Start(Stream file, int length)
    {
        var start = new byte[length];
        return start[..file.ReadAtLeast(start, length, throwOnEndOfStream: false)];
    }

    private static (long, long)? Png(ReadOnlySpan<byte> start) =>
        start.Length < 24 ? null : (BinaryPrimitives.ReadUInt32BigEndian(start[16..]), BinaryPrimitives.ReadUInt32BigEndian(start[20..]));

    private static (long, long)? WebP(ReadOnlySpan<byte> start)
    {
        if (start.Length < 30)
        {
            return null;
        }

        var kind = start[12..16];
        return kind.SequenceEqual("VP8X"u8) ? (1 + Triple(start[24..]), 1 + Triple(start[27..]))
            : kind.SequenceEqual("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(start[21..]) is var bits ? (1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF))
            : kind.SequenceEqual("VP8 "u8) ? (BinaryPrimitives.ReadUInt16LittleEndian(start[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(start[28..]) & 0x3FFF)
            : null;

        static long Triple(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    }

    /// <summary>The largest of the pictures that the file describes: a large one is put together from tiles, each with a description of its own.</summary>
    private static (long, long)? Heic(ReadOnlySpan<byte> start)
    {
        (long Width, long Height)? largest = null;
        for (int at; (at = start.IndexOf("ispe"u8)) >= 0 && at + 16 <= start.Length; start = start[(at + 4)..])
        {
            (long Width, long Height) size = (BinaryPrimitives.ReadUInt32BigEndian(start[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(start[(at + 12)..]));
            if (!IsFit(size))
            {
                return size;
            }

            largest = largest is { } known && known.Width * known.Height >= size.Width * size.Height ? known : size;
        }

        return largest;
    }

    /// <summary>Goes from segment to segment, as decoders do: thumbnails lie inside segments and are skipped, and whatever is between two segments is passed over.</summary>
    private static (long, long)? Jpeg(Stream file)
    {
        Span<byte> head = stackalloc byte[5];
        file.Position = 2;
        while (true)
        {
            int marker;
            while ((marker = file.ReadByte()) is not (0xFF or -1))
            {
                // Padding.
            }

            while (marker == 0xFF)
            {
                marker = file.ReadByte();
            }

            if (marker is -1 or 0xD9)
            {
                return null;
            }

            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue; // stands alone
            }

            var (high, low) = (file.ReadByte(), file.ReadByte());
            var left = (high << 8) + low - 2;
            if (high < 0 || low < 0)
            {
                return null;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
                    ? null
                    : (BinaryPrimitives.ReadUInt16BigEndian(head[3..]), BinaryPrimitives.ReadUInt16BigEndian(head[1..]));
            }

            file.Position += Math.Max(left, 0);
        }
    }
}
