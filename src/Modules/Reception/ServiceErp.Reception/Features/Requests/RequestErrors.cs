using ServiceErp.Kernel;

namespace ServiceErp.Reception.Features.Requests;

internal static class RequestErrors
{
    public static Error NotFound { get; } = Error.NotFound("Reception.Request.NotFound", "There is no such request.");
}
