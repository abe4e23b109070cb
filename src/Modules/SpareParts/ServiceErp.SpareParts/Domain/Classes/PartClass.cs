using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;

namespace ServiceErp.SpareParts.Domain.Classes;

/// <summary>The class of one part in one classification. Rows are written by the database itself, all parts at once.</summary>
internal sealed class PartClass : IIdentified
{
    public Guid RunId { get; private init; }

    /// <summary>The part.</summary>
    public Guid Id { get; private init; }

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    public string PartNumber { get; private init; } = "";

    /// <summary>Computed.</summary>
    public AbcClass Abc { get; private init; }

    public XyzClass Xyz { get; private init; }

    /// <summary>Set by a person; stands beside the computed one and goes before it.</summary>
    public AbcClass? Manual { get; private set; }

    /// <summary>The manual class, or else the computed one.</summary>
    public AbcClass Class { get; private set; }

    /// <summary>1 is the part of the largest consumption value; ties by part number.</summary>
    public int Rank { get; private init; }

    /// <summary>Used in the window, in the part's unit.</summary>
    public decimal Quantity { get; private init; }

    /// <summary>Its cost, in the branch's currency.</summary>
    public decimal Value { get; private init; }

    /// <summary>Percent of the whole value up to and with this part.</summary>
    public decimal Cumulated { get; private init; }

    /// <summary>Coefficient of variation of the monthly quantities, from the variance of a sample (n − 1) as in <c>DemandShape</c>; null without consumption.</summary>
    public decimal? Variation { get; private init; }

    public void Override(AbcClass? manual) => (Manual, Class) = (manual, manual ?? Abc);
}

/// <summary>A class that a person has set, with the reason; it outlives classifications until it is taken back.</summary>
internal sealed class ManualClass : Aggregate, IBranchOwned
{
    private ManualClass()
    {
    }

    public ManualClass(Guid id, Guid branchId, Guid? warehouseId, Guid partId)
    {
        Id = id;
        BranchId = branchId;
        WarehouseId = warehouseId;
        PartId = partId;
    }

    public Guid BranchId { get; private init; }

    public Guid? WarehouseId { get; private init; }

    public Guid PartId { get; private init; }

    public AbcClass Class { get; private set; }

    public string Reason { get; private set; } = "";

    public string Person { get; private set; } = "";

    public Instant At { get; private set; }

    public void Set(AbcClass abc, string reason, string person, Instant now) => (Class, Reason, Person, At) = (abc, reason.Trim(), person, now);
}

/// <summary>Why a class changed.</summary>
public enum ClassChangeCause
{
    /// <summary>A classification computed another one.</summary>
    Computed,

    /// <summary>A person set it.</summary>
    Set,

    /// <summary>A person took theirs back.</summary>
    TakenBack,
}

/// <summary>One change of a part's class; kept for ever.</summary>
internal sealed class ClassChange : IIdentified, IBranchOwned
{
    private ClassChange()
    {
    }

    public ClassChange(Guid cause, Guid partId, ManualClass manual, AbcClass? from, AbcClass to, XyzClass xyz, ClassChangeCause why)
    {
        CauseId = cause;
        Id = partId;
        (BranchId, WarehouseId, At, Person, Reason) = (manual.BranchId, manual.WarehouseId, manual.At, manual.Person, manual.Reason);
        (FromAbc, ToAbc, FromXyz, ToXyz, Cause) = (from ?? to, to, xyz, xyz, why);
    }

    /// <summary>The classification, or the deed of a person.</summary>
    public Guid CauseId { get; private init; }

    /// <summary>The part.</summary>
    public Guid Id { get; private init; }

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    public Guid BranchId { get; private init; }

    public Guid? WarehouseId { get; private init; }

    public Instant At { get; private init; }

    public AbcClass FromAbc { get; private init; }

    public AbcClass ToAbc { get; private init; }

    public XyzClass FromXyz { get; private init; }

    public XyzClass ToXyz { get; private init; }

    public ClassChangeCause Cause { get; private init; }

    /// <summary>A person's words; of computed ones null, for the figures say it.</summary>
    public string? Reason { get; private init; }

    public string Person { get; private init; } = "";

    /// <summary>Consumption value before and after, of computed ones.</summary>
    public decimal FromValue { get; private init; }

    public decimal ToValue { get; private init; }
}
