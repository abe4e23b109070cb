using FluentValidation;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Reception.Features;

/// <summary>Rules of input that several use cases share, each with its one sentence.</summary>
internal static class Rules
{
    /// <summary>The longest term of a warranty.</summary>
    public const int MostMonths = 600;

    public static readonly IReadOnlyList<string> Languages = ["en", "ru", "es", "ko"];

    public static void Needed<T>(this IRuleBuilderInitial<T, string?> rule, int longest, string code, string message = "This is needed.") =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(message).WithErrorCode(code)
            .AtMost(longest);

    public static void Language<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(language => language is null || Languages.Contains(language)).WithMessage("Choose one of the languages offered.").WithErrorCode("Reception.LanguageUnknown");

    public static void EmailOrNothing<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => string.IsNullOrWhiteSpace(text) || (text.Trim().Length <= 200 && IsEmail(text.Trim()))).WithMessage("This is not an e-mail address.").WithErrorCode("Reception.EmailNotRight");

    public static void PhoneOrNothing<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || (text.Trim().Length <= 40 && Kernel.PhoneNumbers.Normalize(text).Length is >= 3 and <= 20)).WithMessage("This is not a telephone number.").WithErrorCode("Reception.PhoneNotRight");

    public static void Months<T>(this IRuleBuilderInitial<T, int> rule) =>
        rule.InclusiveBetween(0, MostMonths).WithMessage("Enter from 0 to 600 months.").WithErrorCode("Reception.MonthsNotRight");

    public static void Months<T>(this IRuleBuilderInitial<T, int?> rule) =>
        rule.InclusiveBetween(0, MostMonths).WithMessage("Enter from 0 to 600 months.").WithErrorCode("Reception.MonthsNotRight");

    public static void ResponseHours<T>(this IRuleBuilderInitial<T, decimal?> rule) =>
        rule.InclusiveBetween(0.25m, 1000m).WithMessage("Enter from a quarter of an hour to 1000 hours.").WithErrorCode("Reception.HoursNotRight");

    /// <summary>The words of a list with commas, semicolons or lines between them.</summary>
    public static string[] WordsOf(string? list) => (list ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsEmail(string text) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);
}
