using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users.Features;
using ServiceErp.Platform.Users.Pages;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Users;

/// <summary>A program that nobody can sign in to asks for its first branch and its administrator.</summary>
public sealed class FirstRun
{
    /// <summary>The page that asks.</summary>
    public const string Path = "/first-run";

    private readonly UserDirectory users;
    private readonly DemoMode demo;

    internal FirstRun(UserDirectory users, DemoMode demo)
    {
        this.users = users;
        this.demo = demo;
    }

    /// <summary>Whether nobody could sign in.</summary>
    public bool IsNeeded => !demo.On && !users.HasPeople;

    internal static void Map(PageRoutes pages) => pages
        .Public(Path, p => Task.FromResult(p.Service<FirstRun>().IsNeeded
            ? Page(p, FormState.Of(new { Zone = "Europe/Berlin", Currency = "EUR", Language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, PublicAddress = LinksPart.Seen(p) }), StatusCodes.Status200OK)
            : p.Http.Redirect("/")))
        .PublicPost(Path, SetUp);

    private static async Task<IResult> SetUp(PageRequest p)
    {
        var bound = Binding.FromForm<SetUpCentre.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        if (!result.Succeeded)
        {
            return Page(p, FormState.Posted(p.Http.Request.Form).With(result.Error, p.L), StatusCodes.Status422UnprocessableEntity);
        }

        await UserServices.BeginSession(p.Http, result.Value.UserId);
        return p.Http.Redirect("/", p.L["The centre is set up. Next: more users, and the branch's opening hours."]);
    }

    private static IResult Page(PageRequest p, FormState form, int status) => p.Http.PublicPage<FirstRunPage>(p.L["First run"], new { State = form, AsksAddress = !p.Service<PublicLinks>().IsConfigured }, status);
}

/// <summary>Puts the first run before everything else.</summary>
public static class FirstRunMiddleware
{
    /// <summary>Leads every page to the first run as long as it is needed.</summary>
    public static void UseFirstRun(this WebApplication app)
    {
        var firstRun = app.Services.GetRequiredService<FirstRun>();
        app.Use((http, next) =>
        {
            var path = http.Request.Path;
            if (!HttpMethods.IsGet(http.Request.Method) || path.StartsWithSegments(FirstRun.Path) || path.StartsWithSegments("/lib") || path.StartsWithSegments("/health")
                || UserServices.IsApi(http.Request) || !firstRun.IsNeeded)
            {
                return next(http);
            }

            http.Response.Redirect(FirstRun.Path);
            return Task.CompletedTask;
        });
    }
}
