using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Web;

/// <summary>The one place where a refusal becomes an HTTP answer.</summary>
public static class Problems
{
    /// <summary>The HTTP status of a kind of refusal.</summary>
    public static int Status(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>RFC 9457 problem details with <c>code</c> and, per field, <c>errors</c>.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="texts">The reader's words.</param>
    /// <param name="status">Another status than that of the error's kind, such as 401 or 429.</param>
    public static IResult Problem(Error error, Texts texts, int? status = null) =>
        Results.Json(Details(error, texts, status ?? Status(error.Kind)), contentType: "application/problem+json", statusCode: status ?? Status(error.Kind));

    private static ProblemDetails Details(Error error, Texts texts, int status)
    {
        var details = new ProblemDetails
        {
            Type = $"https://serviceerp.example/errors/{error.Code}",
            Title = error.Kind switch
            {
                ErrorKind.Invalid => texts["The request is not valid"],
                ErrorKind.Forbidden => texts["Not permitted"],
                ErrorKind.NotFound => texts["Not found"],
                ErrorKind.Conflict => texts["Changed meanwhile"],
                _ => texts["Refused"],
            },
            Status = status,
            Detail = texts.Error(error),
            Extensions = { ["code"] = error.Code },
        };
        var fields = error.Details.Count > 0 ? error.Details : error.Field is null ? [] : [error];
        if (fields.Count > 0)
        {
            details.Extensions["errors"] = fields.GroupBy(f => f.Field ?? "").ToDictionary(g => g.Key, g => g.Select(texts.Error).ToArray());
        }

        return details;
    }
}
