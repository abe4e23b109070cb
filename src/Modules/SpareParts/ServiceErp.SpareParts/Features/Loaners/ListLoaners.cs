using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>The units of the pool by model. Filters: <c>state</c>, <c>model</c>; the search box takes serial number or words.</summary>
public static class ListLoaners
{
    private static readonly SortOrders<Loaner> Orders = new SortOrders<Loaner>().Add("model", l => l.ModelCode).Add("serial", l => l.Serial);

    [Requires(SparePartsPermissions.LoanerRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(Guid Id, string ModelCode, string ModelName, string Serial, LoanerState State, decimal Deposit, decimal DailyFee, string? Holder, NodaTime.LocalDate? DueOn, string? OrderNumber, Guid? LoanId, Guid BranchId)
    {
        /// <summary>Of the amounts: that of the branch.</summary>
        public string Currency { get; init; } = "";
    }

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, IBranches branches) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var units = db.Loaners.AsNoTracking();
            if (list.Search is { } words)
            {
                var found = await search.FindIdsAsync(nameof(Loaner), words, cancel);
                units = units.Where(l => found.Contains(l.Id));
            }

            units = list.Filter<LoanerState>("state") is { } state
                ? units.Where(l => l.State == state)
                : units.Where(l => l.State != LoanerState.Exchanged && l.State != LoanerState.Sold && l.State != LoanerState.Retired);
            if (list.Filter("model") is { } model)
            {
                units = units.Where(l => l.ModelCode == model);
            }

            return (await units.ToListPageAsync(list, Orders, l => new Row(
                l.Id, l.ModelCode, l.ModelName, l.Serial, l.State, l.Deposit, l.DailyFee,
                db.Loans.Where(o => o.LoanerId == l.Id && o.State == LoanState.Out).Select(o => o.CustomerName).FirstOrDefault(),
                db.Loans.Where(o => o.LoanerId == l.Id && o.State == LoanState.Out).Select(o => (NodaTime.LocalDate?)o.DueOn).FirstOrDefault(),
                db.Loans.Where(o => o.LoanerId == l.Id && o.State == LoanState.Out).Select(o => o.OrderNumber).FirstOrDefault(),
                db.Loans.Where(o => o.LoanerId == l.Id && o.State == LoanState.Out).Select(o => (Guid?)o.Id).FirstOrDefault(), l.BranchId), cancel)).InCurrencies(branches, r => r.BranchId, (r, currency) => r with { Currency = currency });
        }
    }
}
