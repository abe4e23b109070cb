using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Loaners that should be back, and those that wait for cleaning and check.</summary>
internal sealed class LoanersToday(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock, Texts texts) : IStartPagePart
{
    private const int MostRows = 8;

    public int Order => 150;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        if (!user.Can(SparePartsPermissions.LoanerLend) || branches.For(user) is not { } branch || !await db.Loaners.AnyAsync(cancel))
        {
            return StartPageContent.Nothing;
        }

        var today = branch.DayOf(clock.GetCurrentInstant());
        var overdue = db.Loans.AsNoTracking().Where(l => l.State == LoanState.Out && l.ReadyAt != null && l.DueOn < today);
        var count = await overdue.CountAsync(cancel);
        var toCheck = await db.Loaners.CountAsync(l => l.State == LoanerState.Checking, cancel);
        var rows = await overdue.OrderBy(l => l.DueOn).Take(MostRows).Select(l => new { l.Id, l.ModelCode, l.Serial, l.CustomerName, l.CustomerPhone, l.DueOn }).ToListAsync(cancel);
        return new StartPageContent(
            [
                new($"{count:N0}", texts["Loaners overdue"], "/spare-parts/loans?show=overdue", count > 0 ? Tone.Bad : Tone.Neutral) { Icon = "clock" },
                new($"{toCheck:N0}", texts["Loaners to clean and check"], "/spare-parts/loaners?state=Checking", toCheck > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "clipboard-check" },
            ],
            [
                new(texts["Loaners overdue"], [.. rows.Select(l => new StartPageRow($"{l.ModelCode} {l.Serial}: {l.CustomerName}", $"/spare-parts/loans/{l.Id}")
                {
                    Hint = texts["due {0} · {1}", l.DueOn, l.CustomerPhone], Badge = texts["{0} days late", Period.DaysBetween(l.DueOn, today)], Tone = Tone.Bad,
                })]) { Href = "/spare-parts/loans?show=overdue", Icon = "clock", Count = count },
            ]);
    }
}
