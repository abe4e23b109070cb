using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Administration.Features;

/// <summary>What one module told another and could not be delivered: given up, or still being tried.</summary>
public static class ListDeadLetters
{
    private const int Most = 200;

    /// <summary>The question.</summary>
    [Requires(AdministrationPermissions.DeadLetters)]
    [Reaches(Reach.All)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>The letters, oldest first.</summary>
    /// <param name="Items">At most two hundred.</param>
    /// <param name="Dead">How many were given up altogether.</param>
    public sealed record Answer(IReadOnlyList<Row> Items, int Dead);

    /// <summary>One event for one subscriber.</summary>
    public sealed record Row(Guid Id, string EventName, string Subscriber, Instant OccurredAt, string Actor, int Attempts, string? LastError, Instant NextAttemptAt, Instant? DeadAt, string Payload);

    internal sealed class Handler(PlatformDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var troubled = db.Outbox.AsNoTracking().Where(m => m.DoneAt == null && m.Attempts > 0);
            var items = await troubled.OrderBy(m => m.OccurredAt).ThenBy(m => m.Id).Take(Most)
                .Select(m => new Row(m.Id, m.EventName, m.Subscriber, m.OccurredAt, m.Actor, m.Attempts, m.LastError, m.NextAttemptAt, m.DeadAt, m.Payload)).ToListAsync(cancel);
            return new Answer(items, await troubled.CountAsync(m => m.DeadAt != null, cancel));
        }
    }
}
