using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>
/// What every command that moves stock needs: the shelves of its parts, read once and for writing, a booking, and the way back into the database. Whatever makes goods
/// available serves the oldest waiting orders in the same transaction.
/// </summary>
internal sealed class StockRoom(SparePartsDbContext db, IClock clock, IIdentifiers identifiers, ICurrentUser user, IBranches branches)
{
    /// <summary>Takes these branches' write lock and reads all stock of these parts there, which the caller must be entitled to.</summary>
    public async Task<Shelves> OpenAsync(IReadOnlyCollection<Guid> partIds, IReadOnlyCollection<Guid> branchIds, CancellationToken cancel)
    {
        await db.BeginWriteAsync(branchIds, cancel);
        var shelves = new Shelves(identifiers);
        var stock = await (
            from item in db.StockItems.IgnoreQueryFilters()
            join warehouse in db.Warehouses.IgnoreQueryFilters() on item.WarehouseId equals warehouse.Id
            where partIds.Contains(item.PartId) && branchIds.Contains(item.BranchId)
            select new { item, warehouse.Kind, warehouse.HolderId }).ToListAsync(cancel);
        stock.ForEach(s => shelves.Place(s.item, s.Kind, s.HolderId));
        return shelves;
    }

    /// <summary>The shelves of all that was promised.</summary>
    public Task<Shelves> OpenAsync(IReadOnlyCollection<Reservation> reservations, CancellationToken cancel) =>
        OpenAsync([.. reservations.Select(r => r.PartId).Distinct()], [.. reservations.Select(r => r.BranchId).Distinct()], cancel);

    /// <summary>What a booking must know of these parts.</summary>
    public Task<Dictionary<Guid, BookedPart>> PartsAsync(IReadOnlyCollection<Guid> partIds, CancellationToken cancel) =>
        db.Parts.AsNoTracking().Where(p => partIds.Contains(p.Id))
            .Select(p => new BookedPart(p.Id, p.Number, p.Unit, p.CustomerOwned, p.Active) { SerialTracked = p.SerialTracked }).ToDictionaryAsync(p => p.Id, cancel);

    /// <summary>Puts the pieces of serial-tracked parts on the shelves: those in stock, those that are named, and those that an order's lines got.</summary>
    public async Task PlacePiecesAsync(Shelves shelves, IEnumerable<BookedPart> parts, IEnumerable<string> serials, IEnumerable<Guid> lineIds, CancellationToken cancel)
    {
        Guid[] tracked = [.. parts.Where(p => p.SerialTracked).Select(p => p.Id)];
        if (tracked.Length == 0)
        {
            return;
        }

        string[] named = [.. serials.Select(Codes.Clean)];
        Guid?[] lines = [.. lineIds.Select(l => (Guid?)l)];
        var pieces = await db.SerialPieces.IgnoreQueryFilters()
            .Where(p => tracked.Contains(p.PartId) && (p.State == SerialState.InStock || named.Contains(p.Serial) || lines.Contains(p.LineId))).ToListAsync(cancel);
        pieces.ForEach(shelves.Pieces.Place);
        shelves.CountPieces(tracked);
    }

    /// <summary>
    /// Whether a back-dated booking leaves every shelf it took from with something on every day since; and whether the books are open on its day.
    /// </summary>
    public async Task<Error?> CheckDayAsync(Shelves shelves, LocalDate day, IReadOnlyCollection<Guid> branchIds, CancellationToken cancel)
    {
        var closed = await db.Closings.IgnoreQueryFilters().Where(c => branchIds.Contains(c.BranchId)).OrderByDescending(c => c.Through).Select(c => (LocalDate?)c.Through).FirstOrDefaultAsync(cancel);
        if (closed >= day)
        {
            return StockErrors.PeriodClosed(closed.Value);
        }

        var taken = shelves.Movements.Where(m => m.Quantity < 0).Select(m => m.StockItemId).Distinct().ToArray();
        var since = await db.Movements.IgnoreQueryFilters().Where(m => taken.Contains(m.StockItemId) && m.BookingDate > day)
            .GroupBy(m => new { m.StockItemId, m.BookingDate }).Select(g => new { g.Key.StockItemId, g.Key.BookingDate, Quantity = g.Sum(m => m.Quantity), Value = g.Sum(m => m.Value) })
            .ToListAsync(cancel);
        foreach (var shelf in since.GroupBy(s => s.StockItemId))
        {
            var item = shelves.Item(shelf.Key);
            var (quantity, value) = (item.OnHand, item.Value);
            foreach (var moved in shelf.OrderByDescending(s => s.BookingDate))
            {
                (quantity, value) = (quantity - moved.Quantity, value - moved.Value);
                if (quantity < 0 || value < 0 || (quantity == 0 && value != 0))
                {
                    return StockErrors.NotThereYet(item.PartNumber, day);
                }
            }
        }

        return null;
    }

