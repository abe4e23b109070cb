using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using Xunit.Abstractions;

namespace ServiceErp.Host.Tests;

/// <summary>
/// Bad input to every route of the API and every form, made from what the program itself says of them: never an error of ours, always problem details with a code, and a
/// refused command changes no byte of the database.
/// </summary>
public sealed partial class BadInputTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Nothing = "00000000-0000-7000-8000-0000000000ff";

    private readonly Website site = new(("Jobs:Enabled", "false"));
    private Visitor administrator = null!;
    private HttpClient machine = null!;
    private string place = "";

    /// <summary>Identities of things that are there, by the name of a field and by the resource in an address.</summary>
    private Dictionary<string, string> known = [];

    public async Task InitializeAsync()
    {
        administrator = await site.SetUpAsync();
        machine = await Machine("Administrator");
        var branch = JsonDocument.Parse(await administrator.ReadAsync("/api/v1/platform/branches")).RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        place = $"Data Source={Path.Combine(site.Services.GetRequiredService<DataFolder>().Path, "serviceerp.db")}";
        var model = await Made("/api/v1/reception/models", """{ "code": "AX-1", "name": "Machine", "partGroups": "pump" }""");
        var warehouse = await Made("/api/v1/spare-parts/warehouses", $$"""{ "code": "MAIN", "name": "Store", "kind": "Main", "branchId": "{{branch}}" }""");
        var part = await Made("/api/v1/spare-parts/parts", """{ "number": "P-1", "name": "Pump", "group": "pump", "unit": "pcs" }""");
        var taken = await Made("/api/v1/reception/requests", """
            { "fault": "Leaks", "channel": "CarryIn", "identityChecked": true, "condition": "Used", "accessories": "None", "shelf": "A1",
              "customer": { "name": "Anna", "phone": "+49 30 1111", "address": "Lindenallee 3" }, "device": { "modelCode": "AX-1", "serialNumber": "S-1" } }
            """);
        known = new(StringComparer.OrdinalIgnoreCase)
        {
            ["branchId"] = branch!, ["modelId"] = Id(model, "id"), ["models"] = Id(model, "id"), ["warehouseId"] = Id(warehouse, "id"), ["warehouses"] = Id(warehouse, "id"), ["partId"] = Id(part, "id"),
            ["parts"] = Id(part, "id"), ["requestId"] = Id(taken, "id"), ["requests"] = Id(taken, "id"), ["orderId"] = Id(taken, "orderId"), ["service-orders"] = Id(taken, "orderId"), ["customerId"] = Id(taken, "customerId"),
            ["customers"] = Id(taken, "customerId"), ["deviceId"] = Id(taken, "deviceId"), ["devices"] = Id(taken, "deviceId"), ["goods"] = Id(taken, "receiptId"),
        };
        static string Id(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_stranger_is_told_401_and_whoever_lacks_the_permission_403()
    {
        var table = site.Services.GetRequiredService<PermissionTable>();
        var stranger = site.Visit().Http;
        var machines = new Dictionary<string, HttpClient>();
        var asked = 0;
        foreach (var route in site.OfApi().Where(r => !r.IsOpen))
        {
            Assert.True("Platform.NotSignedIn" == await Code(route, await stranger.SendAsync(Ask(route, "{}"))), $"{route} lets strangers in.");
            if (route.Permission is { } permission && Roles.All.FirstOrDefault(r => !table.Of([r]).Contains(permission)) is { } role)
            {
                machines[role] = machines.GetValueOrDefault(role) ?? await Machine(role);
                var answer = await machines[role].SendAsync(Ask(route, Plausible(route).ToJsonString()));
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{route} answered {(int)answer.StatusCode} to a {role}, who lacks {permission}.");
                Assert.Equal("Platform.Forbidden", await Code(route, answer));
                asked++;
            }
        }

        Assert.True(asked > 150, $"Only {asked} routes were tried.");
    }

    // The job it starts writes while the next requests are refused, which would look like their trace.
    private static bool StartsWorkBeside(object route) => route.ToString()!.Contains("planning/start", StringComparison.Ordinal);

    [Fact]
    public async Task No_bad_body_breaks_a_route_and_a_refused_one_leaves_no_trace()
    {
        var (asked, refused, faults) = (0, 0, new List<string>());
        await using var watch = new SqliteConnection(place);
        await watch.OpenAsync();
        foreach (var (route, what, body, isKnown) in site.OfApi().Where(r => r.IsCommand && !StartsWorkBeside(r)).SelectMany(r => Bodies(r).SelectMany(b => new[] { (r, b.What, b.Body, false), (r, b.What, b.Body, true) })))
        {
            var before = Version(watch);
            using var answer = await machine.SendAsync(isKnown ? Known(route, body) : Ask(route, body));
            asked++;
            if (await Fault(route, answer) is { } fault)
            {
                faults.Add($"{route} with {what}: {fault}");
            }
            else if (!answer.IsSuccessStatusCode)
            {
                refused++;
                if (Version(watch) != before)
                {
                    faults.Add($"{route} with {what}: refused with {(int)answer.StatusCode}, but the database changed.");
                }
            }
        }

        output.WriteLine($"{asked} requests, {refused} refused");
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked}:\n{string.Join('\n', faults.Take(60))}");
        Assert.True(asked > 3000, $"Only {asked} requests were tried.");
    }

    [Fact]
    public async Task Whoever_saw_another_version_is_refused_by_every_route_that_takes_one()
    {
        var versioned = site.OfApi().Where(r => r.Request is { } request && typeof(IVersioned).IsAssignableFrom(request)).ToArray();
        var stale = new List<string>();
        foreach (var route in versioned)
        {
            foreach (var version in new[] { 4711, -1, int.MaxValue })
            {
                using var answer = await machine.SendAsync(Known(route, Set(Plausible(route), "version", version).ToJsonString()));
                var code = await Code(route, answer);
                Assert.True(code.Length > 0, $"{route} took version {version}, which nobody ever saw.");
                Assert.True(code != "Platform.Stale" || answer.StatusCode == HttpStatusCode.Conflict, $"{route} answered {code} with {(int)answer.StatusCode}.");
                if (code == "Platform.Stale" && version > 0)
                {
                    stale.Add(route.ToString());
                }
            }
        }

        output.WriteLine($"{versioned.Length} routes; stale: {string.Join(", ", stale.Distinct())}");
        Assert.True(versioned.Length > 60, $"Only {versioned.Length} routes take a version.");
        Assert.True(stale.Distinct().Count() >= 15, $"Only {stale.Distinct().Count()} routes came so far as to compare versions.");
    }

    [Fact]
    public async Task No_bad_address_breaks_a_question_of_the_api()
    {
        var (asked, faults) = (0, new List<string>());
        foreach (var route in site.OfApi().Where(r => !r.IsCommand))
        {
            foreach (var value in new[] { Nothing, "not-an-identity", "%F0%9F%92%A9", new string('x', 3000), "-1", "' OR 1=1 --", "..%2f..%2fetc%2fpasswd" })
            {
                foreach (var query in new[] { "", Queries(route, value), "?sort=nothing&dir=sideways&size=-5&cursor=zzz&from=soon&to=9999-99-99&q=%00%27%22", "?size=2147483648&cursor=" + new string('A', 4000) })
                {
                    using var answer = await machine.GetAsync(Placeholder().Replace(route.Pattern, value) + query);
                    asked++;
                    if (await Fault(route, answer) is { } fault)
                    {
                        faults.Add($"{route} at {value[..Math.Min(20, value.Length)]} {query[..Math.Min(80, query.Length)]}: {fault}");
                    }
                }
            }
        }

        output.WriteLine($"{asked} questions");
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked}:\n{string.Join('\n', faults.Take(60))}");
    }

    /// <summary>Days at the ends of the calendar, signs that nobody sees, numbers without end, values of the wrong kind: mixed at random over every route, by two seeds that stay the same.</summary>
    [Theory]
    [InlineData(20261129)]
    [InlineData(4711)]
    public async Task No_mixture_of_bad_values_breaks_a_route(int seed)
    {
        var random = new Random(seed);
        string[] words =
        [
            "9999-12-31", "9998-12-31", "-9998-01-01", "0001-01-01", "-0001-12-31", "0000-01-01", "1899-12-31", "2201-01-01", "9999-12-31T23:59:59Z", "\0", "\u001b[31m", "\u202e", "\r\nX: y", "\ud83d\udca9", "%", "_", "'", "\"",
            "=cmd()", "../../etc/passwd", "1e400", "NaN", "-1", "79228162514264337593543950336", "9223372036854775808", "true", "null", "[]", "{}", Nothing, "", new string('9', 400),
        ];
        string[] raw = ["null", "true", "-1", "0", "1e400", "0.0000000000000000000000000001", "79228162514264337593543950335", "9223372036854775807", "[]", "[null]", "{}", "[{}]", "[[]]", "{\"x\":null}"];
        var (asked, faults) = (0, new List<string>());
        foreach (var route in site.OfApi().Where(r => !StartsWorkBeside(r)))
        {
            for (var turn = 0; turn < (route.IsCommand ? 6 : 4); turn++)
            {
                string body = "", query = "";
                if (route.IsCommand)
                {
                    var sample = Plausible(route);
                    foreach (var (path, _) in route.Request is null ? [] : Leaves(route.Request, "", 0).Where(_ => random.Next(4) == 0))
                    {
                        var value = random.Next(2) == 0 ? JsonValue.Create(words[random.Next(words.Length)]) : JsonNode.Parse(raw[random.Next(raw.Length)]);
                        try
                        {
                            Set(sample, path, value);
                        }
                        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
                        {
                            // What it stands in was replaced already.
                        }
                    }

                    body = sample.ToJsonString();
                }
                else
                {
                    string[] names = ["q", "sort", "dir", "cursor", "size", "from", "to", "on", "day", "state", .. route.Request?.GetProperties().Where(p => p.CanWrite).Select(p => p.Name) ?? []];
                    query = "?" + string.Join('&', names.Where(_ => random.Next(2) == 0).Select(n => $"{n}={Uri.EscapeDataString(words[random.Next(words.Length)])}"));
                }

                using var request = random.Next(3) == 0 ? Ask(route, body) : Known(route, route.IsCommand ? body : null);
                request.RequestUri = new Uri(request.RequestUri + query, UriKind.Relative);
                using var answer = await machine.SendAsync(request);
                asked++;
                if (await Fault(route, answer) is { } fault)
                {
                    faults.Add($"{route} {query[..Math.Min(200, query.Length)]} {body[..Math.Min(300, body.Length)]}: {fault}");
                }
            }
        }

        output.WriteLine($"{asked} requests");
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked}:\n{string.Join('\n', faults.Take(40))}");
        Assert.True(asked > 1500, $"Only {asked} requests were tried.");
    }

    [Fact]
    public async Task A_day_of_no_known_year_is_left_out_of_every_list_and_page_and_refused_by_name_everywhere_else()
    {
        string[] days = ["9999-12-31", "-9998-01-01", "0001-01-01", "-0001-12-31"];
        var usual = new Dictionary<string, HttpStatusCode>();
        var (asked, faults) = (0, new List<string>());
        foreach (var day in days)
        {
            var query = string.Join('&', new[] { "from", "to", "on", "day", "through" }.Select(n => $"{n}={day}"));
            foreach (var route in site.OfApi().Where(r => !r.IsCommand && r.Request is not null && !Placeholder().IsMatch(r.Pattern)))
            {
                using var answer = await machine.GetAsync($"{route.Pattern}?{query}");
                asked++;
                var isTyped = route.Request!.GetProperties().Any(p => p.CanWrite && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(LocalDate));
                var text = await answer.Content.ReadAsStringAsync();
                if (isTyped ? answer.StatusCode != HttpStatusCode.BadRequest || !text.Contains("2026-03-31", StringComparison.Ordinal) : (int)answer.StatusCode >= 500 || text.Contains("Platform.NotADay", StringComparison.Ordinal))
                {
                    faults.Add($"{route} on {day}: {(int)answer.StatusCode} {text[..Math.Min(200, text.Length)]}");
                }
            }

            foreach (var address in site.OfPages().Where(a => !Placeholder().IsMatch(a) && !a.Contains("live", StringComparison.Ordinal)))
            {
                usual[address] = usual.TryGetValue(address, out var known) ? known : (await administrator.GetAsync(address)).StatusCode;
                using var answer = await administrator.GetAsync($"{address}?{query}");
                asked++;
                if (answer.StatusCode != usual[address])
                {
                    faults.Add($"{address} on {day}: {(int)answer.StatusCode} instead of {(int)usual[address]}");
                }
            }

            foreach (var route in site.OfApi().Where(r => r.IsCommand && r.Request is not null && !StartsWorkBeside(r)))
            {
                foreach (var (path, type) in Leaves(route.Request!, "", 0).Where(l => (Nullable.GetUnderlyingType(l.Type) ?? l.Type) is var t && (t == typeof(LocalDate) || t == typeof(Instant) || t == typeof(LocalDateTime))))
                {
                    var value = (Nullable.GetUnderlyingType(type) ?? type) == typeof(LocalDate) ? day : (Nullable.GetUnderlyingType(type) ?? type) == typeof(Instant) ? day + "T12:00:00Z" : day + "T12:00:00";
                    using var answer = await machine.SendAsync(Ask(route, Set(Plausible(route), path, value).ToJsonString()));
                    asked++;
                    var text = await answer.Content.ReadAsStringAsync();
                    if (answer.StatusCode != HttpStatusCode.BadRequest || !text.Contains("Platform.NotADay", StringComparison.Ordinal) || !text.Contains(path.Split('.')[^1], StringComparison.OrdinalIgnoreCase))
                    {
                        faults.Add($"{route} with {path} = {value}: {(int)answer.StatusCode} {text[..Math.Min(200, text.Length)]}");
                    }
                }
            }
        }

        output.WriteLine($"{asked} requests");
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked}:\n{string.Join('\n', faults.Take(40))}");
        Assert.True(asked > 800, $"Only {asked} requests were tried.");
    }

    [Fact]
    public async Task An_object_that_a_command_needs_is_asked_for_by_name()
    {
        var (asked, faults) = (0, new List<string>());
        var nullability = new System.Reflection.NullabilityInfoContext();
        foreach (var route in site.OfApi().Where(r => r.IsCommand && r.Request is not null))
        {
            var needed = route.Request!.GetProperties().Where(p => p.CanWrite && p.PropertyType is { IsClass: true, Namespace: { } place } && place.StartsWith("ServiceErp", StringComparison.Ordinal)
                && nullability.Create(p).ReadState == System.Reflection.NullabilityState.NotNull).Select(p => p.Name).ToArray();
            foreach (var name in needed)
            {
                foreach (var body in new[] { "{}", Set(Plausible(route), JsonNamingPolicy.CamelCase.ConvertName(name), null).ToJsonString() })
                {
                    using var answer = await machine.SendAsync(Ask(route, body));
                    asked++;
                    var text = await answer.Content.ReadAsStringAsync();
                    if (answer.StatusCode != HttpStatusCode.BadRequest || !text.Contains(name, StringComparison.OrdinalIgnoreCase))
                    {
                        faults.Add($"{route} without {name}: {(int)answer.StatusCode} {text[..Math.Min(200, text.Length)]}");
                    }
                }
            }
        }

        output.WriteLine($"{asked} requests");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(asked > 4, $"Only {asked} requests were tried.");
    }

    [Fact]
    public async Task No_bad_form_and_no_bad_address_breaks_a_page()
    {
        var fields = site.UseCases().SelectMany(u => u.GetProperties().Where(p => p.CanWrite).Select(p => p.Name)).Distinct(StringComparer.OrdinalIgnoreCase).Take(600).ToArray();
        string[] values = ["", "\0\u0001\u001b", "\ud83d\udca9<script>alert(1)</script>", "-1", "99999999999999999999999999999", "1e400", "9999-12-31", "not-an-identity", new string('x', 5000)];
        var (asked, faults) = (0, new List<string>());
        var token = Token().Match(await administrator.ReadAsync("/account")).Groups[1].Value;
        foreach (var address in site.OfForms().Where(a => a is not "/sign-out" and not "/first-run" and not "/account/sessions/end"))
        {
            foreach (var value in values)
            {
                using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. value.Length == 0 ? [] : fields.Select(f => new KeyValuePair<string, string>(f, value))]);
                await Try(address, Nothing, () => administrator.Http.PostAsync(Placeholder().Replace(address, Nothing), form));
            }

            using var nested = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token), .. new[] { "Lines", "Terms", "Ticked", "Roles", "Columns", "LineIds" }.SelectMany(f => new[] { $"{f}[0].Code", $"{f}[998].Quantity", $"{f}[-1].X", $"{f}[99999999999]", $"{f}.{f}.{f}", $"{f}[0]" }).Select(f => new KeyValuePair<string, string>(f, "x")),
            ]);
            await Try(address, "nested names", () => administrator.Http.PostAsync(Placeholder().Replace(address, "not-an-identity"), nested));
            await Try(address, "JSON", () => administrator.SendAsync(HttpMethod.Post, Placeholder().Replace(address, Nothing), new { a = 1 }));
        }

        foreach (var address in site.OfPages().Where(a => !a.Contains("live", StringComparison.Ordinal) && !a.Contains("**", StringComparison.Ordinal)))
        {
            foreach (var value in new[] { Nothing, "not-an-identity", new string('x', 2000) })
            {
                await Try(address, value, () => administrator.Http.GetAsync(Placeholder().Replace(address, value) + "?q=%00%27&sort=x&dir=y&cursor=zz&size=-1&from=soon&state=Nope&view=Nope&customer=zz&device=zz&order=zz&day=zz&on=zz"));
            }
        }

        output.WriteLine($"{asked} requests");
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked}:\n{string.Join('\n', faults.Take(60))}");

        async Task Try(string address, string what, Func<Task<HttpResponseMessage>> send)
        {
            asked++;
            try
            {
                using var answer = await send();
                if ((int)answer.StatusCode >= 500)
                {
                    faults.Add($"{address} with {what[..Math.Min(20, what.Length)]}: {(int)answer.StatusCode}");
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                faults.Add($"{address} with {what[..Math.Min(20, what.Length)]}: {e.GetType().Name} {e.Message}");
            }
        }
    }

    private static IEnumerable<(string What, string? Body)> Bodies(ApiRoute route)
    {
        yield return ("no body", null);
        foreach (var body in new[] { "{", "[]", "null", "123", "\"x\"", "{}", "{\"nobodyKnowsThis\":1}", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}", "\u0000", "\ufffe" })
        {
            yield return ($"the body {body}", body);
        }

        if (route.Request is null)
        {
            yield break;
        }

        yield return ("plausible values for unknown things", Plausible(route).ToJsonString());
        foreach (var (path, type) in Leaves(route.Request, "", 0))
        {
            foreach (var (what, value) in BadValues(type))
            {
                yield return ($"{path} = {what}", Set(Plausible(route), path, value).ToJsonString().Replace("\"@raw:", "", StringComparison.Ordinal).Replace("@\"", "", StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<(string What, JsonNode? Value)> BadValues(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        yield return ("null", null);
        yield return ("an object", new JsonObject { ["x"] = 1 });
        yield return ("a list", new JsonArray(1, null));
        yield return ("a list of nothing", new JsonArray((JsonNode?)null));
        if (type == typeof(string))
        {
            yield return ("a number", 1);
            yield return ("empty", "");
            yield return ("blanks", "   ");
            yield return ("control characters", "a\u0000\u0001\u001b\u202e\r\nb");
            yield return ("half a pair", "@raw:\"\\ud800\"@");
            yield return ("a script", "<script>alert(1)</script>'; DROP TABLE x; --");
            yield return ("a megabyte", new string('x', 1024 * 1024));
        }
        else if (type == typeof(decimal) || type == typeof(int) || type == typeof(long) || type == typeof(double))
        {
            foreach (var number in new[] { "-1", "0", "0.00000000001", "79228162514264337593543950335", "-79228162514264337593543950335", "1e400", "2147483647", "-2147483648", "9223372036854775807" })
            {
                yield return (number, $"@raw:{number}@");
            }

            yield return ("a word", "many");
        }
        else if (type.IsEnum)
        {
            yield return ("no such choice", "Nope");
            yield return ("a number of a choice", 1);
            yield return ("a number that is none", 999);
            yield return ("a number as a word", "999");
        }
        else if (type == typeof(Guid))
        {
            yield return ("no identity", "zz");
            yield return ("zero", Guid.Empty.ToString());
            yield return ("unknown", Nothing);
        }
        else if (type == typeof(bool))
        {
            yield return ("a word", "yes");
        }
        else if (type.Namespace == "NodaTime")
        {
            foreach (var time in new[] { "soon", "9999-12-31", "-9998-01-01", "9999-12-31T23:59:59Z", "-9998-01-01T00:00:00Z", "24:00:01", "23:59:59.999999999", "2026-02-30" })
            {
                yield return (time, time);
            }
        }
    }

    /// <summary>A body that passes for right, with identities that nobody knows.</summary>
    private static JsonObject Plausible(ApiRoute route) => route.Request is null ? [] : (JsonObject)Sample(route.Request, 0)!;

    private static JsonNode? Sample(Type declared, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? "x1"
            : type == typeof(bool) ? true
            : type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) ? 1
            : type == typeof(Guid) ? Nothing
            : type.IsEnum ? Enum.GetNames(type)[0]
            : type == typeof(LocalDate) ? "2026-03-04"
            : type == typeof(LocalTime) ? "09:00:00"
            : type == typeof(Instant) ? "2026-03-04T09:00:00Z"
            : type.Namespace == "NodaTime" ? null
            : IsDictionary(type) ? new JsonObject()
            : Item(type) is { } item ? new JsonArray(depth > 2 ? null : Sample(item, depth + 1))
            : depth > 3 || !type.IsClass ? null
            : new JsonObject(type.GetProperties().Where(p => p.CanWrite && p.Name != "Version").Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name), Sample(p.PropertyType, depth + 1))));
    }

    private static IEnumerable<(string Path, Type Type)> Leaves(Type type, string prefix, int depth)
    {
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var path = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            yield return (path, property.PropertyType);
            var inner = Item(property.PropertyType) ?? property.PropertyType;
            if (depth < 2 && inner.Namespace?.StartsWith("ServiceErp", StringComparison.Ordinal) == true && inner.IsClass)
            {
                foreach (var leaf in Leaves(inner, path + (Item(property.PropertyType) is null ? "." : "[]."), depth + 1))
                {
                    yield return leaf;
                }
            }
        }
    }

    private static JsonObject Set(JsonObject body, string path, JsonNode? value)
    {
        JsonNode at = body;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            at = part.EndsWith("[]", StringComparison.Ordinal) ? at[part[..^2]]![0]! : at[part]!;
        }

        at[parts[^1]] = value;
        return body;
    }

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IReadOnlyDictionary<,>) || open == typeof(Dictionary<,>) || open == typeof(IDictionary<,>));

    private static Type? Item(Type type) =>
        type == typeof(string) || IsDictionary(type) || !typeof(IEnumerable).IsAssignableFrom(type) ? null : type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static string Queries(ApiRoute route, string value) =>
        route.Request is null ? "" : "?" + string.Join('&', route.Request.GetProperties().Where(p => p.CanWrite).Select(p => $"{p.Name}={(value.Contains('%', StringComparison.Ordinal) ? value : Uri.EscapeDataString(value))}"));

    private static HttpRequestMessage Ask(ApiRoute route, string? body) => new(new HttpMethod(route.Method), Placeholder().Replace(route.Pattern, Nothing))
    {
        Content = body is null || !route.IsCommand ? null : new StringContent(body, Encoding.UTF8, "application/json"),
    };

    /// <summary>The same about things that are there, so that more than "there is no such thing" is tried.</summary>
    private HttpRequestMessage Known(ApiRoute route, string? body)
    {
        var parts = route.Pattern.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            parts[i] = Placeholder().IsMatch(parts[i]) ? known.GetValueOrDefault(parts[i].Trim('{', '}').Split(':')[0]) ?? known.GetValueOrDefault(parts[i - 1]) ?? Nothing : parts[i];
        }

        body = body is null ? null : KnownField().Replace(body, field => known.TryGetValue(field.Groups[1].Value, out var id) ? $"\"{field.Groups[1].Value}\":\"{id}\"" : field.Value);
        return new(new HttpMethod(route.Method), string.Join('/', parts)) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private static async Task<string> Code(ApiRoute route, HttpResponseMessage answer) =>
        await Fault(route, answer) is { } fault ? $"{route}: {fault}" : answer.IsSuccessStatusCode ? "" : JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!;

    /// <summary>What is wrong with an answer; null when it is a success or a proper refusal.</summary>
    private static async Task<string?> Fault(ApiRoute route, HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
        {
            return null;
        }

        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode is < 400 or >= 500)
        {
            return $"{(int)answer.StatusCode} {text[..Math.Min(300, text.Length)]}";
        }

        try
        {
            return answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var code) && code.GetString() is { Length: > 0 }
                ? null
                : $"{(int)answer.StatusCode} without problem details: {text[..Math.Min(200, text.Length)]}";
        }
        catch (JsonException)
        {
            return $"{(int)answer.StatusCode} {text[..Math.Min(200, text.Length)]}";
        }
    }

    /// <summary>Changes whenever somebody else wrote to the database.</summary>
    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private async Task<HttpClient> Machine(string role)
    {
        var http = site.Visit().Http;
        http.DefaultRequestHeaders.Add("X-Api-Key", (await administrator.MakeKeyAsync(role)).Key);
        return http;
    }

    private async Task<JsonElement> Made(string path, string body)
    {
        using var answer = await machine.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    [GeneratedRegex("\"(\\w+Id)\":\"" + Nothing + "\"")]
    private static partial Regex KnownField();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
