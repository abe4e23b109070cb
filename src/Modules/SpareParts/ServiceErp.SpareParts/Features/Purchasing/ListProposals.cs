using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Proposals of what to buy, the newest first. Filter: <c>state</c>; the search box takes a number.</summary>
public static class ListProposals
{
    private static readonly SortOrders<PurchaseProposal> Orders = new SortOrders<PurchaseProposal>().Add("created", p => p.CreatedAt, descending: true);

    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string Number, PurchaseProposalState State, string Warehouse, int Lines, decimal Amount, Instant CreatedAt, string Person, string? DecidedBy, Guid BranchId)
    {
        /// <summary>Of the amounts: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var proposals = db.PurchaseProposals.AsNoTracking();
            if (Codes.CleanOrNull(q.List.Search) is { } number)
            {
                proposals = proposals.Where(p => p.Number == number);
            }

            if (q.List.Filter<PurchaseProposalState>("state") is { } state)
            {
                proposals = proposals.Where(p => p.State == state);
            }

            return (await proposals.ToListPageAsync(q.List, Orders, p => new Row(p.Id, p.Number, p.State, p.Warehouse.Code, p.Lines.Count, p.Amount, p.CreatedAt, p.Person, p.DecidedBy, p.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
