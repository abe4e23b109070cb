using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Users;

namespace ServiceErp.Host.Tests;

/// <summary>The program as it is served, without a network: its own data folder, no demo, no rate limit that a test would run into.</summary>
public sealed class Website : IAsyncDisposable
{
    public const string AdministratorsEmail = "ada@centre.example";
    public const string AdministratorsPassword = "correct horse battery";

    private readonly string folder = Directory.CreateTempSubdirectory("serviceerp-host-").FullName;
    private readonly WebApplicationFactory<Program> factory;

    public Website(params (string Name, string Value)[] settings)
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Data:Folder", folder);
            builder.UseSetting("Modules:Folder", Path.Combine(folder, "modules"));
            builder.UseSetting("demo", "false");
            builder.UseSetting("RateLimits:SignIn", "10000");
            builder.UseSetting("RateLimits:Public", "10000");
            builder.UseSetting("Logging:LogLevel:Default", "Critical");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });
    }

    public IServiceProvider Services => factory.Services;

    /// <summary>Where the program keeps its files.</summary>
    public string DataFolder => folder;

    /// <summary>Where foreign modules are dropped before the first visit.</summary>
    public string ModulesFolder => Directory.CreateDirectory(Path.Combine(folder, "modules")).FullName;

    /// <summary>A browser of its own: cookies, no redirects followed.</summary>
    /// <param name="from">The address it comes from, as a proxy on this machine would say.</param>
    /// <param name="https">Whether it comes over https.</param>
    public Visitor Visit(string? from = null, bool https = false)
    {
        var http = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri(https ? "https://localhost" : "http://localhost") });
        if (from is not null)
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        }

        return new Visitor(http);
    }

    /// <summary>The status that a request without cookies gets, whatever it names as its host.</summary>
    public async Task<int> AskAsync(string host, string path) => (await factory.Server.SendAsync(http =>
    {
        http.Request.Method = "GET";
        http.Request.Path = path;
        http.Request.Headers.Host = host;
    })).Response.StatusCode;

    /// <summary>A program that somebody has set up, with the administrator's browser.</summary>
    public async Task<Visitor> SetUpAsync()
    {
        var visitor = Visit();
        var answer = await visitor.PostAsync("/first-run", FirstRun(), from: "/first-run");
        Assert.Equal("/", answer.Headers.Location?.ToString());
        return visitor;
    }

    public static Dictionary<string, string> FirstRun() => new()
    {
        ["Code"] = "BER", ["Name"] = "Berlin service centre", ["Zone"] = "Europe/Berlin", ["Currency"] = "EUR", ["Language"] = "en",
        ["PersonName"] = "Ada Example", ["PersonEmail"] = AdministratorsEmail, ["Password"] = AdministratorsPassword, ["RepeatedPassword"] = AdministratorsPassword,
        ["PublicAddress"] = "https://service.example",
    };

    /// <summary>What the program itself knows of a user.</summary>
    public DirectoryUser User(string email) => Services.GetRequiredService<IUserDirectory>().All.Single(u => u.Email == email);

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>One browser, or one machine when it was given a key.</summary>
public sealed partial class Visitor(HttpClient http)
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    public async Task<string> ReadAsync(string path)
    {
        var answer = await http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form as the page <paramref name="from"/> would, with its token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string>? fields = null, string from = "/account")
    {
        var token = await TokenAsync(from);
        return await http.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string>(fields ?? []) { ["__RequestVerificationToken"] = token }));
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string next = "") =>
        PostAsync("/sign-in" + next, new() { ["Email"] = email, ["Password"] = password }, from: "/sign-in");

    /// <summary>Signs in for the first time with the password that an administrator chose, and chooses another.</summary>
    public async Task SignInFirstAsync(string email, string first, string own)
    {
        await SignInAsync(email, first);
        var chosen = await PostAsync("/account/password", new() { ["CurrentPassword"] = first, ["NewPassword"] = own, ["RepeatedPassword"] = own });
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
    }

    /// <summary>Whether the start page opens, or the sign-in page instead.</summary>
    public async Task<bool> IsSignedInAsync() => (await GetAsync("/")).StatusCode == HttpStatusCode.OK;

    /// <summary>Calls the API from a page: with the session and its token.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Antiforgery", await TokenAsync("/account"));
        return await http.SendAsync(request);
    }

    /// <summary>Makes a user by the API.</summary>
    public async Task<Guid> MakeUserAsync(string email, string password, params string[] roles)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/platform/users", new { name = email.Split('@')[0], email, language = "en", roles, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Makes an API key.</summary>
    public async Task<(Guid Id, string Key)> MakeKeyAsync(params string[] roles)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/platform/api-keys", new { name = "robot", roles });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (made.GetProperty("id").GetGuid(), made.GetProperty("key").GetString()!);
    }

    private async Task<string> TokenAsync(string page)
    {
        var html = await (await http.GetAsync(page)).Content.ReadAsStringAsync();
        var match = Token().Match(html);
        Assert.True(match.Success, $"{page} holds no token.");
        return match.Groups[1].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

internal static class Problems
{
    /// <summary>The code of a refusal, which must be problem details with this status.</summary>
    public static async Task<string> CodeAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem.GetProperty("code").GetString()!;
    }
}
