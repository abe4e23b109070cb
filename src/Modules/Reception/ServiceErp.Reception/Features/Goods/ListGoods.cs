using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>Which goods a list shows.</summary>
public enum GoodsView
{
    /// <summary>All that are in the house.</summary>
    OnShelf,

    /// <summary>Here, and ready to be fetched.</summary>
    Ready,

    /// <summary>Ready for longer than the branch waits.</summary>
    Unclaimed,

    /// <summary>Handed back.</summary>
    Returned,

    /// <summary>Taken along by a technician and not in the house yet.</summary>
    WithTechnician,
}

/// <summary>Why unclaimed goods wait for a person, not for the customer.</summary>
public enum Chase
{
    /// <summary>The customer has neither an e-mail address nor a telephone number.</summary>
    NoContact,

    /// <summary>As many reminders as the branch sends by itself did not help.</summary>
    RemindersUsedUp,
}

/// <summary>The goods receipts: what is on the shelf now, what waits to be fetched, what was handed back (REC-5).</summary>
public static class ListGoods
{
    private static readonly SortOrders<GoodsReceipt> Orders = new SortOrders<GoodsReceipt>()
        .Add("taken", r => r.TakenInAt, descending: true).Add("number", r => r.Number).Add("customer", r => r.CustomerName).Add("shelf", r => r.Shelf);

    /// <summary>Filter <c>view</c>: one of <see cref="GoodsView"/>.</summary>
    [Requires(ReceptionPermissions.GoodsRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid Id, string Number, ReceiptState State, Guid RequestId, string RequestNumber, string CustomerName, string ModelName, string SerialNumber, string Shelf, OrderStage? Stage, Instant TakenInAt, Instant? ReadyAt, int Reminders, Instant? RemindedAt,
        Instant? ReturnedAt, string? ReturnedTo, bool IsUnclaimed, bool HasContact, bool IsReminded)
    {
        /// <summary>The technician who still has the goods; null when they are in the house.</summary>
        public string? TakenAlongBy { get; init; }

        /// <summary>Why a person has to do something about unclaimed goods.</summary>
        public Chase? Chase => !IsUnclaimed ? null : !HasContact ? Goods.Chase.NoContact : IsReminded ? Goods.Chase.RemindersUsedUp : null;
    }

    internal sealed class Handler(ReceptionDbContext db, GoodsDesk desk, SearchBox search, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query query, CancellationToken cancel)
        {
            var receipts = db.Receipts.AsNoTracking();
            var rules = await desk.RulesAsync(cancel);
            var (since, most) = (rules.UnclaimedSince(clock.GetCurrentInstant()), rules.MostReminders);
            if (query.List.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(GoodsReceipt), text, cancel);
                receipts = receipts.Where(r => found.Contains(r.Id));
            }

            switch (query.List.Filter<GoodsView>("view"))
            {
                case GoodsView.OnShelf:
                    receipts = receipts.Where(r => r.State == ReceiptState.Issued && r.ArrivedAt != null);
                    break;
                case GoodsView.WithTechnician:
                    receipts = receipts.Where(r => r.State == ReceiptState.Issued && r.ArrivedAt == null);
                    break;
                case GoodsView.Ready:
                    receipts = receipts.Ready();
                    break;
                case GoodsView.Unclaimed:
                    receipts = receipts.Unclaimed(since);
                    break;
                case GoodsView.Returned:
                    receipts = receipts.Where(r => r.State != ReceiptState.Issued);
                    break;
            }

            var reachable = db.Customers.Reachable();
            return await receipts.ToListPageAsync(
                query.List,
                Orders,
                r => new Row(
                    r.Id, r.Number, r.State, r.RequestId, r.RequestNumber, r.CustomerName, r.ModelName, r.SerialNumber, r.Shelf, db.Requests.Where(q => q.Id == r.RequestId).Select(q => q.Stage).FirstOrDefault(),
                    r.TakenInAt, r.ReadyAt, r.Reminders, r.RemindedAt, r.ReturnedAt, r.ReturnedTo,
                    r.State == ReceiptState.Issued && r.ReadyAt != null && r.ArrivedAt != null && r.StoredAt == null && r.ReadyAt < since, reachable.Any(c => c.Id == r.CustomerId), r.Reminders >= most) { TakenAlongBy = r.ArrivedAt == null ? r.TakenAlongBy : null },
                cancel);
        }
    }
}
