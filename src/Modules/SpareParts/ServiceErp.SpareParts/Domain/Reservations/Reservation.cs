using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;

namespace ServiceErp.SpareParts.Domain.Reservations;

/// <summary>
/// A promise of parts to one line of an order. Wanted = reserved + issued + missing; what is reserved lies on named shelves; what was issued is
/// remembered with its cost, at which it comes back.
/// </summary>
internal sealed class Reservation : Aggregate, IBranchOwned
{
    private readonly List<Allocation> allocations = [];

    private Reservation()
    {
    }

    public Reservation(Guid id, PartsWish wish, string partNumber, Instant now)
    {
        Id = id;
        BranchId = wish.BranchId;
        LineId = wish.LineId;
        OrderId = wish.OrderId;
        OrderNumber = wish.OrderNumber;
        PartId = wish.PartId;
        PartNumber = partNumber;
        TechnicianId = wish.TechnicianId;
        Wanted = wish.Quantity;
        WantedAt = now;
    }

    public Guid BranchId { get; private init; }

    /// <summary>The order's line; there is one reservation for it.</summary>
    public Guid LineId { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public Guid PartId { get; private init; }

    public string PartNumber { get; private init; } = "";

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    /// <summary>Whose van may be emptied for it.</summary>
    public Guid? TechnicianId { get; private init; }

    public decimal Wanted { get; private set; }

    public decimal Reserved { get; private set; }

    /// <summary>Handed out, less returns.</summary>
    public decimal Issued { get; private set; }

    /// <summary>Given up before it came: demand that was never served.</summary>
    public decimal Refused { get; private set; }

    /// <summary>What the issued parts cost.</summary>
    public decimal Cost { get; private set; }

    public ReservationState State { get; private set; }

    /// <summary>The oldest wish is served first.</summary>
    public Instant WantedAt { get; private init; }

    /// <summary>The branch's day on which it was asked for; null of those from before it was measured.</summary>
    public LocalDate? AskedOn { get; private set; }

    /// <summary>Asked for in all, for the fill rate: what is wanted more later is asked anew.</summary>
    public decimal Asked { get; private set; }

    /// <summary>Of it promised in the moment it was asked for.</summary>
    public decimal AtOnce { get; private set; }

    public IReadOnlyList<Allocation> Allocations => allocations;

    public decimal Missing => Wanted - Reserved - Issued;

    public PartsPromise Promise => new(LineId, Wanted, Reserved, Issued);

    public PartsHandedOut HandedOut => new(LineId, Issued, Cost);

    internal bool IsWaiting => Missing > 0 && Reserved == 0;

    internal bool IsPartlyReady => Missing > 0 && Reserved > 0;

    internal bool IsReady => Missing == 0 && Reserved > 0;

    internal bool IsDone => Missing == 0 && Reserved == 0 && Issued > 0;

    internal bool IsEmpty => Missing == 0 && Reserved == 0 && Issued == 0;

    /// <summary>Whether it is the promise for this wish; a line may change how many it wants, not what.</summary>
    public bool Answers(PartsWish wish) => PartId == wish.PartId && BranchId == wish.BranchId;

    /// <summary>Promises what is available; the rest stays missing.</summary>
    public Result Reserve(Shelves shelves, IIdentifiers identifiers) =>
        TakeHold(shelves, identifiers) ? Move(ReservationTrigger.Reserve) : Result.Success;

    /// <summary>Notes how much of a new wish could be promised at once.</summary>
    public void Measure(LocalDate day) => (AskedOn, Asked, AtOnce) = (day, Wanted, Reserved);

    /// <summary>Goods have arrived: promises them, and tells the order when nothing is missing any more.</summary>
    public Result Supply(Shelves shelves, IIdentifiers identifiers)
    {
        var moved = Reserve(shelves, identifiers);
        if (moved.Succeeded && State == ReservationState.Reserved)
        {
            Raise(new PartsArrived(OrderId, LineId, PartNumber, Reserved));
        }

        return moved;
    }

    /// <summary>Wants another quantity: promises more, or gives back what is too much. What was handed out stays wanted.</summary>
    public Result Resize(decimal wanted, Shelves shelves, IIdentifiers identifiers)
    {
        if (wanted == Wanted)
        {
            return Result.Success;
        }

        if (wanted < Issued)
        {
            return Error.Refused("SpareParts.Reservation.AlreadyIssued", "{0} were already handed out. Return the surplus first.", Issued);
        }

        var (more, promised) = (wanted - Wanted, Reserved);
        Wanted = wanted;
        if (Missing < 0)
        {
            GiveBack(-Missing, shelves);
        }
        else
        {
            TakeHold(shelves, identifiers);
        }

        if (AskedOn is not null)
        {
            Asked += more;
            AtOnce = Math.Min(Asked, AtOnce + Math.Max(0, Math.Min(more, Reserved - promised)));
        }

        return Move(ReservationTrigger.Resize);
    }

    /// <summary>Hands out all that is promised.</summary>
    public Result Issue(Shelves shelves, Booking booking)
    {
        if (Reserved == 0)
        {
            return ReservationErrors.NothingReserved(PartNumber, OrderNumber);
        }

        foreach (var allocation in allocations.Where(a => a.Reserved > 0))
        {
            var movement = shelves.Book(shelves.Item(allocation.StockItemId).IssueReserved(allocation.Reserved, booking));
            Cost -= movement.Value;
            Issued += allocation.Reserved;
            Reserved -= allocation.Reserved;
            allocation.Issue(-movement.Value);
        }

        return Tell(Move(ReservationTrigger.Issue));
    }

    /// <summary>Takes unused parts back, the last ones handed out first, each to its shelf and at the cost at which it left.</summary>
    public Result Return(decimal quantity, Shelves shelves, Booking booking)
    {
        if (quantity > Issued)
        {
            return Error.Refused("SpareParts.Reservation.ReturnTooLarge", "Only {0} of {1} were handed out to {2}.", Issued, PartNumber, OrderNumber).On("Quantity");
        }

        Wanted -= quantity;
        foreach (var allocation in Enumerable.Reverse(allocations).Where(a => a.Issued > 0))
        {
            var back = Math.Min(quantity, allocation.Issued);
            if (back == 0)
            {
                break;
            }

            var cost = allocation.Return(back, booking.Digits);
            shelves.Book(shelves.Item(allocation.StockItemId).Add(MovementKind.Return, back, cost, booking, booking.Line));
            Issued -= back;
            Cost -= cost;
            quantity -= back;
        }

        return Tell(Move(ReservationTrigger.Return));
    }

    /// <summary>Wants no more. What was handed out stays; a second release changes nothing.</summary>
    public Result Release(Shelves shelves)
    {
        if (State is ReservationState.Released or ReservationState.Issued)
        {
            return Result.Success;
        }

        Refused += Missing;
        GiveBack(Reserved, shelves);
        Wanted = Issued;
        return Move(ReservationTrigger.Release);
    }

    private bool TakeHold(Shelves shelves, IIdentifiers identifiers)
    {
        var before = Reserved;
        foreach (var item in shelves.Promisable(PartId, BranchId, TechnicianId))
        {
            var quantity = Math.Min(item.Available, Missing);
            if (quantity <= 0)
            {
                break;
            }

            item.Reserve(quantity);
            Reserved += quantity;
            if (allocations.Find(a => a.StockItemId == item.Id) is { } known)
            {
                known.Reserve(quantity);
            }
            else
            {
                allocations.Add(new Allocation(identifiers.NewId(), Id, item.Id, quantity));
            }
        }

        return Reserved > before;
    }

    private void GiveBack(decimal quantity, Shelves shelves)
    {
        foreach (var allocation in Enumerable.Reverse(allocations).Where(a => a.Reserved > 0))
        {
            var back = Math.Min(quantity, allocation.Reserved);
            shelves.Item(allocation.StockItemId).Release(back);
            allocation.Release(back);
            Reserved -= back;
            quantity -= back;
        }
    }

    private Result Tell(Result moved)
    {
        if (moved.Succeeded)
        {
            Raise(new PartsIssued(OrderId, LineId, Issued, Cost));
        }

        return moved;
    }

    private Result Move(ReservationTrigger trigger)
    {
        var next = ReservationLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), null));
        State = next.Value;
        return Result.Success;
    }
}

