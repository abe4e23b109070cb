using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>
/// Where ASP.NET Core Identity finds its users. It never saves: the use case that asked Identity to change something is stored by the Dispatcher, with its
/// audit trail, or refused without a trace.
/// </summary>
internal sealed class UserStore(PlatformDbContext db)
    : IUserPasswordStore<ErpUser>, IUserEmailStore<ErpUser>, IUserSecurityStampStore<ErpUser>
{
    public Task<IdentityResult> CreateAsync(ErpUser user, CancellationToken cancellationToken)
    {
        db.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(ErpUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Users are deactivated, never deleted: histories name them.");

    public Task<ErpUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? db.Set<ErpUser>().FirstOrDefaultAsync(u => u.Id == id, cancellationToken) : Task.FromResult<ErpUser?>(null);

    public Task<ErpUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<ErpUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        db.Set<ErpUser>().FirstOrDefaultAsync(u => u.NormalizedEmail == normalizedEmail, cancellationToken);

    public Task<string> GetUserIdAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(ErpUser user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(ErpUser user, CancellationToken cancellationToken) => GetNormalizedEmailAsync(user, cancellationToken);

    public Task SetNormalizedUserNameAsync(ErpUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetEmailAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(ErpUser user, string? email, CancellationToken cancellationToken)
    {
        user.Email = email ?? "";
        return Task.CompletedTask;
    }

    public Task<bool> GetEmailConfirmedAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(ErpUser user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(ErpUser user, string? normalizedEmail, CancellationToken cancellationToken)
    {
        user.NormalizedEmail = normalizedEmail ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(ErpUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(ErpUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(ErpUser user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        user.Touch();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }
}
