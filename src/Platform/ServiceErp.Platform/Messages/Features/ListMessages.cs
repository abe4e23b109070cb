using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Messages.Features;

/// <summary>Messages to customers and colleagues, newest first; filters <c>state</c> and <c>channel</c>, and <c>about</c> for those about one thing.</summary>
public static class ListMessages
{
    private static readonly SortOrders<OutgoingMessage> Orders = new SortOrders<OutgoingMessage>().Add("written", m => m.WrittenAt, descending: true);

    /// <summary>The question.</summary>
    [Requires(MessagePermissions.Read)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One message.</summary>
    public sealed record Row(Guid Id, MessageChannel Channel, string Recipient, string RecipientName, string Subject, MessageState State, Instant WrittenAt, Instant? SentAt, int Attempts, string? LastError);

    internal sealed class Handler(PlatformDbContext db, Caller reader) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var list = request.List;
            var messages = db.Messages.AsNoTracking().SeenBy(reader);
            if (list.Search is { } words)
            {
                messages = messages.WithWords(db, words, m => m.Recipient, m => m.RecipientName, m => m.Subject);
            }

            if (list.Filter<MessageState>("state") is { } state)
            {
                messages = messages.Where(m => m.State == state);
            }

            if (list.Filter<MessageChannel>("channel") is { } channel)
            {
                messages = messages.Where(m => m.Channel == channel);
            }

            if (Guid.TryParse(list.Filter("about"), out var about))
            {
                messages = messages.Where(m => m.AboutId == about);
            }

            if (list.Since is { } since)
            {
                messages = messages.Where(m => m.WrittenAt >= since);
            }

            if (list.Until is { } until)
            {
                messages = messages.Where(m => m.WrittenAt < until);
            }

            return await messages.ToListPageAsync(
                list, Orders, m => new Row(m.Id, m.Channel, m.Recipient, m.RecipientName, m.Subject, m.State, m.WrittenAt, m.SentAt, m.Attempts, m.LastError), cancel);
        }
    }
}
