using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Makes a user with roles and a first password.</summary>
public static class CreateUser
{
    /// <summary>The command.</summary>
    /// <param name="Id">An identity of the sender's choice, or null.</param>
    /// <param name="Name">Full name, as it stands in histories and documents.</param>
    /// <param name="Email">Address for signing in and for messages; unique.</param>
    /// <param name="Language">en, ru, es or ko.</param>
    /// <param name="BranchId">The one branch; null works for all.</param>
    /// <param name="Roles">At least one.</param>
    /// <param name="Password">The first password, to be told in person; the user chooses another at the first sign-in.</param>
    [Requires(UserPermissions.Write)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid? Id, string Name, string Email, string Language, Guid? BranchId, IReadOnlyList<string> Roles, string Password)
        : ICommand<Answer>, ICreates, IConfidential;

    /// <summary>The new user.</summary>
    /// <param name="Id">Its identity.</param>
    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).Email();
            RuleFor(c => c.Language).Language();
            RuleFor(c => c.Roles).Roles();
            RuleFor(c => c.Password).Password();
        }
    }

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users, Rights rights, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (request.Id is { } id && await db.Set<ErpUser>().AnyAsync(u => u.Id == id, cancel))
            {
                return new Answer(id);
            }

            if ((rights.ToGive(request.Roles) ?? await rights.ToGiveInAsync(request.BranchId, cancel)) is { } beyond)
            {
                return beyond;
            }

            // The demo ends with the first real user, so that one must be able to go on.
            var isFirst = !await db.Set<ErpUser>().AnyAsync(u => u.Active && !u.IsDemo, cancel);
            if (isFirst && (request.BranchId is not null || !request.Roles.Contains(Modules.Roles.Administrator)))
            {
                return Error.Refused("Platform.User.AdministratorFirst", "The first user is an administrator of all branches: with the first real user the demo's one-click sign-in ends.").On(nameof(request.Roles));
            }

            var email = request.Email.Trim();
            if (await users.FindByEmailAsync(email) is not null)
            {
                return Error.Refused("Platform.User.EmailTaken", "There is already a user with this address.").On(nameof(request.Email));
            }

            var user = new ErpUser(request.Id ?? ids.NewId(), clock.GetCurrentInstant()) { Email = email, MustChangePassword = true };
            user.Describe(request.Name, request.Language, request.BranchId, request.Roles);
            if ((await users.CreateAsync(user, request.Password)).Refusal() is { } refusal)
            {
                return refusal;
            }

            // Whoever clicked into the demo made what keys they liked; those end with it, as its sessions do.
            foreach (var key in isFirst ? await db.Set<ApiKey>().Where(k => k.RevokedAt == null).ToListAsync(cancel) : [])
            {
                key.Revoke(clock.GetCurrentInstant());
            }

            return new Answer(user.Id);
        }
    }
}
