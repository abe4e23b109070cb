using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Ui.NavigationItem;

namespace ServiceErp.Host;

/// <summary>What stands around every page: the places that this user may go to, who they are, their language and colours.</summary>
internal sealed class Shell(ModuleCatalog catalog, Texts texts, IAntiforgery antiforgery, IUserDirectory users, DemoMode demo, IBranches? branches = null) : IShell
{
    public Task<ShellModel> ComposeAsync(HttpContext http, string title)
    {
        var caller = http.Caller();
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        return Task.FromResult(new ShellModel
        {
            Title = title,
            Navigation = signedIn ? Navigation(caller, http.Request.Path) : [],
            UserName = signedIn ? caller.Name : null,
            RoleAndBranch = signedIn ? RoleAndBranch(caller) : null,
            Branches = signedIn ? Branches(caller) : [],
            UserMenu = signedIn ? [new(texts["My account"], "/account", "user")] : [],
            Theme = UiEndpoints.ThemeOf(http.Request),
            Culture = CultureInfo.CurrentUICulture.Name,
            AntiforgeryToken = antiforgery.GetAndStoreTokens(http).RequestToken,
            CurrentPath = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/",
            LivePath = signedIn ? "/live" : null,
            DemoMode = demo.On && users.All.Count > 0,
        });
    }

    private List<NavigationGroup> Navigation(Caller caller, string path)
    {
        var modules = catalog.Modules
            .Select(m => (m.Title, Items: m.Navigation.Where(i => i.IsFor(caller)).OrderBy(i => i.Order).ToArray()))
            .Where(m => m.Items.Length > 0).ToArray();
        // Of all places above this page the nearest is where the reader stands.
        var here = modules.SelectMany(m => m.Items).Select(i => i.Href).Append("/").Where(href => IsAbove(href, path)).MaxBy(href => href.Length);
        var pinned = modules.SelectMany(m => m.Items).Take(2).Select(i => i.Href).ToHashSet();
        return
        [
            new NavigationGroup(null, [new(texts["Today"], "/", "home", here == "/", Pinned: true)]),
            .. modules.Select(m => new NavigationGroup(texts[m.Title], [.. m.Items.Select(i => new NavigationItem(texts[i.Text], i.Href, i.Icon, i.Href == here, Pinned: pinned.Contains(i.Href)))])),
        ];
    }

    private static bool IsAbove(string href, string path) =>
        href == "/" ? path == "/" : path.StartsWith(href, StringComparison.OrdinalIgnoreCase) && (path.Length == href.Length || path[href.Length] == '/');

    private BranchChoice[] Branches(Caller caller) =>
        branches is { All: { Count: > 1 } all } && (caller.BranchId is null || caller.ChoseBranch)
            ? [new(null, texts["All branches"], caller.BranchId is null), .. all.Select(b => new BranchChoice(b.Id, b.Name, b.Id == caller.BranchId))]
            : [];

    private string RoleAndBranch(Caller caller)
    {
        var roles = string.Join(", ", caller.Roles.Select(r => texts[Texts.Humanise(r)]));
        var branch = caller.BranchId is { } id ? branches?.Find(id)?.Name : texts["All branches"];
        return branch is null ? roles : $"{roles} · {branch}";
    }
}
