using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>
/// How far a caller's rights over other users and keys go: nobody acts on somebody who may do more, or works elsewhere, and nobody gives what they don't hold. Every use case on
/// users and keys asks here.
/// </summary>
internal sealed class Rights(PlatformDbContext db, PermissionTable table, ICurrentUser caller)
{
    private static readonly Error KeyNotFound = Error.NotFound("Platform.ApiKey.NotFound", "There is no such API key.");

    /// <summary>Why the caller may not act on a user; null when they may. Somebody of another branch is answered as one who is not there.</summary>
    public Error? Over(ErpUser? user) => user is null || !Sees(user.BranchId)
        ? UserRules.NotFound
        : Beyond(user.Roles) is null ? null : Error.Forbidden("Platform.User.Wider", "{0} may do more than you: only somebody who holds the same rights may change this account.", user.Name);

    /// <summary>Why the caller may not act on a key; null when they may.</summary>
    public Error? Over(ApiKey? key) => key is null || !Sees(key.BranchId)
        ? KeyNotFound
        : Beyond(key.Roles) is null ? null : Error.Forbidden("Platform.ApiKey.Wider", "This key may do more than you: only somebody who holds the same rights may revoke it.");

    /// <summary>Why the caller may not give these roles; null when they may.</summary>
    public Error? ToGive(IReadOnlyList<string> roles) => Beyond(roles) is { } beyond
        ? Error.Forbidden("Platform.User.BeyondOwnRights", "You can't give rights that you don't hold yourself, such as {0}.", beyond).On("Roles")
        : null;

    /// <summary>Who works for one branch gives rights in that one only; the branch is looked up in the table, since it may be new.</summary>
    public async Task<Error?> ToGiveInAsync(Guid? branchId, CancellationToken cancel)
    {
        if (branchId is null)
        {
            return caller.BranchId is null ? null : Error.Invalid("Platform.User.BranchMissing", "Choose your branch: you can give rights in that one only.").On(nameof(caller.BranchId));
        }

        return Sees(branchId) && await db.Set<BranchRecord>().AnyAsync(b => b.Id == branchId, cancel) ? null : BranchErrors.NotFound.On(nameof(caller.BranchId));
    }

    /// <summary>Whether what belongs to this branch, or to all where there is none, is within the caller's sight.</summary>
    public bool Sees(Guid? branchId) => caller.BranchId is null || caller.BranchId == branchId;

    private string? Beyond(IReadOnlyList<string> roles) => table.Of(roles).Order(StringComparer.Ordinal).FirstOrDefault(permission => !caller.Can(permission));
}
