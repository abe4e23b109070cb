using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Links;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Status;

/// <summary>How long a request's link lives, and where it leads; the page behind it, messages and papers all ask here (REC-7).</summary>
internal sealed class StatusLinks(ReceptionDbContext db, PublicLinks links, IClock clock)
{
    /// <summary>Whether the link opens: nobody has ended it, and the branch's days since the end of the request are not over.</summary>
    public async Task<bool> LivesAsync(ServiceRequest request, CancellationToken cancel) =>
        request.LinkEndedAt is null && await IsInTimeAsync(request, cancel);

    /// <summary>Whether a link made now would open.</summary>
    public async Task<bool> IsInTimeAsync(ServiceRequest request, CancellationToken cancel)
    {
        if (request.OverAt is not { } over)
        {
            return true;
        }

        var settings = await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.BranchId, cancel) ?? new ReceptionSettings(request.BranchId);
        return clock.GetCurrentInstant() < over + Duration.FromDays(settings.StatusLinkDays);
    }

    /// <summary>The whole link; null when it would not open, or when nobody has said where customers reach the program.</summary>
    public async Task<string?> OfAsync(ServiceRequest request, CancellationToken cancel) =>
        await LivesAsync(request, cancel) ? links.To("status", request.StatusSecret) : null;
}
