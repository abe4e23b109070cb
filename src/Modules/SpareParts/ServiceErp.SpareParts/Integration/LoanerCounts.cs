using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Pages;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The life of a loaner, as drawn on the page of life cycles.</summary>
internal sealed class LoanerCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => LoanerLifecycle.Table;

    public string Title => "Loaners";

    public string Permission => SparePartsPermissions.LoanerRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.Loaners.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/loaners?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<LoanerState>(state));
}

/// <summary>The life of a loan, as drawn on the page of life cycles.</summary>
internal sealed class LoanCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => LoanLifecycle.Table;

    public string Title => "Loans";

    public string Permission => SparePartsPermissions.LoanerRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.Loans.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/loans?show={(state == nameof(LoanState.Out) ? "out" : state.ToLowerInvariant())}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<LoanState>(state));
}
