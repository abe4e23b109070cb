using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Branches.Features;

/// <summary>Every branch, closed ones too.</summary>
public static class ListBranches
{
    internal static readonly SortOrders<BranchRecord> Orders = new SortOrders<BranchRecord>().Add("code", b => b.Code).Add("name", b => b.Name);

    /// <summary>The question.</summary>
    [Requires(BranchPermissions.Read)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One branch.</summary>
    public sealed record Row(Guid Id, string Code, string Name, string Zone, string Currency, string Language, string Phone, string Email, bool IsClosed);

    internal sealed class Handler(PlatformDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var branches = db.Set<BranchRecord>().AsNoTracking().IgnoreAutoIncludes();
            if (request.List.Search is { } words)
            {
                branches = branches.WithWords(db, words, b => b.Code, b => b.Name);
            }

            return await branches.ToListPageAsync(
                request.List, Orders, b => new Row(b.Id, b.Code, b.Name, b.Zone, b.Currency, b.Language, b.Phone, b.Email, b.ClosedAt != null), cancel);
        }
    }
}
