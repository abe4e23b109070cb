using Autofac;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Administration;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users.Features;
using ServiceErp.Platform.Users.Pages;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Users;

internal sealed class UsersPart : PlatformPart
{
    private const string Address = "/platform/users";
    private const string Keys = "/platform/api-keys";
    private const string Matrix = "/platform/permissions";

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(UserPermissions.Read, Roles.BranchManager, Roles.ServiceDirector),
        new(UserPermissions.Write),
        new(UserPermissions.Permissions),
        new(UserPermissions.ApiKeys),
    ];

    public override IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new("Users", Address, "users", UserPermissions.Read, 10),
        new("Permissions", Matrix, "shield-check", UserPermissions.Permissions, 12, OfAll: true),
        new("API keys", Keys, "key", UserPermissions.ApiKeys, 14),
    ];

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<ApiKeyUse>().SingleInstance();
        builder.RegisterType<Rights>().InstancePerLifetimeScope();
        builder.Register(c => SessionLimits.Read(c.Resolve<IConfiguration>())).SingleInstance();
        builder.RegisterType<SessionDirectory>().SingleInstance();
        builder.RegisterType<RemoveOldSessions>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.Register(c => new FirstRun(c.Resolve<UserDirectory>(), c.Resolve<DemoMode>())).SingleInstance();
        builder.Register(c => new UserDirectory(c.Resolve<ILifetimeScope>(), c.Resolve<PermissionTable>(), c.Resolve<DemoMode>(), c.Resolve<IClock>(), c.ResolveOptional<TimeProvider>() ?? TimeProvider.System, c.Resolve<ILogger<UserDirectory>>()))
            .AsSelf().As<IUserDirectory>().SingleInstance();
    }

    public override void MapApi(ApiRoutes api) => api
        .List<ListUsers.Query>("users", "role", "state")
        .Get<GetUser.Query>("users/{id}")
        .Post<CreateUser.Command>("users")
        .Put<EditUser.Command>("users/{id}")
        .Post<ActivateUser.Command>("users/{id}/activate")
        .Post<ResetPassword.Command>("users/{id}/password")
        .Post<UnlockUser.Command>("users/{id}/unlock")
        .Post<EndSessions.Command>("users/{id}/sessions/end")
        .Get<ListSessions.Query>("account/sessions")
        .Post<EndSession.Command>("account/sessions/{id}/end")
        .Post<ChangePassword.Command>("account/password")
        .Post<ChangeLanguage.Command>("account/language")
        .Get<ListPermissions.Query>("permissions")
        .Put<ChangePermission.Command>("permissions")
        .Get<ListApiKeys.Query>("api-keys")
        .Post<CreateApiKey.Command>("api-keys")
        .Post<RevokeApiKey.Command>("api-keys/{id}/revoke");

    public override void MapPages(PageRoutes pages)
    {
        SignInPages.Map(pages);
        FirstRun.Map(pages);
        pages
            .Get(Address, p => p.ShowList(q => new ListUsers.Query(q), "users", UsersPage.Columns(p.L), list => p.Page<UsersPage>("Users", new { List = list, Query = p.List, CanWrite = CanWrite(p) })))
            .Get(Address + "/new", p => Task.FromResult(UserForm(p, null, FormState.Of(new { Language = "en" }), [], StatusCodes.Status200OK)))
            .Post(Address, p => p.Submit<CreateUser.Command, CreateUser.Answer>(
                user => $"{Address}/{user.Id}", form => Task.FromResult(UserForm(p, null, form, Chosen(p), StatusCodes.Status422UnprocessableEntity)), p.L["The user was made."]))
            .Get(Address + "/{id}", p => p.Show(new GetUser.Query(p.Id()), user => p.Page<UserPage>(user.Name, new { User = user, CanWrite = CanWrite(p), CanSeeAudit = p.Caller.Can(AdministrationPermissions.Audit) })))
            .Get(Address + "/{id}/edit", p => p.Show(new GetUser.Query(p.Id()), user => UserForm(p, user, FormState.Of(user), user.Roles, StatusCodes.Status200OK)))
            .Post(Address + "/{id}", p => p.Submit<EditUser.Command, Done>(
                _ => $"{Address}/{p.Id()}", form => p.Show(new GetUser.Query(p.Id()), user => UserForm(p, user, form, Chosen(p), StatusCodes.Status422UnprocessableEntity)), p.L["Saved"]))
            .Post(Address + "/{id}/activate", p => p.Do<ActivateUser.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["Saved"]))
            .Post(Address + "/{id}/password", p => p.Do<ResetPassword.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["The password was changed."]))
            .Post(Address + "/{id}/unlock", p => p.Do<UnlockUser.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["The user may sign in again."]))
            .Post(Address + "/{id}/sessions/end", p => p.Do<EndSessions.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["All sessions have ended."]))
            .Get("/account", p => Account(p, new FormState(), StatusCodes.Status200OK))
            .Post("/account/language", ChangeOwnLanguage)
            .Post("/account/password", ChangeOwnPassword)
            .Post("/account/sessions/end", EndOwnSessions)
            .Post("/account/sessions/{id}/end", p => p.Do<EndSession.Command, Done>(_ => "/account", p.L["The session has ended."]))
            .Get(Matrix, p => p.Show(new ListPermissions.Query(), table => p.Page<PermissionsPage>("Permissions", new { Table = table })))
            .Post(Matrix, ChangeCell)
            .Get(Keys, p => KeyList(p, new FormState(), [], null, StatusCodes.Status200OK))
            .Post(Keys, MakeKey)
            .Post(Keys + "/{id}/revoke", p => p.Do<RevokeApiKey.Command, Done>(_ => Keys, p.L["The key was revoked."]));
    }

    private static bool CanWrite(PageRequest p) => p.Caller.Can(UserPermissions.Write);

    private static IReadOnlyList<string> Chosen(PageRequest p) => [.. p.Http.Request.Form["Roles"].OfType<string>()];

    private static Option[] BranchOptions(PageRequest p) => [.. p.Service<IBranches>().Seen(p.Caller).Select(b => new Option(b.Id.ToString(), b.Name))];

    private static IResult UserForm(PageRequest p, GetUser.Answer? user, FormState form, IReadOnlyList<string> chosen, int status) => !CanWrite(p)
        ? p.Http.Refuse(Error.Forbidden("Platform.Forbidden", "You may not do this: the permission {0} is needed. Ask an administrator.", UserPermissions.Write))
        : p.Page<UserFormPage>(user is null ? "New user" : "Edit user", new { State = form, User = user, Chosen = chosen, Branches = BranchOptions(p) }, status);

    private static Task<IResult> Account(PageRequest p, FormState form, int status) => p.Caller.UserId is { } id && p.Service<IUserDirectory>().Find(id) is { } user
        ? p.Show(new ListSessions.Query(), sessions => p.Page<AccountPage>("My account", new
        {
            User = user,
            State = form,
            Branch = user.BranchId is { } branch ? p.Service<IBranches>().Find(branch)?.Name : null,
            Sessions = sessions,
            MustChangePassword = p.Http.User.HasClaim(c => c.Type == UserDirectory.NewPasswordClaim),
        }, status))
        : Task.FromResult(p.Http.Refuse(UserRules.NotFound));

    private static async Task<IResult> ChangeOwnLanguage(PageRequest p)
    {
        // The cookie is the choice of one browser; the account's language takes its place.
        p.Http.Response.Cookies.Delete(Microsoft.AspNetCore.Localization.CookieRequestCultureProvider.DefaultCookieName);
        return await p.Do<ChangeLanguage.Command, Done>(_ => "/account", p.L["Saved"]);
    }

    private static Task<IResult> ChangeOwnPassword(PageRequest p) => p.Submit<ChangePassword.Command, Done>(
        _ => "/account", form => Account(p, form, StatusCodes.Status422UnprocessableEntity), p.L["The password was changed. Other sessions have ended."]);

    private static async Task<IResult> EndOwnSessions(PageRequest p)
    {
        var result = await p.Send(new EndSessions.Command(p.Caller.UserId ?? Guid.Empty));
        await p.Http.SignOutAsync(UserServices.SessionScheme);
        return p.Http.After(result, _ => UserServices.SignInPath);
    }

    private static async Task<IResult> ChangeCell(PageRequest p) =>
        p.Http.Request.Form["Cell"].ToString().Split('|') is [var role, var permission, var granted]
            ? p.Http.After(await p.Send(new ChangePermission.Command(role, permission, granted == "true")), _ => Matrix)
            : p.Http.Refuse(Error.Invalid("Platform.Unreadable", "What was sent can't be read."));

    private static Task<IResult> KeyList(PageRequest p, FormState form, IReadOnlyList<string> chosen, string? made, int status) =>
        p.Show(new ListApiKeys.Query(), keys => p.Page<ApiKeysPage>("API keys", new { Keys = keys, State = form, Chosen = chosen, Made = made, Branches = BranchOptions(p) }, status));

    private static async Task<IResult> MakeKey(PageRequest p)
    {
        var bound = Binding.FromForm<CreateApiKey.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        return result.Succeeded
            ? await KeyList(p, new FormState(), [], result.Value.Key, StatusCodes.Status200OK)
            : await KeyList(p, FormState.Posted(p.Http.Request.Form).With(result.Error, p.L), Chosen(p), null, StatusCodes.Status422UnprocessableEntity);
    }
}
