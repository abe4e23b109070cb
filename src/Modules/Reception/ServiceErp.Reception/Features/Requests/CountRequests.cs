using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>How much waits at the counter now: for the start page and the register's chips.</summary>
public static class CountRequests
{
    [Requires(ReceptionPermissions.RequestRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(int Undispatched, int AtRisk, int Overdue, int Paused, int Ready, int Unclaimed, int WithTechnician);

    internal sealed class Handler(ReceptionDbContext db, GoodsDesk goods, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var open = db.Requests.AsNoTracking();
            var since = (await goods.RulesAsync(cancel)).UnclaimedSince(now);
            return new Answer(
                await open.Undispatched().CountAsync(cancel),
                await open.Showing(ClockState.AtRisk, now).CountAsync(cancel),
                await open.Showing(ClockState.Overdue, now).CountAsync(cancel),
                await open.Showing(ClockState.Paused, now).CountAsync(cancel),
                await db.Receipts.Ready().CountAsync(cancel),
                await db.Receipts.Unclaimed(since).CountAsync(cancel),
                await db.Receipts.CountAsync(r => r.State == ReceiptState.Issued && r.ArrivedAt == null, cancel));
        }
    }
}
