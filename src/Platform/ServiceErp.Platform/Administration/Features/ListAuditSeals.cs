using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Administration.Sealing;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Administration.Features;

/// <summary>The seals of the audit trail. Kept elsewhere as a file, they prove later that nobody made them anew (HOST-2).</summary>
public static class ListAuditSeals
{
    internal static readonly SortOrders<AuditSeal> Orders = new SortOrders<AuditSeal>().Add("number", s => s.Number, descending: true);

    /// <summary>The question.</summary>
    [Requires(AdministrationPermissions.Audit)]
    [Reaches(Reach.All)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One seal.</summary>
    public sealed record Row(Guid Id, long Number, Instant SealedAt, Instant UpTo, int Count, Guid FirstId, Guid LastId, string KeyName, string Value);

    internal sealed class Handler(PlatformDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var list = request.List;
            var seals = db.Set<AuditSeal>().AsNoTracking();
            if (list.Since is { } start)
            {
                seals = seals.Where(s => s.UpTo >= start);
            }

            if (list.Until is { } end)
            {
                seals = seals.Where(s => s.UpTo < end);
            }

            return await seals.ToListPageAsync(list, Orders, s => new Row(s.Id, s.Number, s.SealedAt, s.UpTo, s.Count, s.FirstId, s.LastId, s.KeyName, s.Value), cancel);
        }
    }
}
