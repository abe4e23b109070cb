using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ServiceErp.Platform.Persistence;

/// <summary>One step in the life of a thing.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it, as it was called then.</param>
/// <param name="UseCase">The use case or subscriber.</param>
/// <param name="From">The state before; null where no state changed.</param>
/// <param name="Trigger">What moved it.</param>
/// <param name="To">The state after.</param>
/// <param name="Reason">The words given for it.</param>
public sealed record HistoryStep(Instant At, string Who, string UseCase, string? From, string? Trigger, string? To, string? Reason);

/// <summary>The life of a thing, out of the audit trail.</summary>
public static class History
{
    /// <summary>What the audit trail knows of a thing, newest first: by the thing's version and the step within the command, since instants may be equal and identities say nothing of order.</summary>
    public static IQueryable<AuditEntry> LifeOf(this ModuleDbContext db, Guid id) =>
        db.Audit.AsNoTracking().Where(a => a.EntityId == id).OrderByDescending(a => a.Version).ThenByDescending(a => a.Step);

    /// <summary>Its steps, newest first, at most 200.</summary>
    public static async Task<IReadOnlyList<HistoryStep>> HistoryOfAsync(this ModuleDbContext db, Guid id, CancellationToken cancel) =>
        await db.LifeOf(id).Take(200)
            .Select(a => new HistoryStep(a.At, a.UserName, a.UseCase, a.From, a.Trigger, a.To, a.Reason)).ToListAsync(cancel);
}
