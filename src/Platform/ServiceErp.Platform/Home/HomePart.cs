using Microsoft.AspNetCore.Http;
using ServiceErp.Platform.Home.Features;
using ServiceErp.Platform.Home.Pages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Home;

/// <summary>What belongs to no module: the start page, the search over all, the scanner, the life cycles.</summary>
internal sealed class HomePart : PlatformPart
{
    public override IReadOnlyList<Permission> Permissions { get; } = [new(HomePermissions.Lifecycles, [.. Roles.All])];

    public override IReadOnlyList<NavigationItem> Navigation { get; } = [new("Life cycles", "/lifecycles", "route", HomePermissions.Lifecycles, 90)];

    public override void MapApi(ApiRoutes api) => api
        .Get<GetStartPage.Query>("start-page")
        .Get<SearchEverything.Query>("search")
        .Get<OpenCode.Query>("scan")
        .Get<ListLifecycles.Query>("lifecycles");

    public override void MapPages(PageRoutes pages) => pages
        .Get("/", p => p.Show(new GetStartPage.Query(), today => p.Page<StartPage>("My work today", new { Today = today, Name = p.Caller.Name, Topics = string.Join(' ', p.Service<ModuleCatalog>().Modules.Select(m => m.Schema)) })))
        .Get("/search", Search)
        .Get("/scan", Scan)
        .Get("/lifecycles", p => p.Show(new ListLifecycles.Query(), all => p.Page<LifecyclesPage>("Life cycles", new { Lifecycles = all })))
        .Get("/lifecycles/{name}", p => p.Show(new ListLifecycles.Query(), all => all.FirstOrDefault(l => l.Name == p.Route("name")) is { } one
            ? p.Page<LifecyclePage>(one.Title, new { Lifecycle = one })
            : p.Http.Refuse(Kernel.Error.NotFound("Platform.NotFound", "There is nothing at this address."))));

    private static Task<IResult> Search(PageRequest p)
    {
        var words = p.Http.Request.Query["q"].ToString().Trim();
        return p.Show(new SearchEverything.Query(words.Length > SearchEverything.LongestQuery ? words[..SearchEverything.LongestQuery] : words), found => p.Http.Request.WantsPart()
            ? p.Http.Part<SearchHits>(new { Found = found.Hits, found.Proposals, Words = words })
            : p.Page<SearchPage>("Search", new { Found = found.Hits, found.Proposals, Words = words }));
    }

    private static Task<IResult> Scan(PageRequest p)
    {
        var code = p.Http.Request.Query["code"].ToString().Trim();
        if (code.Length == 0)
        {
            return Task.FromResult(p.Page<ScanPage>("Scan a code", new { Code = "" }));
        }

        if (Scanned(p.Http.Request, code) is { } local)
        {
            return Task.FromResult(p.Http.Redirect(local));
        }

        return p.Show(new OpenCode.Query(code.Length > OpenCode.LongestCode ? code[..OpenCode.LongestCode] : code), answer => answer.Exact is [var one]
            ? p.Http.Redirect(one.Href)
            : p.Page<ScanPage>("Scan a code", new { Code = code, answer.Exact, answer.Near, answer.Proposals }));
    }

    /// <summary>Codes on our documents hold addresses of this program; one of another place is only a code.</summary>
    private static string? Scanned(HttpRequest request, string code) =>
        Uri.TryCreate(code, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? OwnAddress.Of(address.PathAndQuery)
            : null;
}

internal static class HomePermissions
{
    public const string Lifecycles = "Platform.Lifecycle.Read";
}
