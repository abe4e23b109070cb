using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceErp.Host.Tests;

/// <summary>Who works for all branches chooses where they are; nothing is shown or done in the first branch silently.</summary>
public sealed class BranchChoiceTests
{
    [Fact]
    public async Task A_page_of_one_branch_asks_which_and_the_choice_narrows_what_is_seen_and_done()
    {
        await using var site = new Website();
        var ada = await site.SetUpAsync();
        Assert.DoesNotContain("In which branch?", await ada.ReadAsync("/reception/intake"), StringComparison.Ordinal); // there is one only

        var made = await ada.SendAsync(HttpMethod.Post, "/api/v1/platform/branches", new { code = "SEO", name = "Seoul centre", zone = "Asia/Seoul", currency = "KRW", language = "ko", country = "KR" });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var seoul = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        string[] pages = ["/reception/intake", "/reception/settings", "/workshop/board", "/spare-parts/loaners/calendar"];
        foreach (var page in pages)
        {
            Assert.Contains("In which branch?", await ada.ReadAsync(page), StringComparison.Ordinal);
        }

        Assert.Equal("/workshop/board", (await ada.PostAsync("/preferences/branch", new() { ["value"] = seoul.ToString(), ["next"] = "/workshop/board" })).Headers.Location?.ToString());
        foreach (var page in pages)
        {
            var shown = await ada.ReadAsync(page);
            Assert.DoesNotContain("In which branch?", shown, StringComparison.Ordinal);
            Assert.Contains("Branch: Seoul centre", shown, StringComparison.Ordinal);
        }

        // As narrow as somebody of Seoul, and told how to widen it again.
        Assert.Equal("Platform.OfAllBranches", await (await ada.SendAsync(HttpMethod.Post, "/api/v1/platform/branches", new { code = "X", name = "X", zone = "Asia/Seoul", currency = "KRW", language = "ko" })).CodeAsync(HttpStatusCode.Forbidden));
        await ada.PostAsync("/preferences/branch", new() { ["value"] = "all" });
        Assert.Contains("Branch: All branches", await ada.ReadAsync("/platform/branches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_of_a_browser_never_widens_what_somebody_of_one_branch_sees()
    {
        await using var site = new Website();
        var ada = await site.SetUpAsync();
        var made = await ada.SendAsync(HttpMethod.Post, "/api/v1/platform/branches", new { code = "SEO", name = "Seoul centre", zone = "Asia/Seoul", currency = "KRW", language = "ko", country = "KR" });
        var seoul = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.True((await ada.SendAsync(HttpMethod.Post, "/api/v1/platform/users", new { name = "bo", email = "bo@centre.example", language = "en", roles = new[] { "Administrator" }, password = "correct tall ladders", branchId = seoul })).IsSuccessStatusCode);
        var bo = site.Visit();
        await bo.SignInFirstAsync("bo@centre.example", "correct tall ladders", "seven grey pigeons");
        var first = (await (await ada.GetAsync("/api/v1/platform/branches")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(b => b.GetProperty("id").GetGuid()).Single(id => id != seoul);
        await bo.PostAsync("/preferences/branch", new() { ["value"] = first.ToString() });
        var users = await bo.ReadAsync("/api/v1/platform/users");
        Assert.Contains("bo@centre.example", users, StringComparison.Ordinal);
        Assert.DoesNotContain(Website.AdministratorsEmail, users, StringComparison.Ordinal);
        await bo.PostAsync("/preferences/branch", new() { ["value"] = "all" });
        Assert.DoesNotContain(Website.AdministratorsEmail, await bo.ReadAsync("/api/v1/platform/users"), StringComparison.Ordinal);
    }
}
