using ServiceErp.Platform.Web;

namespace ServiceErp.Billing.Pages;

internal static class BillingPages
{
    public static void Map(PageRoutes pages)
    {
        _ = pages;
    }
}
