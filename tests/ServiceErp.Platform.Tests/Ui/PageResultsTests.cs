using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

/// <summary>What endpoints answer, over real requests.</summary>
public sealed class PageResultsTests : IAsyncLifetime
{
    private static readonly Guid Made = new("0193a1b2-0000-7000-8000-000000000001");
    private IHost host = null!;

    public Task InitializeAsync()
    {
        host = new HostBuilder().ConfigureWebHost(web => web.UseTestServer()
            .ConfigureServices(services =>
            {
                services.AddRouting().AddUi();
                services.AddSingleton(Rendered.English).AddSingleton<IShell, PlainShell>().AddSingleton<IIdentifiers, OneIdentifier>();
            })
            .Configure(app => app.UseRouting().UseAntiforgery().UseEndpoints(routes =>
            {
                routes.MapPreferences();
                routes.MapGet("/page", (HttpContext http) => http.Page<EmptyState>("The <title>", new { Text = "Content" }));
                routes.MapGet("/public", (HttpContext http) => http.PublicPage<EmptyState>("Status", new { Text = "Content" }));
                routes.MapGet("/either", (HttpContext http) => http.PageOrPart<EmptyState, EmptyState>("Either", new { Text = "Content" }));
                routes.MapGet("/paper", (HttpContext http) => http.Paper<EmptyState>("Receipt", PaperSize.A5, new { Text = "Content" }));
                routes.MapGet("/form", (HttpContext http) => http.Part<Form>(new { Id = "f", Action = "/form", Submit = "Save" }, StatusCodes.Status422UnprocessableEntity));
                routes.MapGet("/refused", (HttpContext http) => http.Refuse(Error.Refused("X", "Not {0}", "today")));
                routes.MapGet("/spoken", (HttpContext http) => http.Part<EmptyState>(new { Text = "Насос 전자 <b>" }));
                routes.MapGet("/moved", (HttpContext http) => http.Redirect("/orders/1", "Gespeichert – 저장됨"));
            }))).Start();
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        host.Dispose();
        return Task.CompletedTask;
    }

    private Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        var request = host.GetTestServer().CreateRequest(path);
        foreach (var (name, value) in headers)
        {
            request.AddHeader(name, value);
        }

        return request.GetAsync();
    }

    [Fact]
    public async Task A_page_is_a_whole_document_that_nobody_keeps()
    {
        var response = await Get("/page");
        var html = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("<title>The &lt;title&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Content", html, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("HX-Request", response.Headers.Vary);
    }

    [Fact]
    public async Task Other_scripts_are_written_as_they_are_and_markup_is_not() =>
        Assert.Contains("Насос 전자 &lt;b&gt;", await (await Get("/spoken")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_public_page_has_no_navigation()
    {
        var html = await (await Get("/public")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<nav", html, StringComparison.Ordinal);
        Assert.Contains("noindex", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_has_neither_shell_nor_screen_styles()
    {
        var html = await (await Get("/paper")).Content.ReadAsStringAsync();
        Assert.Contains("paper-a5", html, StringComparison.Ordinal);
        Assert.DoesNotContain("tabler", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task Going_back_gets_the_whole_page_and_a_swap_only_its_part(bool byHtmx, bool back, bool whole)
    {
        (string, string)[] headers = [.. byHtmx ? [("HX-Request", "true")] : Array.Empty<(string, string)>(), .. back ? [("HX-History-Restore-Request", "true")] : Array.Empty<(string, string)>()];
        var html = await (await Get("/either", headers)).Content.ReadAsStringAsync();
        Assert.Equal(whole, html.Contains("<html", StringComparison.Ordinal));
        Assert.Contains("Content", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_carries_its_token_and_its_own_identity()
    {
        var response = await Get("/form");
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains("name=\"__RequestVerificationToken\"", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"FormId\" value=\"{Made}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_to_htmx_is_a_message_over_the_unchanged_page()
    {
        var response = await Get("/refused", ("HX-Request", "true"));
        Assert.Equal(409, (int)response.StatusCode);
        Assert.Equal("none", response.Headers.GetValues("HX-Reswap").Single());
        Assert.Equal("Not today", JsonDocument.Parse(response.Headers.GetValues("HX-Trigger").Single()).RootElement.GetProperty("toast").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_refusal_without_script_is_a_page_with_a_way_back()
    {
        var response = await Get("/refused", ("Referer", "http://localhost/orders/1?x=1"));
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(409, (int)response.StatusCode);
        Assert.Contains("Not today", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/orders/1?x=1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_change_the_browser_is_sent_on_and_the_message_travels_along()
    {
        var response = await Get("/moved");
        Assert.Equal(303, (int)response.StatusCode);
        Assert.Equal("/orders/1", response.Headers.Location!.ToString());
        Assert.StartsWith("toast=Gespeichert%20", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_another_page_htmx_goes_there_and_on_the_same_page_only_the_content_is_fetched()
    {
        var away = await Get("/moved", ("HX-Request", "true"), ("HX-Current-URL", "http://localhost/orders/1/edit"));
        Assert.Equal("/orders/1", away.Headers.GetValues("HX-Redirect").Single());
        var stays = await Get("/moved", ("HX-Request", "true"), ("HX-Current-URL", "http://localhost/orders/1?tab=2"));
        Assert.Contains("\"target\":\"#content\"", stays.Headers.GetValues("HX-Location").Single(), StringComparison.Ordinal);
        Assert.False(stays.Headers.Contains("HX-Redirect"));
    }

    [Theory]
    [InlineData("theme=dark", null, "dark")]
    [InlineData("theme=\"><b>", null, "light")]
    [InlineData(null, "\"dark\"", "dark")]
    [InlineData("theme=light", "\"dark\"", "light")]
    [InlineData(null, null, "light")]
    public void The_theme_is_the_readers_choice_or_the_systems(string? cookie, string? hint, string theme)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = cookie;
        request.Headers["Sec-CH-Prefers-Color-Scheme"] = hint;
        Assert.Equal(theme, UiEndpoints.ThemeOf(request));
    }

    private sealed class PlainShell : IShell
    {
        public Task<ShellModel> ComposeAsync(HttpContext http, string title) => Task.FromResult(new ShellModel { Title = title });
    }

    private sealed class OneIdentifier : IIdentifiers
    {
        public Guid NewId() => Made;

        public string NewSecret() => "secret";
    }
}
