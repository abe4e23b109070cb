using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Pages;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Integration;

internal sealed class RequestCounts(ReceptionDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => ServiceRequestLifecycle.Table;

    public string Title => "Service requests";

    public string Permission => ReceptionPermissions.RequestRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.Requests.AsNoTracking().GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/reception/requests?state={state}";

    public Tone ToneOf(string state) => Looks.Of(Enum.Parse<RequestState>(state));
}

internal sealed class ReceiptCounts(ReceptionDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => GoodsReceiptLifecycle.Table;

    public string Title => "Goods receipts";

    public string Permission => ReceptionPermissions.GoodsRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.Receipts.AsNoTracking().GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/reception/goods?view={(state == nameof(ReceiptState.Issued) ? GoodsView.OnShelf : GoodsView.Returned)}";

    public Tone ToneOf(string state) => Looks.Of(Enum.Parse<ReceiptState>(state));
}
