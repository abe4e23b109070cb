using System.Reflection;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>Who may send a request: asked by the <see cref="Dispatcher"/> before anything else, and by pages, which show a button to those only who may press it.</summary>
public static class Access
{
    /// <summary>Whether the caller would be let through the door; the handler may still refuse.</summary>
    public static bool MaySend<TRequest>(this ICurrentUser caller) => Refusal<TRequest>(caller) is null;

    internal static Error? Refusal<TRequest>(ICurrentUser caller) => Rule<TRequest>.Is.Refusal(caller);

    /// <summary>Why the door is shut to the caller; null when it is open.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="request">The command or query.</param>
    public static Error? Refusal(ICurrentUser caller, Type request) => Of(request).Refusal(caller);

    /// <summary>Why what belongs to all branches is not the caller's to change; null when it is.</summary>
    public static Error? OfAllBranches(ICurrentUser caller) => caller.AnswersForAll
        ? null
        : caller is Caller { ChoseBranch: true }
            ? Error.Forbidden("Platform.OfAllBranches", "This belongs to all branches, and you have chosen one. Choose all branches at the top of the page.")
            : Error.Forbidden("Platform.OfAllBranches", "This belongs to all branches, and you work for one of them. Ask an administrator of all branches.");

    private static Door Of(Type request) => new(
        request.GetCustomAttribute<RequiresAttribute>()?.Permission
            ?? (request.GetCustomAttribute<AnyoneAttribute>() is not null ? null : throw new InvalidOperationException($"{request.FullName} says neither [Requires] nor [Anyone].")),
        request.GetCustomAttribute<ReachesAttribute>()?.Reach == Reach.All);

    private sealed record Door(string? Permission, bool OfAll)
    {
        public Error? Refusal(ICurrentUser caller) =>
            Permission is not null && !caller.Can(Permission)
                ? Error.Forbidden("Platform.Forbidden", "You may not do this: the permission {0} is needed. Ask an administrator.", Permission)
                : OfAll ? OfAllBranches(caller) : null;
    }

    private static class Rule<TRequest>
    {
        public static readonly Door Is = Of(typeof(TRequest));
    }
}
