using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Ui;

/// <summary>Where a step stands in a life cycle.</summary>
public enum StepState
{
    /// <summary>Behind us.</summary>
    Done,

    /// <summary>Here we are.</summary>
    Current,

    /// <summary>Still to come.</summary>
    Todo,
}

/// <summary>One step of a <see cref="LifecycleBar"/> or of <see cref="Steps"/>.</summary>
/// <param name="Label">Translated.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Hint">When or by whom; a second line.</param>
/// <param name="Href">Where it leads.</param>
public sealed record LifecycleStep(string Label, StepState State, string? Hint = null, string? Href = null);

/// <summary>One line of a <see cref="Timeline"/>.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it; null when the program did.</param>
/// <param name="What">What happened, translated, such as the trigger.</param>
public sealed record TimelineEntry(Instant At, string? Who, string What)
{
    /// <summary>The state before, translated.</summary>
    public string? From { get; init; }

    /// <summary>The state after, translated.</summary>
    public string? To { get; init; }

    /// <summary>The colour of the state after.</summary>
    public Tone Tone { get; init; }

    /// <summary>The words given for it.</summary>
    public string? Reason { get; init; }
}

/// <summary>One tab: an address of its own.</summary>
/// <param name="Text">Translated.</param>
/// <param name="Href">Its address.</param>
/// <param name="Active">Whether it is shown.</param>
/// <param name="Count">How many things are in it.</param>
public sealed record TabItem(string Text, string Href, bool Active = false, int? Count = null);

/// <summary>One place above the present page.</summary>
/// <param name="Text">Translated.</param>
/// <param name="Href">Its address.</param>
public sealed record Crumb(string Text, string Href);

/// <summary>One column of a <see cref="Board"/>.</summary>
/// <param name="Key">Posted as the target of a move.</param>
/// <param name="Title">Translated.</param>
/// <param name="Cards">In order.</param>
public sealed record BoardColumn(string Key, string Title, IReadOnlyList<BoardCard> Cards)
{
    /// <summary>A second line, such as hours planned and free.</summary>
    public string? Hint { get; init; }

    /// <summary>How full it is, 0 to 100; null draws nothing. More than 100 is overbooked.</summary>
    public int? Load { get; init; }

    /// <summary>Whether cards may be moved here.</summary>
    public bool Accepts { get; init; } = true;
}

/// <summary>One card of a <see cref="Board"/>.</summary>
/// <param name="Key">Posted as what is moved.</param>
/// <param name="Title">Short: the order's number.</param>
public sealed record BoardCard(string Key, string Title)
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; init; }

    /// <summary>Two or three short lines.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Its state in words; null for none.</summary>
    public string? Badge { get; init; }

    /// <summary>The badge's colour and the card's edge.</summary>
    public Tone Tone { get; init; }

    /// <summary>Whether it may be moved.</summary>
    public bool Movable { get; init; } = true;
}

/// <summary>A state in a <see cref="LifecycleDiagram"/>.</summary>
/// <param name="Name">Its name in transitions.</param>
/// <param name="Label">Translated.</param>
/// <param name="Count">How many are in it now.</param>
/// <param name="Href">The list behind it.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="Final">Nothing leads out of it.</param>
public sealed record DiagramState(string Name, string Label, int? Count = null, string? Href = null, Tone Tone = Tone.Neutral, bool Final = false);

/// <summary>A transition in a <see cref="LifecycleDiagram"/>.</summary>
/// <param name="From">Name of the state before.</param>
/// <param name="To">Name of the state after.</param>
/// <param name="Label">The trigger, translated.</param>
public sealed record DiagramTransition(string From, string To, string Label);

/// <summary>What a <see cref="LifecycleDiagram"/> draws.</summary>
/// <param name="States">The first is where it begins; the others in the order of a life.</param>
/// <param name="Transitions">Several from one state to one other are drawn as one.</param>
public sealed record Diagram(IReadOnlyList<DiagramState> States, IReadOnlyList<DiagramTransition> Transitions)
{
    /// <summary>The picture of a life cycle's own table.</summary>
    /// <param name="lifecycle">The table.</param>
    /// <param name="texts">Translates states and triggers.</param>
    /// <param name="counts">How many are in each state; a state left out has none.</param>
    /// <param name="href">The list behind a state.</param>
    /// <param name="tone">The colour of a state.</param>
    public static Diagram Of(ILifecycle lifecycle, Texts texts, IReadOnlyDictionary<string, int>? counts = null, Func<string, string?>? href = null, Func<string, Tone>? tone = null) => new(
        [.. lifecycle.States
            .OrderBy(state => state == lifecycle.Initial ? 0 : 1)
            .Select(state => new DiagramState(state, texts[Texts.Humanise(state)], counts?.GetValueOrDefault(state), href?.Invoke(state), tone?.Invoke(state) ?? Tone.Neutral, lifecycle.IsFinal(state)))],
        [.. lifecycle.Transitions.Select(move => new DiagramTransition(move.From, move.To, texts[Texts.Humanise(move.Trigger)]))]);
}
