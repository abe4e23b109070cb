using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Suppliers;

namespace ServiceErp.SpareParts.Tests.Claims;

/// <summary>The pages of claims and defective parts through the in-memory host.</summary>
public sealed class ClaimPageTests
{
    [Fact]
    public async Task A_claim_is_made_sent_answered_and_credited_by_forms_alone()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        await Sent(client, "/spare-parts/defective-parts/new", ("WarehouseId", $"{store.Main}"), ("Code", "PUMP-1"), ("Quantity", "2"), ("Defect", "Dry joints"));
        var held = await store.Look(db => db.DefectiveParts.Select(d => d.Id).SingleAsync());
        Assert.Contains("Supplier unknown", await client.GetStringAsync("/spare-parts/claims/to-claim"), StringComparison.Ordinal);

        var noSupplier = await client.PostAsync("/spare-parts/claims", Form(("DefectiveParts", $"{held}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noSupplier.StatusCode);
        Assert.Contains("Say who supplied these goods.", await noSupplier.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Sent(client, $"/spare-parts/defective-parts/{held}/edit", ("Defect", "Dry solder joints"), ("SupplierId", $"{supplier}"), ("UnitCost", "10"), ("ReceivedOn", "2026-01-05"));
        var claim = (await Sent(client, "/spare-parts/claims", ("DefectiveParts", $"{held}")))!;
        Assert.Contains("Dry solder joints", await client.GetStringAsync(claim), StringComparison.Ordinal);
        await Sent(client, $"{claim}/send", ("Note", "Please"));
        await Sent(client, $"{claim}/ship");
        var line = (await store.Centre.Ok(new GetSupplierClaim.Query(Guid.Parse(claim.Split('/')[^1])), store.Keeper)).Lines[0].Id;
        var unexplained = await client.PostAsync($"{claim}/answer", Form(("Lines[0].LineId", $"{line}"), ("Lines[0].Accepted", "1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode);
        await Sent(client, $"{claim}/answer", ("Reference", "RMA-7"), ("Lines[0].LineId", $"{line}"), ("Lines[0].Accepted", "2"));
        await Sent(client, $"{claim}/replacement", ("DeliveryNote", "LS-R"), ("WarehouseId", $"{store.Main}"), ("Lines[0].LineId", $"{line}"), ("Lines[0].Quantity", "1"));
        await Sent(client, $"{claim}/credits", ("Number", "CN-1"), ("Amount", "10"));

        foreach (var (address, words) in new[]
        {
            (claim, "RMA-7"), (claim, "CN-1"), ($"{claim}/print", "Warranty claim"), ($"{claim}/return-slip", "Return slip"), ($"{claim}/answer", "They stand for"), ($"{claim}/replacement", "New ones"), ("/spare-parts/claims", "Acme"),
            ("/spare-parts/claims?state=Credited", "CLM-BER-2026-00001"), ("/spare-parts/claims?format=csv", "CLM-BER-2026-00001"), ("/spare-parts/claims/recovery", "Acme"), ("/spare-parts/claims/recovery?format=csv", "Recovered %"),
            ($"/spare-parts/suppliers/{supplier}", "CLM-BER-2026-00001"), ("/spare-parts/defective-parts", "Dry solder joints"), ($"/spare-parts/defective-parts/{held}/edit", "Dry solder joints"), ("/lifecycles", "Supplier claims"), ("/search?q=CLM-BER", "CLM-BER-2026-00001"),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {body}");
            Assert.True(body.Contains(words, StringComparison.Ordinal), $"{address} does not say \"{words}\": {body}");
        }

        await Sent(client, $"{claim}/close");
        Assert.Equal((4m, 0m, 40m), await store.Stock(part));
    }

    [Fact]
    public async Task The_refused_share_comes_back_by_its_form()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var goods = await store.Centre.Ok(new SetDefectivePartAside.Command(null, store.Main, "PUMP-1", 3, "Leaks"), store.Keeper);
        var claim = await store.Centre.Ok(new DraftSupplierClaim.Command(null, [goods.Id]) { SupplierId = supplier }, store.Keeper);
        await store.Centre.Ok(new SendSupplierClaim.Command(claim.Id, null, null), store.Keeper);
        await store.Centre.Ok(new ShipClaimedGoods.Command(claim.Id, null), store.Keeper);
        var line = (await store.Centre.Ok(new GetSupplierClaim.Query(claim.Id), store.Keeper)).Lines[0].Id;
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim.Id, null, null) { Lines = [new(line, 1) { Answer = "Normal wear" }] }, store.Keeper);
        var (client, address) = (await store.Centre.Client(Roles.WarehouseKeeper), $"/spare-parts/claims/{claim.Id}");
        Assert.Contains($"{address}/take-refused-back\"", await client.GetStringAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("/take-refused-back\"", await (await store.Centre.Client(Roles.Accountant)).GetStringAsync(address), StringComparison.Ordinal);
        Assert.Contains("Refused by the supplier", await client.GetStringAsync($"{address}/take-refused-back"), StringComparison.Ordinal);

        var tooMany = await client.PostAsync($"{address}/take-refused-back", Form(("Reason", "The parcel came back"), ("Lines[0].LineId", $"{line}"), ("Lines[0].Quantity", "3")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);
        Assert.Contains("only 2 are refused and still with the supplier", await tooMany.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Sent(client, $"{address}/take-refused-back", ("Reason", "The parcel came back"), ("Lines[0].LineId", $"{line}"), ("Lines[0].Quantity", "2"));
        var page = await client.GetStringAsync(address);
        Assert.Contains("Refused and came back", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/take-refused-back\"", page, StringComparison.Ordinal);
        Assert.Equal((4m, 0m, 40m), await store.Stock(part));
    }

    [Fact]
    public async Task The_start_page_counts_what_is_to_claim_and_who_is_late()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var goods = await store.Centre.Ok(new SetDefectivePartAside.Command(null, store.Main, "PUMP-1", 1, "Leaks"), store.Keeper);
        var claim = await store.Centre.Ok(new DraftSupplierClaim.Command(null, [goods.Id]) { SupplierId = supplier }, store.Keeper);
        await store.Centre.Ok(new SendSupplierClaim.Command(claim.Id, null, null), store.Keeper);
        store.Centre.Advance(Duration.FromDays(20));
        var page = await (await store.Centre.Client(Roles.WarehouseKeeper)).GetStringAsync("/");
        Assert.Contains($"{claim.Number}: Acme", page, StringComparison.Ordinal);
        Assert.Contains("6 days late", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accountant_is_offered_the_credit_note_and_nothing_that_moves_goods()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10);
        var supplier = (await store.Centre.Ok(new CreateSupplier.Command(null, "ACME", "Acme", null, null), store.Keeper)).Id;
        var goods = await store.Centre.Ok(new SetDefectivePartAside.Command(null, store.Main, "PUMP-1", 1, "Leaks"), store.Keeper);
        var claim = await store.Centre.Ok(new DraftSupplierClaim.Command(null, [goods.Id]) { SupplierId = supplier }, store.Keeper);
        await store.Centre.Ok(new SendSupplierClaim.Command(claim.Id, null, null), store.Keeper);
        await store.Centre.Ok(new AnswerSupplierClaim.Command(claim.Id, null, null), store.Keeper);
        var page = await (await store.Centre.Client(Roles.Accountant)).GetStringAsync($"/spare-parts/claims/{claim.Id}");
        Assert.Contains("/credits\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/ship\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/replacement\"", page, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));

    private static async Task<string?> Sent(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        var answer = await client.PostAsync(address, Form(fields));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location?.ToString();
    }
}
