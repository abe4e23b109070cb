using FluentValidation;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Users.Features;

/// <summary>
/// Proves who one is by e-mail address and password. A wrong password is an answer, not a refusal: the failure is counted and written down, and after five the
/// user is locked out for a while (HOST-2).
/// </summary>
public static class SignIn
{
    /// <summary>The command.</summary>
    /// <param name="Email">The address.</param>
    /// <param name="Password">The password.</param>
    [Anyone("This is how one proves who one is.")]
    public sealed record Command(string Email, string Password) : ICommand<Answer>, IConfidential;

    /// <summary>How it went.</summary>
    public enum Outcome
    {
        /// <summary>It is the user.</summary>
        Proven,

        /// <summary>No such user, a user who left, or not the password: which of them is nobody's business.</summary>
        Wrong,

        /// <summary>Too many failures; even the right password does not help for now.</summary>
        LockedOut,
    }

    /// <summary>The outcome.</summary>
    /// <param name="Outcome">How it went.</param>
    /// <param name="UserId">Who, when proven.</param>
    public sealed record Answer(Outcome Outcome, Guid? UserId = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().WithErrorCode("Platform.User.EmailMissing").WithMessage("Write the e-mail address.").AtMost(200);
            RuleFor(c => c.Password).NotEmpty().WithErrorCode("Platform.User.PasswordMissing").WithMessage("Write a password.").AtMost(200);
        }
    }

    internal sealed class Handler(UserManager<ErpUser> users, IPasswordHasher<ErpUser> hasher, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var user = await users.FindByEmailAsync(request.Email.Trim());
            if (user is not { Active: true, PasswordHash: not null })
            {
                hasher.HashPassword(user!, request.Password); // an unknown user takes as long as a known one
                return new Answer(Outcome.Wrong);
            }

            if (await users.IsLockedOutAsync(user))
            {
                return new Answer(Outcome.LockedOut);
            }

            if (!await users.CheckPasswordAsync(user, request.Password))
            {
                await users.AccessFailedAsync(user);
                return new Answer(await users.IsLockedOutAsync(user) ? Outcome.LockedOut : Outcome.Wrong);
            }

            await users.ResetAccessFailedCountAsync(user);
            user.SignedIn(clock.GetCurrentInstant());
            return new Answer(Outcome.Proven, user.Id);
        }
    }
}
