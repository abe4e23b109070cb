using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Integration;

/// <summary>The customer agreed to more after the release: an invoice of the job may charge as much (BIL-3).</summary>
internal sealed class NoteConsentWhenExtended(BillingDbContext db) : ISubscriber<ConsentExtended>
{
    public async Task<Result> Handle(ConsentExtended happened, CancellationToken cancel)
    {
        if (await db.Vouchers.FirstOrDefaultAsync(v => v.OrderId == happened.OrderId && v.About == "", cancel) is not { } voucher)
        {
            // The release comes first; told the other way round, it is told again.
            return VoucherErrors.NoneOfOrder;
        }

        voucher.Agree(happened.AgreedNet);
        return Result.Success;
    }
}
