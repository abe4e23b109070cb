using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Suppliers;

namespace ServiceErp.SpareParts.Tests.Pages;

/// <summary>The keeper's newer pages: scanning, papers, prices, periods, labels.</summary>
public sealed class StorePageTests
{
    [Fact]
    public async Task Every_page_of_the_store_is_there()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(price: 12.5m, barcode: "4006381333931");
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "S-1", "Hydra Ltd", null, null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Price = 8, LeadDays = 14 }, store.Keeper);
        var list = (await store.Centre.Ok(new CreatePriceList.Command(null, "2026", "Year", new(2026, 1, 1)) { BranchId = store.Centre.Berlin.Id }, store.Keeper)).Id;
        await store.Centre.Ok(new SetListPrice.Command(list, part, 11), store.Keeper);
        var receipt = await store.Receive(part, 5, 10);
        var target = await store.Warehouse("STORE", WarehouseKind.BranchStore, "B-01");
        var sent = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = target, Lines = [new NewLine(part, 2)] }, store.Keeper);
        await store.Centre.Ok(new SendStockDocument.Command(sent.Id, null), store.Keeper);
        var draft = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, store.Main), store.Keeper);
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [new NewPurchaseLine(part, 4, 8)] }, store.Keeper);
        await store.Centre.Ok(new ReceivePurchaseOrder.Command(null, order.Id, "LS-1") { Lines = [new ReceivePurchaseOrder.Line(order.LineIds[0], 3) { Rejected = 1, Reason = "Leaks at the seam" }] }, store.Keeper);
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        foreach (var (address, words) in new[]
        {
            ($"/spare-parts/parts/{part}", "Hydra Ltd"), ($"/spare-parts/parts/{part}?on=2025-12-31", "No price applied."), ($"/spare-parts/parts/{part}?on=2026-02-01", "by list 2026"),
            ("/spare-parts/suppliers", $"/spare-parts/suppliers/{supplier}"), ($"/spare-parts/suppliers/{supplier}", "Leaks at the seam"), ("/spare-parts/defective-parts", "Send back"), ("/spare-parts/defective-parts?format=csv", "LS-1"),
            ($"/spare-parts/purchase-orders/{order.Id}", "QUARANTINE-BER"), ("/spare-parts/documents/new?kind=SupplierReturn", "Return to supplier"), ("/spare-parts/price-lists", "2026"), ($"/spare-parts/price-lists/{list}", "PUMP-1"), ("/spare-parts/put-away", "PUMP-1"), ("/spare-parts/labels", "Sheets of 24"),
            ($"/spare-parts/labels/print?WarehouseId={store.Main}&Paper=sheet", "A-01"), ("/spare-parts/labels/print?Stocked=true&Parts=PUMP-1&Paper=roll", "PUMP-1"),
            ($"/spare-parts/documents/{receipt.Id}/print", "Handed over"), ($"/spare-parts/documents/{sent.Id}", "Call back"), ($"/spare-parts/documents/{sent.Id}/receive", "Count what came"),
            ("/spare-parts/scan", "Scan a part, bin, paper or order"), ("/spare-parts/scan?code=4006381333931", "PUMP-1"), ("/spare-parts/scan?code=MAIN/A-01", "Put parts in here"),
            ("/spare-parts/scan?code=4006381333932", "The check digit"), ("/spare-parts/scan?code=PUMP-9", "is not known here"), ($"/spare-parts/scan?code={receipt.Number}", "Posted"),
            ("/spare-parts/scan?code=PUMP-1&bin=MAIN/A-01", "Put into MAIN/A-01"), ($"/spare-parts/scan?code=PUMP-1&doc={draft.Id}", "Add to Receipt"), ($"/spare-parts/scan?code=PUMP-1&order={wish.OrderId}", "value=\"2\""),
            ("/spare-parts/scan?bin=NOWHERE&doc=x&order=y", "Scan a part"), ("/spare-parts/parts/new?Barcode=777", "value=\"777\""),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {body}");
            Assert.True(body.Contains(words, StringComparison.Ordinal), $"{address} does not say \"{words}\": {body}");
        }

        var accountant = await store.Centre.Client(Roles.Accountant);
        Assert.Contains("No period is closed", await accountant.GetStringAsync("/spare-parts/periods"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_come_in_are_put_away_and_handed_out_by_scanner_alone()
    {
        await using var store = await Store.OpenAsync();
        await store.Part(barcode: "4006381333931");
        var client = await store.Centre.Client(Roles.WarehouseKeeper);

        await Sent(client, "/spare-parts/scan/document", ("Kind", "Receipt"), ("WarehouseId", $"{store.Main}"));
        var paper = await store.Look(db => db.Documents.SingleAsync());
        await Sent(client, $"/spare-parts/scan/line/{paper.Id}", ("Line.Code", "4006381333931"), ("Line.Quantity", "4"), ("Line.UnitCost", "5"));
        await Sent(client, $"/spare-parts/scan/post/{paper.Id}");
        await Sent(client, "/spare-parts/scan/put-away", ("WarehouseId", $"{store.Main}"), ("Code", "PUMP-1"), ("Bin", "A-01"), ("Quantity", "4"));
        var part = await store.Look(db => db.Parts.Select(p => p.Id).SingleAsync());
        var wish = Store.Wish(part, 3);
        await store.Reserve(wish);
        await Sent(client, $"/spare-parts/scan/issue/{wish.OrderId}", ("Code", "4006381333931"));
        await Sent(client, $"/spare-parts/scan/return/{wish.OrderId}", ("LineId", $"{wish.LineId}"), ("Quantity", "1"), ("Reason", "Not needed"));

        Assert.Equal((2, 0, 10), await store.Stock(part));
        Assert.Equal([("A-01", 2m)], await store.Look(async db => (await db.StockItems.Where(i => i.OnHand > 0).Select(i => new { i.Bin!.Code, i.OnHand }).ToListAsync()).Select(i => (i.Code, i.OnHand)).ToList()));
    }

    private static async Task Sent(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Redirect, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
