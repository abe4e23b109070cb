using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using ServiceErp.Host.Pages;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Host;

/// <summary>What is answered when there is nothing to answer: problem details to machines, a page to people, a message to parts of pages. Never what went wrong inside.</summary>
internal static class Failures
{
    private static readonly Error Unexpected = Error.Refused("Platform.Unexpected", "Something went wrong on our side. It has been written down; please try again.");

    public static void AfterException(IApplicationBuilder app) => app.Run(http =>
    {
        var status = http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        return Answer(http, status);
    });

    public static Task WithoutBody(StatusCodeContext context) =>
        context.HttpContext.Request.Headers["HX-Request"] == "true" ? Task.CompletedTask : Answer(context.HttpContext, context.HttpContext.Response.StatusCode);

    public static Task TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "60";
        return Answer(http, StatusCodes.Status429TooManyRequests);
    }

    private static Task Answer(HttpContext http, int status)
    {
        if (http.Features.Get<IRequestCultureFeature>()?.RequestCulture is { } culture)
        {
            // This runs outside of where the language was chosen.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture.Culture, culture.UICulture);
        }

        if (status == StatusCodes.Status405MethodNotAllowed && http.Response.Headers.Allow.ToString() is var allowed && allowed.Contains("GET", StringComparison.Ordinal) && !allowed.Contains("HEAD", StringComparison.Ordinal))
        {
            http.Response.Headers.Allow = allowed + ", HEAD";
        }

        var texts = http.RequestServices.GetRequiredService<Texts>();
        var error = ErrorOf(status);
        if (UserServices.IsApi(http.Request))
        {
            return Problems.Problem(error, texts, status).ExecuteAsync(http);
        }

        if (http.Request.WantsPart())
        {
            http.Response.StatusCode = status;
            http.Response.Headers["HX-Reswap"] = "none";
            http.Toast(texts.Error(error), Tone.Bad);
            return Task.CompletedTask;
        }

        var title = status switch
        {
            StatusCodes.Status404NotFound => texts["Not found"],
            StatusCodes.Status403Forbidden => texts["Not permitted"],
            _ => texts["This did not work"],
        };
        var parameters = new { Title = title, Message = texts.Error(error), Reference = status >= 500 ? http.TraceIdentifier : null };
        var page = http.User.Identity?.IsAuthenticated == true ? http.Page<FailurePage>(title, parameters, status) : http.PublicPage<FailurePage>(title, parameters, status);
        return page.ExecuteAsync(http);
    }

    private static Error ErrorOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => Error.NotFound("Platform.NotFound", "There is nothing at this address."),
        StatusCodes.Status403Forbidden => Error.Forbidden("Platform.Forbidden", "You may not do this."),
        StatusCodes.Status405MethodNotAllowed => Error.Invalid("Platform.MethodNotAllowed", "This address does not answer this method."),
        StatusCodes.Status413PayloadTooLarge => Error.Invalid("Platform.TooLong", "What was sent is too large."),
        StatusCodes.Status415UnsupportedMediaType => Error.Invalid("Platform.NotJson", "Send JSON with the header Content-Type: application/json."),
        StatusCodes.Status429TooManyRequests => Error.Refused("Platform.TooMany", "These were too many requests. Wait a minute and try again."),
        < 500 => Error.Invalid("Platform.Unreadable", "What was sent can't be read."),
        _ => Unexpected,
    };
}
