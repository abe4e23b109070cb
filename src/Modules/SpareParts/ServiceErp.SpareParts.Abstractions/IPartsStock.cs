using ServiceErp.Kernel;

namespace ServiceErp.SpareParts;

/// <summary>A catalogue part as it can be had at a branch.</summary>
/// <param name="PartId">Identity.</param>
/// <param name="Number">Part number.</param>
/// <param name="Name">What it is.</param>
/// <param name="Group">Part group: warranty terms differ by it.</param>
/// <param name="Unit">Such as <c>pcs</c>.</param>
/// <param name="Price">Net sales price today, in the branch's currency; null when none is set.</param>
/// <param name="OnHand">Lies in the branch's warehouses.</param>
/// <param name="Available">On hand less what is promised to orders.</param>
public sealed record PartOffer(Guid PartId, string Number, string Name, string Group, string Unit, decimal? Price, decimal OnHand, decimal Available)
{
    /// <summary>What can be had instead while none of it is available: its successors first, then alternatives, those in stock first.</summary>
    public IReadOnlyList<PartInstead> Instead { get; init; } = [];

    /// <summary>Of the price: that of the branch.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Each piece has a serial number, which is asked for when it is handed out.</summary>
    public bool SerialTracked { get; init; }
}

/// <summary>A wish for parts for one line of an order.</summary>
/// <param name="LineId">The line; asking twice for it reserves once, and asking for another quantity changes the promise.</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number, as it stands on the pick list.</param>
/// <param name="BranchId">The branch whose warehouses are asked.</param>
/// <param name="PartId">The part.</param>
/// <param name="Quantity">In the part's unit; more than zero.</param>
public sealed record PartsWish(Guid LineId, Guid OrderId, string OrderNumber, Guid BranchId, Guid PartId, decimal Quantity)
{
    /// <summary>The technician who has the order: what lies in their own van is promised first. Nobody else's van is ever asked.</summary>
    public Guid? TechnicianId { get; init; }
}

/// <summary>How much of a wish is promised.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Wanted">Asked for.</param>
/// <param name="Reserved">Promised out of stock.</param>
/// <param name="Issued">Already handed out.</param>
public sealed record PartsPromise(Guid LineId, decimal Wanted, decimal Reserved, decimal Issued)
{
    /// <summary>What has to arrive first.</summary>
    public decimal Missing => Wanted - Reserved - Issued;
}

/// <summary>Parts handed out.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">Handed out in all.</param>
/// <param name="Cost">Their cost at moving average, in the branch's currency.</param>
public sealed record PartsHandedOut(Guid LineId, decimal Quantity, decimal Cost);

/// <summary>A piece of a serial-tracked part that is handed out, with the faulty one whose place it takes.</summary>
/// <param name="LineId">The order's line.</param>
/// <param name="Serial">Of the piece handed out.</param>
/// <param name="FaultySerial">Of the faulty piece; null where there is none.</param>
public sealed record PieceUsed(Guid LineId, string Serial, string? FaultySerial = null);

/// <summary>A line of a part whose pieces have serial numbers.</summary>
/// <param name="LineId">The order's line.</param>
/// <param name="Pieces">What was handed out for it; empty before.</param>
public sealed record SerialLine(Guid LineId, IReadOnlyList<PieceUsed> Pieces);

/// <summary>What can be used where a part is short.</summary>
/// <param name="PartId">Identity.</param>
/// <param name="Number">Part number.</param>
/// <param name="Name">What it is.</param>
/// <param name="IsSuccessor">It takes the part's place for good; otherwise it is an alternative.</param>
/// <param name="Price">Net sales price today, in the branch's currency; null when none is set.</param>
/// <param name="Available">At the branch, not promised to anybody.</param>
public sealed record PartInstead(Guid PartId, string Number, string Name, bool IsSuccessor, decimal? Price, decimal Available);

