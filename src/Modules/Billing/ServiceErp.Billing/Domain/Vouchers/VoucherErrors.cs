using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Vouchers;

internal static class VoucherErrors
{
    public static readonly Error NotFound = Error.NotFound("Billing.Voucher.NotFound", "There is no such voucher.");
    public static readonly Error NoneOfOrder = Error.NotFound("Billing.Voucher.NoneOfOrder", "The voucher of this order has not reached finance yet.");
}
