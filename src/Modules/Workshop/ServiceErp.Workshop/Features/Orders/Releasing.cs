using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

internal static class Releasing
{
    /// <summary>Ticks the points and releases, also for one's own work where the right is recorded.</summary>
    public static async Task<Result> ReleaseAsync(this WorkshopDbContext db, ServiceOrder order, IReadOnlyList<Guid>? ticked, Person inspector, LocalDate today, Instant now, IIdentifiers ids, CancellationToken cancel)
    {
        var points = await db.ControlPoints.AsNoTracking().Where(p => p.Active && p.Boundary == Boundary.Inspection && (p.ModelCode == "" || p.ModelCode == order.ModelCode)
            && !db.Ticks.Any(t => t.OrderId == order.Id && t.PointId == p.Id && t.Round == order.Reworks)).Select(p => new { p.Id, p.Text, p.Mandatory }).ToListAsync(cancel);
        foreach (var point in points.Where(p => ticked?.Contains(p.Id) == true))
        {
            order.Tick(ids.NewId(), point.Id, now, inspector.Name);
        }

        var own = inspector.Id is not null && inspector.Id == order.TechnicianId;
        var hasRight = own && await db.SelfControlRights.AnyAsync(r => r.UserId == inspector.Id && r.WithdrawnAt == null, cancel);
        return order.Release(inspector, hasRight, [.. points.Where(p => p.Mandatory && ticked?.Contains(p.Id) != true).Select(p => p.Text)], today, now);
    }
}