/// <summary>The share of a promise that one shelf gives.</summary>
internal sealed class Allocation : Entity
{
    private Allocation()
    {
    }

    public Allocation(Guid id, Guid reservationId, Guid stockItemId, decimal reserved)
    {
        Id = id;
        ReservationId = reservationId;
        StockItemId = stockItemId;
        Reserved = reserved;
    }

    public Guid ReservationId { get; private init; }

    public Guid StockItemId { get; private init; }

    // For lists only; no rule looks at it.
    public StockItem StockItem { get; private init; } = null!;

    public decimal Reserved { get; private set; }

    public decimal Issued { get; private set; }

    /// <summary>Given up before it came: demand that was never served.</summary>
    public decimal Refused { get; private set; }

    /// <summary>What the issued parts cost.</summary>
    public decimal Cost { get; private set; }

    public void Reserve(decimal quantity) => Reserved += quantity;

    public void Release(decimal quantity) => Reserved -= quantity;

    public void Issue(decimal cost) => (Issued, Cost, Reserved) = (Issued + Reserved, Cost + cost, 0);

    /// <summary>Takes parts back.</summary>
    /// <returns>The cost at which they left; the last ones bring what is left of it.</returns>
    public decimal Return(decimal quantity, int digits)
    {
        var cost = quantity == Issued ? Cost : Math.Min(Cost, Rounding.Round(Cost * quantity / Issued, digits));
        (Issued, Cost) = (Issued - quantity, Cost - cost);
        return cost;
    }
}
