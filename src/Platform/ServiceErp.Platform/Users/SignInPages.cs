using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users.Features;
using ServiceErp.Platform.Users.Pages;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Users;

/// <summary>Coming in and going out.</summary>
internal static class SignInPages
{
    private const string DemoPath = UserServices.SignInPath + "/demo";

    // One answer to all that don't get in: it must not tell which accounts there are, nor which are locked.
    private static readonly Error NotOpened = Error.Refused(
        "Platform.User.SignInWrong", "The address or the password is not right, or there were too many failed attempts. Try again in a quarter of an hour, or ask an administrator.");

    public static void Map(PageRoutes pages) => pages
        .Public(UserServices.SignInPath, p => Task.FromResult(p.Http.User.Identity?.IsAuthenticated == true ? p.Http.Redirect(Next(p) ?? "/") : Page(p, new FormState(), StatusCodes.Status200OK)))
        .PublicPost(UserServices.SignInPath, WithPassword)
        .PublicPost(DemoPath, AsDemoUser)
        .Post("/sign-out", SignOut);

    private static async Task<IResult> WithPassword(PageRequest p)
    {
        var form = p.Http.Request.Form;
        var visitor = p.Http.Visitor();
        var command = new SignIn.Command(form["Email"].ToString(), form["Password"].ToString(), visitor);
        var result = await p.Service<Dispatcher>().Send(command, Caller.Public with { Name = "Sign-in page" }, cancel: p.Http.RequestAborted);
        if (result is not { Succeeded: true, Value: { UserId: { } user, SessionId: { } session } } || !await UserServices.Carry(p.Http, user, session))
        {
            return Page(p, FormState.Posted(form).With(result.Error ?? NotOpened, p.L), StatusCodes.Status422UnprocessableEntity);
        }

        p.Http.Remember(visitor, user);
        return p.Http.Redirect(Next(p) ?? "/");
    }

    private static async Task<IResult> AsDemoUser(PageRequest p)
    {
        var known = Guid.TryParse(p.Http.Request.Form["UserId"], out var id) && People(p).Any(person => person.Id == id);
        return known && await UserServices.BeginSession(p.Http, id)
            ? p.Http.Redirect(Next(p) ?? "/")
            : p.Http.Refuse(UserRules.NotFound);
    }

    private static async Task<IResult> SignOut(PageRequest p)
    {
        // The session itself ends; without its cookie alone it would go on in every copy of it.
        await p.Send(new EndSession.Command(p.Caller.SessionId ?? Guid.Empty));
        await p.Http.SignOutAsync(UserServices.SessionScheme);
        return p.Http.Redirect(UserServices.SignInPath);
    }

    private static IResult Page(PageRequest p, FormState form, int status) =>
        p.Http.PublicPage<SignInPage>(p.L["Sign in"], new { State = form, Demo = People(p), DemoElsewhere = DemoRuns(p) && !p.Service<DemoMode>().IsFor(p.Http), Next = Next(p) }, status);

    /// <summary>Whom the demo offers: nobody to visitors from elsewhere, unless that is asked for, and nobody any more once real people work here.</summary>
    private static IReadOnlyList<SignInPage.Person> People(PageRequest p) => !DemoRuns(p) || !p.Service<DemoMode>().IsFor(p.Http)
        ? []
        : [.. p.Service<UserDirectory>().Demo.Select(u => new SignInPage.Person(u.Id, u.Roles is [var role, ..] ? role : "", u.Name, u.BranchId is { } id ? p.Service<IBranches>().Find(id)?.Name : null))];

    private static bool DemoRuns(PageRequest p) => p.Service<DemoMode>().On && !p.Service<UserDirectory>().HasPeople;

    /// <summary>Only an address of our own: a link to the sign-in page must not lead on to somebody else's.</summary>
    private static string? Next(PageRequest p) => OwnAddress.Of(p.Http.Request.Query["next"]);
}
