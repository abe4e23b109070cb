using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ServiceErp.Platform.Composition;

namespace ServiceErp.Platform.Administration.Sealing;

/// <summary>
/// The key of the audit trail's seals and a note of the last one, both outside the database: in the setting <c>Audit:SealKey</c> (at least 32 bytes as base64; several hosts share it)
/// or in a file of the data folder that is made with the first seal.
/// </summary>
internal sealed class SealKey(DataFolder data, IConfiguration settings)
{
    private string KeyFile => Path.Combine(data.Sub("keys"), "audit-seal.key");

    private string NoteFile => Path.Combine(data.Sub("keys"), "audit-seal.last.json");

    /// <summary>The last seal this host knows of; it stays known when somebody cuts the trail's end off.</summary>
    public sealed record Note(long Number, string Value);

    /// <summary>The key; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The setting is no key.</exception>
    public byte[]? Find()
    {
        if (settings["Audit:SealKey"] is { Length: > 0 } text)
        {
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var length) && length >= 32
                ? bytes[..length]
                : throw new InvalidOperationException("Audit:SealKey must hold at least 32 bytes as base64.");
        }

        return File.Exists(KeyFile) ? File.ReadAllBytes(KeyFile) : null;
    }

    /// <summary>A new key in the data folder, readable by the program alone.</summary>
    public byte[] Make()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        Write(KeyFile, key);
        return key;
    }

    /// <summary>A name by which seals tell their keys apart, and which tells nothing of the key.</summary>
    public static string NameOf(byte[] key) => Convert.ToHexString(SHA256.HashData(key).AsSpan(0, 8));

    public Note? Last() => File.Exists(NoteFile) ? JsonSerializer.Deserialize<Note>(File.ReadAllBytes(NoteFile)) : null;

    public void Remember(AuditSeal seal) => Write(NoteFile, JsonSerializer.SerializeToUtf8Bytes(new Note(seal.Number, seal.Value)));

    private static void Write(string file, byte[] content)
    {
        var temporary = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }
}
