using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>
/// Proves who one is by e-mail address and password, and begins a session. A wrong password is an answer, not a refusal: the failure is counted and written down (HOST-2). Unknown
/// accounts, wrong passwords and lock-outs (<see cref="FailedSignIn"/>) get the same answer for the same work.
/// </summary>
public static class SignIn
{
    /// <summary>The command.</summary>
    /// <param name="Email">The address.</param>
    /// <param name="Password">The password.</param>
    /// <param name="From">Where the user signs in.</param>
    [Anyone("This is how one proves who one is.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string Email, string Password, Visitor From) : ICommand<Answer>, IConfidential;

    /// <summary>How it went.</summary>
    /// <param name="UserId">Who it is; null for everything that does not open: why is nobody's business.</param>
    /// <param name="SessionId">The session that began.</param>
    public sealed record Answer(Guid? UserId = null, Guid? SessionId = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().WithErrorCode("Platform.User.EmailMissing").WithMessage("Write the e-mail address.").AtMost(200);
            RuleFor(c => c.Password).NotEmpty().WithErrorCode("Platform.User.PasswordMissing").WithMessage("Write a password.").AtMost(200);
        }
    }

    internal sealed class Handler(PlatformDbContext db, ILookupNormalizer normalizer, IPasswordHasher<ErpUser> hasher, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        private static string? nobodysHash;

        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var email = normalizer.NormalizeEmail(request.Email.Trim())!;
            var seen = await db.Set<ErpUser>().AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedEmail == email, cancel);

            // The costly part: always, and before the write lock.
            var hash = seen is { Active: true, PasswordHash: { } own } ? own : null;
            var verdict = hasher.VerifyHashedPassword(seen!, hash ?? (nobodysHash ??= hasher.HashPassword(seen!, ids.NewSecret())), request.Password);
            var right = hash is not null && verdict != PasswordVerificationResult.Failed;

            // Guesses at the same moment are counted one after the other; a right one among them comes too late.
            await db.BeginWriteAsync(cancel);
            var now = clock.GetCurrentInstant();
            var account = FailedSignIn.FingerprintOf(email);
            var known = seen is not null && request.From.IsKnownTo(seen.Id);
            var here = await db.FailuresAsync(account, known ? $"device {request.From.Device:N}" : request.From.Address, cancel);
            var everywhere = await db.FailuresAsync(account, FailedSignIn.Everywhere, cancel);
            var user = seen is null ? null : await db.Set<ErpUser>().FirstOrDefaultAsync(u => u.Id == seen.Id, cancel);
            var locked = here.IsLocked(now) || (!known && everywhere.IsLocked(now));
            if (right && !locked && user is { Active: true } && user.PasswordHash == hash)
            {
                if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
                {
                    user.PasswordHash = hasher.HashPassword(user, request.Password);
                }

                db.Remove(here);
                user.SignedIn(now);
                var session = new UserSession(ids.NewId(), user.Id, request.From, now);
                db.Add(session);
                return new Answer(user.Id, session.Id);
            }

            if (!locked)
            {
                here.Fail(now);
                everywhere.Fail(now);
                user?.SignInFailed(here.IsLocked(now) ? here.LockedUntil : everywhere.IsLocked(now) ? everywhere.LockedUntil : null);
            }

            return new Answer();
        }
    }
}
