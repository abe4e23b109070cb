using System.Net;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Tests.Features;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Tests.Pages;

/// <summary>The pages of the loaner pool through the in-memory host.</summary>
public sealed class LoanerPageTests
{
    [Fact]
    public async Task Every_page_of_the_pool_says_what_it_should()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, free) = (await pool.Unit(), await pool.Unit("POOL-2"));
        var order = await pool.Order();
        var loan = await pool.Lend(unit, order);
        await pool.Progress(order, OrderStage.Ready);
        pool.Centre.Advance(NodaTime.Duration.FromDays(9));
        var client = await pool.Centre.Client(Roles.WarehouseKeeper);
        foreach (var (address, words) in new[]
        {
            ("/spare-parts/loaners", "POOL-2"), ("/spare-parts/loaners?format=csv", "Ada Customer 1"), ("/spare-parts/loaners/new", "AX-200"), ($"/spare-parts/loaners/{free}", "Take out of use"),
            ($"/spare-parts/loaners/{free}/edit", "Charger"), ($"/spare-parts/loaners/{free}/lend", "Sign here"), ($"/spare-parts/loaners/{free}/label", "POOL-2"), ("/spare-parts/loaners/calendar", "1 of 2 free today"),
            ("/spare-parts/loaners/calendar?model=AX-200&from=2026-03-01", "Ada Customer 1"), ("/spare-parts/loaners/use", "Days in the pool"), ("/spare-parts/loaners/use?format=csv", "AX-200"),
            ("/spare-parts/loans", "Ada Customer 1"), ("/spare-parts/loans?show=overdue", "POOL-1"), ("/spare-parts/loans?show=fees", "Nothing matches the search."), ($"/spare-parts/loans/{loan}", "4 days late"),
            ($"/spare-parts/loans/{loan}/print", "Loan agreement"), ($"/spare-parts/loans/{loan}/return", "A fee of"), ("/spare-parts/lookup/orders?q=ADA", "SO-BER-2026-00001"),
        })
        {
            var answer = await client.GetAsync(address);
            var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {body}");
            Assert.True(body.Contains(words, StringComparison.Ordinal), $"{address} does not say \"{words}\": {body}");
        }

        // A technician sees the pool and is offered nothing that would be refused.
        var technician = await pool.Centre.Client(Roles.Technician);
        foreach (var address in new[] { "/spare-parts/loaners", $"/spare-parts/loaners/{free}", "/spare-parts/loaners/calendar", $"/spare-parts/loans/{loan}" })
        {
            Assert.DoesNotContain("hx-post=\"/spare-parts", await technician.GetStringAsync(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_unit_is_lent_by_its_form_and_a_refused_form_keeps_what_was_typed()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var client = await pool.Centre.Client(Roles.Receptionist);
        var fields = new Dictionary<string, string>
        {
            ["Id"] = "00000000-0000-7000-8000-00000000aaaa", ["OrderId"] = $"{order}", ["DueOn"] = "2026-03-18", ["Condition"] = "Clean", ["Accessories"] = "Charger", ["Deposit"] = "50", ["SignedBy"] = "Ada", ["Signature"] = "",
        };
        var refused = await client.PostAsync($"/spare-parts/loaners/{unit}/lend", new FormUrlEncodedContent(fields));
        var body = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The customer signs here.", body, StringComparison.Ordinal);
        Assert.Contains("00000000-0000-7000-8000-00000000aaaa", body, StringComparison.Ordinal);

        fields["Signature"] = Pool.Signature;
        var lent = await client.PostAsync($"/spare-parts/loaners/{unit}/lend", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.SeeOther, lent.StatusCode);
        Assert.Contains("Charger", await client.GetStringAsync(lent.Headers.Location), StringComparison.Ordinal);
        Assert.DoesNotContain("Case", await client.GetStringAsync(lent.Headers.Location), StringComparison.Ordinal);
    }
}
