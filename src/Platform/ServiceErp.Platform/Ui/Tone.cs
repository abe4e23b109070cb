namespace ServiceErp.Platform.Ui;

/// <summary>What a colour says; never the only carrier of the meaning.</summary>
public enum Tone
{
    /// <summary>No judgement: drafts, closed and archived things.</summary>
    Neutral,

    /// <summary>New, or worth knowing.</summary>
    Info,

    /// <summary>Somebody is at work on it.</summary>
    Progress,

    /// <summary>It waits for somebody or something; a deadline comes near.</summary>
    Waiting,

    /// <summary>Finished, released, paid, in time.</summary>
    Good,

    /// <summary>Refused, failed, overdue.</summary>
    Bad,
}

/// <summary>How a button looks.</summary>
public enum ButtonTone
{
    /// <summary>One of several.</summary>
    Ordinary,

    /// <summary>The next step that is expected; at most one in a bar.</summary>
    Primary,

    /// <summary>Hard to undo.</summary>
    Danger,
}

internal static class ToneNames
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "tone-info",
        Tone.Progress => "tone-progress",
        Tone.Waiting => "tone-waiting",
        Tone.Good => "tone-good",
        Tone.Bad => "tone-bad",
        _ => "tone-neutral",
    };

    public static string Css(this ButtonTone tone) => tone switch
    {
        ButtonTone.Primary => "btn btn-primary",
        ButtonTone.Danger => "btn btn-outline-danger",
        _ => "btn",
    };
}
