using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Loans, the newest first. Filter <c>show</c>: <c>out</c>, <c>overdue</c>, <c>fees</c> (proposed late fees), <c>ended</c>; <c>order</c> takes an order's identity.</summary>
public static class ListLoans
{
    private static readonly SortOrders<Loan> Orders = new SortOrders<Loan>().Add("lent", l => l.LentAt, descending: true).Add("due", l => l.DueOn);

    [Requires(SparePartsPermissions.LoanerRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string Number, LoanState State, Guid LoanerId, string ModelCode, string Serial, string CustomerName, string CustomerPhone, string OrderNumber, LocalDate LentOn, LocalDate DueOn, LocalDate? EndedOn,
        bool Overdue, decimal Deposit, decimal LateFee, FeeDecision Fee, decimal FeeCharged, string Currency);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, IClock clock, ICurrentUser user, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var today = branches.For(user)?.DayOf(clock.GetCurrentInstant()) ?? default;
            var loans = db.Loans.AsNoTracking();
            if (list.Search is { } words)
            {
                var found = await search.FindIdsAsync(nameof(Loan), words, cancel);
                loans = loans.Where(l => found.Contains(l.Id));
            }

            if (Guid.TryParse(list.Filter("order"), out var order))
            {
                loans = loans.Where(l => l.OrderId == order);
            }

            loans = list.Filter("show") switch
            {
                "out" => loans.Where(l => l.State == LoanState.Out),
                "overdue" => loans.Where(l => l.State == LoanState.Out && l.ReadyAt != null && l.DueOn < today),
                "fees" => loans.Where(l => l.Fee == FeeDecision.Proposed),
                "ended" => loans.Where(l => l.State != LoanState.Out),
                "returned" => loans.Where(l => l.State == LoanState.Returned),
                "exchanged" => loans.Where(l => l.State == LoanState.Exchanged),
                _ => loans,
            };
            return await loans.ToListPageAsync(list, Orders, l => new Row(
                l.Id, l.Number, l.State, l.LoanerId, l.ModelCode, l.Serial, l.CustomerName, l.CustomerPhone, l.OrderNumber, l.LentOn, l.DueOn, l.EndedOn,
                l.State == LoanState.Out && l.ReadyAt != null && l.DueOn < today, l.Deposit, l.LateFee, l.Fee, l.FeeCharged, l.Currency), cancel);
        }
    }
}
