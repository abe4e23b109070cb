namespace ServiceErp.Platform.Ui;

/// <summary>
/// What a module puts on the start page, "my work today" (HOST-4). Implemented in the module's <c>Integration</c> folder and registered in its
/// <c>Register</c>: <c>builder.RegisterType&lt;WorkshopToday&gt;().As&lt;IStartPagePart&gt;()</c>. It is made in the signed-in user's scope, so it may take the
/// module's context, <see cref="Dispatching.ICurrentUser"/>, <see cref="Localization.Texts"/> and <see cref="NodaTime.IClock"/>.
/// </summary>
public interface IStartPagePart
{
    /// <summary>Smaller is higher; 100 for the user's own work, 200 for what the user supervises, 300 for figures.</summary>
    int Order { get; }

    /// <summary>The part for the current user: ask only for what they may see, and answer <see cref="StartPageContent.Nothing"/> when that is nothing.</summary>
    /// <param name="cancel">The reader has left.</param>
    Task<StartPageContent> ComposeAsync(CancellationToken cancel);
}

/// <summary>One module's part of the start page.</summary>
/// <param name="Tiles">Numbers that matter today.</param>
/// <param name="Lists">Short lists of what is to be done, at most some eight rows each.</param>
public sealed record StartPageContent(IReadOnlyList<StartPageTile> Tiles, IReadOnlyList<StartPageList> Lists)
{
    /// <summary>Nothing for this user.</summary>
    public static readonly StartPageContent Nothing = new([], []);
}

/// <summary>A number and the list behind it.</summary>
/// <param name="Number">Formatted for the reader.</param>
/// <param name="Label">Translated.</param>
/// <param name="Href">The list.</param>
/// <param name="Tone">What its colour says; neutral when all is well.</param>
public sealed record StartPageTile(string Number, string Label, string Href, Tone Tone = Tone.Neutral)
{
    /// <summary>A second line, translated.</summary>
    public string? Hint { get; init; }

    /// <summary>A name in <c>Client/icons.txt</c>.</summary>
    public string? Icon { get; init; }
}

/// <summary>A short list of what is to be done. One without rows is shown only when it says so itself in <see cref="EmptyText"/>.</summary>
/// <param name="Title">Translated.</param>
/// <param name="Rows">The most urgent first.</param>
public sealed record StartPageList(string Title, IReadOnlyList<StartPageRow> Rows)
{
    /// <summary>The whole list.</summary>
    public string? Href { get; init; }

    /// <summary>How many there are altogether; null counts the rows.</summary>
    public int? Count { get; init; }

    /// <summary>A name in <c>Client/icons.txt</c>.</summary>
    public string? Icon { get; init; }

    /// <summary>What an empty list says, translated; null hides it.</summary>
    public string? EmptyText { get; init; }
}

/// <summary>One thing to do.</summary>
/// <param name="Text">First line, translated or a name.</param>
/// <param name="Href">Its page.</param>
public sealed record StartPageRow(string Text, string Href)
{
    /// <summary>Second line.</summary>
    public string? Hint { get; init; }

    /// <summary>State or deadline in words; null for none.</summary>
    public string? Badge { get; init; }

    /// <summary>The badge's colour.</summary>
    public Tone Tone { get; init; }
}
