using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;

namespace ServiceErp.Host.Tests;

/// <summary>One-click sign-in is for the machine that the demo runs on, and ends when real people work here.</summary>
public sealed class DemoSignInTests
{
    private const string Here = "127.0.0.1";
    private const string Elsewhere = "203.0.113.9";

    [Fact]
    public async Task One_click_signs_in_on_this_machine_only_and_nobody_any_more_once_a_real_user_is_there()
    {
        await using var site = new Website(("demo", "true"), ("Modules:Off", "Demo"));
        await ReadyAsync(site);
        Assert.DoesNotContain("name=\"UserId\"", await site.Visit(Elsewhere).ReadAsync("/sign-in"), StringComparison.Ordinal);
        Assert.Contains("name=\"UserId\"", await site.Visit(Here).ReadAsync("/sign-in"), StringComparison.Ordinal);
        Assert.False(await (await ClickAsync(site, Elsewhere)).IsSignedInAsync());
        var administrator = await ClickAsync(site, Here);
        Assert.True(await administrator.IsSignedInAsync());
        Assert.Contains(site.Services.GetRequiredService<IUserDirectory>().All, u => u.Roles.Contains(Roles.DeputyGeneralManager));

        object User(string name, params string[] roles) => new { name, email = $"{name}@real.example", language = "en", roles, password = "quiet river stones" };
        Assert.Equal("Platform.User.AdministratorFirst", await (await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("paula", "Librarian"))).CodeAsync(HttpStatusCode.Conflict));
        var planted = await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/users", new { name = "planted", email = "p@real.example", language = "en", roles = new[] { "Administrator" }, isDemo = true });
        Assert.Equal(HttpStatusCode.BadRequest, planted.StatusCode);

        var machine = site.Visit(Here);
        machine.Http.DefaultRequestHeaders.Add("X-Api-Key", (await administrator.MakeKeyAsync("Administrator")).Key);
        Assert.Equal(HttpStatusCode.OK, (await machine.GetAsync("/api/v1/platform/users")).StatusCode);
        Assert.True((await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("paula", "Administrator"))).IsSuccessStatusCode);
        Assert.False(await administrator.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.GetAsync("/api/v1/platform/users")).StatusCode);
        Assert.DoesNotContain("name=\"UserId\"", await site.Visit(Here).ReadAsync("/sign-in"), StringComparison.Ordinal);
        Assert.False(await (await ClickAsync(site, Here)).IsSignedInAsync());
    }

    [Theory]
    [InlineData("Host", "erp.example.com")]
    [InlineData("X-Real-IP", Elsewhere)]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    public async Task A_proxy_on_this_machine_does_not_make_visitors_local(string header, string value)
    {
        await using var site = new Website(("demo", "true"), ("Modules:Off", "Demo"));
        await ReadyAsync(site);
        var visitor = site.Visit(Here);
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        Assert.DoesNotContain("name=\"UserId\"", await visitor.ReadAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_from_elsewhere_are_let_in_when_that_is_asked_for()
    {
        await using var site = new Website(("demo", "true"), ("demo:anywhere", "true"), ("Modules:Off", "Demo"));
        await ReadyAsync(site);
        Assert.True(await (await ClickAsync(site, Elsewhere)).IsSignedInAsync());
    }

    [Fact]
    public async Task A_demo_whose_making_was_cut_off_is_not_served()
    {
        await using var whole = new Website(("demo", "true"), ("Modules:Off", "Demo"));
        await ReadyAsync(whole);
        Assert.Empty(Directory.GetFiles(whole.DataFolder, "demo-*"));

        await using var site = new Website(("demo", "true"), ("Modules:Off", "Demo"));
        await File.WriteAllTextAsync(Path.Combine(site.DataFolder, "demo-unfinished"), "");
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Visit().GetAsync("/sign-in")).StatusCode);
        }
        catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // It has stopped already.
        }
    }

    private static async Task ReadyAsync(Website site)
    {
        _ = site.Visit();
        while (!site.Services.GetRequiredService<Readiness>().IsReady)
        {
            Assert.Null(site.Services.GetRequiredService<Readiness>().Failure);
            await Task.Delay(50);
        }
    }

    private static async Task<Visitor> ClickAsync(Website site, string from)
    {
        var visitor = site.Visit(from);
        var id = site.Services.GetRequiredService<IUserDirectory>().InRole(Roles.Administrator, null)[0].Id;
        await visitor.PostAsync("/sign-in/demo", new() { ["UserId"] = id.ToString() }, from: "/sign-in");
        return visitor;
    }
}
