using FluentValidation;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Gives somebody who forgot theirs a password for the next sign-in, which asks for another; their sessions and their lock-out end.</summary>
public static class ResetPassword
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    /// <param name="Password">To be told in person, and changed by the user.</param>
    [Requires(UserPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, string Password) : ICommand<Done>, IConfidential;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).Password();
    }

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users, Rights rights, IClock clock) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeUserAsync(
            rights,
            request.Id,
            async user =>
            {
                if (user.IsDemo)
                {
                    return Error.Refused("Platform.User.DemoPassword", "A demo user has no password.");
                }

                await db.ForgiveAsync(user, cancel);
                await db.EndSessionsAsync(user.Id, null, clock.GetCurrentInstant(), cancel);
                await users.RemovePasswordAsync(user);
                user.MustChangePassword = true;
                return (await users.AddPasswordAsync(user, request.Password)).Refusal();
            },
            cancel);
    }
}
