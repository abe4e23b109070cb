namespace ServiceErp.Host;

/// <summary>HEAD is answered as GET would be, without the body: every page and question of the API knows it without saying so.</summary>
internal static class HeadRequests
{
    private const string Endless = "/live"; // there is no end to wait for

    public static void UseHead(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method) || http.Request.Path.StartsWithSegments(Endless))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
        }
    });
}
