using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Links;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Which quotation a link opens, how long, and where the link leads; the page behind it, answers, messages and papers all ask here (WRK-4).</summary>
internal sealed class QuotationLinks(WorkshopDbContext db, IBranches branches, IClock clock, PublicLinks links)
{
    /// <summary>The quotation behind a secret; null for one that never was, for a draft, and for a link that has ended: all are answered alike.</summary>
    public async Task<Quotation?> FindAsync(string secret, CancellationToken cancel) =>
        await db.Quotations.Include(q => q.Lines).Include(q => q.Questions).AsSplitQuery().FirstOrDefaultAsync(q => q.Secret == secret, cancel) is { } quotation && (await RuleAsync(cancel))(quotation) ? quotation : null;

    /// <summary>Says of any quotation whether its link opens now.</summary>
    public async Task<Func<Quotation, bool>> RuleAsync(CancellationToken cancel)
    {
        var (rules, now) = (await db.Rules.AsNoTracking().ToDictionaryAsync(r => r.BranchId, cancel), clock.GetCurrentInstant());
        return quotation => branches.Of(quotation.BranchId) is var branch && quotation.LinkLives(branch.DayOf(now), branch.Zone, (rules.GetValueOrDefault(branch.Id) ?? new WorkshopRules(branch.Id)).QuotationLinkDays);
    }

    /// <summary>The whole link; null when it would not open, or when nobody has said where customers reach the program.</summary>
    public async Task<string?> OfAsync(Quotation quotation, CancellationToken cancel) => (await RuleAsync(cancel))(quotation) ? links.To("quotation", quotation.Secret) : null;
}
