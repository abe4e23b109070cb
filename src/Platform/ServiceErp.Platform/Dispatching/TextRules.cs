using FluentValidation;

namespace ServiceErp.Platform.Dispatching;

/// <summary>The one rule for how long a text may be, with the program's own code and sentence.</summary>
public static class TextRules
{
    /// <summary>The code of a text that is longer than it may be.</summary>
    public const string TooLong = "Platform.TextTooLong";

    private const string Sentence = "At most {0} characters are possible here.";

    /// <summary>Refuses a text that is longer than its column or its purpose allows; every text of a command has such an end.</summary>
    /// <param name="rule">The rule of one text.</param>
    /// <param name="longest">How many characters are possible, as they arrive.</param>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.MaximumLength(longest).WithErrorCode(TooLong).WithMessage(Sentence).WithState(_ => new object?[] { longest });
}
