using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Attachments.Features;

/// <summary>Writes the row of a file that lies in its place already.</summary>
internal static class KeepAttachment
{
    [Anyone("Sent by the program itself, after the use case that takes the file in has authorised its caller")]
    [Reaches(Reach.Own)]
    public sealed record Command(Guid Id, string About, Guid AboutId, string Kind, string FileName, string ContentType, long Length, string Sha256, Instant At) : ICommand<Attachment>;

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user) : IHandler<Command, Attachment>
    {
        public async Task<Result<Attachment>> Handle(Command request, CancellationToken cancel)
        {
            var known = await db.Set<AttachmentRecord>().AsNoTracking().FirstOrDefaultAsync(a => a.AboutId == request.AboutId && a.About == request.About && a.Kind == request.Kind && a.Sha256 == request.Sha256, cancel);
            if (known is not null)
            {
                return known.ToAttachment();
            }

            var record = new AttachmentRecord(request.Id)
            {
                About = request.About,
                AboutId = request.AboutId,
                Kind = request.Kind,
                FileName = request.FileName,
                ContentType = request.ContentType,
                Length = request.Length,
                Sha256 = request.Sha256,
                AddedAt = request.At,
                AddedBy = user.Name,
            };
            db.Add(record);
            return record.ToAttachment();
        }
    }
}
