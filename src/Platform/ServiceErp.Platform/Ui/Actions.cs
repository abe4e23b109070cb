using Microsoft.AspNetCore.Components;

namespace ServiceErp.Platform.Ui;

/// <summary>Something the reader may do here: a link, or a POST that may ask for a reason or more fields first.</summary>
/// <param name="Text">Translated; an imperative.</param>
public sealed record ActionItem(string Text)
{
    /// <summary>A name in <c>Client/icons.txt</c>.</summary>
    public string? Icon { get; init; }

    /// <summary>Where it leads; a link changes nothing.</summary>
    public string? Href { get; init; }

    /// <summary>Opens in a new tab: for documents to print.</summary>
    public bool NewTab { get; init; }

    /// <summary>The address it posts to.</summary>
    public string? Post { get; init; }

    /// <summary>Hidden fields to be posted, such as the version that the reader saw.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>How the button looks.</summary>
    public ButtonTone Tone { get; init; }

    /// <summary>Asks for words first; posted as <see cref="ReasonName"/>.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>The posted name of the reason.</summary>
    public string ReasonName { get; init; } = "Reason";

    /// <summary>The question above the reason; null asks for "Reason".</summary>
    public string? ReasonLabel { get; init; }

    /// <summary>What will happen, said in the dialog; alone it asks for a confirmation.</summary>
    public string? Explanation { get; init; }

    /// <summary>Further fields of the dialog.</summary>
    public RenderFragment? Fields { get; init; }

    /// <summary>Why it is not possible now; the button stays visible and says so.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>Whether a dialog opens before anything is posted.</summary>
    public bool Asks => NeedsReason || Explanation is not null || Fields is not null;
}
