using Autofac;
using ServiceErp.Platform.Branches;

namespace ServiceErp.Platform.Dispatching;

/// <summary>On whose behalf something is done.</summary>
public interface ICurrentUser
{
    /// <summary>The user's identity; null for the system and for a customer behind a secret link.</summary>
    Guid? UserId { get; }

    /// <summary>The name that stands in the history.</summary>
    string Name { get; }

    /// <summary>The one branch the user works for; null sees every branch.</summary>
    Guid? BranchId { get; }

    /// <summary>Whether what belongs to all branches is the user's to change: who is bound to none, or to the only one there is.</summary>
    bool AnswersForAll { get; }

    /// <summary>The user's roles.</summary>
    IReadOnlyList<string> Roles { get; }

    /// <summary>A program with a key of its own, which acts for whom it says and is nobody's colleague.</summary>
    bool IsMachine { get; }

    /// <summary>Whether the permission is held.</summary>
    bool Can(string permission);
}

/// <summary>The one implementation of <see cref="ICurrentUser"/>: a value made where a request enters.</summary>
public sealed record Caller : ICurrentUser
{
    /// <summary>So much is kept of what a browser says of itself.</summary>
    public const int LongestAgent = 300;

    private static readonly HashSet<string> Nothing = [];

    /// <summary>The program itself: jobs, subscriptions, first start. Holds every permission.</summary>
    public static readonly Caller System = new() { Name = "System", Permissions = null };

    /// <summary>A customer behind a secret link, or somebody not signed in. Holds no permission.</summary>
    public static readonly Caller Public = new() { Name = "Customer", Permissions = Nothing, IsVisitor = true };

    /// <inheritdoc />
    public Guid? UserId { get; init; }

    /// <inheritdoc />
    public required string Name { get; init; }

    /// <inheritdoc />
    public Guid? BranchId { get; init; }

    /// <summary>Works for all branches and looks at one of them for now, as if bound to it.</summary>
    public bool ChoseBranch { get; init; }

    /// <summary>The one branch the user works for is the only one.</summary>
    public bool IsOfOnlyBranch { get; init; }

    /// <inheritdoc />
    public bool AnswersForAll => BranchId is null || IsOfOnlyBranch;

    /// <inheritdoc />
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The session of a signed-in user; null for machines and for the program itself.</summary>
    public Guid? SessionId { get; init; }

    /// <inheritdoc />
    public bool IsMachine { get; init; }

    /// <summary>The permissions held; null holds all.</summary>
    public IReadOnlySet<string>? Permissions { get; init; } = Nothing;

    /// <summary>Nobody in particular: a customer behind a secret link, or somebody who has not signed in.</summary>
    public bool IsVisitor { get; init; }

    /// <summary>The network address the request came from; null where it came from within.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser says of itself, cut to a length; null where there is none.</summary>
    public string? Agent { get; init; }

    /// <inheritdoc />
    public bool Can(string permission) => Permissions is null || Permissions.Contains(permission);

    /// <summary>The caller among the branches that work now.</summary>
    internal Caller Among(IBranches branches) => BranchId is null || (branches.All.Count <= 1) == IsOfOnlyBranch ? this : this with { IsOfOnlyBranch = !IsOfOnlyBranch };
}

/// <summary>Who stands behind the current scope. Filled when the scope is opened, because registering the caller with each scope would make Autofac build a registry for each.</summary>
internal sealed class CallerSlot
{
    public Caller Caller { get; set; } = Caller.System;
}

/// <summary>How a scope is opened on somebody's behalf.</summary>
internal static class CallerScopes
{
    public static ILifetimeScope Enter(this ILifetimeScope root, Caller caller)
    {
        var scope = root.BeginLifetimeScope();
        scope.Resolve<CallerSlot>().Caller = caller;
        return scope;
    }
}
