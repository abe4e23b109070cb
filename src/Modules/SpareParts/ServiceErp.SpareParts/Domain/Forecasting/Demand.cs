using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;

namespace ServiceErp.SpareParts.Domain.Forecasting;

/// <summary>The length of a period of demand.</summary>
public enum Grain
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Weeks from Monday.</summary>
    Week,
}

/// <summary>
/// What orders took of a part out of a warehouse in a month, gathered from the ledger by the database itself; and, under no warehouse, what orders asked for in it and did not get. Where there is no
/// row nothing was asked.
/// </summary>
internal sealed class Demand
{
    /// <summary>Stands for the warehouse of what was not delivered.</summary>
    public static readonly Guid NoWarehouse = Guid.Empty;

    /// <summary>Its first day.</summary>
    public LocalDate Month { get; private init; }

    public Guid PartId { get; private init; }

    public Guid WarehouseId { get; private init; }

    public Guid BranchId { get; private init; }

    /// <summary>Handed out less returned; negative when more came back than went out.</summary>
    public decimal Quantity { get; private init; }

    /// <summary>Its cost.</summary>
    public decimal Value { get; private init; }

    /// <summary>Asked for and not delivered: still waited for, or given up.</summary>
    public decimal Refused { get; private init; }
}

/// <summary>Demand of a month before the ledger began, or from another program. A quantity of null says that nobody wrote it down, which is not the same as nothing.</summary>
internal sealed class DemandRecord
{
    private DemandRecord()
    {
    }

    public DemandRecord(Guid branchId, Guid partId, LocalDate month) => (BranchId, PartId, Month) = (branchId, partId, month);

    public Guid BranchId { get; private init; }

    public Guid PartId { get; private init; }

    /// <summary>Its first day.</summary>
    public LocalDate Month { get; private init; }

    public decimal? Quantity { get; private set; }

    /// <summary>What it cost; 0 where unknown.</summary>
    public decimal Value { get; private set; }

    /// <returns>Whether that is something else than before.</returns>
    public bool Note(decimal? quantity, decimal value)
    {
        var changed = (Quantity, Value) != (quantity, value);
        (Quantity, Value) = (quantity, value);
        return changed;
    }
}

/// <summary>What is expected of a part at a branch and how much must be there; rewritten as a whole each time it is planned.</summary>
internal sealed class PartForecast : IIdentified, IBranchOwned
{
    public Guid BranchId { get; init; }

    /// <summary>The part.</summary>
    public Guid Id { get; init; }

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    public required string PartNumber { get; init; }

    public Instant CalculatedAt { get; init; }

    public DemandPattern Pattern { get; init; }

    public decimal? Interval { get; init; }

    public decimal? Unevenness { get; init; }

    /// <summary>Months that were recorded.</summary>
    public int Months { get; init; }

    /// <summary>The best one; of a history too short to try any, the moving average.</summary>
    public ForecastMethod Method { get; init; }

    /// <summary>Months that were forecast to find the best.</summary>
    public int Tested { get; init; }

    public decimal PerMonth { get; init; }

    /// <summary>Root mean square error of a month's forecast; of a history too short, its standard deviation.</summary>
    public decimal Error { get; init; }

    /// <summary>MASE of the best method.</summary>
    public decimal? Scaled { get; init; }

    public decimal? ScaledAverage { get; init; }

    public decimal? ScaledCroston { get; init; }

    public decimal? ScaledSba { get; init; }

    public decimal? ScaledTsb { get; init; }

    public Classes.AbcClass Class { get; private set; }

    public decimal ServiceLevel { get; private set; }

    public decimal LeadDays { get; init; }

    public decimal LeadDeviation { get; init; }

    public LeadTimeSource LeadSource { get; init; }

    public int ReviewDays { get; private set; }

    /// <summary>The part of the reorder point that is not expected to be asked for.</summary>
    public decimal SafetyStock { get; private set; }

    /// <summary>How the demand until the next delivery is taken to be spread.</summary>
    public DemandSpread Spread { get; private set; }

    /// <summary>When stock and orders under way fall to it, it is time to buy; of min-max parts the minimum.</summary>
    public decimal ReorderPoint { get; private set; }

    /// <summary>Judges what was foreseen by a class's policy and by how the part is bought: so much must be there.</summary>
    public PartForecast By(Classes.AbcClass abc, Classes.ClassTerms terms, PartPlan? plan)
    {
        var need = StockNeed.Of((double)PerMonth, (double)Error, new LeadTime((double)LeadDays, (double)LeadDeviation, LeadSource), terms.ReviewDays, terms.ServiceLevel, Months);
        (Class, ServiceLevel, ReviewDays) = (abc, terms.ServiceLevel, terms.ReviewDays);
        (SafetyStock, Spread, ReorderPoint) = (need.SafetyStock, need.Spread, plan?.Policy == OrderPolicy.MinMax ? plan.Minimum : need.ReorderPoint);
        return this;
    }
}

/// <summary>How a part is bought, where it is not as usual; and whether it can be bought for much longer.</summary>
internal sealed class PartPlan : Aggregate
{
    private PartPlan()
    {
    }

    public PartPlan(Guid partId) => Id = partId;

    /// <summary>Of a part with a minimum and maximum: the branch that keeps it even if it never lay there; others keep it once they have had it.</summary>
    public Guid? KeptAt { get; private set; }

    public OrderPolicy Policy { get; private set; }

    public decimal FixedQuantity { get; private set; }

    public decimal Minimum { get; private set; }

    public decimal Maximum { get; private set; }

    /// <summary>Null is as usual.</summary>
    public int? CoverDays { get; private set; }

    /// <summary>Goes before what was measured or promised.</summary>
    public int? LeadDays { get; private set; }

    /// <summary>The maker gave it up on this day.</summary>
    public LocalDate? DiscontinuedOn { get; private set; }

    /// <summary>The last day on which it can be ordered.</summary>
    public LocalDate? LastOrderOn { get; private set; }

    public Result Set(OrderPolicy policy, decimal fixedQuantity, decimal minimum, decimal maximum, int? coverDays, int? leadDays, Guid? keptAt)
    {
        if (policy == OrderPolicy.Fixed && fixedQuantity <= 0)
        {
            return Error.Invalid("SpareParts.PartPlan.FixedMissing", "Say how many are bought at a time.").On(nameof(FixedQuantity));
        }

        if (policy == OrderPolicy.MinMax && maximum <= minimum)
        {
            return Error.Invalid("SpareParts.PartPlan.MaximumTooLow", "The maximum must be more than the minimum.").On(nameof(Maximum));
        }

        (Policy, FixedQuantity, Minimum, Maximum, CoverDays, LeadDays) = (policy, fixedQuantity, minimum, maximum, coverDays, leadDays);
        KeptAt = policy == OrderPolicy.MinMax ? keptAt : null;
        return Result.Success;
    }

    public void Discontinue(LocalDate? on, LocalDate? lastOrderOn) => (DiscontinuedOn, LastOrderOn) = (on, lastOrderOn);
}
