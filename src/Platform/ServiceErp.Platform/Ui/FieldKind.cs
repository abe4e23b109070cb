namespace ServiceErp.Platform.Ui;

/// <summary>The control of a <see cref="Field"/>.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines; grows with its content.</summary>
    TextArea,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount, with the decimals of the currency named beside it.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Day and time in the reader's zone.</summary>
    DateTime,

    /// <summary>Time of day.</summary>
    Time,

    /// <summary>One of the options, in a box that opens.</summary>
    Select,

    /// <summary>Yes or no; posts <c>true</c> or <c>false</c>.</summary>
    CheckBox,

    /// <summary>One of few options, each a large card with a hint: for choices that matter.</summary>
    RadioCards,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One or more files.</summary>
    File,

    /// <summary>Never given back by the server.</summary>
    Password,

    /// <summary>One line with suggestions from the options; anything else may be typed.</summary>
    Suggest,
}
