using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Somebody else has the order: its wishes are served out of their van, and what was promised out of another's goes back.</summary>
internal sealed class MoveWishesWhenOrderAssigned(SparePartsDbContext db, StockRoom room, IIdentifiers ids) : ISubscriber<OrderAssigned>
{
    public async Task<Result> Handle(OrderAssigned happened, CancellationToken cancel)
    {
        await db.BeginWriteAsync(db.Reservations.IgnoreQueryFilters().Where(r => r.OrderId == happened.OrderId).Select(r => r.BranchId), cancel);
        var wishes = await db.Reservations.IgnoreQueryFilters().Include(r => r.Allocations)
            .Where(r => r.OrderId == happened.OrderId && r.State != ReservationState.Issued && r.State != ReservationState.Released).OrderBy(r => r.WantedAt).ThenBy(r => r.Id).ToListAsync(cancel);
        if (wishes.Count == 0)
        {
            return Result.Success;
        }

        var shelves = await room.OpenAsync(wishes, cancel);
        foreach (var wish in wishes)
        {
            if (wish.Reassign(happened.TechnicianId, shelves, ids) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        return await room.ServeWaitingAsync(shelves, [.. wishes.Select(w => w.PartId).Distinct()], cancel);
    }
}