    /// <summary>The next number of a kind of paper, branch and year.</summary>
    public async Task<string> NumberAsync(StockDocumentKind kind, Guid branchId, CancellationToken cancel)
    {
        var branch = branches.Of(branchId);
        var year = branch.DayOf(clock.GetCurrentInstant()).Year;
        var prefix = kind switch
        {
            StockDocumentKind.Receipt => "REC",
            StockDocumentKind.Transfer => "TRF",
            StockDocumentKind.Scrap => "SCR",
            StockDocumentKind.SupplierReturn => "RTS",
            StockDocumentKind.Issue => "ISS",
            StockDocumentKind.Return => "RET",
            _ => "COR",
        };
        return $"{prefix}-{branch.Code}-{year}-{await db.NextNumberAsync($"stock-{prefix}/{branch.Code}/{year}", cancel):D5}";
    }

    /// <summary>A booking by the present user on a stock document, today unless another day is said.</summary>
    public Booking Booking(Guid branchId, Guid documentId, string documentNumber, string? reason, LocalDate? day = null)
    {
        var branch = branches.Of(branchId);
        var now = clock.GetCurrentInstant();
        return new Booking(identifiers, documentId, documentNumber, user.UserId, user.Name, now, day ?? branch.DayOf(now), Currencies.MinorDigits(branch.Currency)) { Reason = reason, BranchId = branchId };
    }

    /// <summary>A booking for an order's line.</summary>
    public Booking Booking(Reservation reservation, Guid documentId, string documentNumber, string? reason, int line) =>
        Booking(reservation.BranchId, documentId, documentNumber, reason) with { OrderId = reservation.OrderId, LineId = reservation.LineId, Line = line };

    /// <summary>Promises what has become available to the orders that wait longest.</summary>
    public async Task<Result> ServeWaitingAsync(Shelves shelves, IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var waiting = await db.Reservations.Include(r => r.Allocations)
            .Where(r => partIds.Contains(r.PartId) && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved))
            .OrderBy(r => r.WantedAt).ThenBy(r => r.Id)
            .ToListAsync(cancel);
        foreach (var reservation in waiting)
        {
            if (reservation.Supply(shelves, identifiers) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }
        }

        return Result.Success;
    }

    /// <summary>Takes promises back and serves whoever waits. A line without a promise is released already.</summary>
    /// <param name="lineIds">The lines.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="reason">Why the store takes them back, which the orders are told; null when the orders themselves want no more.</param>
    public async Task<Result> ReleaseAsync(IReadOnlyCollection<Guid> lineIds, CancellationToken cancel, string? reason = null)
    {
        await db.BeginWriteAsync(db.Reservations.Where(r => lineIds.Contains(r.LineId)).Select(r => r.BranchId), cancel);
        var reservations = await db.Reservations.Include(r => r.Allocations).Where(r => lineIds.Contains(r.LineId)).ToListAsync(cancel);
        if (reservations.Count == 0)
        {
            return Result.Success;
        }

        var shelves = await OpenAsync(reservations, cancel);
        foreach (var reservation in reservations)
        {
            if (reservation.Release(shelves, reason) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        return await ServeWaitingAsync(shelves, [.. reservations.Select(r => r.PartId).Distinct()], cancel);
    }

    /// <summary>Hands what was booked to the database.</summary>
    public void Store(Shelves shelves)
    {
        db.StockItems.AddRange(shelves.Added);
        db.Movements.AddRange(shelves.Movements);
        db.SerialPieces.AddRange(shelves.Pieces.Added);
    }
}
