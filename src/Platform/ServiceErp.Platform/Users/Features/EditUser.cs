using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Changes who somebody is and what they may; in force with their next click.</summary>
public static class EditUser
{
    /// <summary>The command.</summary>
    /// <param name="Id">The user.</param>
    /// <param name="Version">The version that the sender saw.</param>
    /// <param name="Name">Full name.</param>
    /// <param name="Email">Address; unique.</param>
    /// <param name="Language">en, ru, es or ko.</param>
    /// <param name="BranchId">The one branch; null works for all.</param>
    /// <param name="Roles">At least one.</param>
    [Requires(UserPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, int? Version, string Name, string Email, string Language, Guid? BranchId, IReadOnlyList<string> Roles) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).Email();
            RuleFor(c => c.Language).Language();
            RuleFor(c => c.Roles).Roles();
        }
    }

    internal sealed class Handler(PlatformDbContext db, ILookupNormalizer normalizer, Rights rights) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            var user = await db.Set<ErpUser>().FirstOrDefaultAsync(u => u.Id == request.Id, cancel);
            if (rights.Over(user) is { } wider)
            {
                return wider;
            }

            if (user!.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            if ((rights.ToGive(request.Roles) ?? await rights.ToGiveInAsync(request.BranchId, cancel)) is { } beyond)
            {
                return beyond;
            }

            var normalized = normalizer.NormalizeEmail(request.Email.Trim())!;
            if (normalized != user.NormalizedEmail && await db.Set<ErpUser>().AnyAsync(u => u.NormalizedEmail == normalized, cancel))
            {
                return Error.Refused("Platform.User.EmailTaken", "There is already a user with this address.").On(nameof(request.Email));
            }

            if ((request.BranchId is not null || !request.Roles.Contains(Roles.Administrator)) && await db.IsLastAdministratorAsync(user, cancel))
            {
                return UserRules.LastAdministrator.On(nameof(request.Roles));
            }

            (user.Email, user.NormalizedEmail) = (request.Email.Trim(), normalized);
            user.Describe(request.Name, request.Language, request.BranchId, request.Roles);
            return Done.It;
        }
    }
}
