using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Makes a key for a machine. The answer is the only time that the key is seen.</summary>
public static class CreateApiKey
{
    /// <summary>The command.</summary>
    /// <param name="Name">Which machine or program uses it.</param>
    /// <param name="Roles">What it may do.</param>
    /// <param name="BranchId">The one branch; null works for all.</param>
    /// <param name="Days">How long it works; a year when nothing is said.</param>
    [Requires(UserPermissions.ApiKeys)]
    [Reaches(Reach.Branch)]
    public sealed record Command(string Name, IReadOnlyList<string> Roles, Guid? BranchId, int? Days = null) : ICommand<Answer>, IConfidential;

    /// <summary>The new key.</summary>
    /// <param name="Id">Its identity, for revoking it.</param>
    /// <param name="Key">What the machine sends in the header <c>X-Api-Key</c>.</param>
    /// <param name="ExpiresAt">From when on it opens nothing any more.</param>
    public sealed record Answer(Guid Id, string Key, Instant ExpiresAt);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Roles).Roles();
            RuleFor(c => c.Days).InclusiveBetween(1, ApiKey.MostDays).WithErrorCode("Platform.ApiKey.Days").WithMessage("A key works for 1 to 730 days.");
        }
    }

    internal sealed class Handler(PlatformDbContext db, Rights rights, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if ((rights.ToGive(request.Roles) ?? await rights.ToGiveInAsync(request.BranchId, cancel)) is { } beyond)
            {
                return beyond;
            }

            var secret = $"erp_{ids.NewSecret()}";
            var key = new ApiKey(ids.NewId(), request.Name, UserServices.Fingerprint(secret), secret[..8], request.Roles, request.BranchId, clock.GetCurrentInstant(), request.Days ?? ApiKey.UsualDays);
            db.Add(key);
            return new Answer(key.Id, secret, key.ExpiresAt);
        }
    }
}
