using FluentValidation;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;

namespace ServiceErp.SpareParts.Features;

/// <summary>Rules of input that several use cases share, each with its one sentence.</summary>
internal static class Rules
{
    public const decimal Most = 1_000_000;

    public static void Quantity<T>(this IRuleBuilderInitial<T, decimal> rule) =>
        rule.Must(q => q > 0 && q <= Most && decimal.Round(q, Part.QuantityDigits) == q)
            .WithMessage("The quantity must be more than zero, at most a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");

    public static void Amount<T>(this IRuleBuilderInitial<T, decimal> rule) =>
        rule.Must(IsAmount).WithMessage("The amount must be from zero to a hundred million.").WithErrorCode("SpareParts.Part.AmountNotRight");

    public static void Amount<T>(this IRuleBuilderInitial<T, decimal?> rule) =>
        rule.Must(a => a is null || IsAmount(a.Value)).WithMessage("The amount must be from zero to a hundred million.").WithErrorCode("SpareParts.Part.AmountNotRight");

    public static void Needed<T>(this IRuleBuilderInitial<T, string> rule, int longest, string code) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("This is needed.").WithErrorCode(code)
            .AtMost(longest);

    private static bool IsAmount(decimal amount) => amount is >= 0 and <= 100_000_000;
}
