using Microsoft.AspNetCore.Http;

namespace ServiceErp.Platform.Web;

/// <summary>The one place that decides whether an address is one of this program's own: whatever leads on to an address that came from outside asks here.</summary>
public static class OwnAddress
{
    private static readonly Uri Here = new("http://own.invalid");

    /// <summary>
    /// The address as it may stand in a <c>Location</c> header or a link: path, query and fragment, all of it ASCII. Null for what leads elsewhere or could be made to by a browser, which drops
    /// tabs and line breaks and takes <c>\</c> for <c>/</c>.
    /// </summary>
    /// <param name="text">A path with or without query; never an absolute address.</param>
    public static string? Of(string? text)
    {
        if (text is not ['/', ..] || text.Any(c => char.IsControl(c) || c == '\\') || text.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        // Looked at once more as it is after normalisation: "/.//elsewhere" is "//elsewhere" then.
        return Uri.TryCreate(Here, text, out var whole) && whole.GetLeftPart(UriPartial.Authority) == Here.GetLeftPart(UriPartial.Authority) && !whole.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            && whole.PathAndQuery + whole.Fragment is var own && own.All(char.IsAscii)
            ? own
            : null;
    }

    /// <summary>The page that a request was sent from; null when the browser does not say or says one of elsewhere.</summary>
    public static string? Before(HttpRequest request) =>
        Uri.TryCreate(request.Headers["HX-Current-URL"].FirstOrDefault() ?? request.Headers.Referer.ToString(), UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? Of(page.PathAndQuery) : null;
}
