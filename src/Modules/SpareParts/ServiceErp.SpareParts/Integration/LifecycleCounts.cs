using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Pages;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The life of a promise to an order, as drawn on the page of life cycles.</summary>
internal sealed class ReservationCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => ReservationLifecycle.Table;

    public string Title => "Reservations";

    public string Permission => SparePartsPermissions.StockRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.Reservations.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/reservations?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<ReservationState>(state));
}

/// <summary>The life of a stock document, as drawn on the page of life cycles.</summary>
internal sealed class StockDocumentCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => StockDocumentLifecycle.Table;

    public string Title => "Stock documents";

    public string Permission => SparePartsPermissions.StockRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.Documents.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/documents?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<StockDocumentState>(state));
}

/// <summary>The life of defective goods, as drawn on the page of life cycles.</summary>
internal sealed class DefectivePartCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => DefectivePartLifecycle.Table;

    public string Title => "Defective parts";

    public string Permission => SparePartsPermissions.StockRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.DefectiveParts.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/defective-parts?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<DefectState>(state));
}

/// <summary>The life of a count, as drawn on the page of life cycles.</summary>
internal sealed class StockCountCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => StockCountLifecycle.Table;

    public string Title => "Counts";

    public string Permission => SparePartsPermissions.CountRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.StockCounts.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/counts?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<StockCountState>(state));
}
