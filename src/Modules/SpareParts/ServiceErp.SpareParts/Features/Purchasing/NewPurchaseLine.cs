using FluentValidation;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>A line of an order to a supplier as it is entered: the part by its identity or by a code.</summary>
/// <param name="PartId">The part; not needed with a code.</param>
/// <param name="Quantity">In <see cref="Unit"/>.</param>
/// <param name="Price">Net, of one <see cref="Unit"/>; the supplier's terms unless said.</param>
public sealed record NewPurchaseLine(Guid? PartId, decimal Quantity, decimal? Price)
{
    /// <summary>Number or barcode.</summary>
    public string? Code { get; init; }

    /// <summary>A packaging of the part; its own unit unless said, or the packaging whose barcode is the code.</summary>
    public string? Unit { get; init; }

    /// <summary>Days until it is expected; the supplier's terms unless said.</summary>
    public int? LeadDays { get; init; }
}

internal sealed class NewPurchaseLineValidator : AbstractValidator<NewPurchaseLine>
{
    public NewPurchaseLineValidator()
    {
        RuleFor(l => l.Code).Must((l, code) => l.PartId is not null || !string.IsNullOrWhiteSpace(code)).WithMessage("Scan or choose a part.").WithErrorCode("SpareParts.StockDocument.PartMissing");
        RuleFor(l => l.Code).AtMost(200);
        RuleFor(l => l.Unit).AtMost(20);
        RuleFor(l => l.Quantity).Quantity();
        RuleFor(l => l.Price).Amount();
        RuleFor(l => l.LeadDays).InclusiveBetween(0, 1000).WithMessage("From 0 to 1000 days.").WithErrorCode("SpareParts.Supplier.LeadDaysNotRight");
    }
}
