using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quality;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Pages;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The order's life cycle, drawn with how many orders are in each state.</summary>
internal sealed class OrderCounts(WorkshopDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => OrderLifecycle.Table;

    public string Title => "Service orders";

    public string Permission => WorkshopPermissions.OrderRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Orders.AsNoTracking().GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/workshop/orders?state={state}";

    public Tone ToneOf(string state) => Enum.TryParse<OrderState>(state, out var known) ? Tones.Of(known) : Tone.Neutral;
}

/// <summary>The quotation's life cycle.</summary>
internal sealed class QuotationCounts(WorkshopDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => QuotationLifecycle.Table;

    public string Title => "Quotations";

    public string Permission => WorkshopPermissions.OrderRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Quotations.AsNoTracking().GroupBy(q => q.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/workshop/orders?state={nameof(OrderState.AwaitingApproval)}";

    public Tone ToneOf(string state) => Enum.TryParse<QuotationState>(state, out var known) ? Tones.Of(known) : Tone.Neutral;
}

/// <summary>The nonconformity's life cycle.</summary>
internal sealed class NonconformityCounts(WorkshopDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => NonconformityLifecycle.Table;

    public string Title => "Nonconformities";

    public string Permission => WorkshopPermissions.NonconformityRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Nonconformities.AsNoTracking().GroupBy(n => n.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/workshop/nonconformities?state={state}";
}
