using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Integration;

/// <summary>The voucher of a finished job reaches finance the moment the job is released (BIL-1).</summary>
internal sealed class RegisterVoucherWhenOrderReleased(BillingDbContext db, IBranches branches, IIdentifiers ids) : ISubscriber<OrderReleased>
{
    public async Task<Result> Handle(OrderReleased happened, CancellationToken cancel)
    {
        var known = await db.Vouchers.FirstOrDefaultAsync(v => v.OrderId == happened.OrderId && v.About == "", cancel);
        var voucher = Voucher.Of(ids.NewId(), happened, branches.Of(happened.BranchId).DayOf(happened.ReleasedAt), known?.LateFees());
        if (known is null)
        {
            db.Vouchers.Add(voucher);
            return Result.Success;
        }

        if (known.Says(happened))
        {
            return Result.Success;
        }

        // Reworked and released again: as long as nobody has acted on the first voucher, the new one takes its place.
        if (known is { State: VoucherState.ToInvoice or VoucherState.NothingToInvoice, InvoiceId: null })
        {
            db.Search.Remove(await db.Search.SingleAsync(s => s.Id == known.Id, cancel));
            db.Vouchers.Remove(known);
            db.Vouchers.Add(voucher);
            return Result.Success;
        }

        return Error.Refused(
            "Billing.Voucher.AlreadySettled", "The voucher of order {0} is already settled ({1}); the new lines can't replace it. Correct the invoice with a credit note.", happened.OrderNumber, known.State);
    }
}
