using ServiceErp.Platform.Web;

namespace ServiceErp.Workshop.Pages;

internal static class WorkshopPages
{
    public static void Map(PageRoutes pages)
    {
    }
}
