using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>One message with its text and how its sending went.</summary>
public static class GetMessage
{
    /// <summary>The question.</summary>
    [Requires(MessagePermissions.Read)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <summary>The message; <paramref name="AboutHref"/> leads to the thing it is about.</summary>
    public sealed record Answer(
        Guid Id, MessageChannel Channel, string Recipient, string RecipientName, string Subject, string Body, MessageState State, string? About, string? AboutTitle, string? AboutHref,
        Instant WrittenAt, Instant? SentAt, Instant NextAttemptAt, int Attempts, string? LastError);

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.Id && (user.BranchId == null || m.BranchId == null || m.BranchId == user.BranchId), cancel);
            if (message is null)
            {
                return Error.NotFound("Platform.Message.NotFound", "There is no such message.");
            }

            var thing = message.AboutId is { } about ? await db.Search.AsNoTracking().FirstOrDefaultAsync(s => s.Id == about, cancel) : null;
            var shown = thing is not null && user.Can(thing.Permission);
            return new Answer(
                message.Id, message.Channel, message.Recipient, message.RecipientName, message.Subject, message.Body, message.State, message.About, shown ? thing!.Title : null, shown ? thing!.Href : null,
                message.WrittenAt, message.SentAt, message.NextAttemptAt, message.Attempts, message.LastError);
        }
    }
}
