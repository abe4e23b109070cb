using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Host.Tests;

/// <summary>Modules are plug-ins: any may be left out, and one that nobody here knows may be dropped in (HOST-1).</summary>
public sealed partial class ModuleTests
{
    /// <summary>The modules as they lie on disk; nobody types their names.</summary>
    public static TheoryData<string> OnDisk()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "ServiceErp.sln")))
        {
            root = root.Parent;
        }

        return [.. Directory.GetDirectories(Path.Combine(root.FullName, "src", "Modules"), "ServiceErp.*", SearchOption.AllDirectories)
            .Select(d => Path.GetFileName(d)!).Where(n => !n.EndsWith(".Abstractions", StringComparison.Ordinal) && n.Count(c => c == '.') == 1)
            .Where(n => File.Exists(Path.Combine(AppContext.BaseDirectory, $"{n}.dll")))
            .Select(n => n["ServiceErp.".Length..]).Distinct().Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(OnDisk))]
    public async Task Without_one_module_the_others_start_and_serve(string off)
    {
        await using var site = new Website(("Modules:Off", off));
        var ada = await site.SetUpAsync();
        var catalog = site.Services.GetRequiredService<ModuleCatalog>();
        Assert.False(catalog.Has(off));
        Assert.Empty(catalog.Failures);
        Assert.Contains(off, await ada.ReadAsync("/platform/system"), StringComparison.Ordinal);
        await Serves(ada, $"without {off}");
        Assert.DoesNotContain(off, await Tags(ada));
        Assert.Contains("Platform", await Tags(ada));
    }

    [Theory]
    [MemberData(nameof(OnDisk))]
    public async Task One_module_alone_starts_and_serves(string only)
    {
        var others = OnDisk().Cast<object[]>().Select(row => (string)row[0]).Where(name => name != only).ToArray();
        await using var site = new Website(("Modules:Off", string.Join(',', others)));
        var ada = await site.SetUpAsync();
        var catalog = site.Services.GetRequiredService<ModuleCatalog>();
        Assert.True(catalog.Has(only));
        Assert.All(others, other => Assert.False(catalog.Has(other)));
        Assert.Empty(catalog.Failures);
        await Serves(ada, $"with {only} alone");
        Assert.Contains(only, await Tags(ada));
    }

    [Fact]
    public async Task Without_any_module_the_platform_serves()
    {
        await using var site = new Website(("Modules:Off", string.Join(',', OnDisk().Cast<object[]>().Select(row => (string)row[0]))));
        var ada = await site.SetUpAsync();
        Assert.Empty(site.Services.GetRequiredService<ModuleCatalog>().Failures);
        await Serves(ada, "without any module");
        Assert.Equal(["Platform"], await Tags(ada));
    }

    private static async Task Serves(Visitor ada, string how)
    {
        var places = SideLinks().Matches(await ada.ReadAsync("/")).Select(m => m.Groups[1].Value).Distinct().ToArray();
        Assert.NotEmpty(places);
        foreach (var place in places)
        {
            Assert.True((await ada.GetAsync(place)).StatusCode == HttpStatusCode.OK, $"{place} answered {(int)(await ada.GetAsync(place)).StatusCode} {how}");
        }
    }

    /// <summary>Whose use cases the API offers.</summary>
    private static async Task<HashSet<string>> Tags(Visitor ada) =>
        [.. JsonDocument.Parse(await ada.ReadAsync("/openapi/v1.json")).RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .SelectMany(o => o.Value.GetProperty("tags").EnumerateArray()).Select(t => t.GetString()!)];

    [Fact]
    public async Task A_foreign_module_dropped_into_the_folder_serves_its_page_and_its_endpoint()
    {
        await using var site = new Website();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "dropped", "ServiceErp.Sundial.dll"), Path.Combine(site.ModulesFolder, "ServiceErp.Sundial.dll"));
        await File.WriteAllTextAsync(Path.Combine(site.ModulesFolder, "Broken.dll"), "this is no assembly");
        var ada = await site.SetUpAsync();
        Assert.Contains("href=\"/sundial\"", await ada.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("The shadow falls on", await ada.ReadAsync("/sundial"), StringComparison.Ordinal);
        Assert.Contains("\"hour\":", await ada.ReadAsync("/api/v1/sundial/hour"), StringComparison.Ordinal);

        var system = await ada.ReadAsync("/platform/system");
        Assert.Contains("Sundial", system, StringComparison.Ordinal);
        Assert.Contains("Broken.dll", system, StringComparison.Ordinal);
    }

    [GeneratedRegex("class=\"side-link\" href=\"([^\"]+)\"")]
    private static partial Regex SideLinks();
}