/// <summary>What the workshop asks of the store. Each write is idempotent by the given line or return and stored in a transaction of its own.</summary>
public interface IPartsStock
{
    /// <summary>The part with this number or barcode; null when there is none.</summary>
    Task<PartOffer?> FindAsync(string code, Guid branchId, CancellationToken cancel);

    /// <summary>Parts by words or number, those that fit the model first; at most 20.</summary>
    Task<IReadOnlyList<PartOffer>> SearchAsync(string text, Guid? modelId, Guid branchId, CancellationToken cancel);

    /// <summary>Promises what is available and notes the rest as missing; <see cref="PartsArrived"/> follows when it comes.</summary>
    Task<Result<PartsPromise>> ReserveAsync(PartsWish wish, CancellationToken cancel);

    /// <summary>Takes a promise back; what was handed out stays.</summary>
    Task<Result> ReleaseAsync(Guid lineId, CancellationToken cancel);

    /// <summary>Hands out what is promised to a line.</summary>
    /// <returns>Refused with <c>SpareParts.Reservation.NothingReserved</c> when nothing is.</returns>
    Task<Result<PartsHandedOut>> IssueAsync(Guid lineId, CancellationToken cancel);

    /// <summary>Takes unused parts back at the cost at which they left.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="returnId">Identity of this return; the same twice moves stock once.</param>
    /// <param name="quantity">Not more than was handed out.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops it.</param>
    Task<Result<PartsHandedOut>> ReturnAsync(Guid lineId, Guid returnId, decimal quantity, string reason, CancellationToken cancel);

    /// <summary>Takes pieces of a serial-tracked part back.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="returnId">Identity of this return; the same twice moves stock once.</param>
    /// <param name="quantity">As many as serial numbers, where some are named.</param>
    /// <param name="serials">The pieces, separated by commas or new lines; null means all that were handed out.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops it.</param>
    Task<Result<PartsHandedOut>> ReturnAsync(Guid lineId, Guid returnId, decimal quantity, string? serials, string reason, CancellationToken cancel) => ReturnAsync(lineId, returnId, quantity, reason, cancel);

    /// <summary>Which lines of an order are of parts whose pieces have serial numbers, and which pieces went into them.</summary>
    Task<IReadOnlyList<SerialLine>> SerialsAsync(Guid orderId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SerialLine>>([]);

    /// <summary>Promises for several lines in one go; all or none.</summary>
    async Task<Result<IReadOnlyList<PartsPromise>>> ReserveAsync(IReadOnlyList<PartsWish> wishes, CancellationToken cancel)
    {
        var promises = new List<PartsPromise>(wishes.Count);
        foreach (var wish in wishes)
        {
            var promise = await ReserveAsync(wish, cancel);
            if (!promise.Succeeded)
            {
                return promise.Error;
            }

            promises.Add(promise.Value);
        }

        return promises;
    }

    /// <summary>Hands out lines of serial-tracked parts: each piece is named, with the faulty one that it replaces.</summary>
    /// <returns>Refused with <c>SpareParts.Stock.SerialsMissing</c> when a piece is not named, <c>SpareParts.Stock.SerialNotHere</c> when it is not where it was promised.</returns>
    Task<Result<IReadOnlyList<PartsHandedOut>>> IssueAsync(IReadOnlyList<Guid> lineIds, IReadOnlyList<PieceUsed> pieces, CancellationToken cancel) => IssueAsync(lineIds, cancel);

    /// <summary>Hands out several lines in one go; each as <see cref="IssueAsync(Guid, CancellationToken)"/>.</summary>
    async Task<Result<IReadOnlyList<PartsHandedOut>>> IssueAsync(IReadOnlyList<Guid> lineIds, CancellationToken cancel)
    {
        var handedOut = new List<PartsHandedOut>(lineIds.Count);
        foreach (var line in lineIds)
        {
            var issued = await IssueAsync(line, cancel);
            if (!issued.Succeeded)
            {
                return issued.Error;
            }

            handedOut.Add(issued.Value);
        }

        return handedOut;
    }
}
