using System.Net;
using System.Net.Http.Json;
using ServiceErp.Kernel;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Features.Documents;

namespace ServiceErp.SpareParts.Tests.Pages;

/// <summary>The pages and the API through the in-memory host.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Every_page_is_there_for_the_keeper()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(price: 12.5m);
        var receipt = await store.Receive(part, 5, 10, bin: "A-01");
        var wish = Store.Wish(part, 7);
        await store.Reserve(wish);
        var draft = await store.Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Transfer, store.Main) { TargetWarehouseId = store.Main }, store.Keeper);
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        foreach (var (address, words) in new[]
        {
            ("/spare-parts/parts", "PUMP-1"), ("/spare-parts/parts/new", "Net sales price"), ($"/spare-parts/parts/{part}", "12.50"), ($"/spare-parts/parts/{part}/edit", "Superseded by"),
            ("/spare-parts/lookup/parts?q=pump", "PUMP-1"), ("/spare-parts/warehouses", "MAIN"), ("/spare-parts/warehouses/new", "Quarantine"), ($"/spare-parts/warehouses/{store.Main}", "A-02"),
            ($"/spare-parts/warehouses/{store.Main}/edit", "MAIN"), ("/spare-parts/suppliers", "There is no supplier yet."), ("/spare-parts/documents", "REC-BER-2026-00001"),
            ("/spare-parts/documents/new?kind=Scrap", "Why"), ($"/spare-parts/documents/{receipt.Id}", "Reverse"), ($"/spare-parts/documents/{draft.Id}", "Throw away"),
            ("/spare-parts/hand-out", wish.OrderNumber), ($"/spare-parts/orders/{wish.OrderId}", "Hand out all"), ("/spare-parts/reservations", "Partly reserved"), ("/spare-parts/shortages", "PUMP-1"),
            ("/spare-parts/returns", "Nothing is handed out."), ("/spare-parts/stock", "A-01"), ("/spare-parts/stock?on=2026-03-03", "as it was at the end of"), ("/spare-parts/ledger", "Receipt"),
            ("/spare-parts/ledger/check", "The books are right"),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {body}");
            Assert.True(body.Contains(words, StringComparison.Ordinal), $"{address} does not say \"{words}\": {body}");
        }
    }

    [Fact]
    public async Task A_reader_is_offered_no_button_that_would_be_refused()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var receipt = await store.Receive(part, 5, 10);
        var client = await store.Centre.Client(Roles.Accountant);
        foreach (var address in new[] { "/spare-parts/parts", $"/spare-parts/parts/{part}", $"/spare-parts/documents/{receipt.Id}", $"/spare-parts/warehouses/{store.Main}" })
        {
            Assert.DoesNotContain("hx-post=\"/spare-parts", await client.GetStringAsync(address), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"/spare-parts/documents/{receipt.Id}/reverse", Form(("Reason", "Nobody wants it now")))).StatusCode);
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_with_its_values_and_messages()
    {
        await using var store = await Store.OpenAsync();
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        var answer = await client.PostAsync("/spare-parts/parts/new", Form(("Number", "NEW-1"), ("Name", ""), ("Group", "Pumps"), ("Unit", "pcs"), ("Price", "abc")));
        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"NEW-1\"", body, StringComparison.Ordinal);
        Assert.Contains("\"abc\" is not a number.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_are_received_and_handed_out_by_forms_alone()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var wish = Store.Wish(part, 2);
        await store.Reserve(wish);
        var client = await store.Centre.Client(Roles.WarehouseKeeper);

        var drafted = await client.PostAsync("/spare-parts/documents/new", Form(("Kind", "Receipt"), ("WarehouseId", $"{store.Main}"), ("Reference", "LS-77")));
        Assert.Equal(HttpStatusCode.SeeOther, drafted.StatusCode);
        var document = drafted.Headers.Location!.ToString();
        var unknown = await client.PostAsync($"{document}/lines", Form(("Line.Code", "NOPE"), ("Line.Quantity", "1"), ("Line.UnitCost", "9,50")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("This part does not exist.", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"{document}/lines", Form(("Line.Code", "pump-1"), ("Line.Quantity", "4"), ("Line.UnitCost", "9,50"), ("Line.Bin", "a-02")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"{document}/post", Form())).StatusCode);
        Assert.Equal((4, 2, 38), await store.Stock(part));

        var scanned = await client.GetAsync($"/spare-parts/hand-out?order={wish.OrderNumber.ToLowerInvariant()}");
        Assert.Equal($"/spare-parts/orders/{wish.OrderId}", scanned.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/spare-parts/orders/{wish.OrderId}/scan", Form(("Code", "PUMP-1")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/spare-parts/orders/{wish.OrderId}/return", Form(("LineId", $"{wish.LineId}"), ("ReturnId", $"{part}"), ("Quantity", "1"), ("Reason", "One was enough")))).StatusCode);
        Assert.Equal((3, 0, 28.5m), await store.Stock(part));
    }

    [Fact]
    public async Task A_list_longer_than_a_page_comes_whole_as_a_file()
    {
        await using var store = await Store.OpenAsync();
        for (var i = 0; i < 30; i++)
        {
            await store.Part($"P-{i:D3}", price: null);
        }

        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        var csv = (await client.GetStringAsync("/spare-parts/parts?format=csv&sort=number&dir=desc")).Trim().Split('\n');
        Assert.Equal(31, csv.Length);
        Assert.StartsWith("P-029", csv[1], StringComparison.Ordinal);
        var xlsx = await client.GetAsync("/spare-parts/parts?format=xlsx");
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await xlsx.Content.ReadAsByteArrayAsync(), 0, 2));
    }

    [Fact]
    public async Task The_api_answers_with_the_same_rules()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        var posted = await client.PostAsJsonAsync("/api/v1/spare-parts/documents", new { kind = "Receipt", warehouseId = store.Main, post = true, lines = new[] { new { code = "PUMP-1", quantity = 3, unitCost = 4.5 } } });
        Assert.Contains("REC-BER-2026-00001", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = await client.PostAsJsonAsync("/api/v1/spare-parts/documents", new { kind = "Scrap", warehouseId = store.Main, reason = "Broken in the store", post = true, lines = new[] { new { partId = part, quantity = 4 } } });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("SpareParts.Stock.TooLow", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"value\":13.5", await client.GetStringAsync("/api/v1/spare-parts/stock?size=1"), StringComparison.Ordinal);
        Assert.Contains("PUMP-1", await client.GetStringAsync($"/api/v1/spare-parts/offers?branchId={store.Centre.Berlin.Id}&code=pump-1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/spare-parts/parts/{store.Main}")).StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => f.Value));
}
