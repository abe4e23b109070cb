using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Pages;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Defective parts that nobody has claimed, and suppliers who are late.</summary>
internal sealed class ClaimsToday(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock, Texts texts) : IStartPagePart
{
    private const int MostRows = 8;

    public int Order => 160;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        if (!user.Can(SparePartsPermissions.ClaimWrite) || branches.For(user) is not { } branch || !await db.DefectiveParts.AnyAsync(cancel))
        {
            return StartPageContent.Nothing;
        }

        var today = branch.DayOf(clock.GetCurrentInstant());
        var late = db.SupplierClaims.AsNoTracking().Where(c => c.DueOn < today);
        var (toClaim, overdue) = (await db.DefectiveParts.CountAsync(ListClaimCandidates.ToClaim, cancel), await late.CountAsync(cancel));
        var rows = await late.OrderBy(c => c.DueOn).Take(MostRows).Select(c => new { c.Id, c.Number, Supplier = c.Supplier.Name, c.DueOn, c.Claimed, c.Currency }).ToListAsync(cancel);
        return new StartPageContent(
            [
                new($"{toClaim:N0}", texts["Parts to claim"], "/spare-parts/claims/to-claim", toClaim > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "alert-circle" },
                new($"{overdue:N0}", texts["Supplier claims overdue"], "/spare-parts/claims?show=overdue", overdue > 0 ? Tone.Bad : Tone.Neutral) { Icon = "arrow-back-up" },
            ],
            rows.Count == 0 ? [] :
            [
                new(texts["Supplier claims overdue"], [.. rows.Select(c => new StartPageRow($"{c.Number}: {c.Supplier}", $"/spare-parts/claims/{c.Id}")
                {
                    Hint = Display.Amount(c.Claimed, c.Currency), Badge = texts["{0} days late", Period.DaysBetween(c.DueOn!.Value, today)], Tone = Tone.Bad,
                })]) { Href = "/spare-parts/claims?show=overdue", Icon = "arrow-back-up", Count = overdue },
            ]);
    }
}

/// <summary>The life of a claim against a supplier, as drawn on the page of life cycles.</summary>
internal sealed class SupplierClaimCounts(SparePartsDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => SupplierClaimLifecycle.Table;

    public string Title => "Supplier claims";

    public string Permission => SparePartsPermissions.ClaimRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        await db.SupplierClaims.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, cancel);

    public string HrefOf(string state) => $"/spare-parts/claims?state={state}";

    public Tone ToneOf(string state) => Tones.Of(Enum.Parse<SupplierClaimState>(state));
}
