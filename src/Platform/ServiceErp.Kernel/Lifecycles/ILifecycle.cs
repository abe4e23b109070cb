namespace ServiceErp.Kernel;

/// <summary>A life cycle as a thing to read and draw, without its types; for the life-cycle page and the documentation.</summary>
public interface ILifecycle
{
    /// <summary>Module and aggregate, such as <c>Workshop.ServiceOrder</c>; the beginning of its error codes.</summary>
    string Name { get; }

    /// <summary>The state in which every life begins.</summary>
    string Initial { get; }

    /// <summary>All states, in the order of their declaration.</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>All moves, in the order of their definition.</summary>
    IReadOnlyList<LifecycleTransition> Transitions { get; }

    /// <summary>Whether the state is never left; false for an unknown state.</summary>
    bool IsFinal(string state);

    /// <summary>The table as a Mermaid <c>stateDiagram-v2</c>.</summary>
    string ToMermaid();
}

/// <summary>One permitted move of a life cycle, in words.</summary>
/// <param name="From">The state before.</param>
/// <param name="Trigger">What causes the move.</param>
/// <param name="To">The state after; the same as <paramref name="From"/> for a re-entry.</param>
/// <param name="Refusals">The sentences said when a guard fails, one per guard; each is a resource key. Empty when unguarded.</param>
public sealed record LifecycleTransition(string From, string Trigger, string To, IReadOnlyList<string> Refusals)
{
    /// <summary>All refusals as one text; null when unguarded.</summary>
    public string? GuardDescription => Refusals.Count == 0 ? null : string.Join(' ', Refusals);
}

/// <summary>One permitted move of a life cycle.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TTrigger">The triggers.</typeparam>
/// <param name="From">The state before.</param>
/// <param name="Trigger">What causes the move.</param>
/// <param name="To">The state after; the same as <paramref name="From"/> for a re-entry.</param>
/// <param name="Refusals">The sentences said when a guard fails, one per guard; each is a resource key. Empty when unguarded.</param>
public sealed record LifecycleTransition<TState, TTrigger>(TState From, TTrigger Trigger, TState To, IReadOnlyList<string> Refusals)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    /// <summary>All refusals as one text; null when unguarded.</summary>
    public string? GuardDescription => Refusals.Count == 0 ? null : string.Join(' ', Refusals);
}

/// <summary>A trigger that the present state knows, and whether the entity may take it now; an action button, greyed when refused.</summary>
/// <typeparam name="TTrigger">The triggers.</typeparam>
/// <param name="Trigger">The trigger.</param>
/// <param name="Refusal">Why it is refused now; null when it is permitted.</param>
public sealed record ExplainedTrigger<TTrigger>(TTrigger Trigger, Error? Refusal)
    where TTrigger : struct, Enum
{
    /// <summary>Whether the trigger may be fired now.</summary>
    public bool Permitted => Refusal is null;
}

/// <summary>Several values in one place of an <see cref="Error"/>'s message, so that each can be translated before they are joined.</summary>
/// <param name="Values">The values, in order.</param>
public sealed record ErrorList(IReadOnlyList<object> Values)
{
    /// <summary>The values, separated by commas.</summary>
    public override string ToString() => string.Join(", ", Values);
}
