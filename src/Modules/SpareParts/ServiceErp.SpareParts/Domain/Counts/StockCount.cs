using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Counts;

/// <summary>What a count is for.</summary>
public enum StockCountKind
{
    /// <summary>A day's share of the places, by class.</summary>
    Cycle,

    /// <summary>Every place of a warehouse, with its balance frozen at the beginning.</summary>
    Full,
}

/// <summary>
/// A count of some places of a warehouse, blind: who counts does not see what should be there (PAR-5). Work goes on meanwhile: a count is compared with the balance of its own moment, and what moved since
/// stays as it is. Its lines are read and written singly, for a full stocktake may have many.
/// </summary>
internal sealed class StockCount : Aggregate, IBranchOwned, ISearchable
{
    private readonly string place = "";

    private StockCount()
    {
    }

    public StockCount(Guid id, string number, StockCountKind kind, Warehouse warehouse, LocalDate day, Instant now, string person)
    {
        Id = id;
        Number = number;
        Kind = kind;
        BranchId = warehouse.BranchId;
        WarehouseId = warehouse.Id;
        PlannedFor = day;
        CreatedAt = now;
        Person = person;
        place = $"{warehouse.Code} {warehouse.Name}";
    }

    public string Number { get; private init; } = "";

    public StockCountKind Kind { get; private init; }

    public Guid BranchId { get; private init; }

    public Guid WarehouseId { get; private init; }

    // For lists only; no rule looks at it.
    public Warehouse Warehouse { get; private init; } = null!;

    public LocalDate PlannedFor { get; private init; }

    /// <summary>When it was written; of a full stocktake the moment of the frozen balances.</summary>
    public Instant CreatedAt { get; private init; }

    /// <summary>Who planned it.</summary>
    public string Person { get; private init; } = "";

    public StockCountState State { get; private set; }

    /// <summary>Who approved the differences.</summary>
    public string? ApprovedBy { get; private set; }

    public LocalDate? PostedOn { get; private set; }

    /// <summary>The last correction that booked differences; null when there were none.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Differences that could not be booked: something is promised to orders, or pieces must be named.</summary>
    public int OpenDifferences { get; private set; }

    public Result Count() => Move(StockCountTrigger.Count, null);

    public Result Finish() => Move(StockCountTrigger.Finish, null);

    public Result CountAgain(string reason) => Move(StockCountTrigger.CountAgain, reason);

    /// <summary>A correction that booked differences is taken back: of a count that is over that is its end; of one that is counted again or waits for approval the places are counted anew.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="stillBooked">Another correction of the count that stays booked.</param>
    public Result Reverse(string reason, Guid? stillBooked)
    {
        var reversed = State switch
        {
            StockCountState.Posted when stillBooked is null => Move(StockCountTrigger.Reverse, reason),
            StockCountState.ToApprove => Move(StockCountTrigger.CountAgain, reason),
            _ => Result.Success,
        };
        if (reversed.Succeeded && State != StockCountState.Reversed)
        {
            DocumentId = stillBooked;
        }

        return reversed;
    }

    public Result Cancel(string reason) => Move(StockCountTrigger.Cancel, reason);

    public Result Post(string person, LocalDate today, Guid? documentId, int openDifferences)
    {
        var posted = Move(StockCountTrigger.Post, null);
        if (posted.Succeeded)
        {
            (ApprovedBy, PostedOn, DocumentId, OpenDifferences) = (person, today, documentId ?? DocumentId, openDifferences);
        }

        return posted;
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(StockCount),
        BranchId = BranchId,
        Code = Number,
        Title = Number,
        Subtitle = place,
        Href = $"/spare-parts/counts/{Id}",
        Permission = SparePartsPermissions.CountRead,
        Text = SearchText.Normalize($"{Number} {place}"),
    };

    // Neither its number nor its warehouse ever changes: it is described once, when it is written.
    public bool IsDescribedBy(string property) => false;

    private Result Move(StockCountTrigger trigger, string? reason)
    {
        var next = StockCountLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        if (State != next.Value)
        {
            Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
            State = next.Value;
        }

        return Result.Success;
    }
}

/// <summary>What a branch lets pass without another person.</summary>
internal sealed class CountRules : Aggregate, IBranchOwned
{
    private CountRules()
    {
    }

    public CountRules(Guid branchId) => Id = BranchId = branchId;

    public Guid BranchId { get; private init; }

    /// <summary>A difference worth more than this is counted a second time, in the branch's currency.</summary>
    public decimal Tolerance { get; private set; } = 10;

    /// <summary>Differences worth more than this together, all taken as positive, need who holds the right to approve: of counts, of goods lost on their way and of corrections by hand.</summary>
    public decimal ApprovalLimit { get; private set; } = 250;

    /// <summary>An order to a supplier worth more is approved by another person before it is sent, in the branch's currency.</summary>
    public decimal OrderLimit { get; private set; } = 1_000;

    public void Set(decimal tolerance, decimal approvalLimit, decimal orderLimit) => (Tolerance, ApprovalLimit, OrderLimit) = (tolerance, approvalLimit, orderLimit);
}

/// <summary>One counting of one place.</summary>
/// <param name="At">The moment of counting, by the program's clock.</param>
/// <param name="Quantity">What was there.</param>
/// <param name="Balance">What should have been there at that moment.</param>
/// <param name="UnitValue">What one is worth.</param>
/// <param name="PersonId">Who counted.</param>
/// <param name="Person">Who counted.</param>
internal sealed record Counting(Instant At, decimal Quantity, decimal Balance, decimal UnitValue, Guid? PersonId, string Person);

/// <summary>
/// A place of a count. Whatever the order in which countings arrive over a bad line, the one of the latest moment counts, and each arrives once. A difference above the tolerance is
/// believed when two countings found it or a second one was made.
/// </summary>
internal sealed class CountLine : Entity, IBranchOwned
{
    private CountLine()
    {
    }

