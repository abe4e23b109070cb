using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;

namespace ServiceErp.Platform.Attachments;

/// <summary>The contents of attachments as files outside the web root. A file lies there before its row is written; one without a row is an orphan.</summary>
internal sealed class AttachmentFiles(DataFolder data)
{
    public const long LargestFile = 15 * 1024 * 1024;

    private const string Incoming = "incoming";

    private string Root => data.Sub("attachments");

    /// <summary>What was received; disposing of it deletes what was not kept.</summary>
    public sealed record Received(string TemporaryFile, string ContentType, long Length, string Sha256) : IDisposable
    {
        public void Dispose() => File.Delete(TemporaryFile);
    }

    /// <summary>Writes the content into a temporary file, to the limit and no byte further, and tells its type.</summary>
    public async Task<Result<Received>> ReceiveAsync(Stream content, Guid id, CancellationToken cancel)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, Incoming)).FullName, id.ToString("N"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        var length = 0L;
        string? type = null;
        Error? refusal = null;
        try
        {
            await using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1, useAsync: true);
            int read;
            while (refusal is null && (read = await content.ReadAtLeastAsync(buffer, FileType.Looked, throwOnEndOfStream: false, cancel)) > 0)
            {
                if (length == 0)
                {
                    type = FileType.Of(buffer.AsSpan(0, Math.Min(read, FileType.Looked)));
                }

                length += read;
                refusal = type is null ? Error.Invalid("Platform.Attachment.Type", "Only photos (JPEG, PNG, WebP, HEIC) and PDF documents can be attached.")
                    : length > LargestFile ? Error.Invalid("Platform.Attachment.TooLarge", "A file may have at most {0} MB.", LargestFile / 1024 / 1024)
                    : null;
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            await output.FlushAsync(cancel);
            output.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (length == 0)
        {
            refusal = Error.Invalid("Platform.Attachment.Empty", "The file is empty.");
        }

        refusal ??= TooManyPixels(file, type!);

        if (refusal is not null)
        {
            File.Delete(file);
            return refusal;
        }

        return new Received(file, type!, length, Convert.ToHexString(hash.GetHashAndReset()));
    }

    private static Error? TooManyPixels(string file, string type)
    {
        using var picture = File.OpenRead(file);
        return PictureSize.Of(picture, type) is { } size && !PictureSize.IsFit(size)
            ? Error.Invalid(
                "Platform.Attachment.TooManyPixels", "The picture has {0} × {1} pixels; at most {2} million in all and {3} on a side are taken. Make it smaller and send it again.",
                size.Width, size.Height, PictureSize.MostMegapixels, PictureSize.LongestSide)
            : null;
    }

    /// <summary>Moves a received file to its place.</summary>
    public void Keep(Received received, string path)
    {
        var target = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(received.TemporaryFile, target, overwrite: true);
    }

    public Stream? Open(string path)
    {
        var file = Path.Combine(Root, path);
        return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 65536, useAsync: true) : null;
    }

    public void Remove(string path) => File.Delete(Path.Combine(Root, path));

    /// <summary>The files with their identities, those still being received included, that were written before an instant.</summary>
    public IEnumerable<(string File, Guid? Id)> WrittenBefore(Instant instant) =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file)) < instant)
            .Select(file => (file, Guid.TryParseExact(Path.GetFileName(file), "N", out var id) && Path.GetFileName(Path.GetDirectoryName(file)) != Incoming ? id : (Guid?)null));
}
