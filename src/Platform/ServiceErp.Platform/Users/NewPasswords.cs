using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Users;

/// <summary>Puts the new password before everything else, for those whose password somebody else chose.</summary>
public static class NewPasswords
{
    private static readonly string[] Open = ["/account", "/sign-out", "/preferences", "/lib", "/health", UserServices.ApiPath + "/v1/platform/account"];

    private static readonly Error Refusal = Error.Forbidden("Platform.User.PasswordNotOwn", "Choose a password of your own first: somebody else knows the present one.");

    /// <summary>Leads such a user to the account's page. Their caller holds no permission either (<see cref="HttpCaller"/>).</summary>
    public static void UseNewPasswords(this WebApplication app) => app.Use((http, next) =>
    {
        if (!http.User.HasClaim(c => c.Type == UserDirectory.NewPasswordClaim) || Array.Exists(Open, path => http.Request.Path.StartsWithSegments(path)))
        {
            return next(http);
        }

        if (UserServices.IsApi(http.Request))
        {
            return Problems.Problem(Refusal, http.RequestServices.GetRequiredService<Texts>()).ExecuteAsync(http);
        }

        if (HttpMethods.IsGet(http.Request.Method) && !http.Request.WantsPart())
        {
            http.Response.Redirect("/account");
            return Task.CompletedTask;
        }

        return http.Refuse(Refusal).ExecuteAsync(http);
    });
}
