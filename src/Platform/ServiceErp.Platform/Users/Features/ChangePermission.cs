using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Grants a permission to a role or withholds it, against what the module proposes.</summary>
public static class ChangePermission
{
    /// <summary>The command.</summary>
    /// <param name="Role">The role.</param>
    /// <param name="Permission">The permission.</param>
    /// <param name="Granted">Whether the role holds it.</param>
    [Requires(UserPermissions.Permissions)]
    [Reaches(Reach.All)]
    public sealed record Command(string Role, string Permission, bool Granted) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Role).AtMost(40);
            RuleFor(c => c.Permission).AtMost(200);
        }
    }

    internal sealed class Handler(PlatformDbContext db, PermissionTable table, ICurrentUser caller, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (!Roles.All.Contains(request.Role))
            {
                return Error.Invalid("Platform.User.RoleUnknown", "There is no such role.").On(nameof(request.Role));
            }

            if (table.Permissions.All(p => p.Name != request.Permission))
            {
                return Error.Invalid("Platform.Permission.Unknown", "There is no such permission.").On(nameof(request.Permission));
            }

            if (request.Role == Roles.Administrator)
            {
                return Error.Refused("Platform.Permission.Administrator", "The administrator holds every permission, so that nobody can lock everybody out.");
            }

            if (!caller.Can(request.Permission))
            {
                return Error.Forbidden("Platform.Permission.NotOwn", "You can neither grant nor withhold {0}, since you don't hold it yourself.", request.Permission);
            }

            var decision = await db.Set<PermissionOverride>().FirstOrDefaultAsync(o => o.Role == request.Role && o.Permission == request.Permission, cancel);
            if (decision is null)
            {
                decision = new PermissionOverride(ids.NewId(), request.Role, request.Permission);
                db.Add(decision);
            }

            decision.Decide(request.Granted);
            return Done.It;
        }
    }
}
