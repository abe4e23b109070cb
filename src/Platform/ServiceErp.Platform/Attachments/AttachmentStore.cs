using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Attachments;

/// <summary>Keeps the content first, then the row; what is left behind in between is an orphan that <see cref="RemoveOrphanedFiles"/> clears away.</summary>
internal sealed class AttachmentStore(AttachmentFiles files, AttachmentGuard guard, PlatformDbContext db, Dispatcher dispatcher, Caller caller, PlatformWriter writer, WhenRefused refused, IClock clock, IIdentifiers ids) : IAttachments
{
    public async Task<Result<Attachment>> AddAsync(Stream content, string fileName, string about, Guid aboutId, string kind, CancellationToken cancel)
    {
        if (guard.OwnerOf(about) is null || !IsName(kind))
        {
            return Error.Invalid("Platform.Attachment.Kind", "\"{0}\" is not a kind of attachment.", guard.OwnerOf(about) is null ? about : kind);
        }

        var id = ids.NewId();
        var received = await files.ReceiveAsync(content, id, cancel);
        if (!received.Succeeded)
        {
            return received.Error;
        }

        using var file = received.Value;
        var now = clock.GetCurrentInstant();
        var path = AttachmentRecord.PathOf(id, now);
        files.Keep(file, path);
        var result = await dispatcher.Send(new KeepAttachment.Command(id, about, aboutId, kind, Shown(fileName), file.ContentType, file.Length, file.Sha256, now), caller, cancel: CancellationToken.None);
        if (!result.Succeeded || result.Value.Id != id)
        {
            files.Remove(path);
        }
        else
        {
            refused.Do(() => RemoveAsync(id, path));
        }

        return result;
    }

    public async Task<IReadOnlyList<Attachment>> OfAsync(string about, Guid aboutId, CancellationToken cancel)
    {
        var records = await db.Set<AttachmentRecord>().AsNoTracking().Where(a => a.AboutId == aboutId && a.About == about).ToListAsync(cancel);
        return [.. records.OrderBy(r => r.AddedAt).ThenBy(r => r.Id).Select(r => r.ToAttachment())];
    }

    private async Task RemoveAsync(Guid id, string path)
    {
        await writer.ChangeAsync(nameof(WhenRefused), async (rows, _) => await rows.Set<AttachmentRecord>().Where(a => a.Id == id).ExecuteDeleteAsync());
        files.Remove(path);
    }

    /// <summary>A file and its content, to be read and disposed of, if the caller may see what it belongs to.</summary>
    public async Task<Result<(Attachment File, Stream Content)>> OpenAsync(Guid id, CancellationToken cancel) =>
        await db.Set<AttachmentRecord>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } record ? AttachmentGuard.NotFound
        : await guard.MaySee(record.About, record.AboutId, cancel) is { } refusal ? refusal
        : files.Open(record.Path) is { } content ? (record.ToAttachment(), content)
        : AttachmentGuard.NotFound;

    /// <summary>A picture of a document that has been shown to its reader, who is perhaps a customer behind a secret link; null when there is none.</summary>
    public async Task<(Attachment File, Stream Content)?> OpenShownAsync(Guid id, CancellationToken cancel) =>
        await db.Set<AttachmentRecord>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is { } record && files.Open(record.Path) is { } content
            ? (record.ToAttachment(), content)
            : null;

    /// <summary>The sender's name without the way to it and without characters that no file name has.</summary>
    internal static string Shown(string fileName)
    {
        var name = string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(IsSeen)).Trim(' ', '.');
        return name.Length switch { 0 => "file", > 120 => Whole(name[..60]) + "…" + Whole(name[^50..]), _ => name };
    }

    /// <summary>A piece cut out of a text, without half a character at its ends.</summary>
    private static string Whole(string piece) => piece[(char.IsLowSurrogate(piece[0]) ? 1 : 0)..(char.IsHighSurrogate(piece[^1]) ? ^1 : ^0)];

    // What is not seen could show a name backwards or make two names look the same.
    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not ('"' or '<' or '>' or '|' or ':' or '*' or '?');

    private static bool IsName(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
