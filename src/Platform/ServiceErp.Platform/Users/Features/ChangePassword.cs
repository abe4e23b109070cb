using FluentValidation;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Changes one's own password; all other sessions of the user end.</summary>
public static class ChangePassword
{
    /// <summary>The command.</summary>
    /// <param name="CurrentPassword">The present password.</param>
    /// <param name="NewPassword">The new one.</param>
    /// <param name="RepeatedPassword">The new one again, since nobody sees what they type.</param>
    [Anyone("Everybody changes their own password and no other.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string CurrentPassword, string NewPassword, string RepeatedPassword) : ICommand<Done>, IConfidential;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.CurrentPassword).NotEmpty().WithErrorCode("Platform.User.PasswordMissing").WithMessage("Write a password.").AtMost(200);
            RuleFor(c => c.NewPassword).Password();
            RuleFor(c => c.RepeatedPassword).Equal(c => c.NewPassword).WithErrorCode("Platform.User.PasswordsDiffer").WithMessage("The two new passwords are not the same.");
        }
    }

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users, Caller caller, IClock clock) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeOwnAccountAsync(
            caller,
            async user =>
            {
                if (user.PasswordHash is null || !await users.CheckPasswordAsync(user, request.CurrentPassword))
                {
                    return Error.Refused("Platform.User.PasswordWrong", "This is not your present password.").On(nameof(request.CurrentPassword));
                }

                if (request.NewPassword == request.CurrentPassword)
                {
                    return Error.Refused("Platform.User.PasswordSame", "This is your present password. Choose a new one.").On(nameof(request.NewPassword));
                }

                user.MustChangePassword = false;
                await db.EndSessionsAsync(user.Id, caller.SessionId, clock.GetCurrentInstant(), cancel);
                return (await users.ChangePasswordAsync(user, request.CurrentPassword, request.NewPassword)).Refusal(nameof(request.NewPassword));
            },
            cancel);
    }
}
