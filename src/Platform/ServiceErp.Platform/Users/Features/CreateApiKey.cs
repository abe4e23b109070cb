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
    [Requires(UserPermissions.ApiKeys)]
    public sealed record Command(string Name, IReadOnlyList<string> Roles, Guid? BranchId) : ICommand<Answer>, IConfidential;

    /// <summary>The new key.</summary>
    /// <param name="Id">Its identity, for revoking it.</param>
    /// <param name="Key">What the machine sends in the header <c>X-Api-Key</c>.</param>
    public sealed record Answer(Guid Id, string Key);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Roles).Roles();
        }
    }

    internal sealed class Handler(PlatformDbContext db, IClock clock, IIdentifiers ids, ICurrentUser caller) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.BranchRefusalAsync(caller, request.BranchId, cancel) is { } unknown)
            {
                return unknown;
            }

            var secret = $"erp_{ids.NewSecret()}";
            var key = new ApiKey(ids.NewId(), request.Name, UserServices.Fingerprint(secret), secret[..8], request.Roles, request.BranchId, clock.GetCurrentInstant());
            db.Add(key);
            return new Answer(key.Id, secret);
        }
    }
}
