using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Receivables;

/// <summary>What customers owe, by days since it was due (BIL-3).</summary>
public static class GetReceivables
{
    [Requires(BillingPermissions.ReceivablesRead)]
    public sealed record Query(Guid? BranchId = null) : IQuery<Answer>;

    public sealed record Answer(LocalDate On, IReadOnlyList<Row> Customers, IReadOnlyList<Total> Totals);

    public sealed record Row(Guid CustomerId, string CustomerName, string Currency, int Invoices, Ages Ages);

    public sealed record Total(string Currency, int Invoices, Ages Ages);

    /// <param name="NotDue">Open and not yet due.</param>
    /// <param name="Days30">Due for up to 30 days.</param>
    /// <param name="Days60">31 to 60.</param>
    /// <param name="Days90">61 to 90.</param>
    /// <param name="Over90">Longer.</param>
    public sealed record Ages(decimal NotDue, decimal Days30, decimal Days60, decimal Days90, decimal Over90)
    {
        public decimal Sum => NotDue + Days30 + Days60 + Days90 + Over90;

        internal static Ages Of(IEnumerable<(int Days, decimal Open)> debts)
        {
            var all = debts.ToArray();
            decimal Between(int from, int to) => all.Where(d => d.Days >= from && d.Days <= to).Sum(d => d.Open);
            return new Ages(Between(int.MinValue, -1), Between(0, 30), Between(31, 60), Between(61, 90), Between(91, int.MaxValue));
        }
    }

    internal sealed class Handler(BillingDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var today = branches.Today(user, now, request.BranchId);
            var debts = await db.Invoices.AsNoTracking().Where(i => i.Open > 0 && (request.BranchId == null || i.BranchId == request.BranchId))
                .GroupBy(i => new { i.CustomerId, i.CustomerName, i.Currency, i.DueOn })
                .Select(g => new { g.Key, Open = g.Sum(i => i.Open), Count = g.Count() })
                .ToListAsync(cancel);
            var aged = debts.Select(d => (d.Key.CustomerId, d.Key.CustomerName, d.Key.Currency, d.Count, Debt: (Days: Period.DaysBetween(d.Key.DueOn, today), d.Open))).ToArray();
            return new Answer(
                today,
                [.. aged.GroupBy(d => (d.CustomerId, d.CustomerName, d.Currency))
                    .Select(g => new Row(g.Key.CustomerId, g.Key.CustomerName, g.Key.Currency, g.Sum(d => d.Count), Ages.Of(g.Select(d => d.Debt))))
                    .OrderByDescending(r => r.Ages.Sum - r.Ages.NotDue).ThenByDescending(r => r.Ages.Sum).ThenBy(r => r.CustomerName, StringComparer.Ordinal)],
                [.. aged.GroupBy(d => d.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Total(g.Key, g.Sum(d => d.Count), Ages.Of(g.Select(d => d.Debt))))]);
        }
    }
}
