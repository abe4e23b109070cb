using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
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
    /// <param name="Password">The first password; a demo user has none.</param>
    /// <param name="IsDemo">Signs in by one click while the demo runs, and not at all otherwise.</param>
    [Requires(UserPermissions.Write)]
    public sealed record Command(Guid? Id, string Name, string Email, string Language, Guid? BranchId, IReadOnlyList<string> Roles, string? Password, bool IsDemo = false)
        : ICommand<Answer>, ICreates, IConfidential;

    /// <summary>The new user.</summary>
    /// <param name="Id">Its identity.</param>
    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(DemoMode demo)
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).Email();
            RuleFor(c => c.Language).Language();
            RuleFor(c => c.Roles).Roles();
            RuleFor(c => c.IsDemo).Must(isDemo => !isDemo || demo.On).WithErrorCode("Platform.User.NoDemo").WithMessage("Demo users exist in the demo only.");
            When(c => !c.IsDemo, () => RuleFor(c => c.Password).Password());
            When(c => c.IsDemo, () => RuleFor(c => c.Password).Empty().WithErrorCode("Platform.User.DemoPassword").WithMessage("A demo user has no password."));
        }
    }

    internal sealed class Handler(PlatformDbContext db, UserManager<ErpUser> users, IClock clock, IIdentifiers ids, ICurrentUser caller) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (request.Id is { } id && await db.Set<ErpUser>().AnyAsync(u => u.Id == id, cancel))
            {
                return new Answer(id);
            }

            if (await db.BranchRefusalAsync(caller, request.BranchId, cancel) is { } unknown)
            {
                return unknown;
            }

            var email = request.Email.Trim();
            if (await users.FindByEmailAsync(email) is not null)
            {
                return Error.Refused("Platform.User.EmailTaken", "There is already a user with this address.").On(nameof(request.Email));
            }

            var user = new ErpUser(request.Id ?? ids.NewId(), clock.GetCurrentInstant()) { Email = email, IsDemo = request.IsDemo };
            user.Describe(request.Name, request.Language, request.BranchId, request.Roles);
            var result = request.Password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, request.Password);
            if (result.Refusal() is { } refusal)
            {
                return refusal;
            }

            return new Answer(user.Id);
        }
    }
}
