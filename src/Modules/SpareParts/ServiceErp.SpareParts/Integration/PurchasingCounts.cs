using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Pages;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The life of an order to a supplier, as drawn on the page of life cycles.</summary>
internal sealed class PurchaseOrderCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => PurchaseOrderLifecycle.Table;

    public string Title => "Purchase orders";

    public string Permission => SparePartsPermissions.PurchaseRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.PurchaseOrders.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/purchase-orders?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<PurchaseOrderState>(state));
}

/// <summary>The life of a purchase proposal, as drawn on the page of life cycles.</summary>
internal sealed class PurchaseProposalCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => PurchaseProposalLifecycle.Table;

    public string Title => "Purchase proposals";

    public string Permission => SparePartsPermissions.PurchaseRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.PurchaseProposals.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/purchase-proposals?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<PurchaseProposalState>(state));
}
