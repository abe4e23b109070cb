using ServiceErp.Platform.Web;
using ServiceErp.Reception.Features.Requests;

namespace ServiceErp.Reception.Api;

internal static class ReceptionApi
{
    public static void Map(ApiRoutes api) => api
        .Post<RegisterRequest.Command>("requests");
}
