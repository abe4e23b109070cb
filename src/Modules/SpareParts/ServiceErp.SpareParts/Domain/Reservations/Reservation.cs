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
    public Guid? TechnicianId { get; private set; }

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

    /// <summary>Goods have arrived: promises them, and tells the order.</summary>
    public Result Supply(Shelves shelves, IIdentifiers identifiers)
    {
        var before = Reserved;
        return TellPromise(before, Reserve(shelves, identifiers));
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

    /// <summary>Another technician has the order, or nobody: what is promised is taken anew, so that no van but theirs is asked.</summary>
    public Result Reassign(Guid? technicianId, Shelves shelves, IIdentifiers identifiers)
    {
        if (technicianId == TechnicianId || State is ReservationState.Issued or ReservationState.Released)
        {
            TechnicianId = technicianId;
            return Result.Success;
        }

        var before = Reserved;
        TechnicianId = technicianId;
        GiveBack(Reserved, shelves);
        TakeHold(shelves, identifiers);
        return TellPromise(before, Move(ReservationTrigger.Reassign));
    }

    /// <summary>Hands out what is promised: all of it, or some.</summary>
    /// <param name="shelves">Where it lies.</param>
    /// <param name="booking">Of the issue.</param>
    /// <param name="quantity">How many; null is all that is promised.</param>
    /// <param name="perWarehouse">Of pieces that were named: how many of them lie where.</param>
    public Result Issue(Shelves shelves, Booking booking, decimal? quantity = null, IReadOnlyDictionary<Guid, decimal>? perWarehouse = null)
    {
        if (Reserved == 0)
        {
            return ReservationErrors.NothingReserved(PartNumber, OrderNumber);
        }

        var left = quantity ?? Reserved;
        if (left > Reserved)
        {
            return ReservationErrors.OnlySoMany(PartNumber, Reserved, OrderNumber);
        }

        var leftOf = perWarehouse?.ToDictionary();
        foreach (var allocation in allocations.Where(a => a.Reserved > 0))
        {
            var item = shelves.Item(allocation.StockItemId);
            var share = Math.Min(left, Math.Min(allocation.Reserved, leftOf is null ? left : leftOf.GetValueOrDefault(item.WarehouseId)));
            if (share <= 0)
            {
                continue;
            }

            var movement = shelves.Book(item.IssueReserved(share, booking));
            Cost -= movement.Value;
            Issued += share;
            Reserved -= share;
            left -= share;
            leftOf?[item.WarehouseId] -= share;
            allocation.Issue(share, -movement.Value);
        }

        return Tell(Move(ReservationTrigger.Issue));
    }

    /// <summary>A return was a mistake: what came back by it goes out again, at what it was worth.</summary>
    /// <param name="returned">The movements of the return, which the shelves take back.</param>
    public Result UndoReturn(IReadOnlyCollection<Movement> returned)
    {
        foreach (var movement in returned)
        {
            allocations.Find(a => a.StockItemId == movement.StockItemId)!.TakeAgain(movement.Quantity, movement.Value);
            Wanted += movement.Quantity;
            Issued += movement.Quantity;
            Cost += movement.Value;
        }

        return Tell(Move(ReservationTrigger.UndoReturn), Wanted);
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

        return Tell(Move(ReservationTrigger.Return), Wanted);
    }

    /// <summary>Wants no more. What was handed out stays; a second release changes nothing.</summary>
    /// <param name="shelves">Where the goods lie.</param>
    /// <param name="reason">Why somebody else than the order's technician takes the promise back; the order is told then.</param>
    public Result Release(Shelves shelves, string? reason = null)
    {
        if (State is ReservationState.Released or ReservationState.Issued)
        {
            return Result.Success;
        }

        Refused += Missing;
        GiveBack(Reserved, shelves);
        Wanted = Issued;
        var moved = Move(ReservationTrigger.Release, reason);
        if (moved.Succeeded && reason is not null)
        {
            Raise(new PartsWithdrawn(OrderId, LineId, PartNumber, reason));
        }

        return moved;
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

    /// <summary>The order shows what lies ready for it: it hears of each change that it did not ask for itself.</summary>
    private Result TellPromise(decimal before, Result moved)
    {
        if (moved.Succeeded && Reserved > before)
        {
            Raise(new PartsArrived(OrderId, LineId, PartNumber, Reserved));
        }
        else if (moved.Succeeded && Reserved < before)
        {
            Raise(new PartsWithdrawn(OrderId, LineId, PartNumber, null) { Left = Reserved });
        }

        return moved;
    }

    private Result Tell(Result moved, decimal? stillWanted = null)
    {
        if (moved.Succeeded)
        {
            Raise(new PartsIssued(OrderId, LineId, Issued, Cost) { StillWanted = stillWanted });
        }

        return moved;
    }

    private Result Move(ReservationTrigger trigger, string? reason = null)
    {
        var next = ReservationLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
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

    public void Issue(decimal quantity, decimal cost) => (Issued, Cost, Reserved) = (Issued + quantity, Cost + cost, Reserved - quantity);

    public void TakeAgain(decimal quantity, decimal cost) => (Issued, Cost) = (Issued + quantity, Cost + cost);

    /// <summary>Takes parts back.</summary>
    /// <returns>The cost at which they left; the last ones bring what is left of it.</returns>
    public decimal Return(decimal quantity, int digits)
    {
        var cost = quantity == Issued ? Cost : Math.Min(Cost, Rounding.Round(Cost * quantity / Issued, digits));
        (Issued, Cost) = (Issued - quantity, Cost - cost);
        return cost;
    }
}
