using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>One user; to those of a branch only one of theirs.</summary>
public static class GetUser
{
    /// <summary>The question.</summary>
    [Requires(UserPermissions.Read)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <summary>What is known of the user; no secret.</summary>
    public sealed record Answer(
        Guid Id, int Version, string Name, string Email, string Language, Guid? BranchId, string? Branch, IReadOnlyList<string> Roles, UserState State, bool IsDemo,
        Instant CreatedAt, Instant? LastSignInAt, Instant? LockedUntil, int FailedSignIns);

    internal sealed class Handler(PlatformDbContext db, Rights rights, ICurrentUser caller, IBranches branches, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel) =>
            await db.Set<ErpUser>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == request.Id, cancel) is not { } u || !(rights.Sees(u.BranchId) || u.Id == caller.UserId)
                ? UserRules.NotFound
                : new Answer(
                    u.Id, u.Version, u.Name, u.Email, u.Language, u.BranchId, u.BranchId is { } id ? branches.Find(id)?.Name : null, u.Roles,
                    UserStates.Of(u.Active, u.LockedUntil, clock.GetCurrentInstant()), u.IsDemo, u.CreatedAt, u.LastSignInAt, u.LockedUntil, u.FailedSignIns);
    }
}
