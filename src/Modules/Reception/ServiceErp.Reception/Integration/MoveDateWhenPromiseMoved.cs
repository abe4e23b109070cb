using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Integration;

/// <summary>The customer learns of the promised day, and of every delay with its reason (REC-7, WRK-7).</summary>
internal sealed class MoveDateWhenPromiseMoved(ReceptionDbContext db, CustomerMessages messages) : ISubscriber<PromiseMoved>
{
    public async Task<Result> Handle(PromiseMoved happened, CancellationToken cancel)
    {
        if (await db.Requests.FirstOrDefaultAsync(r => r.Id == happened.RequestId, cancel) is not { } request)
        {
            return RequestErrors.NotFound;
        }

        request.MoveReadyBy(happened.ReadyBy, happened.Reason);
        await messages.TellAsync(request, happened.Was is null ? CustomerMessages.DatePromised : CustomerMessages.DateMoved, $"promise/{happened.OrderId}/{happened.Sequence}", cancel);
        return Result.Success;
    }
}
