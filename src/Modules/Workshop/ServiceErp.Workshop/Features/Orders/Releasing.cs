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
    public static async Task<Result> ReleaseAsync(this WorkshopDbContext db, ServiceOrder order, IReadOnlyList<Guid>? ticked, Person inspector, LocalDate today, Instant now, IIdentifiers ids, string? remark, CancellationToken cancel)
    {
        var points = await db.ControlPoints.AsNoTracking().Where(p => p.Active && p.Boundary == Boundary.Inspection && (p.ModelCode == "" || p.ModelCode == order.ModelCode)
            && !db.Ticks.Any(t => t.OrderId == order.Id && t.PointId == p.Id && t.Round == order.Reworks)).Select(p => new { p.Id, p.Text, p.Mandatory }).ToListAsync(cancel);
        foreach (var point in points.Where(p => ticked?.Contains(p.Id) == true))
        {
            order.Tick(ids.NewId(), point.Id, now, inspector.Name);
        }

        if (string.IsNullOrWhiteSpace(remark) && order.Can(OrderTrigger.Release)
            && order.IsBare(await db.Times.AnyAsync(t => t.OrderId == order.Id, cancel) || await db.Set<TestResult>().AnyAsync(t => t.OrderId == order.Id, cancel)))
        {
            return OrderErrors.BareOrder;
        }

        await db.WithdrawQuotationsAsync(order.Id, cancel);
        var stamp = order.IsWorkOf(inspector.Id) ? await db.SelfControlRights.Where(r => r.UserId == inspector.Id && r.WithdrawnAt == null).Select(r => r.Stamp).FirstOrDefaultAsync(cancel) : null;
        return order.Release(inspector, stamp, [.. points.Where(p => p.Mandatory && ticked?.Contains(p.Id) != true).Select(p => p.Text)], today, now, remark);
    }
}
