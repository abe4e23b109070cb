using Microsoft.AspNetCore.Http;

namespace ServiceErp.Platform.Ui;

/// <summary>One place to go, in the sidebar or the user's menu.</summary>
/// <param name="Text">Translated.</param>
/// <param name="Href">Local address.</param>
/// <param name="Icon">A name in <c>Client/icons.txt</c>.</param>
/// <param name="Active">Whether the present page lies under it.</param>
/// <param name="Badge">A small count beside it; null for none.</param>
/// <param name="Pinned">Whether it has a place in the bar at the bottom of a phone; the first three have.</param>
public sealed record NavigationItem(string Text, string Href, string Icon, bool Active = false, string? Badge = null, bool Pinned = false);

/// <summary>The places of one module.</summary>
/// <param name="Label">Translated heading; null for the group on top.</param>
/// <param name="Items">In order.</param>
public sealed record NavigationGroup(string? Label, IReadOnlyList<NavigationItem> Items);

/// <summary>Something every page says on top, such as "demo data" or "the mail server does not answer".</summary>
/// <param name="Text">Translated.</param>
/// <param name="Tone">How serious it is.</param>
/// <param name="Href">Where to read more.</param>
public sealed record Notice(string Text, Tone Tone = Tone.Info, string? Href = null);

/// <summary>A branch to work in.</summary>
/// <param name="Id">Null for all of them.</param>
/// <param name="Name">Its name, or the words for all.</param>
/// <param name="IsChosen">Whether the pages show it now.</param>
public sealed record BranchChoice(Guid? Id, string Name, bool IsChosen);

/// <summary>What stands around every page: made by the Host for each request, drawn by <see cref="Document"/>.</summary>
public sealed record ShellModel
{
    /// <summary>The page's title, translated.</summary>
    public required string Title { get; init; }

    /// <summary>The program's or the company's name.</summary>
    public string AppName { get; init; } = "ServiceErp";

    /// <summary>The sidebar.</summary>
    public IReadOnlyList<NavigationGroup> Navigation { get; init; } = [];

    /// <summary>The signed-in user; null draws no user menu.</summary>
    public string? UserName { get; init; }

    /// <summary>Role and branch of the user, in one line.</summary>
    public string? RoleAndBranch { get; init; }

    /// <summary>Where the reader may choose to work, the chosen one marked; empty for who is bound to one branch, or where there is one only. The first is all of them.</summary>
    public IReadOnlyList<BranchChoice> Branches { get; init; } = [];

    /// <summary>Further places in the user's menu, such as the profile.</summary>
    public IReadOnlyList<NavigationItem> UserMenu { get; init; } = [];

    /// <summary><c>light</c> or <c>dark</c>; see <see cref="UiEndpoints.ThemeOf"/>.</summary>
    public string Theme { get; init; } = "light";

    /// <summary>The language of the page as an IETF tag.</summary>
    public string Culture { get; init; } = "en";

    /// <summary>The languages offered, as IETF tags.</summary>
    public IReadOnlyList<string> Cultures { get; init; } = ["en", "ru", "es", "ko"];

    /// <summary>Sent by htmx with every change, in the header <see cref="UiEndpoints.AntiforgeryHeader"/>.</summary>
    public string? AntiforgeryToken { get; init; }

    /// <summary>The present address with its query.</summary>
    public string CurrentPath { get; init; } = "/";

    /// <summary>Whether the program runs on demonstration data; said on every page.</summary>
    public bool DemoMode { get; init; }

    /// <summary>Said on top of every page.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The address of the search over all modules; it answers <c>?q=</c> with a page or, to htmx, with the hits.</summary>
    public string SearchPath { get; init; } = "/search";

    /// <summary>The address that opens what a scanned <c>?code=</c> belongs to.</summary>
    public string ScanPath { get; init; } = "/scan";

    /// <summary>The address that ends the session by POST.</summary>
    public string SignOutPath { get; init; } = "/sign-out";

    /// <summary>The server-sent events; their names are the topics that live parts wait for. Null where there is nothing live.</summary>
    public string? LivePath { get; init; }
}

/// <summary>Composes what stands around a page. Implemented once, by the Host.</summary>
public interface IShell
{
    /// <summary>The shell for this request and user.</summary>
    /// <param name="http">The request.</param>
    /// <param name="title">The page's title, translated.</param>
    Task<ShellModel> ComposeAsync(HttpContext http, string title);
}
