using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Pages;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Counts that are planned or under way for those who count, and differences that wait for those who approve.</summary>
internal sealed class CountsToday(SparePartsDbContext db, ICurrentUser user, Texts texts) : IStartPagePart
{
    private const int MostRows = 8;

    public int Order => 120;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        // A technician counts when asked to; it is the keeper's day that consists of it.
        var counts = user.Can(SparePartsPermissions.CountPlan);
        var approves = user.Can(SparePartsPermissions.CountPost);
        if (!counts && !approves)
        {
            return StartPageContent.Nothing;
        }

        var open = await db.StockCounts.AsNoTracking().Where(c => c.State == StockCountState.Planned || c.State == StockCountState.Counting || c.State == StockCountState.ToApprove)
            .OrderBy(c => c.PlannedFor).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Number, c.State, Warehouse = c.Warehouse.Code, c.PlannedFor, Places = db.CountLines.Count(l => l.StockCountId == c.Id), Counted = db.CountLines.Count(l => l.StockCountId == c.Id && l.Counted != null) })
            .ToListAsync(cancel);
        if (open.Count == 0)
        {
            return StartPageContent.Nothing;
        }

        var toCount = open.FindAll(c => c.State != StockCountState.ToApprove);
        var toApprove = open.FindAll(c => c.State == StockCountState.ToApprove);
        List<StartPageTile> tiles = [];
        if (counts)
        {
            tiles.Add(new($"{toCount.Count:N0}", texts["Counts to do"], "/spare-parts/counts", toCount.Count > 0 ? Tone.Info : Tone.Neutral) { Icon = "clipboard-list" });
        }

        tiles.Add(new($"{toApprove.Count:N0}", texts["Counts to approve"], $"/spare-parts/counts?state={StockCountState.ToApprove}", toApprove.Count > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "clipboard-check" });
        var shown = counts ? open : toApprove;
        return new StartPageContent(
            tiles,
            shown.Count == 0
                ? []
                :
                [
                    new(texts["Counts"], [.. shown.Take(MostRows).Select(c => new StartPageRow($"{c.Number}: {c.Warehouse}", $"/spare-parts/counts/{c.Id}")
                    {
                        Hint = texts["{0} of {1} places · {2}", c.Counted, c.Places, c.PlannedFor], Badge = texts.Label(c.State), Tone = Tones.Of(c.State),
                    })]) { Href = "/spare-parts/counts", Icon = "clipboard-list", Count = shown.Count },
                ]);
    }
}
