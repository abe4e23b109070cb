using System.Collections.Frozen;
using System.Text;

namespace ServiceErp.Kernel;

/// <summary>
/// The transition table of one aggregate: which trigger leads from which state to which, and under what condition. It is static,
/// shared and immutable; it never changes the entity. The aggregate asks <see cref="Fire"/> and writes the answer itself.
/// </summary>
/// <typeparam name="TEntity">The aggregate whose guards are asked.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
/// <typeparam name="TTrigger">What moves it.</typeparam>
public sealed class Lifecycle<TEntity, TState, TTrigger> : ILifecycle
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    /// <summary>Said when the state does not know the trigger: trigger, state, the triggers possible now.</summary>
    public const string NotPermittedMessage = "{0} is not possible while {1}; possible now: {2}.";

    /// <summary>Said when nothing at all is possible: trigger, state.</summary>
    public const string NothingPermittedMessage = "{0} is not possible while {1}; nothing is possible any more.";

    private readonly FrozenDictionary<TState, Exit[]> exits;
    private readonly FrozenSet<TState> final;

    private Lifecycle(string name, LifecycleDefinition<TEntity, TState, TTrigger> definition)
    {
        Name = name;
        Initial = definition.Initial;
        final = definition.FinalStates.ToFrozenSet();
        Transitions = [.. definition.Moves.Select(move =>
            new LifecycleTransition<TState, TTrigger>(move.From, move.Trigger, move.To, [.. move.Guards.Select(guard => guard.Refusal)]))];
        exits = States.ToFrozenDictionary(
            state => state,
            state => definition.Moves
                .Where(move => move.From.Equals(state))
                .GroupBy(move => move.Trigger)
                .Select(moves => new Exit(moves.Key, [.. moves.OrderBy(move => move.Guards.Count == 0)]))
                .ToArray());
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The state in which every life begins.</summary>
    public TState Initial { get; }

    /// <summary>All states, in the order of their values.</summary>
    public IReadOnlyList<TState> States { get; } = Enum.GetValues<TState>();

    /// <summary>All moves, in the order of their definition.</summary>
    public IReadOnlyList<LifecycleTransition<TState, TTrigger>> Transitions { get; }

    string ILifecycle.Initial => Initial.ToString();

    IReadOnlyList<string> ILifecycle.States => [.. States.Select(state => state.ToString())];

    IReadOnlyList<LifecycleTransition> ILifecycle.Transitions =>
        [.. Transitions.Select(move => new LifecycleTransition(move.From.ToString(), move.Trigger.ToString(), move.To.ToString(), move.Refusals))];

    /// <summary>Makes the table and verifies it.</summary>
    /// <param name="initial">The state in which every life begins.</param>
    /// <param name="configure">Names the moves and the final states.</param>
    /// <param name="name">The beginning of the error codes; by default module and entity, <c>Workshop.ServiceOrder</c>.</param>
    /// <exception cref="InvalidOperationException">
    /// The table is faulty; the message lists all faults: a state that cannot be reached, a trigger that is never used, an ambiguous move,
    /// a state that is neither left nor final, a final state that is left.
    /// </exception>
    public static Lifecycle<TEntity, TState, TTrigger> Define(
        TState initial, Action<LifecycleDefinition<TEntity, TState, TTrigger>> configure, string? name = null)
    {
        var module = typeof(TEntity).Assembly.GetName().Name!.Split('.')[^1];
        name ??= $"{module}.{typeof(TEntity).Name}";
        var definition = new LifecycleDefinition<TEntity, TState, TTrigger>(initial);
        configure(definition);
        var faults = definition.Faults();
        return faults.Count == 0
            ? new(name, definition)
            : throw new InvalidOperationException($"The life cycle {name} is faulty: {string.Join(' ', faults)}");
    }

    /// <summary>
    /// The state to which the trigger leads. Of several moves the first whose guards all pass is taken, and the unguarded one if none does.
    /// Never changes the entity.
    /// </summary>
    /// <returns>
    /// The new state; or Refused <c>{Name}.NotPermitted</c> when the state does not know the trigger, or Refused
    /// <c>{Name}.{Trigger}.Refused</c> with the sentence of the first failed guard (all of them in <see cref="Error.Details"/> when several failed).
    /// </returns>
    public Result<TState> Fire(TEntity entity, TState state, TTrigger trigger)
    {
        foreach (var exit in exits[state])
        {
            if (exit.Trigger.Equals(trigger))
            {
                return exit.Open(entity) is { } move ? move.To : Refusal(entity, exit);
            }
        }

        var possible = PermittedTriggers(entity, state);
        return possible.Count == 0
            ? Error.Refused($"{Name}.NotPermitted", NothingPermittedMessage, trigger, state)
            : Error.Refused($"{Name}.NotPermitted", NotPermittedMessage, trigger, state, new ErrorList([.. possible.Cast<object>()]));
    }

    /// <summary>Whether <see cref="Fire"/> would succeed.</summary>
    public bool CanFire(TEntity entity, TState state, TTrigger trigger) =>
        exits[state].Any(exit => exit.Trigger.Equals(trigger) && exit.Open(entity) is not null);

    /// <summary>The triggers for which <see cref="Fire"/> would succeed, in the order of their definition.</summary>
    public IReadOnlyList<TTrigger> PermittedTriggers(TEntity entity, TState state) =>
        [.. exits[state].Where(exit => exit.Open(entity) is not null).Select(exit => exit.Trigger)];

    /// <summary>Every trigger that the state knows, permitted or with the refusal, in the order of their definition.</summary>
    public IReadOnlyList<ExplainedTrigger<TTrigger>> Explain(TEntity entity, TState state) =>
        [.. exits[state].Select(exit => new ExplainedTrigger<TTrigger>(exit.Trigger, exit.Open(entity) is null ? Refusal(entity, exit) : null))];

    /// <summary>Whether the state is never left.</summary>
    public bool IsFinal(TState state) => final.Contains(state);

    bool ILifecycle.IsFinal(string state) => Enum.TryParse<TState>(state, out var parsed) && IsFinal(parsed);

    /// <inheritdoc/>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n").Append($"    [*] --> {Initial}\n");
        foreach (var move in Transitions)
        {
            text.Append($"    {move.From} --> {move.To} : {move.Trigger}{(move.Refusals.Count == 0 ? "" : " [if]")}\n");
        }

        foreach (var state in States.Where(IsFinal))
        {
            text.Append($"    {state} --> [*]\n");
        }

        return text.ToString();
    }

    private Error Refusal(TEntity entity, Exit exit)
    {
        var code = $"{Name}.{exit.Trigger}.Refused";
        var failed = exit.Moves
            .SelectMany(move => move.Guards)
            .Where(guard => !guard.Passes(entity))
            .Select(guard => guard.Refusal)
            .Distinct()
            .Select(refusal => Error.Refused(code, refusal))
            .ToArray();
        return failed.Length == 1 ? failed[0] : failed[0] with { Details = failed };
    }

    /// <summary>All moves of one state by one trigger, the unguarded one last.</summary>
    private sealed record Exit(TTrigger Trigger, LifecycleMove<TEntity, TState, TTrigger>[] Moves)
    {
        public LifecycleMove<TEntity, TState, TTrigger>? Open(TEntity entity)
        {
            foreach (var move in Moves)
            {
                if (move.IsOpen(entity))
                {
                    return move;
                }
            }

            return null;
        }
    }
}
