using System.Net;
using System.Net.Http.Json;

namespace ServiceErp.Host.Tests;

[Collection("set-up website")]
public sealed class ProtectionTests(SetUpWebsite centre)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/nothing-here")]
    [InlineData("/health/ready")]
    [InlineData("/lib/app.css")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_carries_the_headers_that_keep_the_browser_strict(string path)
    {
        var answer = await centre.Site.Visit().GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_from_other_sites()
    {
        var visitor = centre.Site.Visit();
        var answer = await visitor.SignInAsync(Website.AdministratorsEmail, Website.AdministratorsPassword);
        var session = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        var page = await centre.Site.Visit().GetAsync("/sign-in");
        var antiforgery = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("antiforgery=", StringComparison.Ordinal));
        Assert.Contains("httponly", antiforgery, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", antiforgery, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-store", page.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_cookies_are_taken_from_this_very_host_only()
    {
        var visitor = centre.Site.Visit(https: true);
        var page = await visitor.GetAsync("/sign-in");
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), c => IsBound(c, "__Host-antiforgery="));
        var answer = await visitor.SignInAsync(Website.AdministratorsEmail, Website.AdministratorsPassword);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => IsBound(c, "__Host-session="));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => IsBound(c, "__Host-device="));
        Assert.True(await visitor.IsSignedInAsync());

        static bool IsBound(string cookie, string name) => cookie.StartsWith(name, StringComparison.Ordinal)
            && cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) && cookie.Contains("; path=/;", StringComparison.OrdinalIgnoreCase) && !cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        var http = centre.Administrator.Http;
        var key = new Dictionary<string, string> { ["Name"] = "forged", ["Roles"] = "Administrator" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync("/platform/api-keys", new FormUrlEncodedContent(key))).StatusCode);
        Assert.Equal("Platform.Forged", await (await http.PostAsJsonAsync("/api/v1/platform/api-keys", new { name = "forged", roles = new[] { "Administrator" } })).CodeAsync(HttpStatusCode.BadRequest));
        Assert.Equal("Platform.Forged", await (await http.PostAsync("/api/v1/platform/dead-letters/resubmit", null)).CodeAsync(HttpStatusCode.BadRequest));
        Assert.DoesNotContain("forged", await centre.Administrator.ReadAsync("/api/v1/platform/api-keys"), StringComparison.Ordinal);
        Assert.True(await centre.Administrator.IsSignedInAsync());
        await http.PostAsync("/sign-out", null);
        Assert.True(await centre.Administrator.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_opens_a_page_without_signing_in_and_comes_back_to_it_afterwards()
    {
        var visitor = centre.Site.Visit();
        var page = await visitor.GetAsync("/platform/users?q=a");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/sign-in?next=%2Fplatform%2Fusers%3Fq%3Da", page.Headers.Location?.ToString());

        using var part = new HttpRequestMessage(HttpMethod.Get, "/search?q=a");
        part.Headers.Add("HX-Request", "true");
        Assert.Equal("/sign-in", Assert.Single((await visitor.Http.SendAsync(part)).Headers.GetValues("HX-Redirect")));
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_the_shell_and_nothing_of_the_inside()
    {
        var page = await centre.Administrator.GetAsync("/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains("There is nothing at this address.", html, StringComparison.Ordinal);
        Assert.Contains("class=\"side\"", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_form_is_refused_and_not_a_failure()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=missing");
        var answer = await centre.Site.Visit().Http.PostAsync("/sign-in", content);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Guessing_passwords_is_slowed_down()
    {
        await using var site = new Website(("RateLimits:SignIn", "3"));
        await site.SetUpAsync();
        var visitor = site.Visit();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync("nobody@centre.example", $"guess number {attempt}")).StatusCode);
        }

        var slowed = await visitor.SignInAsync("nobody@centre.example", "guess number 4");
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.NotNull(slowed.Headers.RetryAfter);
        Assert.Contains("too many requests", await slowed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_without_signing_in_and_without_details()
    {
        var visitor = centre.Site.Visit();
        Assert.Equal("Healthy", await visitor.ReadAsync("/health/live"));
        Assert.Equal("Healthy", await visitor.ReadAsync("/health/ready"));
    }
}
