using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Claims against suppliers, the newest first. Filters: <c>state</c>, <c>supplier</c>, <c>order</c> (a service order), <c>show</c> (<c>overdue</c>, <c>open</c>), days of writing.</summary>
public static class ListSupplierClaims
{
    private static readonly SortOrders<SupplierClaim> Orders = new SortOrders<SupplierClaim>().Add("created", c => c.CreatedAt, descending: true).AddAmount("claimed", c => c.Claimed, descending: true);

    [Requires(SparePartsPermissions.ClaimRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string Number, SupplierClaimState State, Guid SupplierId, string Supplier, int Lines, decimal Claimed, decimal Accepted, decimal Credited, decimal Replaced, string Currency, LocalDate? SentOn, LocalDate? DueOn,
        bool IsOverdue, string? Reference, string? ReturnDocument, Instant CreatedAt, string Person);

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var today = branches.Today(user, clock.GetCurrentInstant());
            var claims = db.SupplierClaims.AsNoTracking();
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(SupplierClaim), text, cancel);
                claims = claims.Where(c => found.Contains(c.Id));
            }

            if (list.Filter<SupplierClaimState>("state") is { } state)
            {
                claims = claims.Where(c => c.State == state);
            }

            if (Guid.TryParse(list.Filter("supplier"), out var supplier))
            {
                claims = claims.Where(c => c.SupplierId == supplier);
            }

            if (Guid.TryParse(list.Filter("order"), out var order))
            {
                claims = claims.Where(c => c.Lines.Any(l => l.OrderId == order));
            }

            claims = list.Filter("show") switch
            {
                "overdue" => claims.Where(c => c.DueOn < today),
                "open" => claims.Where(c => c.State != SupplierClaimState.Closed && c.State != SupplierClaimState.Cancelled),
                _ => claims,
            };
            if (list.Since is { } first)
            {
                claims = claims.Where(c => c.CreatedAt >= first);
            }

            if (list.Until is { } end)
            {
                claims = claims.Where(c => c.CreatedAt < end);
            }

            return await claims.ToListPageAsync(list, Orders, c => new Row(
                c.Id, c.Number, c.State, c.SupplierId, c.Supplier.Name, c.Lines.Count, c.Claimed, c.Accepted, c.Credited, c.Replaced, c.Currency, c.SentOn, c.DueOn, c.DueOn < today, c.Reference, c.ReturnDocumentNumber, c.CreatedAt,
                c.Person), cancel);
        }
    }
}
