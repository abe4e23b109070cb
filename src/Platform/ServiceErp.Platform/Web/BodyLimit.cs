using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace ServiceErp.Platform.Web;

/// <summary>How much a request may bring. A route says so with <c>RequestSizeLimitAttribute</c> in its metadata, else the usual limit holds; counted while it is read, whatever length was announced.</summary>
public static class BodyLimit
{
    /// <summary>For whatever says nothing else: an intake with its photos.</summary>
    public const long Usual = 64 * 1024 * 1024;

    /// <summary>For a command of the API.</summary>
    public const int Json = 4 * 1024 * 1024;

    /// <summary>Holds every route to its limit; goes after routing, which knows the route.</summary>
    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Usual;
        if (http.Request.ContentLength > limit)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        http.Request.Body = new LimitedStream(http.Request.Body, limit);
        return next(http);
    });
}
