using NodaTime;

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
