using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Integration;

/// <summary>What a technician takes along gets its receipt and its line in the register at once: the technician has it until the counter notes its arrival (S3.11).</summary>
internal sealed class TakeGoodsInWhenDeviceTakenBack(ReceptionDbContext db, IntakeDesk desk, IBranches branches, IIdentifiers ids) : ISubscriber<DeviceTakenBack>
{
    public async Task<Result> Handle(DeviceTakenBack happened, CancellationToken cancel)
    {
        if (await db.Requests.FirstOrDefaultAsync(r => r.Id == happened.RequestId, cancel) is not { } request)
        {
            return RequestErrors.NotFound;
        }

        if (await db.Receipts.FirstOrDefaultAsync(r => r.RequestId == request.Id && r.State != ReceiptState.Voided, cancel) is { } known)
        {
            // Carried in and taken along at once: it is where the counter wrote it down, and the order learns of it.
            if (known is { State: ReceiptState.Issued, ArrivedAt: not null })
            {
                known.TellTakenIn();
            }

            return Result.Success;
        }

        await desk.TakeGoodsAsync(
            request,
            happened.OrderId,
            ids.NewId(),
            new TakenGoods(happened.Condition, happened.Accessories, "", happened.SignedBy) { TakenAlongBy = happened.TechnicianName, SerialNumber = happened.SerialNumber },
            branches.Of(request.BranchId),
            cancel);
        return Result.Success;
    }
}
