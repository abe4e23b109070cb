using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Vouchers;

/// <summary>How many vouchers were left uninvoiced on the evening of each day; the aim is none (BIL-1).</summary>
public static class MeasureUninvoicedVouchers
{
    private const int Most = 366;

    [Requires(BillingPermissions.VoucherRead)]
    public sealed record Query(int Days = 30, Guid? BranchId = null) : IQuery<Answer>;

    /// <param name="Evenings">Oldest first, today last.</param>
    /// <param name="OldestDays">Age of the oldest voucher that waits now; zero when none does.</param>
    public sealed record Answer(IReadOnlyList<Evening> Evenings, int OldestDays)
    {
        /// <summary>Evenings before today on which the list was empty.</summary>
        public int EmptyEvenings => Evenings.SkipLast(1).Count(e => e.Left == 0);
    }

    /// <param name="Day">The day.</param>
    /// <param name="Arrived">Vouchers that came on that day.</param>
    /// <param name="Left">Vouchers left in its evening.</param>
    public sealed record Evening(LocalDate Day, int Arrived, int Left);

    internal sealed class Handler(BillingDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var vouchers = db.Vouchers.AsNoTracking().Where(v => request.BranchId == null || v.BranchId == request.BranchId);
            var now = clock.GetCurrentInstant();
            var today = branches.Today(user, now);
            var days = Math.Clamp(request.Days, 1, Most);
            var first = today.PlusDays(1 - days);
            var left = await vouchers.CountAsync(v => v.ReleasedOn < first && (v.SettledOn == null || v.SettledOn >= first), cancel);
            var arrived = await vouchers.Where(v => v.ReleasedOn >= first).GroupBy(v => v.ReleasedOn).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            var settled = await vouchers.Where(v => v.SettledOn != null && v.SettledOn >= first).GroupBy(v => v.SettledOn!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            var oldest = await vouchers.Where(v => v.State == VoucherState.ToInvoice).OrderBy(v => v.ReleasedAt).Select(v => (LocalDate?)v.ReleasedOn).FirstOrDefaultAsync(cancel);
            var evenings = new List<Evening>(days);
            for (var day = first; day <= today; day = day.PlusDays(1))
            {
                var came = arrived.GetValueOrDefault(day);
                left += came - settled.GetValueOrDefault(day);
                evenings.Add(new Evening(day, came, left));
            }

            return new Answer(evenings, oldest is { } waits ? Math.Max(0, Period.DaysBetween(waits, today)) : 0);
        }
    }
}
