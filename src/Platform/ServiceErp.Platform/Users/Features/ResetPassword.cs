using FluentValidation;
using Microsoft.AspNetCore.Identity;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Gives somebody who forgot theirs a new password; their sessions and their lock-out end.</summary>
public static class ResetPassword
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    /// <param name="Password">To be told in person, and changed by the user.</param>
    [Requires(UserPermissions.Write)]
    public sealed record Command(Guid Id, string Password) : ICommand<Done>, IConfidential;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).Password();
    }

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeUserAsync(
            request.Id,
            async user =>
            {
                if (user.IsDemo)
                {
                    return Error.Refused("Platform.User.DemoPassword", "A demo user has no password.");
                }

                await users.SetLockoutEndDateAsync(user, null);
                await users.RemovePasswordAsync(user);
                return (await users.AddPasswordAsync(user, request.Password)).Refusal();
            },
            cancel);
    }
}
