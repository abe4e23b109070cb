using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Purchasing;

/// <summary>Why a part is proposed.</summary>
public enum ProposalCause
{
    /// <summary>Stock and orders under way have fallen to the reorder point.</summary>
    ReorderPoint,

    /// <summary>Orders wait for more than there is and will come.</summary>
    OrdersWait,

    /// <summary>It can't be bought for much longer.</summary>
    LastTimeBuy,
}

/// <summary>Where a proposal stands.</summary>
public enum PurchaseProposalState
{
    /// <summary>Being looked at and changed.</summary>
    Open,

    /// <summary>Approved; orders were made of it.</summary>
    Approved,

    /// <summary>Not wanted.</summary>
    Discarded,
}

/// <summary>What moves a proposal.</summary>
public enum PurchaseProposalTrigger
{
    /// <summary>A line is changed.</summary>
    Edit,

    /// <summary>It is approved.</summary>
    Approve,

    /// <summary>It is not wanted.</summary>
    Discard,
}

/// <summary>The one transition table of a proposal.</summary>
internal static class PurchaseProposalLifecycle
{
    public static readonly Lifecycle<PurchaseProposal, PurchaseProposalState, PurchaseProposalTrigger> Table =
        Lifecycle<PurchaseProposal, PurchaseProposalState, PurchaseProposalTrigger>.Define(PurchaseProposalState.Open, life =>
        {
            life.Configure(PurchaseProposalState.Open)
                .PermitReentry(PurchaseProposalTrigger.Edit)
                .PermitIf(PurchaseProposalTrigger.Approve, PurchaseProposalState.Approved, p => p.Lines.Any(l => l.Quantity > 0), "Nothing of it is to be bought.")
                .Permit(PurchaseProposalTrigger.Discard, PurchaseProposalState.Discarded);
            life.Final(PurchaseProposalState.Approved);
            life.Final(PurchaseProposalState.Discarded);
        });
}

/// <summary>The figures a line of a proposal was made from; what is explained to the reader.</summary>
internal sealed record ProposalFigures(
    decimal OnHand, decimal Reserved, decimal OnOrder, decimal Waiting, decimal PerMonth, ForecastMethod Method, decimal LeadDays, int ReviewDays, decimal ServiceLevel, decimal SafetyStock, decimal ReorderPoint,
    OrderPolicy Policy, decimal Need, decimal ByPolicy, decimal SupplierMinimum, decimal Pack)
{
    /// <summary>On its way to the branch from another warehouse.</summary>
    public decimal InTransit { get; init; }

    /// <summary>In the vans of the branch's technicians.</summary>
    public decimal InVans { get; init; }

    /// <summary>On orders that nobody has sent; not counted.</summary>
    public decimal OnDrafts { get; init; }

    public DemandSpread Spread { get; init; }

    /// <summary>Months that were recorded.</summary>
    public int Months { get; init; }

    /// <summary>Numbers of the parts whose place it takes: their demand and stock are in its figures.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>What there is and will come, less what is promised or waited for.</summary>
    public decimal Position => OnHand + InTransit + InVans - Reserved + OnOrder - Waiting;
}

/// <summary>What there is of a part at a branch and will come, with what is wanted of it; of the parts whose place it takes as well.</summary>
/// <param name="OnHand">In the stores that serve orders.</param>
/// <param name="InTransit">On its way to the branch from another warehouse.</param>
/// <param name="InVans">In the vans of its technicians.</param>
/// <param name="Reserved">Promised to orders, in stores and vans.</param>
/// <param name="OnOrder">Of orders that the suppliers have.</param>
/// <param name="Waiting">What orders still wait for.</param>
/// <param name="OnDrafts">On orders that nobody has sent; not counted.</param>
internal sealed record StockPosition(decimal OnHand, decimal InTransit, decimal InVans, decimal Reserved, decimal OnOrder, decimal Waiting, decimal OnDrafts)
{
    public static readonly StockPosition None = new(0, 0, 0, 0, 0, 0, 0);

    public decimal Net => OnHand + InTransit + InVans - Reserved + OnOrder - Waiting;
}

