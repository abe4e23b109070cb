using System.Net;
using ServiceErp.Platform.Home.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Architecture.Tests;

/// <summary>What all modules together make of a code that nothing has (HOST-4).</summary>
public sealed class UnknownCodeTests : IAsyncLifetime
{
    private const string Code = "QX-99/47 ü";
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Each_reader_is_offered_what_they_may_make_of_it_and_every_way_leads_to_a_page_that_holds_the_code()
    {
        var offered = new HashSet<string>();
        foreach (var role in Roles.All)
        {
            var answer = await centre.Ok(new OpenCode.Query(Code), centre.As(role));
            Assert.Empty(answer.Exact);
            var client = await centre.Client(role);
            foreach (var proposal in answer.Proposals)
            {
                offered.Add(proposal.Href.Split('?')[0]);
                Assert.Contains(Code, proposal.Missing, StringComparison.Ordinal);
                var page = await client.GetAsync(proposal.Href);
                Assert.True(page.StatusCode == HttpStatusCode.OK, $"{role}: {proposal.Href} answered {(int)page.StatusCode}");
                Assert.Contains($"value=\"{Code}\"", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Equal(["/reception/devices/new", "/spare-parts/parts/new", "/spare-parts/scan"], offered.Order(StringComparer.Ordinal));
        Assert.Empty((await centre.Ok(new OpenCode.Query(Code), centre.As(Roles.Librarian))).Proposals);
    }

    [Fact]
    public async Task The_search_box_offers_them_for_codes_and_not_for_words()
    {
        var client = await centre.Client(Roles.WarehouseKeeper);
        Assert.Contains("/spare-parts/parts/new?Barcode=4006381333931", await client.GetStringAsync("/search?q=4006381333931"), StringComparison.Ordinal);
        Assert.DoesNotContain("/spare-parts/parts/new", await client.GetStringAsync("/search?q=nobody"), StringComparison.Ordinal);
        Assert.DoesNotContain("/spare-parts/parts/new", await client.GetStringAsync("/search?q=pump+4006381333931"), StringComparison.Ordinal);
        using var part = new HttpRequestMessage(HttpMethod.Get, "/search?q=4006381333931") { Headers = { { "HX-Request", "true" } } };
        Assert.Contains("No part has the barcode 4006381333931.", await (await client.SendAsync(part)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var scanner = await client.GetStringAsync("/spare-parts/scan?code=4006381333931");
        Assert.Contains("/spare-parts/parts/new?Barcode=4006381333931", scanner, StringComparison.Ordinal);
        Assert.Contains("id=\"new-barcode\"", scanner, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/spare-parts/scan?code=4006381333931", scanner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4006381333931", true)]
    [InlineData("SN-0815", true)]
    [InlineData("WH1/A-01", true)]
    [InlineData("pump", false)]
    [InlineData("12", false)]
    [InlineData("Anna Berg 12", false)]
    [InlineData("<b>12345</b>", false)]
    public void A_code_is_told_from_words(string text, bool isCode) => Assert.Equal(isCode, UnknownCodes.CouldBe(text));
}
