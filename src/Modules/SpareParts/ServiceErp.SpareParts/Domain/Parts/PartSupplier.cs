using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Suppliers;

namespace ServiceErp.SpareParts.Domain.Parts;

/// <summary>On which terms a supplier delivers a part.</summary>
/// <param name="Number">The supplier's own number for it.</param>
/// <param name="Price">Net price of one <see cref="Unit"/>; null while nobody asked.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="LeadDays">Calendar days from order to arrival, as the supplier promises.</param>
/// <param name="Minimum">Least that is delivered, in <see cref="Unit"/>.</param>
/// <param name="Pack">Delivered in multiples of it, in <see cref="Unit"/>.</param>
/// <param name="Preferred">Asked first.</param>
internal sealed record SupplierTerms(string? Number, decimal? Price, string Currency, int? LeadDays, decimal Minimum, decimal Pack, bool Preferred)
{
    /// <summary>The unit that is ordered in, the part's own unless said.</summary>
    public string? Unit { get; init; }

    /// <summary>Months from receipt for which they stand for this part; null is what is agreed for all of theirs.</summary>
    public int? WarrantyMonths { get; init; }
}

/// <summary>A supplier of a part with the terms.</summary>
internal sealed class PartSupplier : Entity
{
    private PartSupplier()
    {
    }

    public PartSupplier(Guid id, Guid partId, Guid supplierId)
    {
        Id = id;
        PartId = partId;
        SupplierId = supplierId;
    }

    public Guid PartId { get; private init; }

    public Guid SupplierId { get; private init; }

    // For lists only; no rule looks at it.
    public Supplier Supplier { get; private init; } = null!;

    /// <summary>The supplier's own number for the part.</summary>
    public string? Number { get; private set; }

    /// <summary>Ordered and priced in it.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Net price of one <see cref="Unit"/>.</summary>
    public decimal? Price { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Since when the price is this.</summary>
    public LocalDate PriceSince { get; private set; }

    /// <summary>Calendar days from order to arrival.</summary>
    public int? LeadDays { get; private set; }

    /// <summary>In <see cref="Unit"/>; 0 is none.</summary>
    public decimal Minimum { get; private set; }

    /// <summary>In <see cref="Unit"/>; more than zero.</summary>
    public decimal Pack { get; private set; } = 1;

    public bool Preferred { get; private set; }

    /// <summary>Months from receipt for which they stand for this part; null is what is agreed for all of theirs.</summary>
    public int? WarrantyMonths { get; private set; }

    public void Agree(SupplierTerms terms, LocalDate today)
    {
        if (PriceSince == default || (Price, Currency) != (terms.Price, terms.Currency))
        {
            PriceSince = today;
        }

        (Number, Unit, Price, Currency) = (Codes.CleanOrNull(terms.Number), terms.Unit!, terms.Price, terms.Currency);
        (LeadDays, Minimum, Pack, WarrantyMonths) = (terms.LeadDays, terms.Minimum, terms.Pack, terms.WarrantyMonths);
    }

    public void Prefer(bool preferred) => Preferred = preferred;
}
