using FluentValidation;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>A line as it is entered: the part by its identity or by a scanned code.</summary>
/// <param name="PartId">The part; not needed with a code.</param>
/// <param name="Quantity">In <see cref="Unit"/>; negative only in corrections.</param>
public sealed record NewLine(Guid? PartId, decimal Quantity)
{
    /// <summary>Number or barcode; the barcode of a packaging counts in that packaging.</summary>
    public string? Code { get; init; }

    /// <summary>The part's own unit unless said.</summary>
    public string? Unit { get; init; }

    /// <summary>Cost of one of <see cref="Unit"/>, in the branch's currency.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>A bin's code in the warehouse.</summary>
    public string? Bin { get; init; }

    /// <summary>A bin's code in the target warehouse.</summary>
    public string? TargetBin { get; init; }

    /// <summary>Of a serial-tracked part: the serial numbers, one for each piece, separated by commas, semicolons or new lines.</summary>
    public string? Serials { get; init; }

    /// <summary>Of a receipt: the line of the purchase order that it answers.</summary>
    public Guid? PurchaseLineId { get; init; }

    /// <summary>The line's number on the sender's paper, by which it is known again.</summary>
    public int? SourceLine { get; init; }

    internal IReadOnlyList<string> SerialList => Serials.ToSerials();
}

internal static class SerialText
{
    public const int Longest = 80;

    /// <summary>A thousand of them, with what stands between them.</summary>
    public const int LongestList = 1000 * (Longest + 2);

    public static IReadOnlyList<string> ToSerials(this string? text) =>
        text?.Split([',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

internal sealed class NewLineValidator : AbstractValidator<NewLine>
{
    public NewLineValidator()
    {
        RuleFor(l => l.Code).Must((l, code) => l.PartId is not null || !string.IsNullOrWhiteSpace(code)).WithMessage("Scan or choose a part.").WithErrorCode("SpareParts.StockDocument.PartMissing");
        RuleFor(l => l.Quantity).Must(q => q != 0 && Math.Abs(q) <= Rules.Most).WithMessage("The quantity must not be zero, and at most a million.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        RuleFor(l => l.Code).AtMost(200);
        RuleFor(l => l.Unit).AtMost(20);
        RuleFor(l => l.Bin).AtMost(20);
        RuleFor(l => l.TargetBin).AtMost(20);
        RuleFor(l => l.UnitCost).Amount();
        RuleFor(l => l.SerialList).Must(s => s.Count <= 1000 && s.All(serial => serial.Length <= SerialText.Longest))
            .WithMessage("At most 1000 serial numbers of at most 80 characters each.").WithErrorCode("SpareParts.Stock.SerialTooLong").OverridePropertyName(nameof(NewLine.Serials));
    }
}
