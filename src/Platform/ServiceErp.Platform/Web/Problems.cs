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
    public static IResult Problem(Error error, Texts texts) => Results.Json(Details(error, texts), contentType: "application/problem+json", statusCode: Status(error.Kind));

    private static ProblemDetails Details(Error error, Texts texts)
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
            Status = Status(error.Kind),
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
