using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>The store handed out or took back: quantity and cost go into the order's line. Only the line is written, so that commands on the order lose no race against the store.</summary>
internal sealed class WriteDownPartsWhenIssued(WorkshopDbContext db) : ISubscriber<PartsIssued>
{
    public async Task<Result> Handle(PartsIssued happened, CancellationToken cancel)
    {
        var line = await db.Lines.FirstOrDefaultAsync(l => l.Id == happened.LineId && l.OrderId == happened.OrderId, cancel);
        line?.HandOut(happened.Quantity, happened.Cost);
        return Result.Success;
    }
}
