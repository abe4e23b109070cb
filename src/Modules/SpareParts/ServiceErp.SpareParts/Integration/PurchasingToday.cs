using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>What the keeper is to buy, what comes and what is late; what waits for those who approve; and the invoices that finance is to decide about.</summary>
internal sealed class PurchasingToday(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock, Texts texts) : IStartPagePart
{
    private const int MostRows = 8;
    private const int DaysAhead = 7;

    public int Order => 110;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        if (!user.Can(SparePartsPermissions.PurchaseRead))
        {
            return StartPageContent.Nothing;
        }

        List<StartPageTile> tiles = [];
        List<StartPageList> lists = [];
        var now = clock.GetCurrentInstant();
        var today = branches.For(user)?.DayOf(now) ?? now.InUtc().Date;
        if (user.Can(SparePartsPermissions.PurchaseWrite))
        {
            await BuyAsync(tiles, lists, today, cancel);
        }

        if (user.Can(SparePartsPermissions.PurchaseWrite) || user.Can(SparePartsPermissions.PurchaseApproveAny))
        {
            await ApproveAsync(tiles, lists, cancel);
        }

        if (user.Can(SparePartsPermissions.InvoiceNote))
        {
            await DisputeAsync(tiles, lists, cancel);
        }

        return new StartPageContent(tiles, lists);
    }

    private async Task BuyAsync(List<StartPageTile> tiles, List<StartPageList> lists, LocalDate today, CancellationToken cancel)
    {
        var toBuy = branches.For(user) is { } branch ? await db.PartsToBuyAsync(branch.Id, cancel) : 0;
        var until = today.PlusDays(DaysAhead);
        var coming = db.PurchaseOrders.AsNoTracking().Where(o => o.State == PurchaseOrderState.Ordered || o.State == PurchaseOrderState.PartlyReceived);
        var (late, soon) = (await coming.CountAsync(o => o.ExpectedOn < today, cancel), await coming.CountAsync(o => o.ExpectedOn >= today && o.ExpectedOn <= until, cancel));
        tiles.Add(new($"{toBuy:N0}", texts["Parts to buy"], "/spare-parts/purchase-proposals", toBuy > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "shopping-cart" });
        tiles.Add(new($"{soon:N0}", texts["Deliveries within a week"], "/spare-parts/purchase-orders?state=Ordered", soon > 0 ? Tone.Info : Tone.Neutral) { Icon = "truck-delivery" });
        tiles.Add(new($"{late:N0}", texts["Late deliveries"], "/spare-parts/purchase-orders?show=late", late > 0 ? Tone.Bad : Tone.Neutral) { Icon = "clock" });
        var rows = await coming.Where(o => o.ExpectedOn <= until).OrderBy(o => o.ExpectedOn).ThenBy(o => o.Id).Take(MostRows).Select(o => new { o.Id, o.Number, Supplier = o.Supplier.Name, o.ExpectedOn, o.State }).ToListAsync(cancel);
        if (rows.Count > 0)
        {
            lists.Add(new(texts["What comes"], [.. rows.Select(o => new StartPageRow($"{o.Number}: {o.Supplier}", $"/spare-parts/purchase-orders/{o.Id}")
            {
                Hint = Display.Date(o.ExpectedOn!.Value), Badge = o.ExpectedOn < today ? texts["{0} days late", Period.DaysBetween(o.ExpectedOn.Value, today)] : texts.Label(o.State), Tone = o.ExpectedOn < today ? Tone.Bad : Tone.Info,
            })]) { Href = "/spare-parts/purchase-orders", Icon = "truck-delivery", Count = late + soon });
        }
    }

    private async Task ApproveAsync(List<StartPageTile> tiles, List<StartPageList> lists, CancellationToken cancel)
    {
        var orders = db.PurchaseOrders.AsNoTracking().ToApprove(db);
        var proposals = db.PurchaseProposals.AsNoTracking().Where(p => p.State == PurchaseProposalState.Open);
        var corrections = db.Documents.AsNoTracking().Where(d => d.Kind == StockDocumentKind.Correction && d.State == StockDocumentState.Draft && d.ApprovedBy == null && d.Lines.Any());
        var count = await orders.CountAsync(cancel) + await proposals.CountAsync(cancel) + await corrections.CountAsync(cancel);
        tiles.Add(new($"{count:N0}", texts["Waits for approval"], "/spare-parts/purchase-orders?show=approve", count > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "check" });
        if (count == 0)
        {
            return;
        }

        var rows = (await orders.OrderBy(o => o.CreatedAt).ThenBy(o => o.Id).Take(MostRows).Select(o => new { o.Id, o.Number, o.Amount, o.Currency, o.Person }).ToListAsync(cancel))
            .ConvertAll(o => new StartPageRow($"{o.Number}: {Display.Money(new Money(o.Amount, o.Currency))}", $"/spare-parts/purchase-orders/{o.Id}") { Hint = o.Person, Badge = texts["Waits for approval"], Tone = Tone.Waiting });
        rows.AddRange((await proposals.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Take(MostRows).Select(p => new { p.Id, p.Number, p.BranchId, p.Amount, p.Person }).ToListAsync(cancel))
            .Select(p => new StartPageRow($"{p.Number}: {Display.Money(new Money(p.Amount, branches.Of(p.BranchId).Currency))}", $"/spare-parts/purchase-proposals/{p.Id}") { Hint = p.Person, Badge = texts["Purchase proposal"], Tone = Tone.Waiting }));
        rows.AddRange((await corrections.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).Take(MostRows).Select(d => new { d.Id, d.Reason, d.Person }).ToListAsync(cancel))
            .Select(d => new StartPageRow(d.Reason ?? d.Person, $"/spare-parts/documents/{d.Id}") { Hint = d.Person, Badge = texts.Label(StockDocumentKind.Correction), Tone = Tone.Waiting }));
        lists.Add(new(texts["Waits for approval"], [.. rows.Take(MostRows)]) { Href = "/spare-parts/purchase-orders?show=approve", Icon = "check", Count = count });
    }

    private async Task DisputeAsync(List<StartPageTile> tiles, List<StartPageList> lists, CancellationToken cancel)
    {
        var disputed =
            from invoice in db.SupplierInvoices.AsNoTracking()
            join order in db.PurchaseOrders on invoice.PurchaseOrderId equals order.Id
            where order.Disputed && invoice.Disputed
            select new { invoice.Id, invoice.Number, invoice.Day, invoice.Amount, OrderId = order.Id, order.Currency, Supplier = order.Supplier.Name };
        var count = await disputed.CountAsync(cancel);
        tiles.Add(new($"{count:N0}", texts["Disputed invoices"], "/spare-parts/supplier-invoices?show=disputed", count > 0 ? Tone.Bad : Tone.Neutral) { Icon = "file-invoice" });
        if (count > 0)
        {
            var rows = await disputed.OrderBy(i => i.Day).ThenBy(i => i.Id).Take(MostRows).ToListAsync(cancel);
            lists.Add(new(texts["Disputed invoices"], [.. rows.Select(i => new StartPageRow($"{i.Number}: {i.Supplier}", $"/spare-parts/purchase-orders/{i.OrderId}")
            {
                Hint = $"{Display.Date(i.Day)} · {Display.Money(new Money(i.Amount, i.Currency))}", Badge = texts["Disputed"], Tone = Tone.Bad,
            })]) { Href = "/spare-parts/supplier-invoices?show=disputed", Icon = "file-invoice", Count = count });
        }
    }
}
