namespace ServiceErp.Platform.Users;

/// <summary>A user as other modules see one.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Address for messages.</param>
/// <param name="BranchId">The one branch; null works for all.</param>
/// <param name="Roles">Out of <see cref="Modules.Roles"/>.</param>
/// <param name="Language">en, ru, es or ko.</param>
/// <param name="Active">Whether the user may sign in and be assigned work.</param>
public sealed record DirectoryUser(Guid Id, string Name, string Email, Guid? BranchId, IReadOnlyList<string> Roles, string Language, bool Active);

/// <summary>Who works here, kept in memory and renewed when an administrator changes a user.</summary>
public interface IUserDirectory
{
    /// <summary>Every user, by name; leavers included.</summary>
    IReadOnlyList<DirectoryUser> All { get; }

    /// <summary>A user, or null.</summary>
    DirectoryUser? Find(Guid id);

    /// <summary>Active users with a role who work for a branch (or for all).</summary>
    IReadOnlyList<DirectoryUser> InRole(string role, Guid? branchId);
}
