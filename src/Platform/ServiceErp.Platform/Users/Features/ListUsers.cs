using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Every user, leavers too; to those of a branch only theirs. Filters: <c>role</c>, <c>state</c> (<see cref="UserState"/>).</summary>
public static class ListUsers
{
    internal static readonly SortOrders<ErpUser> Orders = new SortOrders<ErpUser>().Add("name", u => u.Name).Add("email", u => u.Email);

    /// <summary>The question.</summary>
    [Requires(UserPermissions.Read)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One user.</summary>
    public sealed record Row(Guid Id, string Name, string Email, [property: JsonIgnore] string RoleNames, Guid? BranchId, Instant? LastSignInAt, bool Active, Instant? LockedUntil)
    {
        /// <summary>The roles.</summary>
        public IReadOnlyList<string> Roles => RoleNames.Split(',', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>Name of the branch; null for all.</summary>
        public string? Branch { get; init; }

        /// <summary>Whether the user can sign in now.</summary>
        public UserState State { get; init; }
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser caller, IBranches branches, IClock clock) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var users = db.Set<ErpUser>().AsNoTracking().Where(u => caller.BranchId == null || u.BranchId == caller.BranchId);
            if (request.List.Search is { } words)
            {
                users = users.WithWords(db, words, u => u.Name, u => u.Email);
            }

            if (request.List.Filter("role") is { } role)
            {
                users = users.Where(u => u.RoleNames.Contains(role));
            }

            users = request.List.Filter<UserState>("state") switch
            {
                UserState.Active => users.Where(u => u.Active),
                UserState.Left => users.Where(u => !u.Active),
                UserState.LockedOut => users.Where(u => u.Active && u.LockedUntil > now),
                _ => users,
            };
            var page = await users.ToListPageAsync(request.List, Orders, u => new Row(u.Id, u.Name, u.Email, u.RoleNames, u.BranchId, u.LastSignInAt, u.Active, u.LockedUntil), cancel);
            return page with { Items = [.. page.Items.Select(r => r with { Branch = r.BranchId is { } id ? branches.Find(id)?.Name : null, State = UserStates.Of(r.Active, r.LockedUntil, now) })] };
        }
    }
}

/// <summary>Whether a user can sign in.</summary>
public enum UserState
{
    /// <summary>Yes.</summary>
    Active,

    /// <summary>Not before the lock-out ends.</summary>
    LockedOut,

    /// <summary>No longer.</summary>
    Left,
}

internal static class UserStates
{
    public static UserState Of(bool active, Instant? lockedUntil, Instant now) => !active ? UserState.Left : lockedUntil > now ? UserState.LockedOut : UserState.Active;
}
