using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;
using ServiceErp.SpareParts;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Integration;

/// <summary>
/// The customer keeps the loaner: the faulty device on our shelf is ours, leaves the register of customers' goods and waits for nobody (PAR-6, REC-5). If its repair is ready already, the order is over with that.
/// </summary>
internal sealed class GiveGoodsUpWhenLoanerExchanged(ReceptionDbContext db, IIdentifiers ids, ICurrentUser user) : ISubscriber<LoanerExchanged>
{
    public async Task<Result> Handle(LoanerExchanged happened, CancellationToken cancel)
    {
        if (await db.Receipts.FirstOrDefaultAsync(r => r.OrderId == happened.OrderId && r.State == ReceiptState.Issued, cancel) is not { } receipt)
        {
            // Nothing is exchanged that is not here; what was handed back at the same moment is for a person to look at, and not for nobody.
            return GoodsErrors.NotFound;
        }

        var model = await db.Models.AsNoTracking().Where(m => m.Id == happened.KeptModelId).Select(m => m.Code).FirstAsync(cancel);
        var given = receipt.Exchange($"{model} {happened.KeptSerialNumber}", happened.ExchangedAt, user.Name);
        if (!given.Succeeded)
        {
            return given;
        }

        db.Register.Add(new GoodsRegisterEntry(ids.NewId(), receipt, GoodsDirection.Out, happened.ExchangedAt, user.Name, receipt.ReturnedTo!));
        if (await db.Requests.AsNoTracking().AnyAsync(r => r.Id == receipt.RequestId && r.Stage == OrderStage.Ready, cancel))
        {
            receipt.TellKept(happened.ExchangedAt);
        }

        return Result.Success;
    }
}
