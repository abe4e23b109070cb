using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Features.Parts;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>A catalogue with opening stock out of a file.</summary>
public sealed class ImportTests
{
    private const string File = "Number;Name;Group;Unit;Barcode;Price;Cost;Warehouse;Bin;Quantity\nP-1;Pump head;Pumps;pcs;400638;12,50;7,20;MAIN;A-01;12\nP-2;Belt;;;;3;;;;\nP-1;Pump head;Pumps;pcs;400638;12,50;7,20;MAIN;Z-09;3\n";

    [Fact]
    public async Task A_file_makes_parts_prices_and_opening_stock_and_twice_changes_nothing()
    {
        await using var store = await Store.OpenAsync();
        Assert.Equal((3, 0, 2, 1, 0), await Apply(store, File));
        var part = await store.Look(db => db.Parts.Where(p => p.Number == "P-1").Select(p => p.Id).SingleAsync());
        Assert.Equal((15, 0, 108), await store.Stock(part));
        var answer = await store.Centre.Ok(new GetPart.Query(part), store.Keeper);
        Assert.Equal((12.5m, "Pumps", "400638"), (answer.Price, answer.Group, answer.Codes[0].Text));
        Assert.Equal([("A-01", 12m), ("Z-09", 3m)], answer.Stock.Select(s => (s.Bin!, s.OnHand)));

        Assert.Equal((3, 0, 0, 0, 3), await Apply(store, File));
        Assert.Equal((15, 0, 108), await store.Stock(part));
        Assert.Equal((3, 0, 0, 1, 2), await Apply(store, File.Replace("Belt", "Toothed belt", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Bad_rows_are_refused_by_the_rules_of_the_store()
    {
        await using var store = await Store.OpenAsync();
        await store.Part("PUMP-1", barcode: "400638");
        foreach (var (code, command) in new[]
        {
            ("SpareParts.Part.NameMissing", new ImportPart.Command("P-1")),
            ("SpareParts.Part.CodeTaken", new ImportPart.Command("P-1") { Name = "x", Barcode = "400638" }),
            ("SpareParts.Warehouse.NotFound", new ImportPart.Command("P-1") { Name = "x", Warehouse = "NOPE", Quantity = 1, Cost = 1 }),
            ("SpareParts.Warehouse.CodeMissing", new ImportPart.Command("P-1") { Name = "x", Quantity = 1, Cost = 1 }),
            ("SpareParts.StockDocument.CostMissing", new ImportPart.Command("P-1") { Name = "x", Warehouse = "MAIN", Quantity = 1 }),
            ("SpareParts.Stock.QuantityNotRight", new ImportPart.Command("P-1") { Name = "x", Warehouse = "MAIN", Quantity = -1, Cost = 1 }),
        })
        {
            await store.Centre.Refused(code, command, store.Keeper);
        }

        Assert.Equal(1, await store.Look(db => db.Parts.CountAsync()));
        await store.Centre.Refused("Platform.Forbidden", new ImportPart.Command("P-1") { Name = "x" }, store.Centre.As(Roles.Technician));
    }

    private static async Task<(int Rows, int Bad, int Created, int Changed, int Unchanged)> Apply(Store store, string text)
    {
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", "catalogue.csv");
        var answer = await client.PostAsync("/api/v1/platform/imports/spare-parts-catalogue?dryRun=false", form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        var counts = JsonDocument.Parse(body).RootElement.GetProperty("counts");
        int Count(string name) => counts.GetProperty(name).GetInt32();
        return (Count("rows"), Count("bad"), Count("created"), Count("changed"), Count("unchanged"));
    }
}
