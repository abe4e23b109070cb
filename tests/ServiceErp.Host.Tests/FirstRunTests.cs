using System.Net;

namespace ServiceErp.Host.Tests;

public sealed class FirstRunTests
{
    [Fact]
    public async Task An_empty_program_asks_for_branch_and_administrator_once_and_never_again()
    {
        await using var site = new Website();
        var visitor = site.Visit();
        Assert.Equal("/first-run", (await visitor.GetAsync("/")).Headers.Location?.ToString());
        Assert.Equal("/first-run", (await visitor.GetAsync("/sign-in")).Headers.Location?.ToString());
        Assert.Equal("Platform.NotSignedIn", await (await visitor.GetAsync("/api/v1/platform/users")).CodeAsync(HttpStatusCode.Unauthorized));

        var faulty = Website.FirstRun();
        (faulty["Code"], faulty["Password"], faulty["Zone"]) = ("b", "short", "Atlantis");
        var refused = await visitor.PostAsync("/first-run", faulty, from: "/first-run");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("A code has two to six capital letters", page, StringComparison.Ordinal);
        Assert.Contains("A password has at least 12 characters", page, StringComparison.Ordinal);
        Assert.Contains("There is no such time zone", page, StringComparison.Ordinal);
        Assert.Contains("Berlin service centre", page, StringComparison.Ordinal);

        var late = site.Visit();
        var lateToken = await late.GetAsync("/first-run");
        Assert.Equal(HttpStatusCode.OK, lateToken.StatusCode);
        var ada = await site.SetUpAsync();
        Assert.True(await ada.IsSignedInAsync());
        Assert.Contains("Berlin service centre", await ada.ReadAsync("/platform/branches"), StringComparison.Ordinal);

        Assert.Equal("/", (await late.GetAsync("/first-run")).Headers.Location?.ToString());
        var second = await late.PostAsync("/first-run", Website.FirstRun(), from: "/sign-in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("has been set up already", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await late.IsSignedInAsync());
    }
}
