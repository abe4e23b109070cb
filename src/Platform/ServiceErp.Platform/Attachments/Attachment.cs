using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Attachments;

/// <summary>A photo or paper kept with a thing.</summary>
/// <param name="Id">Identity; its content is at <c>/attachments/{id}</c> for those who may see it.</param>
/// <param name="FileName">As the sender called it.</param>
/// <param name="ContentType">Told from the content, never from the name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Kind">What it shows, such as <c>intake</c>, <c>signature</c>, <c>proof-of-purchase</c>.</param>
/// <param name="AddedAt">When.</param>
/// <param name="AddedBy">By whom.</param>
public sealed record Attachment(Guid Id, string FileName, string ContentType, long Length, string Kind, Instant AddedAt, string AddedBy)
{
    /// <summary>Whether a browser shows it as a picture.</summary>
    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>
/// Photos and papers, stored outside the web root. Accepted are JPEG, PNG, WebP, HEIC and PDF, told by content, up to 15 MiB. For use cases, which have authorised their caller;
/// what comes straight from outside goes through <see cref="Web.PageRequest.KeepFiles"/> and <c>/attachments</c>, which ask the owner declared with <see cref="AttachmentOwners"/>.
/// </summary>
public interface IAttachments
{
    /// <summary>
    /// Keeps a file with a thing, in a transaction of its own: not between <c>BeginWriteAsync</c> and the end of a command. The same content with the same thing and kind
    /// twice keeps it once.
    /// </summary>
    /// <param name="content">The bytes; read to the limit, never trusted.</param>
    /// <param name="fileName">As the sender called it; only shown.</param>
    /// <param name="about">Kind of the thing, such as <c>ServiceOrder</c>; one that a module declares.</param>
    /// <param name="aboutId">Which thing.</param>
    /// <param name="kind">What it shows.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Refused with <c>Platform.Attachment.Kind</c>, <c>.Type</c>, <c>.TooLarge</c> or <c>.Empty</c>.</returns>
    Task<Result<Attachment>> AddAsync(Stream content, string fileName, string about, Guid aboutId, string kind, CancellationToken cancel);

    /// <summary>The files of a thing, oldest first.</summary>
    /// <param name="about">Kind of the thing.</param>
    /// <param name="aboutId">Which thing.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<Attachment>> OfAsync(string about, Guid aboutId, CancellationToken cancel);
}

/// <summary>Other shapes in which files come.</summary>
public static class AttachmentShapes
{
    /// <summary>So many characters a drawn signature may have.</summary>
    public const int LongestSignature = 1_500_000;

    private const string PngPrefix = "data:image/png;base64,";

    /// <summary>Keeps a signature drawn on the screen: a PNG as <c>data:</c> address.</summary>
    /// <returns>Refused with <c>Platform.Attachment.Type</c> when it is not a PNG, and as <see cref="IAttachments.AddAsync"/> refuses.</returns>
    public static async Task<Result<Attachment>> AddDataUrlAsync(this IAttachments attachments, string? dataUrl, string fileName, string about, Guid aboutId, string kind, CancellationToken cancel)
    {
        if (dataUrl is null || !dataUrl.StartsWith(PngPrefix, StringComparison.Ordinal))
        {
            return Error.Invalid("Platform.Attachment.Type", "A signature must be drawn on the screen.");
        }

        var bytes = new byte[((dataUrl.Length - PngPrefix.Length) * 3 / 4) + 3];
        if (!Convert.TryFromBase64Chars(dataUrl.AsSpan(PngPrefix.Length), bytes, out var length))
        {
            return Error.Invalid("Platform.Attachment.Type", "A signature must be drawn on the screen.");
        }

        using var content = new MemoryStream(bytes, 0, length, writable: false);
        return await attachments.AddAsync(content, fileName, about, aboutId, kind, cancel);
    }
}
