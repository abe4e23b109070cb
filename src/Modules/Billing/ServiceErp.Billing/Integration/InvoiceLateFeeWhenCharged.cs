using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messaging;
using ServiceErp.SpareParts;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Integration;

/// <summary>A loaner came back late, damaged, incomplete or not at all: what the customer pays becomes a line of the order's invoice, or a voucher of its own when that is out already or the order has none (PAR-6, BIL-1).</summary>
internal sealed class InvoiceLateFeeWhenCharged(BillingDbContext db, IBranches branches, IIdentifiers ids, Texts texts) : ISubscriber<LoanFeeCharged>
{
    public async Task<Result> Handle(LoanFeeCharged happened, CancellationToken cancel)
    {
        var known = await db.Vouchers.FirstOrDefaultAsync(v => v.OrderId == happened.OrderId && v.About == "", cancel);
        var text = OtherLanguage.Say(happened.Customer.Language, () => happened.Kind switch
        {
            LoanChargeKind.Damage => texts["Damage to the loaner {0}: {1} ({2})", happened.Unit, happened.Reason, happened.LoanNumber],
            LoanChargeKind.Accessories => texts["Missing accessories of the loaner {0}: {1} ({2})", happened.Unit, happened.Reason, happened.LoanNumber],
            LoanChargeKind.Loss => texts["Loss of the loaner {0} ({1})", happened.Unit, happened.LoanNumber],
            _ => texts["Late return of the loaner {0}, {1} days ({2})", happened.Unit, happened.DaysLate, happened.LoanNumber],
        });
        var line = new VoucherLine(happened.ChargeId ?? happened.LoanId, ChargeKind.Fee, Voucher.CodeOf(happened.Kind), text, 1, "pcs", happened.Amount, 0, null, 0);
        if (known?.TryAdd(line) != true)
        {
            db.Vouchers.Add(Voucher.OfFee(ids.NewId(), happened, line, branches.Of(happened.BranchId).DayOf(happened.ChargedAt)));
        }

        return Result.Success;
    }
}
