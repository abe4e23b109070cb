using Microsoft.AspNetCore.Identity;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Makes somebody of the demo centre, who has no password and signs in with one click while the demo runs. Only the demo itself sends it: no address leads here.</summary>
public static class CreateDemoUser
{
    /// <summary>The command.</summary>
    /// <param name="Name">Full name.</param>
    /// <param name="Email">Address for messages; unique.</param>
    /// <param name="Language">en, ru, es or ko.</param>
    /// <param name="BranchId">The one branch; null works for all.</param>
    /// <param name="Role">What they do.</param>
    [Requires(UserPermissions.Write)]
    [Reaches(Reach.All)]
    public sealed record Command(string Name, string Email, string Language, Guid? BranchId, string Role) : ICommand<Answer>;

    /// <summary>The new user.</summary>
    /// <param name="Id">Its identity.</param>
    public sealed record Answer(Guid Id);

    internal sealed class Handler(UserManager<ErpUser> users, DemoMode demo, Caller caller, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (!demo.On || caller.Permissions is not null)
            {
                return Error.Refused("Platform.User.NoDemo", "Demo users exist in the demo only.");
            }

            var user = new ErpUser(ids.NewId(), clock.GetCurrentInstant()) { Email = request.Email, IsDemo = true };
            user.Describe(request.Name, request.Language, request.BranchId, [request.Role]);
            return (await users.CreateAsync(user)).Refusal() is { } refusal ? refusal : new Answer(user.Id);
        }
    }
}
