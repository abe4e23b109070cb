using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The warehouse keeper's day: what to hand out, what orders wait for, what is not posted yet.</summary>
internal sealed class SparePartsToday(SparePartsDbContext db, ICurrentUser user, Texts texts) : IStartPagePart
{
    private const int MostRows = 8;

    public int Order => 100;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        if (!user.Can(SparePartsPermissions.StockMove))
        {
            return StartPageContent.Nothing;
        }

        var ready = db.Reservations.AsNoTracking().Where(r => r.State == ReservationState.Reserved || r.State == ReservationState.PartlyReserved);
        var missing = db.Reservations.AsNoTracking().Where(r => r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved);
        var orders = await ready.Select(r => r.OrderId).Distinct().CountAsync(cancel);
        var shortages = await missing.CountAsync(cancel);
        var drafts = await db.Documents.CountAsync(d => d.State == StockDocumentState.Draft, cancel);
        var toHandOut = await ready.OrderBy(r => r.WantedAt).Take(MostRows).Select(r => new { r.OrderId, r.OrderNumber, r.PartNumber, r.Part.Name, r.Reserved, r.Part.Unit, r.State }).ToListAsync(cancel);
        var awaited = await missing.OrderBy(r => r.WantedAt).Take(MostRows).Select(r => new { r.OrderId, r.OrderNumber, r.PartNumber, r.Part.Name, Missing = r.Wanted - r.Reserved - r.Issued, r.Part.Unit, r.WantedAt }).ToListAsync(cancel);
        return new StartPageContent(
            [
                new($"{orders:N0}", texts["Orders with parts to hand out"], "/spare-parts/hand-out", orders > 0 ? Tone.Info : Tone.Neutral) { Icon = "package-export" },
                new($"{shortages:N0}", texts["Shortages"], "/spare-parts/shortages", shortages > 0 ? Tone.Bad : Tone.Neutral) { Icon = "alert-triangle" },
                new($"{drafts:N0}", texts["Stock documents not posted"], "/spare-parts/documents?state=Draft", drafts > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "package-import" },
            ],
            [
                new(texts["Parts to hand out"], [.. toHandOut.Select(r => new StartPageRow($"{r.OrderNumber}: {r.PartNumber}", $"/spare-parts/orders/{r.OrderId}")
                {
                    Hint = $"{r.Name} · {Display.Number(r.Reserved)} {r.Unit}", Badge = texts.Label(r.State), Tone = Pages.Tones.Of(r.State),
                })]) { Href = "/spare-parts/hand-out", Icon = "package-export" },
                new(texts["Shortages"], [.. awaited.Select(r => new StartPageRow($"{r.PartNumber}: {r.OrderNumber}", $"/spare-parts/orders/{r.OrderId}")
                {
                    Hint = $"{r.Name} · {Display.Moment(r.WantedAt)}", Badge = texts["{0} {1} missing", r.Missing, r.Unit], Tone = Tone.Bad,
                })]) { Href = "/spare-parts/shortages", Icon = "alert-triangle", Count = shortages },
            ]);
    }
}
