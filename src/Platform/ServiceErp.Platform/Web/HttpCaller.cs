using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;

namespace ServiceErp.Platform.Web;

/// <summary>Who stands behind an HTTP request.</summary>
public static class HttpCaller
{
    /// <summary>The claim that holds the one branch of a user; absent for those who see all.</summary>
    public const string BranchClaim = "branch";

    /// <summary>The claim that names the session of a user.</summary>
    public const string SessionClaim = "session";

    /// <summary>The branch that somebody of all branches has chosen to work in; it narrows what they see and never widens it.</summary>
    public const string BranchCookie = "branch";

    /// <summary>The caller of this request, from the signed-in user's or API key's claims.</summary>
    public static Caller Caller(this HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(Caller), out var known))
        {
            return (Caller)known!;
        }

        var caller = From(http.User, http.RequestServices.GetRequiredService<PermissionTable>()) with
        {
            Address = http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null,
            Agent = AgentOf(http.Request.Headers.UserAgent.ToString()),
        };
        if (caller is { UserId: not null, IsMachine: false, BranchId: null } && Guid.TryParse(http.Request.Cookies[BranchCookie], out var chosen) && http.RequestServices.GetRequiredService<IBranches>().Find(chosen) is not null)
        {
            caller = caller with { BranchId = chosen, ChoseBranch = true };
        }

        if (caller.BranchId is not null)
        {
            caller = caller.Among(http.RequestServices.GetRequiredService<IBranches>());
        }

        http.Items[typeof(Caller)] = caller;
        return caller;
    }

    private static string? AgentOf(string said)
    {
        var clean = string.Concat(said.Where(c => !char.IsControl(c)));
        return clean.Length == 0 ? null : clean.Length > Dispatching.Caller.LongestAgent ? clean[..Dispatching.Caller.LongestAgent] : clean;
    }

    private static Caller From(ClaimsPrincipal user, PermissionTable table)
    {
        if (user.Identity?.IsAuthenticated != true)
        {
            return Dispatching.Caller.Public;
        }

        string[] roles = [.. user.FindAll(ClaimTypes.Role).Select(c => c.Value).Order(StringComparer.Ordinal)];
        return new Caller
        {
            UserId = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null,
            Name = user.FindFirstValue(ClaimTypes.GivenName) ?? user.Identity.Name ?? "?",
            BranchId = Guid.TryParse(user.FindFirstValue(BranchClaim), out var branch) ? branch : null,
            SessionId = Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null,
            Roles = roles,
            IsMachine = user.Identity.AuthenticationType == Users.UserServices.ApiKeyScheme,
            Permissions = user.HasClaim(c => c.Type == UserDirectory.NewPasswordClaim) ? Dispatching.Caller.Public.Permissions : table.Of(roles),
        };
    }
}
