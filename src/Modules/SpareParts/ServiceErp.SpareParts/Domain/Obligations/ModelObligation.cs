using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Obligations;

/// <summary>How long parts of a model must be obtainable (PAR-7).</summary>
internal sealed class ModelObligation : Aggregate
{
    private ModelObligation()
    {
    }

    public ModelObligation(Guid id, string modelCode)
    {
        Id = id;
        ModelCode = Codes.Clean(modelCode);
    }

    public string ModelCode { get; private init; } = "";

    /// <summary>As stated by the maker; null where none is.</summary>
    public int? ServiceLifeYears { get; private set; }

    /// <summary>Null while the model is sold.</summary>
    public LocalDate? LastSaleOn { get; private set; }

    /// <summary>The last day of the obligation; null while it has no end.</summary>
    public LocalDate? EndsOn { get; private set; }

    public void Set(int? serviceLifeYears, LocalDate? lastSaleOn) =>
        (ServiceLifeYears, LastSaleOn, EndsOn) = (serviceLifeYears, lastSaleOn, SupplyObligation.EndOf(lastSaleOn, serviceLifeYears));
}
