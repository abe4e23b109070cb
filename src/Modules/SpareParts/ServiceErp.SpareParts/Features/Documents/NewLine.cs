using FluentValidation;

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
}

internal sealed class NewLineValidator : AbstractValidator<NewLine>
{
    public NewLineValidator()
    {
        RuleFor(l => l.Code).Must((l, code) => l.PartId is not null || !string.IsNullOrWhiteSpace(code)).WithMessage("Scan or choose a part.").WithErrorCode("SpareParts.StockDocument.PartMissing");
        RuleFor(l => l.Quantity).Must(q => q != 0 && Math.Abs(q) <= Rules.Most).WithMessage("The quantity must not be zero, and at most a million.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        RuleFor(l => l.UnitCost).Amount();
    }
}
