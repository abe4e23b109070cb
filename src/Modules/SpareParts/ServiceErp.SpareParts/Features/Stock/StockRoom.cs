using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Stock;

/// <summary>
/// What every command that moves stock needs: the shelves of its parts, read once and for writing, a booking, and the way back into the database. Whatever makes goods
/// available serves the oldest waiting orders in the same transaction.
/// </summary>
internal sealed class StockRoom(SparePartsDbContext db, IClock clock, IIdentifiers identifiers, ICurrentUser user, IBranches branches)
{
    /// <summary>Takes the write lock and reads all stock of these parts at these branches.</summary>
    public async Task<Shelves> OpenAsync(IReadOnlyCollection<Guid> partIds, IReadOnlyCollection<Guid> branchIds, CancellationToken cancel)
    {
        await db.BeginWriteAsync(cancel);
        var shelves = new Shelves(identifiers);
        var stock = await (
            from item in db.StockItems
            join warehouse in db.Warehouses on item.WarehouseId equals warehouse.Id
            where partIds.Contains(item.PartId) && branchIds.Contains(item.BranchId)
            select new { item, warehouse.Kind, warehouse.HolderId }).ToListAsync(cancel);
        stock.ForEach(s => shelves.Place(s.item, s.Kind, s.HolderId));
        return shelves;
    }

    /// <summary>The shelves of all that was promised.</summary>
    public Task<Shelves> OpenAsync(IReadOnlyCollection<Reservation> reservations, CancellationToken cancel) =>
        OpenAsync([.. reservations.Select(r => r.PartId).Distinct()], [.. reservations.Select(r => r.BranchId).Distinct()], cancel);

    /// <summary>A booking by the present user, now, on a stock document.</summary>
    public Booking Booking(Guid branchId, Guid documentId, string documentNumber, string? reason)
    {
        var branch = branches.Of(branchId);
        var now = clock.GetCurrentInstant();
        return new Booking(identifiers, documentId, documentNumber, user.UserId, user.Name, now, branch.DayOf(now), Currencies.MinorDigits(branch.Currency)) { Reason = reason };
    }

    /// <summary>A booking for an order's line.</summary>
    public Booking Booking(Reservation reservation, Guid documentId, string? reason) =>
        Booking(reservation.BranchId, documentId, reservation.OrderNumber, reason) with { OrderId = reservation.OrderId, LineId = reservation.LineId };

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
    public async Task<Result> ReleaseAsync(IReadOnlyCollection<Guid> lineIds, CancellationToken cancel)
    {
        await db.BeginWriteAsync(cancel);
        var reservations = await db.Reservations.Include(r => r.Allocations).Where(r => lineIds.Contains(r.LineId)).ToListAsync(cancel);
        if (reservations.Count == 0)
        {
            return Result.Success;
        }

        var shelves = await OpenAsync(reservations, cancel);
        foreach (var reservation in reservations)
        {
            if (reservation.Release(shelves) is { Succeeded: false } refused)
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
    }
}
