using Microsoft.Extensions.Configuration;

namespace ServiceErp.Workshop.Integration;

/// <summary>Addresses of the pages behind secret links.</summary>
internal sealed class PublicLinks(IConfiguration settings)
{
    public static string Quotation(string secret) => $"/p/quotation/{secret}";

    /// <summary>The address as a customer can open it; <c>Public:Address</c> says under which name the program is reached.</summary>
    public string Absolute(string path) => (settings["Public:Address"]?.TrimEnd('/') ?? "") + path;
}