/// <summary>
/// What should be bought for a warehouse and why, line by line. It changes nothing until it is approved, once, by one person; then each supplier's lines become an order to it.
/// </summary>
internal sealed class PurchaseProposal : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<PurchaseProposalLine> lines = [];

    private PurchaseProposal()
    {
    }

    public PurchaseProposal(Guid id, string number, Warehouse warehouse, Instant now, Person by)
    {
        Id = id;
        Number = number;
        BranchId = warehouse.BranchId;
        WarehouseId = warehouse.Id;
        CreatedAt = now;
        (Person, PersonId, ChangedById) = (by.Name, by.Id, by.Id);
    }

    public Guid BranchId { get; private init; }

    public string Number { get; private init; } = "";

    /// <summary>Where the goods are to come.</summary>
    public Guid WarehouseId { get; private init; }

    // For lists only; no rule looks at it.
    public Warehouse Warehouse { get; private init; } = null!;

    public PurchaseProposalState State { get; private set; }

    public Instant CreatedAt { get; private init; }

    public string Person { get; private init; } = "";

    /// <summary>Who made it; null is a program.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>Who changed it last; null is a program.</summary>
    public Guid? ChangedById { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>Of all lines, in the branch's currency.</summary>
    public decimal Amount { get; private set; }

    public IReadOnlyList<PurchaseProposalLine> Lines => lines;

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(PurchaseProposal),
        BranchId = BranchId,
        Code = Number,
        Title = Number,
        Subtitle = Person,
        Href = $"/spare-parts/purchase-proposals/{Id}",
        Permission = SparePartsPermissions.PurchaseRead,
        Text = SearchText.Normalize(Number),
    };

    // Neither its number nor its writer ever changes.
    public bool IsDescribedBy(string property) => false;

    public void Add(PurchaseProposalLine line)
    {
        lines.Add(line);
        Amount += line.Amount;
    }

    /// <summary>Changes what is bought of a part, and where; 0 leaves it out.</summary>
    public Result Edit(Guid lineId, decimal quantity, Guid? supplierId, decimal? price, Guid? changedBy)
    {
        if (Fire(PurchaseProposalTrigger.Edit) is { Succeeded: false, Error: var refused })
        {
            return refused;
        }

        if (lines.Find(l => l.Id == lineId) is not { } line)
        {
            return PurchasingErrors.LineNotFound;
        }

        line.Change(quantity, supplierId, price);
        ChangedById = changedBy;
        Amount = lines.Sum(l => l.Amount);
        return Result.Success;
    }

    /// <summary>Whether somebody made it or changed it last. Programs are one another's.</summary>
    public bool IsOwnOf(Person who) => who.Id == PersonId || who.Id == ChangedById;

    /// <summary>Approves it, never one's own; a line above its class's limit needs the higher right.</summary>
    /// <param name="limits">Per class.</param>
    /// <param name="withoutLimit">Whether the person may approve any amount.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public Result Approve(IReadOnlyDictionary<AbcClass, decimal> limits, bool withoutLimit, Person by, Instant now)
    {
        if (State == PurchaseProposalState.Approved)
        {
            return Error.Refused("SpareParts.PurchaseProposal.AlreadyApproved", "{0} has approved this proposal already.", DecidedBy ?? "");
        }

        if (IsOwnOf(by))
        {
            return PurchasingErrors.OwnProposal;
        }

        foreach (var line in lines.Where(l => l.Quantity > 0))
        {
            if (line.SupplierId is null)
            {
                return Error.Refused("SpareParts.PurchaseProposal.SupplierMissing", "Say from whom {0} is bought.", line.PartNumber);
            }

            if (line.Price is null)
            {
                return Error.Refused("SpareParts.PurchaseProposal.PriceMissing", "Say what one {0} costs.", line.PartNumber);
            }

            if (!withoutLimit && line.Amount > limits[line.Class])
            {
                return Error.Forbidden("SpareParts.PurchaseProposal.AboveLimit", "{0} for {1} is above the limit of {2} for its class. Ask somebody who may approve more.", line.Amount, line.PartNumber, limits[line.Class]);
            }
        }

        return Decide(PurchaseProposalTrigger.Approve, by.Name, now);
    }

    public Result Discard(string person, Instant now) => Decide(PurchaseProposalTrigger.Discard, person, now);

    private Result Decide(PurchaseProposalTrigger trigger, string person, Instant now)
    {
        var moved = Fire(trigger);
        if (moved.Succeeded)
        {
            (DecidedBy, DecidedAt) = (person, now);
        }

        return moved;
    }

    private Result Fire(PurchaseProposalTrigger trigger)
    {
        var next = PurchaseProposalLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        if (next.Value != State)
        {
            Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), null));
            State = next.Value;
        }

        return Result.Success;
    }
}

/// <summary>One part of a proposal, with the figures it was made from as they were then.</summary>
internal sealed class PurchaseProposalLine : Entity
{
    private PurchaseProposalLine()
    {
    }

    public PurchaseProposalLine(Guid id, Guid proposalId, int line, Guid partId, string partNumber, AbcClass abc, ProposalCause cause, ProposalFigures figures, decimal quantity, Guid? supplierId, decimal? price)
    {
        Id = id;
        ProposalId = proposalId;
        Line = line;
        PartId = partId;
        PartNumber = partNumber;
        Class = abc;
        Cause = cause;
        Figures = figures;
        Suggested = quantity;
        Change(quantity, supplierId, price);
    }

    public Guid ProposalId { get; private init; }

    public int Line { get; private init; }

    public Guid PartId { get; private init; }

    // For lists only; no rule looks at them.
    public Part Part { get; private init; } = null!;

    public Supplier? Supplier { get; private init; }

    public string PartNumber { get; private init; } = "";

    public AbcClass Class { get; private init; }

    public ProposalCause Cause { get; private init; }

    public ProposalFigures Figures { get; private init; } = null!;

    /// <summary>What the program proposed, in the part's unit.</summary>
    public decimal Suggested { get; private init; }

    public decimal Quantity { get; private set; }

    public Guid? SupplierId { get; private set; }

    /// <summary>Net price of one of the part's unit, in the branch's currency.</summary>
    public decimal? Price { get; private set; }

    public decimal Amount => Quantity * (Price ?? 0);

    public void Change(decimal quantity, Guid? supplierId, decimal? price) => (Quantity, SupplierId, Price) = (quantity, supplierId, price);
}
