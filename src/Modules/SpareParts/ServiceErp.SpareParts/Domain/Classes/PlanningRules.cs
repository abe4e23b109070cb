using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Classes;

/// <summary>
/// How parts are classed and bought; there is one of it. The shares of A and B leave something for C, the limit of X lies below that of Y.
/// </summary>
internal sealed class PlanningRules : Aggregate
{
    /// <summary>The identity of the only one.</summary>
    public static readonly Guid TheOne = new("0198a000-0000-7000-8000-000000000001");

    public PlanningRules() => Id = TheOne;

    /// <summary>Whole months before the present one that are looked at.</summary>
    public int WindowMonths { get; private set; } = 12;

    /// <summary>Percent of the whole that A takes.</summary>
    public decimal ShareOfA { get; private set; } = 80;

    /// <summary>Percent of the whole that B takes; the rest is C.</summary>
    public decimal ShareOfB { get; private set; } = 15;

    public ShareRule By { get; private set; }

    /// <summary>Largest coefficient of variation of X.</summary>
    public decimal LimitOfX { get; private set; } = 0.5m;

    /// <summary>Largest coefficient of variation of Y.</summary>
    public decimal LimitOfY { get; private set; } = 1m;

    /// <summary>Taken for the lead time where neither receipts nor the supplier's promise say it.</summary>
    public int UsualLeadDays { get; private set; } = 14;

    /// <summary>What it costs to write and receive one order line, for the economic quantity.</summary>
    public decimal OrderCost { get; private set; } = 25;

    /// <summary>Percent of its value that keeping a part for a year costs.</summary>
    public decimal HoldingPercent { get; private set; } = 20;

    /// <summary>How long a purchase lasts where the part says nothing else.</summary>
    public int UsualCoverDays { get; private set; } = 30;

    /// <summary>Percent above the ordered quantity that is still taken in.</summary>
    public decimal OverDeliveryPercent { get; private set; } = 10;

    /// <summary>Percent below the ordered quantity at which a line counts as complete.</summary>
    public decimal UnderDeliveryPercent { get; private set; }

    /// <summary>Percent by which an invoiced price may differ from the ordered one.</summary>
    public decimal PricePercent { get; private set; } = 5;

    /// <summary>Demand was gathered up to here; movements after it are still to be looked at.</summary>
    public Instant? DemandGatheredAt { get; private set; }

    public Result Class(int windowMonths, decimal shareOfA, decimal shareOfB, ShareRule by, decimal limitOfX, decimal limitOfY)
    {
        if (shareOfA + shareOfB >= 100)
        {
            return Error.Invalid("SpareParts.PlanningRules.NothingForC", "A and B together must leave something for C: less than 100 percent.").On(nameof(ShareOfB));
        }

        if (limitOfX >= limitOfY)
        {
            return Error.Invalid("SpareParts.PlanningRules.LimitsCrossed", "The limit of X must lie below that of Y.").On(nameof(LimitOfX));
        }

        (WindowMonths, ShareOfA, ShareOfB, By, LimitOfX, LimitOfY) = (windowMonths, shareOfA, shareOfB, by, limitOfX, limitOfY);
        return Result.Success;
    }

    public void Buy(int usualLeadDays, int usualCoverDays, decimal orderCost, decimal holdingPercent, decimal overDeliveryPercent, decimal underDeliveryPercent, decimal pricePercent)
    {
        (UsualLeadDays, UsualCoverDays, OrderCost, HoldingPercent) = (usualLeadDays, usualCoverDays, orderCost, holdingPercent);
        (OverDeliveryPercent, UnderDeliveryPercent, PricePercent) = (overDeliveryPercent, underDeliveryPercent, pricePercent);
    }

    public void Gathered(Instant upTo) => DemandGatheredAt = upTo;
}

/// <summary>What a class means for the work in the store (PAR-3): how surely its parts are there, how often they are looked at and counted, how much may be bought of one without asking.</summary>
internal sealed class ClassPolicy : Aggregate
{
    private ClassPolicy()
    {
    }

    public ClassPolicy(Guid id, AbcClass abc)
    {
        Id = id;
        Class = abc;
        var usual = Usual(abc);
        (ServiceLevel, ReviewDays, CountDays, ApprovalLimit) = (usual.ServiceLevel, usual.ReviewDays, usual.CountDays, usual.ApprovalLimit);
    }

    public AbcClass Class { get; private init; }

    /// <summary>Percent of the order cycles that bring no shortage; 50 to 99.99.</summary>
    public decimal ServiceLevel { get; private set; }

    /// <summary>Days between two looks at whether to buy.</summary>
    public int ReviewDays { get; private set; }

    /// <summary>Days between two counts.</summary>
    public int CountDays { get; private set; }

    /// <summary>Largest amount of one line of a proposal that is approved without the higher right, in the branch's currency.</summary>
    public decimal ApprovalLimit { get; private set; }

    public static ClassTerms Usual(AbcClass abc) => abc switch
    {
        AbcClass.A => new(98, 7, 30, 5_000),
        AbcClass.B => new(95, 14, 90, 2_000),
        AbcClass.C => new(90, 30, 180, 1_000),
        _ => new(80, 30, 365, 500),
    };

    public void Agree(ClassTerms terms) => (ServiceLevel, ReviewDays, CountDays, ApprovalLimit) = (terms.ServiceLevel, terms.ReviewDays, terms.CountDays, terms.ApprovalLimit);
}

/// <summary>The figures of a class's policy.</summary>
internal sealed record ClassTerms(decimal ServiceLevel, int ReviewDays, int CountDays, decimal ApprovalLimit);
