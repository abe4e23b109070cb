using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Administration.Features;

/// <summary>Who did what when (HOST-2); to those of a branch only what concerns theirs. Filters: <c>user</c>, <c>useCase</c>, <c>entity</c>, <c>entityId</c>, and a range of days.</summary>
public static class ListAudit
{
    internal static readonly SortOrders<AuditEntry> Orders = new SortOrders<AuditEntry>().Add("at", a => a.At, descending: true);

    /// <summary>The question.</summary>
    [Requires(AdministrationPermissions.Audit)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One line.</summary>
    public sealed record Row(Guid Id, Instant At, string UserName, string UseCase, string? Entity, Guid? EntityId, string? From, string? Trigger, string? To, string? Reason, string? Changes)
    {
        /// <summary>The changed fields in one line: <c>Name: old → new; Price: 1 → 2</c>. Of a secret only its name.</summary>
        public string ChangedFields => Changes is null
            ? ""
            : string.Join("; ", JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(Changes)!.Select(c => c.Value is [var before, var after] ? $"{c.Key}: {before} → {after}" : c.Key));
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser caller) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var list = request.List;
            var entries = db.Audit.AsNoTracking().Where(a => caller.BranchId == null || a.BranchId == caller.BranchId);
            if (list.Since is { } start)
            {
                entries = entries.Where(a => a.At >= start);
            }

            if (list.Until is { } end)
            {
                entries = entries.Where(a => a.At < end);
            }

            if (list.Filter("user") is { } user)
            {
                entries = entries.Where(a => a.UserName == user);
            }

            if (list.Filter("useCase") is { } useCase)
            {
                entries = entries.Where(a => a.UseCase == useCase);
            }

            if (list.Filter("entity") is { } entity)
            {
                entries = entries.Where(a => a.Entity == entity);
            }

            if (list.Filter("entityId") is { } id)
            {
                entries = Guid.TryParse(id, out var known) ? entries.Where(a => a.EntityId == known) : entries.Where(_ => false);
            }

            if (list.Search is { } words)
            {
                entries = entries.WithWords(db, words, a => a.UserName, a => a.UseCase, a => a.Reason);
            }

            return await entries.ToListPageAsync(
                list, Orders, a => new Row(a.Id, a.At, a.UserName, a.UseCase, a.Entity, a.EntityId, a.From, a.Trigger, a.To, a.Reason, a.Changes), cancel);
        }
    }
}
