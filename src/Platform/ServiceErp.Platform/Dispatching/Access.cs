using System.Reflection;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>Who may send a request: asked by the <see cref="Dispatcher"/> before anything else, and by pages, which show a button to those only who may press it.</summary>
public static class Access
{
    /// <summary>Whether the caller would be let through the door; the handler may still refuse.</summary>
    public static bool MaySend<TRequest>(this ICurrentUser caller) => Refusal<TRequest>(caller) is null;

    internal static Error? Refusal<TRequest>(ICurrentUser caller) =>
        Rule<TRequest>.Permission is { } permission && !caller.Can(permission)
            ? Error.Forbidden("Platform.Forbidden", "You may not do this: the permission {0} is needed. Ask an administrator.", permission)
            : Rule<TRequest>.OfAll && caller.BranchId is not null
                ? caller is Caller { ChoseBranch: true }
                    ? Error.Forbidden("Platform.OfAllBranches", "This belongs to all branches, and you have chosen one. Choose all branches at the top of the page.")
                    : Error.Forbidden("Platform.OfAllBranches", "This belongs to all branches, and you work for one of them. Ask an administrator of all branches.")
                : null;

    private static class Rule<TRequest>
    {
        public static readonly string? Permission = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission
            ?? (typeof(TRequest).GetCustomAttribute<AnyoneAttribute>() is not null
                ? null
                : throw new InvalidOperationException($"{typeof(TRequest).FullName} says neither [Requires] nor [Anyone]."));

        public static readonly bool OfAll = typeof(TRequest).GetCustomAttribute<ReachesAttribute>()?.Reach == Reach.All;
    }
}
