using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Integration;

/// <summary>
/// The register shows where the order stands, the shelf knows what may be fetched, at every move and back; the customer is told once per stage, and of what a colleague wants told (REC-7). Goods that were exchanged are nobody's to fetch: once their repair is ready the order is over,
/// and their former owner hears no more of it (PAR-6).
/// </summary>
internal sealed class MirrorRequestWhenOrderProgressed(ReceptionDbContext db, CustomerMessages messages) : ISubscriber<OrderProgressed>
{
    public async Task<Result> Handle(OrderProgressed happened, CancellationToken cancel)
    {
        if (await db.Requests.Include(r => r.Pauses).FirstOrDefaultAsync(r => r.Id == happened.RequestId, cancel) is not { } request)
        {
            return RequestErrors.NotFound;
        }

        var progressed = request.Progress(happened);
        if (!progressed.Succeeded)
        {
            return progressed;
        }

        var receipt = await db.Receipts.FirstOrDefaultAsync(r => r.RequestId == request.Id && r.State != ReceiptState.Voided, cancel);
        if (receipt?.State == ReceiptState.Exchanged)
        {
            if (happened.Stage == OrderStage.Ready)
            {
                receipt.TellKept(happened.At);
            }

            return Result.Success;
        }

        receipt?.MarkReady(happened.Stage is OrderStage.Ready or OrderStage.Cancelled ? happened.At : null);

        await messages.TellAsync(request, CustomerMessages.Of(happened.Stage), happened.NoteId is { } note ? $"note/{note}" : $"stage/{happened.OrderId}/{happened.Stage}", cancel);
        return Result.Success;
    }
}
