using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceErp.Host.Tests;

[Collection("set-up website")]
public sealed class ApiTests(SetUpWebsite centre)
{
    [Fact]
    public async Task A_key_opens_what_its_roles_may_do_until_it_is_revoked()
    {
        var (id, key) = await centre.Administrator.MakeKeyAsync("BranchManager");
        var machine = centre.Site.Visit();
        machine.Http.DefaultRequestHeaders.Add("X-Api-Key", key);
        Assert.Equal(HttpStatusCode.OK, (await machine.GetAsync("/api/v1/platform/users")).StatusCode);
        Assert.Equal("Platform.Forbidden", await (await machine.Http.PostAsJsonAsync("/api/v1/platform/users", new { name = "x" })).CodeAsync(HttpStatusCode.Forbidden));

        var bearer = centre.Site.Visit();
        bearer.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await bearer.GetAsync("/api/v1/platform/users")).StatusCode);
        Assert.False(await bearer.IsSignedInAsync()); // pages are for people

        await centre.Administrator.SendAsync(HttpMethod.Post, $"/api/v1/platform/api-keys/{id}/revoke");
        Assert.Equal("Platform.ApiKeyUnknown", await (await machine.GetAsync("/api/v1/platform/users")).CodeAsync(HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task The_key_itself_is_shown_once_and_kept_nowhere()
    {
        var (_, key) = await centre.Administrator.MakeKeyAsync("Librarian");
        var list = await centre.Administrator.ReadAsync("/api/v1/platform/api-keys");
        Assert.Contains(key[..8], list, StringComparison.Ordinal);
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await centre.Administrator.ReadAsync("/api/v1/platform/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_signs_what_it_does_as_a_machine_however_its_key_is_called()
    {
        var (_, key) = await centre.Administrator.MakeKeyAsync("Administrator");
        var machine = centre.Site.Visit();
        machine.Http.DefaultRequestHeaders.Add("X-Api-Key", key);
        using var made = await machine.Http.PostAsJsonAsync("/api/v1/platform/api-keys", new { name = "Second robot", roles = new[] { "Librarian" } });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var trail = JsonDocument.Parse(await centre.Administrator.ReadAsync("/api/v1/platform/audit?pageSize=200"));
        var entry = trail.RootElement.GetProperty("items").EnumerateArray().First(e => e.GetProperty("entityId").ValueKind == JsonValueKind.String && e.GetProperty("entityId").GetGuid() == id);
        Assert.Equal("robot [API]", entry.GetProperty("userName").GetString());
    }

    [Fact]
    public async Task A_machine_is_told_in_problem_details_what_was_wrong()
    {
        var (_, key) = await centre.Administrator.MakeKeyAsync("Administrator");
        var machine = centre.Site.Visit().Http;
        Assert.Equal("Platform.NotSignedIn", await (await machine.GetAsync("/api/v1/platform/users")).CodeAsync(HttpStatusCode.Unauthorized));
        machine.DefaultRequestHeaders.Add("X-Api-Key", key);
        Assert.Equal("Platform.NotFound", await (await machine.GetAsync("/api/v1/no/such/thing")).CodeAsync(HttpStatusCode.NotFound));
        Assert.Equal("Platform.NotFound", await (await machine.GetAsync("/api/elsewhere")).CodeAsync(HttpStatusCode.NotFound));
        Assert.Equal("Platform.MethodNotAllowed", await (await machine.DeleteAsync("/api/v1/platform/users")).CodeAsync(HttpStatusCode.MethodNotAllowed));
        Assert.Equal("Platform.User.NotFound", await (await machine.GetAsync($"/api/v1/platform/users/{Guid.Empty}")).CodeAsync(HttpStatusCode.NotFound));
        Assert.Equal("Platform.NotFound", await (await machine.GetAsync("/api/v1/platform/users/not-an-identity")).CodeAsync(HttpStatusCode.NotFound));
        Assert.Equal("Platform.Unreadable", await (await Post("{ \"name\": ")).CodeAsync(HttpStatusCode.BadRequest));
        Assert.Equal("Platform.Unreadable", await (await Post("[]")).CodeAsync(HttpStatusCode.BadRequest));
        Assert.Equal("Platform.Unreadable", await (await Post("""{ "nobodyKnowsThis": 1 }""")).CodeAsync(HttpStatusCode.BadRequest));
        Assert.Equal("Platform.NotJson", await (await Post("name=x", "application/x-www-form-urlencoded")).CodeAsync(HttpStatusCode.UnsupportedMediaType));
        Assert.Equal("Platform.Invalid", await (await Post("{}")).CodeAsync(HttpStatusCode.BadRequest));
        Assert.Equal("Platform.Invalid", await (await Post($$"""{ "name": "{{new string('x', 5000)}}", "email": "x", "language": "xx", "roles": ["King"] }""")).CodeAsync(HttpStatusCode.BadRequest));

        Task<HttpResponseMessage> Post(string body, string type = "application/json") => machine.PostAsync("/api/v1/platform/users", new StringContent(body, Encoding.UTF8, type));
    }

    [Fact]
    public async Task A_permission_is_granted_and_withheld_by_the_administrator_and_kept()
    {
        var (_, key) = await centre.Administrator.MakeKeyAsync("ToolCustodian");
        var machine = centre.Site.Visit();
        machine.Http.DefaultRequestHeaders.Add("X-Api-Key", key);
        Assert.Equal("Platform.Forbidden", await (await machine.GetAsync("/api/v1/platform/audit")).CodeAsync(HttpStatusCode.Forbidden));
        await Decide(true);
        Assert.Equal(HttpStatusCode.OK, (await machine.GetAsync("/api/v1/platform/audit")).StatusCode);
        await Decide(false);
        Assert.Equal(HttpStatusCode.Forbidden, (await machine.GetAsync("/api/v1/platform/audit")).StatusCode);
        Assert.Contains("ToolCustodian: Platform.Audit.Read", await centre.Administrator.ReadAsync("/api/v1/platform/audit?useCase=ChangePermission"), StringComparison.Ordinal);

        var refused = await centre.Administrator.SendAsync(HttpMethod.Put, "/api/v1/platform/permissions", new { role = "Administrator", permission = "Platform.Audit.Read", granted = false });
        Assert.Equal("Platform.Permission.Administrator", await refused.CodeAsync(HttpStatusCode.Conflict));

        Task<HttpResponseMessage> Decide(bool granted) =>
            centre.Administrator.SendAsync(HttpMethod.Put, "/api/v1/platform/permissions", new { role = "ToolCustodian", permission = "Platform.Audit.Read", granted });
    }

    [Fact]
    public async Task The_document_describes_every_route_with_its_places_and_refusals()
    {
        var document = JsonDocument.Parse(await centre.Site.Visit().ReadAsync("/openapi/v1.json")).RootElement;
        var paths = document.GetProperty("paths").EnumerateObject().ToArray();
        Assert.True(paths.Length > 20, $"Only {paths.Length} paths.");
        var operations = paths.SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Operation: o.Value))).ToArray();
        Assert.Distinct(operations.Select(o => o.Operation.GetProperty("operationId").GetString()));
        foreach (var (path, operation) in operations)
        {
            var declared = operation.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()!).ToArray()
                : [];
            Assert.Equal(Regex.Matches(path, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Order(), declared.Order());
            Assert.True(!operation.TryGetProperty("summary", out _) || operation.GetProperty("responses").TryGetProperty("403", out _), path);
        }

        Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("apiKey", out _));
        var page = await centre.Administrator.ReadAsync("/api");
        Assert.Contains("/api/v1/platform/users/{id}", page, StringComparison.Ordinal);
    }
}
