using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Lists.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Lists;

/// <summary>What people keep of lists; the list component itself shows it, on every list at once.</summary>
internal sealed class ListsPart : PlatformPart
{
    public override void Register(ContainerBuilder builder) => builder.RegisterType<ListChoices>().AsSelf().As<IListChoices>().SingleInstance();

    public override void MapApi(ApiRoutes api) => api
        .Get<GetListChoice.Query>("lists")
        .Post<SaveListFilter.Command>("lists/filters")
        .Put<ChangeListFilter.Command>("lists/filters/{id}")
        .Delete<RemoveListFilter.Command>("lists/filters/{id}")
        .Put<ChooseListColumns.Command>("lists/columns");

    public override void MapPages(PageRoutes pages) => pages
        .Post("/platform/lists/filters", p => p.Do<SaveListFilter.Command, SavedFilter>(filter => Path(p) + "?" + filter.Query, p.L["The filter is kept."]))
        .Post("/platform/lists/filters/{id}", p => p.Do<ChangeListFilter.Command, Done>(_ => Back(p), p.L["Saved"]))
        .Post("/platform/lists/filters/{id}/remove", p => p.Do<RemoveListFilter.Command, Done>(_ => Back(p), p.L["The filter is deleted."]))
        .Post("/platform/lists/columns", async p =>
        {
            var form = p.Http.Request.Form;
            var shown = form["Shown"].OfType<string>().ToHashSet();
            return p.Http.After(await p.Send(new ChooseListColumns.Command(form["List"].ToString(), [.. form["Column"].OfType<string>().Where(c => !shown.Contains(c))])), _ => Back(p));
        });

    /// <summary>Where the form stood; never another site.</summary>
    private static string Back(PageRequest p) => p.Http.Request.Form["Back"].ToString() is { Length: > 0 } back && ListName.IsOne(back.Split('?')[0]) && back.All(c => c is > ' ' and < '\u007f' and not '\\') ? back : "/";

    private static string Path(PageRequest p) => Back(p).Split('?')[0];
}

internal static class ListChoiceQueries
{
    /// <summary>The caller's choice for a list, made when there is none; null for a caller who is nobody.</summary>
    public static async Task<ListChoice?> ChoiceAsync(this PlatformDbContext db, ICurrentUser user, string list, IIdentifiers ids, CancellationToken cancel)
    {
        if (user.UserId is not { } userId)
        {
            return null;
        }

        var choice = await db.Set<ListChoice>().FirstOrDefaultAsync(k => k.UserId == userId && k.List == list, cancel);
        if (choice is null)
        {
            choice = new ListChoice(ids.NewId(), userId, list);
            db.Add(choice);
        }

        return choice;
    }
}
