using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Links;

namespace ServiceErp.Host.Tests;

/// <summary>Where links for customers lead is said by an administrator, never by a browser (REC-7).</summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task The_first_run_asks_for_it_and_proposes_what_the_browser_used()
    {
        await using var site = new Website();
        var page = await site.Visit().ReadAsync("/first-run");
        Assert.Contains("name=\"PublicAddress\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"http://localhost\"", page, StringComparison.Ordinal);
        await site.SetUpAsync();
        Assert.Equal("https://service.example", Address(site));
    }

    [Fact]
    public async Task While_it_is_missing_the_administrator_is_warned_and_can_write_it_down()
    {
        await using var site = new Website();
        var visitor = site.Visit();
        var fields = Website.FirstRun();
        fields.Remove("PublicAddress");
        Assert.Equal("/", (await visitor.PostAsync("/first-run", fields, from: "/first-run")).Headers.Location?.ToString());
        Assert.Null(Address(site));
        Assert.Contains("Address for customers is missing", await visitor.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Address for customers is missing", await visitor.ReadAsync("/platform/system"), StringComparison.Ordinal);

        foreach (var wrong in new[] { "service.example", "ftp://service.example", "https://service.example/?a=1", "https://me:you@service.example", "https://service.example/a b", "javascript:alert(1)" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/platform/public-address", new() { ["Address"] = wrong }, from: "/platform/public-address")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync("/platform/public-address", new() { ["Address"] = "https://service.example/" }, from: "/platform/public-address")).StatusCode);
        Assert.Equal("https://service.example", Address(site));
        Assert.DoesNotContain("Address for customers is missing", await visitor.ReadAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Address for customers is missing", await visitor.ReadAsync("/platform/system"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_settings_counts_and_no_page_changes_it()
    {
        await using var site = new Website(("Public:Address", "https://set.example/erp/"));
        var visitor = await site.SetUpAsync();
        Assert.Equal("https://set.example/erp", Address(site));
        Assert.Equal("https://set.example/erp/p/status/x", site.Services.GetRequiredService<PublicLinks>().To("status", "x"));
        var refused = await visitor.SendAsync(HttpMethod.Put, "/api/v1/platform/public-address", new { address = "https://other.example" });
        Assert.Equal("Platform.PublicAddress.Configured", await refused.CodeAsync(HttpStatusCode.Conflict));
    }

    private static string? Address(Website site) => site.Services.GetRequiredService<PublicLinks>().Address;
}
