using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Suppliers;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>The pages of classes, forecasts, purchasing and obligations through the in-memory host.</summary>
public sealed class PlanningPageTests
{
    [Fact]
    public async Task Every_page_is_there_for_the_keeper()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", "orders@acme.example", null), store.Keeper)).Id;
        await store.Centre.Ok(new SetPartSupplier.Command(part, supplier) { Number = "S-77", Price = 7, LeadDays = 10 }, store.Keeper);
        await store.Centre.Ok(new RecordDemand.Command([.. Enumerable.Range(0, 24).Select(i => new RecordDemand.Month("PUMP-1", new LocalDate(2026, 2, 1).PlusMonths(-i), i % 3) { Value = i })]), store.Keeper);
        var run = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        await store.Centre.Ok(new PutClassesInForce.Command(run.RunId), store.Keeper);
        var preview = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        await store.Centre.Ok(new ForecastParts.Command(store.Centre.Berlin.Id, null), store.Keeper);
        await store.Centre.Ok(new AddPartFit.Command(part, "AX-200"), store.Keeper);
        await store.Centre.Ok(new SetModelObligation.Command("AX-200", 12, new LocalDate(2025, 3, 5)), store.Keeper);
        var proposal = await store.Centre.Ok(new MakeProposal.Command(null, store.Main), store.Keeper);
        var order = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Lines = [new NewPurchaseLine(part, 10, null)] }, store.Keeper);
        var sent = await store.Centre.Ok(new DraftPurchaseOrder.Command(null, supplier, store.Main) { Send = true, Lines = [new NewPurchaseLine(part, 4, null)] }, store.Keeper);
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        foreach (var (address, words) in new[]
        {
            ("/spare-parts/classes", "cumulated share of the whole"), ($"/spare-parts/classes?run={preview.RunId}", "Put in force"), ("/spare-parts/part-classes", "PUMP-1"), ($"/spare-parts/part-classes?run={preview.RunId}&show=changes", "What would change"),
            ("/spare-parts/class-changes", "No class has changed yet."), ("/spare-parts/planning-rules", "Complete when short of"), ("/spare-parts/forecasts", "PUMP-1"), ($"/spare-parts/parts/{part}/forecast", "Reorder point"),
            ("/spare-parts/purchase-proposals", proposal.Number), ($"/spare-parts/purchase-proposals/{proposal.Id}", "So the reorder point is"), ("/spare-parts/purchase-orders", order.Number), ("/spare-parts/purchase-orders/new", "Deliver to"),
            ($"/spare-parts/purchase-orders/{order.Id}", "It is sent to orders@acme.example."), ($"/spare-parts/purchase-orders/{sent.Id}", "Receive goods"), ($"/spare-parts/purchase-orders/{sent.Id}/receive", "What is wrong with them"),
            ($"/spare-parts/purchase-orders/{sent.Id}/invoice", "Ordered at 7."), ($"/spare-parts/purchase-orders/{sent.Id}/print", "S-77"), ("/spare-parts/supplier-scores", "Nothing was delivered yet."), ("/spare-parts/parts-at-risk", "Single source"),
            ("/spare-parts/parts-at-risk?format=csv", "PUMP-1"), ("/spare-parts/supplier-scores?format=csv", "Score"), ("/spare-parts/forecasts?format=csv", "PUMP-1"), ("/spare-parts/part-classes?format=csv", "PUMP-1"),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {body}");
            Assert.True(body.Contains(words, StringComparison.Ordinal), $"{address} does not say \"{words}\": {body}");
        }
    }

    [Fact]
    public async Task Goods_are_ordered_and_received_by_forms_alone()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        var drafted = await client.PostAsync("/spare-parts/purchase-orders/new", Form(("SupplierId", $"{supplier}"), ("WarehouseId", $"{store.Main}")));
        Assert.Equal(HttpStatusCode.SeeOther, drafted.StatusCode);
        var order = drafted.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"{order}/lines", Form(("Line.Code", "PUMP-1"), ("Line.Quantity", "4")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"{order}/lines", Form(("Line.Code", "PUMP-1"), ("Line.Quantity", "4"), ("Line.Price", "9,50")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"{order}/send", Form())).StatusCode);
        var line = (await store.Centre.Ok(new GetPurchaseOrder.Query(Guid.Parse(order.Split('/')[^1])), store.Keeper)).Lines[0].Id;
        var noReason = await client.PostAsync($"{order}/receive", Form(("Id", $"{part}"), ("DeliveryNote", "LS-9"), ("Lines[0].LineId", $"{line}"), ("Lines[0].Accepted", "3"), ("Lines[0].Rejected", "1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Contains("Say what is wrong with the rejected ones.", await noReason.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"{order}/receive", Form(("Id", $"{part}"), ("DeliveryNote", "LS-9"), ("Lines[0].LineId", $"{line}"), ("Lines[0].Accepted", "3"), ("Lines[0].Rejected", "1"), ("Lines[0].Reason", "Bent in transit")))).StatusCode);
        Assert.Equal((4m, 0m, 38m), await store.Stock(part));
        Assert.Equal(DefectState.Held, await store.Look(db => db.DefectiveParts.Where(d => d.Quantity == 1 && d.Defect == "Bent in transit").Select(d => d.State).SingleAsync()));
    }

    [Fact]
    public async Task A_reader_is_offered_no_button_that_would_be_refused()
    {
        await using var store = await Store.OpenAsync();
        var client = await store.Centre.Client(Roles.Accountant);
        foreach (var address in new[] { "/spare-parts/classes", "/spare-parts/planning-rules", "/spare-parts/forecasts", "/spare-parts/purchase-proposals", "/spare-parts/purchase-orders", "/spare-parts/parts-at-risk" })
        {
            Assert.DoesNotContain("btn btn-primary", await client.GetStringAsync(address), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/spare-parts/classes/preview", Form())).StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => f.Value));
}
