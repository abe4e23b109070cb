using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Platform.Web;

namespace ServiceErp.Billing.Api;

internal static class BillingApi
{
    public static void Map(ApiRoutes api) => api
        .Post<IssueInvoiceForOrder.Command>("orders/{orderId}/invoice")
        .Post<CreateInvoiceFromVoucher.Command>("vouchers/{voucherId}/invoice")
        .Post<InvoiceVouchers.Command>("vouchers/invoice");
}
