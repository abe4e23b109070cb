using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>One message with its text and how its sending went. Links that only the customer may open are left out of the text.</summary>
public static class GetMessage
{
    /// <summary>The question.</summary>
    [Requires(MessagePermissions.Read)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <summary>The message; <paramref name="AboutHref"/> leads to the thing it is about.</summary>
    public sealed record Answer(
        Guid Id, MessageChannel Channel, string Recipient, string RecipientName, string Subject, string Body, MessageState State, string? About, string? AboutTitle, string? AboutHref,
        Instant WrittenAt, Instant? SentAt, Instant NextAttemptAt, int Attempts, string? LastError);

    internal sealed class Handler(PlatformDbContext db, Caller reader, Texts texts) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var message = await db.Messages.AsNoTracking().SeenBy(reader).FirstOrDefaultAsync(m => m.Id == request.Id, cancel);
            if (message is null)
            {
                return Error.NotFound("Platform.Message.NotFound", "There is no such message.");
            }

            var thing = message.AboutId is { } about ? await db.Search.AsNoTracking().FirstOrDefaultAsync(s => s.Id == about, cancel) : null;
            var shown = thing is not null && reader.Can(thing.Permission);
            string Shown(string text) => PublicLinks.Masked(text, texts["[the customer's link]"]);
            return new Answer(
                message.Id, message.Channel, message.Recipient, message.RecipientName, Shown(message.Subject), Shown(message.Body), message.State, message.About, shown ? thing!.Title : null, shown ? thing!.Href : null,
                message.WrittenAt, message.SentAt, message.NextAttemptAt, message.Attempts, message.LastError);
        }
    }
}
