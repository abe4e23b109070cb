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

/// <summary>Photos and papers, stored outside the web root. Accepted are JPEG, PNG, WebP, HEIC and PDF, told by content, up to 15 MiB.</summary>
public interface IAttachments
{
    /// <summary>Keeps a file with a thing. The same identity twice keeps it once.</summary>
    /// <param name="content">The bytes; read to the limit, never trusted.</param>
    /// <param name="fileName">As the sender called it; only shown.</param>
    /// <param name="about">Kind of the thing, such as <c>ServiceOrder</c>.</param>
    /// <param name="aboutId">Which thing.</param>
    /// <param name="kind">What it shows.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Refused with <c>Platform.Attachment.Type</c>, <c>.TooLarge</c> or <c>.Empty</c>.</returns>
    Task<Result<Attachment>> AddAsync(Stream content, string fileName, string about, Guid aboutId, string kind, CancellationToken cancel);

    /// <summary>The files of a thing, oldest first.</summary>
    Task<IReadOnlyList<Attachment>> OfAsync(Guid aboutId, CancellationToken cancel);
}
