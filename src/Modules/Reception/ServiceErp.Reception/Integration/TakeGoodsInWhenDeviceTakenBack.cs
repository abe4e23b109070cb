using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Integration;

/// <summary>What a technician brings from the field gets its receipt and its line in the register (S3.11); the counter completes shelf and condition.</summary>
internal sealed class TakeGoodsInWhenDeviceTakenBack(ReceptionDbContext db, IntakeDesk desk, IBranches branches, IIdentifiers ids) : ISubscriber<DeviceTakenBack>
{
    public async Task<Result> Handle(DeviceTakenBack happened, CancellationToken cancel)
    {
        if (await db.Requests.FirstOrDefaultAsync(r => r.Id == happened.RequestId, cancel) is not { } request)
        {
            return RequestErrors.NotFound;
        }

        if (await db.Receipts.AnyAsync(r => r.RequestId == request.Id && r.State != ReceiptState.Voided, cancel))
        {
            return Result.Success;
        }

        var receipt = await desk.TakeGoodsAsync(request, happened.OrderId, ids.NewId(), new TakenGoods("", "", "", happened.SignedBy) { FromField = true }, branches.Of(request.BranchId), cancel);
        receipt.TellTakenIn();
        return Result.Success;
    }
}
