using FluentValidation;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>The one rule for reasons that a command takes: what is kept for those who ask later must tell them something (see <see cref="Reasons"/>).</summary>
public static class ReasonRules
{
    /// <summary>Code of the refusal when nothing is said.</summary>
    public const string MissingCode = "Platform.ReasonMissing";

    /// <summary>Code of the refusal when what is said tells nothing.</summary>
    public const string TooShortCode = "Platform.ReasonTooShort";

    private const string TooShort = "Say it in a sentence: at least two words and eight letters.";

    /// <summary>A reason is needed, in a sentence.</summary>
    /// <param name="rule">The field.</param>
    /// <param name="missing">What is said when it is empty.</param>
    /// <param name="longest">As many characters as can be kept.</param>
    public static IRuleBuilderOptions<T, string?> Reason<T>(this IRuleBuilderInitial<T, string?> rule, string missing = "Give the reason.", int longest = 1000) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(missing).WithErrorCode(MissingCode)
            .Must(Reasons.IsSentence).WithMessage(TooShort).WithErrorCode(TooShortCode)
            .AtMost(longest);

    /// <summary>A reason may be given; if it is, then in a sentence. For commands that need one in some cases only, which their handler or aggregate knows.</summary>
    /// <param name="rule">The field.</param>
    /// <param name="longest">As many characters as can be kept.</param>
    public static IRuleBuilderOptions<T, string?> ReasonOrNothing<T>(this IRuleBuilderInitial<T, string?> rule, int longest = 1000) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => string.IsNullOrWhiteSpace(text) || Reasons.IsSentence(text)).WithMessage(TooShort).WithErrorCode(TooShortCode)
            .AtMost(longest);
}
