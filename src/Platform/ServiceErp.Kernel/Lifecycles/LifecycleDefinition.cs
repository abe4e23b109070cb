namespace ServiceErp.Kernel;

/// <summary>Names the moves and final states of a <see cref="Lifecycle{TEntity, TState, TTrigger}"/> while it is defined.</summary>
/// <typeparam name="TEntity">The aggregate whose guards are asked.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
/// <typeparam name="TTrigger">What moves it.</typeparam>
public sealed class LifecycleDefinition<TEntity, TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    internal LifecycleDefinition(TState initial) => Initial = initial;

    internal TState Initial { get; }

    internal HashSet<TState> FinalStates { get; } = [];

    internal List<LifecycleMove<TEntity, TState, TTrigger>> Moves { get; } = [];

    /// <summary>Begins, or continues, the moves out of a state.</summary>
    public LifecycleState<TEntity, TState, TTrigger> Configure(TState state) => new(this, state);

    /// <summary>Says that these states are never left. Re-entries remain possible in them.</summary>
    public void Final(params ReadOnlySpan<TState> states)
    {
        foreach (var state in states)
        {
            FinalStates.Add(state);
        }
    }

    internal List<string> Faults()
    {
        var states = Enum.GetValues<TState>();
        var leaving = Moves.Where(move => !move.IsReentry).ToLookup(move => move.From);
        List<string> faults = [];

        var reached = new HashSet<TState> { Initial };
        for (var open = new Queue<TState>(reached); open.TryDequeue(out var state);)
        {
            foreach (var move in leaving[state].Where(move => reached.Add(move.To)))
            {
                open.Enqueue(move.To);
            }
        }

        faults.AddRange(states.Except(reached).Select(state => $"{state} cannot be reached from {Initial}."));
        faults.AddRange(Enum.GetValues<TTrigger>().Except(Moves.Select(move => move.Trigger)).Select(trigger => $"{trigger} is never used."));
        faults.AddRange(states.Where(state => !leaving.Contains(state) && !FinalStates.Contains(state)).Select(state => $"{state} is neither left nor final."));
        faults.AddRange(states.Where(state => leaving.Contains(state) && FinalStates.Contains(state)).Select(state => $"{state} is final, yet it is left."));

        foreach (var moves in Moves.GroupBy(move => (move.From, move.Trigger)))
        {
            if (moves.Count(move => move.Guards.Count == 0) > 1)
            {
                faults.Add($"{moves.Key.Trigger} is ambiguous in {moves.Key.From}: more than one move is unguarded.");
            }

            faults.AddRange(moves.GroupBy(move => move.To).Where(same => same.Count() > 1)
                .Select(same => $"{moves.Key.Trigger} is ambiguous in {moves.Key.From}: it leads to {same.Key} more than once."));
        }

        return faults;
    }
}

/// <summary>The moves out of one state, in Stateless' vocabulary.</summary>
/// <typeparam name="TEntity">The aggregate whose guards are asked.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
/// <typeparam name="TTrigger">What moves it.</typeparam>
public sealed class LifecycleState<TEntity, TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly LifecycleDefinition<TEntity, TState, TTrigger> definition;
    private readonly TState state;

    internal LifecycleState(LifecycleDefinition<TEntity, TState, TTrigger> definition, TState state)
    {
        this.definition = definition;
        this.state = state;
    }

    /// <summary>The trigger always leads to another state.</summary>
    public LifecycleState<TEntity, TState, TTrigger> Permit(TTrigger trigger, TState to) => Add(trigger, to, []);

    /// <summary>The trigger leads to another state if the guard passes.</summary>
    /// <param name="trigger">What causes the move.</param>
    /// <param name="to">The state after.</param>
    /// <param name="guard">A pure function of the entity.</param>
    /// <param name="description">English sentence that says why it is refused; a resource key.</param>
    public LifecycleState<TEntity, TState, TTrigger> PermitIf(TTrigger trigger, TState to, Func<TEntity, bool> guard, string description) =>
        Add(trigger, to, [new(guard, description)]);

    /// <summary>The trigger leads to another state if all guards pass; each failed guard says its own sentence.</summary>
    /// <param name="trigger">What causes the move.</param>
    /// <param name="to">The state after.</param>
    /// <param name="guards">Pure functions of the entity, each with the English sentence that says why it is refused.</param>
    public LifecycleState<TEntity, TState, TTrigger> PermitIf(
        TTrigger trigger, TState to, params ReadOnlySpan<(Func<TEntity, bool> Guard, string Description)> guards)
    {
        List<LifecycleGuard<TEntity>> all = [];
        foreach (var (guard, description) in guards)
        {
            all.Add(new(guard, description));
        }

        return Add(trigger, to, all);
    }

    /// <summary>The trigger is always possible and leads to the same state again.</summary>
    public LifecycleState<TEntity, TState, TTrigger> PermitReentry(TTrigger trigger) => Add(trigger, state, []);

    /// <summary>The trigger leads to the same state again if the guard passes.</summary>
    /// <param name="trigger">What causes the re-entry.</param>
    /// <param name="guard">A pure function of the entity.</param>
    /// <param name="description">English sentence that says why it is refused; a resource key.</param>
    public LifecycleState<TEntity, TState, TTrigger> PermitReentryIf(TTrigger trigger, Func<TEntity, bool> guard, string description) =>
        Add(trigger, state, [new(guard, description)]);

    private LifecycleState<TEntity, TState, TTrigger> Add(TTrigger trigger, TState to, List<LifecycleGuard<TEntity>> guards)
    {
        definition.Moves.Add(new(state, trigger, to, guards));
        return this;
    }
}

internal sealed record LifecycleGuard<TEntity>(Func<TEntity, bool> Passes, string Refusal);

internal sealed record LifecycleMove<TEntity, TState, TTrigger>(TState From, TTrigger Trigger, TState To, List<LifecycleGuard<TEntity>> Guards)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    public bool IsReentry => From.Equals(To);

    public bool IsOpen(TEntity entity) => Guards.TrueForAll(guard => guard.Passes(entity));
}
