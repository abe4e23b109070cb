using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>
/// The store handed out or took back: quantity and cost go into the order's line. Only the line is written, so that commands on the order lose no race against the store; what is released already is charged
/// anew.
/// </summary>
internal sealed class WriteDownPartsWhenIssued(WorkshopDbContext db) : ISubscriber<PartsIssued>
{
    public async Task<Result> Handle(PartsIssued happened, CancellationToken cancel)
    {
        if (await db.Orders.AnyAsync(o => o.Id == happened.OrderId && o.ReleasedAt != null, cancel))
        {
            var order = (await db.OrderAsync(happened.OrderId, cancel))!;
            if (order.Lines.FirstOrDefault(l => l.Id == happened.LineId) is { } charged && (charged.Issued, charged.Cost) != (happened.Quantity, happened.Cost))
            {
                charged.HandOut(happened.Quantity, happened.Cost, happened.StillWanted);
                order.ChargeAnew();
            }

            return Result.Success;
        }

        var line = await db.Lines.FirstOrDefaultAsync(l => l.Id == happened.LineId && l.OrderId == happened.OrderId, cancel);
        line?.HandOut(happened.Quantity, happened.Cost, happened.StillWanted);
        return Result.Success;
    }
}
