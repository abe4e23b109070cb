namespace ServiceErp.Platform.Attachments;

/// <summary>
/// Tells a file's type from its first bytes. Only these are accepted; SVG, HTML and archives can carry programs and are not. A file that is also something else
/// further in does no harm: it is only ever served under the type told here.
/// </summary>
internal static class FileType
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Looked = 16;

    public static string? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] when IsHeif(brand) => "image/heic",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        _ => null,
    };

    private static bool IsHeif(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("heim"u8) || brand.StartsWith("heis"u8) || brand.StartsWith("hevc"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8);
}