    public CountLine(Guid id, StockCount count, Guid partId, string partNumber, Guid? binId, AbcClass abc, decimal frozen)
    {
        Id = id;
        StockCountId = count.Id;
        BranchId = count.BranchId;
        WarehouseId = count.WarehouseId;
        (PartId, PartNumber, BinId) = (partId, partNumber, binId);
        Class = abc;
        Frozen = frozen;
    }

    public Guid StockCountId { get; private init; }

    public Guid BranchId { get; private init; }

    public Guid WarehouseId { get; private init; }

    public Guid PartId { get; private init; }

    public string PartNumber { get; private init; } = "";

    public Guid? BinId { get; private init; }

    // For lists only; no rule looks at them.
    public Parts.Part Part { get; private init; } = null!;

    public Bin? Bin { get; private init; }

    /// <summary>The class it was planned by; accuracy is told by it.</summary>
    public AbcClass Class { get; private init; }

    /// <summary>The balance when the count was planned.</summary>
    public decimal Frozen { get; private init; }

    /// <summary>How often it was counted.</summary>
    public int Countings { get; private set; }

    public decimal? Counted { get; private set; }

    public Instant? CountedAt { get; private set; }

    public Guid? CountedById { get; private set; }

    public string? CountedBy { get; private set; }

    /// <summary>The balance at the moment of the counting that counts.</summary>
    public decimal Balance { get; private set; }

    /// <summary>Counted less the balance of that moment; what moved since does not change it.</summary>
    public decimal Difference { get; private set; }

    /// <summary>What the difference is worth.</summary>
    public decimal Value { get; private set; }

    /// <summary>Whether it must be counted a second time.</summary>
    public bool Again { get; private set; }

    /// <summary>The day of posting; accuracy is told by it.</summary>
    public LocalDate? PostedOn { get; private set; }

    /// <summary>Takes a counting; which of several counts does not depend on the order of their arrival.</summary>
    public void Take(Counting counting, decimal tolerance)
    {
        Countings++;
        var isLatest = CountedAt is null || counting.At >= CountedAt;
        if (isLatest)
        {
            (Counted, CountedAt, CountedById, CountedBy) = (counting.Quantity, counting.At, counting.PersonId, counting.Person);
            (Balance, Difference) = (counting.Balance, counting.Quantity - counting.Balance);
            Value = Math.Round(Difference * counting.UnitValue, 2, MidpointRounding.AwayFromZero);
        }

        Again = Countings < 2 && Math.Abs(Value) > tolerance;
    }

    /// <summary>Another round is wanted.</summary>
    public void Reopen()
    {
        Countings = 0;
        Again = true;
    }

    /// <summary>The correction that booked its difference.</summary>
    public Guid? DocumentId { get; private set; }

    public void Post(LocalDate today, Guid? documentId) => (PostedOn, DocumentId) = (today, Difference == 0 ? null : documentId);

    /// <summary>What was booked is taken back: it counts as not counted.</summary>
    public void TakeBack() => (PostedOn, DocumentId) = (null, null);
}

/// <summary>A counting as it was sent; its identity is given by the sender, so that one sent again over a bad line is taken once.</summary>
internal sealed class CountScan : IIdentified, IBranchOwned
{
    private CountScan()
    {
    }

    public CountScan(Guid id, CountLine line, Counting counting)
    {
        Id = id;
        CountLineId = line.Id;
        BranchId = line.BranchId;
        (Quantity, At, PersonId, Person) = (counting.Quantity, counting.At, counting.PersonId, counting.Person);
    }

    public Guid Id { get; private init; }

    public Guid CountLineId { get; private init; }

    public Guid BranchId { get; private init; }

    public decimal Quantity { get; private init; }

    public Instant At { get; private init; }

    public Guid? PersonId { get; private init; }

    public string Person { get; private init; } = "";
}

internal static class CountErrors
{
    public static Error NotFound { get; } = Error.NotFound("SpareParts.StockCount.NotFound", "There is no such count.");

    public static Error NothingDue { get; } = Error.Refused("SpareParts.StockCount.NothingDue", "No place is due to be counted today.");

    public static Error Uncounted(int places) => Error.Refused("SpareParts.StockCount.Uncounted", "{0} places are not counted yet, or must be counted again.", places);

    public static Error WhichBin(string part) => Error.Invalid("SpareParts.StockCount.WhichBin", "{0} lies in several bins: say which.", part).On("Bin");

    public static Error NotPlanned(string code) => Error.NotFound("SpareParts.StockCount.PartUnknown", "No part has the code {0}.", code).On("Code");

    public static Error OwnCount { get; } = Error.Refused("SpareParts.StockCount.OwnCount", "Who counted does not approve the differences: another person does.");

    public static Error AboveLimit(decimal value, decimal limit) =>
        Error.Forbidden("SpareParts.StockCount.AboveLimit", "The differences are worth {0} together; above {1} who holds the right to approve decides.", value, limit);

    public static Error StillBlocked(int lines) =>
        Error.Refused("SpareParts.StockCount.StillBlocked", "{0} differences still can't be booked: take back what is promised, name the pieces, or count again.", lines);

    public static Error BookedAlready(string part) => Error.Refused("SpareParts.StockCount.BookedAlready", "The difference of {0} is booked already.", part).On("Code");

    public static Error ApproverReverses(string number) =>
        Error.Forbidden("SpareParts.StockCount.ApproverReverses", "It books the differences of {0}: who holds the right to approve them takes it back.", number);

    public static Error OpenStocktake(string number) => Error.Refused("SpareParts.StockCount.OpenStocktake", "{0} is still open for this warehouse.", number);
}
