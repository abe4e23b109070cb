using NodaTime;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Goods;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>Which goods wait, said once for lists, counts and reminders.</summary>
internal static class GoodsReading
{
    /// <summary>Here, and may be fetched.</summary>
    public static IQueryable<GoodsReceipt> Ready(this IQueryable<GoodsReceipt> receipts) => receipts.Where(r => r.State == ReceiptState.Issued && r.ReadyAt != null && r.ArrivedAt != null);

    /// <summary>May be fetched since before an instant, and no manager has decided that they are kept; see <see cref="Domain.Settings.ReceptionSettings.UnclaimedSince"/>.</summary>
    public static IQueryable<GoodsReceipt> Unclaimed(this IQueryable<GoodsReceipt> receipts, Instant since) => receipts.Ready().Where(r => r.ReadyAt < since && r.StoredAt == null);

    /// <summary>Those who can be written to.</summary>
    public static IQueryable<Customer> Reachable(this IQueryable<Customer> customers) => customers.Where(c => c.Email != "" || c.PhoneKey != "");
}
